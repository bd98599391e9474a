"""The first run, by keyboard alone, to an open shell."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QListView
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.db.store import open_store
from kpm_desktop.db.vault import read_keys, unlock_with_recovery
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.components.rows import DETAIL
from kpm_desktop.ui.entry.code_step import CodeStep
from kpm_desktop.ui.entry.first_run import FirstRun
from kpm_desktop.ui.entry.keep_code import KeepCode
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.window.shell import Shell
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program
from tests.ui.window.walk import spoken, stops, walked

DISTRICT = "12.75.01"


def to_person(program: Program, key: Qt.Key = Qt.Key.Key_1) -> FirstRun:
    run = program.frame(FirstRun)
    program.press(key)
    program.qtbot.waitUntil(lambda: run.step == 1)
    return run


def to_password(program: Program, place: str = "pahlawan binjai", key: Qt.Key = Qt.Key.Key_1) -> FirstRun:
    run = to_person(program, key)
    program.write("Ibu  Sari ")
    program.press(Qt.Key.Key_Tab)
    program.write(place)
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_Return)
    return run


def to_code(program: Program, **options: str) -> FirstRun:
    run = to_password(program)
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Tab)
    program.write(PASSWORD)
    program.press(Qt.Key.Key_Return)
    return run


def to_invitation(program: Program) -> FirstRun:
    run = to_code(program)
    type_back(program, run.code_step)
    run.next_button.setFocus()
    program.press(Qt.Key.Key_Return)
    return run


def type_back(program: Program, step: CodeStep) -> None:
    """By keyboard, as somebody does who wrote the code down."""
    program.press(Qt.Key.Key_Tab, times=2)
    program.press(Qt.Key.Key_Return)
    for at in step.check.asked:
        program.write(step.sheet().code[at].lower())
        program.press(Qt.Key.Key_Tab)


@pytest.fixture
def invitation(tmp_path: Path) -> Path:
    """A supervisor's invitation for the village."""
    made = init_profile(
        tmp_path / "penyelia", role="supervisor", name="Pak Budi", villages=[DISTRICT], password=PASSWORD
    )
    with made.store as store:
        invite(store, tmp_path / "undangan", villages=[VILLAGE], person="Ibu Sari")
    return tmp_path / "undangan"


def test_by_keyboard_to_an_open_shell(new_program: Program) -> None:
    run = to_invitation(new_program)
    assert run.step == 4
    new_program.press(Qt.Key.Key_Return)
    shell = new_program.shell()
    assert "Belum ada isian" in shell.status_sentence()
    new_program.close_session()
    with open_store(new_program.folder, PASSWORD) as store:
        status = profile_status(store)
    assert (status["role"], status["name"], status["regions"]) == ("cadre", "Ibu Sari", [VILLAGE])


def test_a_supervisor_may_have_a_kecamatan(new_program: Program) -> None:
    run = to_password(new_program, "binjai utara", Qt.Key.Key_2)
    assert run.step == 2
    assert run.person_step.regions.value() == [DISTRICT]


def test_a_cadre_is_offered_villages_alone(new_program: Program) -> None:
    run = to_person(new_program)
    new_program.press(Qt.Key.Key_Tab)
    new_program.write("12.75.01")
    new_program.press(Qt.Key.Key_Return)
    assert run.person_step.regions.value() == [VILLAGE]


def test_a_code_that_is_gone_is_offered_as_what_it_is_now(new_program: Program) -> None:
    run = to_person(new_program)
    new_program.press(Qt.Key.Key_Tab)
    new_program.write("12.21.02.2065")
    new_program.settle()
    found = run.person_step.regions.findChild(QListView)
    assert found is not None
    row = found.currentIndex()
    assert row.data() == "Gading"
    assert row.data(DETAIL).startswith("sekarang Desa Gading (12.21.16.2001), Kec. ")
    new_program.press(Qt.Key.Key_Return)
    assert run.person_step.regions.value() == ["12.21.16.2001"]


def test_several_villages_are_chosen_and_taken_out(new_program: Program) -> None:
    run = to_person(new_program)
    new_program.press(Qt.Key.Key_Tab)
    for _ in range(2):
        new_program.write("12.75.01")
        new_program.press(Qt.Key.Key_Down, times=2)
        new_program.press(Qt.Key.Key_Return)
    assert len(run.person_step.regions.value()) == 1
    new_program.write("12.75.02")
    new_program.press(Qt.Key.Key_Return)
    first, second = run.person_step.regions.value()
    assert (first[:8], second[:8]) == ("12.75.01", "12.75.02")
    new_program.press(Qt.Key.Key_Tab)  # the list is empty: nothing to walk through
    new_program.press(Qt.Key.Key_Space)
    assert run.person_step.regions.value() == [second]


def test_one_goes_on_only_when_a_step_is_complete(new_program: Program) -> None:
    run = new_program.frame(FirstRun)
    assert not run.next_button.isEnabled()
    to_person(new_program)
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 1
    new_program.write("Ibu Sari")
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 1


@pytest.mark.parametrize(("first", "second"), [("pendek", "pendek"), (PASSWORD, PASSWORD + "x"), (PASSWORD, "")])
def test_a_short_or_different_password_does_not_go_on(new_program: Program, first: str, second: str) -> None:
    run = to_password(new_program)
    new_program.write(first)
    new_program.press(Qt.Key.Key_Tab)
    new_program.write(second)
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 2


def test_the_code_must_be_kept_first_in_a_file_for_its_owner_alone(new_program: Program, tmp_path: Path) -> None:
    run, file = to_code(new_program), tmp_path / "kode.txt"
    assert run.step == 3
    assert not run.next_button.isEnabled()
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 3
    close_print_dialog(new_program)
    file.write_text("milik lama", encoding="utf-8")
    file.chmod(0o644)
    run.code_step.save_to(str(file), over=True)
    new_program.settle()
    assert "hanya Anda" in run.code_step.told.text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "-".join(run.code_step.sheet().code) in file.read_text(encoding="utf-8")
    assert run.next_button.isEnabled()


def close_print_dialog(program: Program) -> None:
    for dialog in program.window.findChildren(QDialog):
        dialog.reject()
    program.settle()


def test_the_code_goes_through_the_programs_own_printing(new_program: Program, tmp_path: Path) -> None:
    """Printed into a file instead, that is for its owner alone too."""
    run, file = to_code(new_program), tmp_path / "kode.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    run.code_step.print_to(printer)
    new_program.qtbot.waitUntil(run.next_button.isEnabled)
    new_program.settle()
    assert "printer" in run.code_step.told.text()
    assert file.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_lets_nobody_on(new_program: Program, tmp_path: Path) -> None:
    run = to_code(new_program)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "absent" / "kode.pdf"))
    run.code_step.print_to(printer)
    new_program.qtbot.waitUntil(lambda: "tidak menerima" in run.code_step.told.text())
    assert not run.next_button.isEnabled()
    assert run.code_step.print_button.isEnabled()


def test_what_was_written_down_is_typed_back_without_the_code_in_sight(new_program: Program) -> None:
    run = to_code(new_program)
    step = run.code_step
    shown = [each.text() for each in step.findChildren(QLabel) if each.isVisible()]
    assert set(step.sheet().code) <= set(shown)
    step.by_hand_button.click()
    new_program.settle()
    assert not {each.text() for each in step.findChildren(QLabel) if each.isVisible()} & set(step.sheet().code)
    step.check.fields[0].setFocus()
    new_program.write("AAAAA")
    assert not run.next_button.isEnabled()
    step.check.fields[0].clear()
    for at, field in zip(step.check.asked, step.check.fields, strict=True):
        field.setFocus()
        new_program.write(step.sheet().code[at].replace("0", "o").replace("1", "l"))
    new_program.settle()
    assert run.next_button.isEnabled()


def test_who_never_kept_the_code_gets_a_new_one_to_keep(new_program: Program, tmp_path: Path) -> None:
    """The window was closed while the code was shown."""
    first = "-".join(to_code(new_program).code_step.sheet().code)
    new_program.close_session()
    new_program.entrance.show()
    unlock = new_program.frame(Unlock)
    unlock.password.setFocus()
    new_program.write(PASSWORD)
    new_program.press(Qt.Key.Key_Return)
    frame = new_program.frame(KeepCode)
    second = "-".join(frame.code_step.sheet().code)
    assert second != first
    assert not frame.next_button.isEnabled()
    frame.code_step.save_to(str(tmp_path / "kode.txt"))
    new_program.settle()
    frame.next_button.click()
    new_program.shell()
    new_program.close_session()
    keys = read_keys(new_program.folder)
    with pytest.raises(Refused):
        unlock_with_recovery(keys, first)
    unlock_with_recovery(keys, second)
    new_program.entrance.show()
    new_program.unlock()


def test_a_place_that_cannot_be_written_is_said(new_program: Program, tmp_path: Path) -> None:
    run = to_code(new_program)
    run.code_step.save_to(str(tmp_path / "absent" / "kode.txt"))
    new_program.settle()
    assert "tidak ada yang hilang" in run.code_step.told.text()


def test_the_invitation_is_taken_after_the_words(new_program: Program, invitation: Path) -> None:
    run = to_invitation(new_program)
    run.invitation_step.look_at(str(invitation))
    new_program.settle()
    assert not run.next_button.isEnabled()
    new_program.press(Qt.Key.Key_Return)
    assert "Pak Budi" in run.invitation_step.banner.sentence()
    run.next_button.click()
    new_program.shell()
    new_program.close_session()
    with open_store(new_program.folder, PASSWORD) as store:
        status = profile_status(store)
    assert status["words_confirmed"] is True
    assert [peer["name"] for peer in status["devices"]] == ["Pak Budi"]


def test_an_invitation_that_ran_out_says_so_before_the_words(new_program: Program, tmp_path: Path) -> None:
    made = init_profile(
        tmp_path / "penyelia", role="supervisor", name="Pak Budi", villages=[DISTRICT], password=PASSWORD
    )
    with made.store as store:
        invite(store, tmp_path / "lama", villages=[VILLAGE], clock=lambda: datetime(2024, 3, 1, 5, tzinfo=UTC))
    run = to_invitation(new_program)
    run.invitation_step.look_at(str(tmp_path / "lama"))
    new_program.settle()
    assert "2024" in run.invitation_step.banner.sentence()
    assert "undangan baru kepada Pak Budi" in run.invitation_step.banner.sentence()
    assert run.invitation_step.part.compare.isVisible()


def test_words_that_differ_take_nothing(new_program: Program, invitation: Path) -> None:
    run = to_invitation(new_program)
    run.invitation_step.look_at(str(invitation))
    new_program.settle()
    run.invitation_step.part.compare.differ_button.click()
    new_program.settle()
    assert "tidak ada yang hilang" in run.invitation_step.banner.sentence()
    run.next_button.click()
    new_program.shell()
    new_program.close_session()
    with open_store(new_program.folder, PASSWORD) as store:
        assert profile_status(store)["devices"] == []


def test_a_file_that_is_no_invitation_is_refused_in_words(new_program: Program, tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    run = to_invitation(new_program)
    run.invitation_step.look_at(str(tmp_path / "foto.jpg"))
    new_program.settle()
    assert run.invitation_step.banner.sentence() == Wording("id").phrase("access.invitation_foreign")
    assert run.next_button.isEnabled()


def test_an_interrupted_first_run_begins_again(new_program: Program) -> None:
    to_password(new_program)
    new_program.entrance.show()
    assert new_program.frame(FirstRun).step == 0


def test_a_finished_one_is_unlocked_the_next_time(qtbot: QtBot, new_program: Program) -> None:
    to_code(new_program)
    new_program.close_session()
    new_program.entrance.show()
    assert isinstance(new_program.window.centralWidget(), Unlock)


def test_the_language_can_be_changed_before_anything_else(new_program: Program) -> None:
    new_program.frame(FirstRun).language_button.click()
    new_program.settle()
    assert new_program.frame(FirstRun).title.text() == "Who works on this laptop?"
    new_program.frame(FirstRun).language_button.click()
    new_program.settle()
    assert new_program.frame(FirstRun).title.text() == "Siapa yang bekerja di laptop ini?"
    assert not isinstance(new_program.window.centralWidget(), Shell)


def test_enter_alone_goes_on(new_program: Program, tmp_path: Path) -> None:
    """Where something is still missing, to that; where nothing is, to the next step."""
    run = new_program.frame(FirstRun)
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 1
    new_program.write("Ibu Sari")
    new_program.press(Qt.Key.Key_Return)
    new_program.settle()
    new_program.write("12.75.01.1001")
    new_program.settle()
    new_program.press(Qt.Key.Key_Return)
    assert run.person_step.regions.value() == [VILLAGE]
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 2
    new_program.write(PASSWORD)
    new_program.press(Qt.Key.Key_Return)
    new_program.write(PASSWORD)
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 3
    run.code_step.save_to(str(tmp_path / "kode.txt"))
    new_program.settle()
    new_program.press(Qt.Key.Key_Return)
    assert run.step == 4


def test_tab_reaches_everything_on_every_step(new_program: Program) -> None:
    run = new_program.frame(FirstRun)
    for number in range(5):
        run._show_step(number)
        new_program.settle()
        reached = set(walked())
        assert sorted(spoken(one) for one in stops(new_program.window) - reached) == [], number

"""What a receipt brings, through the real windows of both: a question asked, answered, corrected and settled;
households handed out; the work of others; and a laptop or supervisor that begins again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.take_bundle import take_bundle
from kpm_desktop.commands.households.assign_households import assign_households
from kpm_desktop.commands.questions.comment_list import comment_list
from kpm_desktop.commands.questions.what_returned import last_returned
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.task_filter import EVERYBODY
from kpm_desktop.ui.dialogs.ask import AskDialog
from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog
from kpm_desktop.ui.dialogs.returned import ReturnedDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.history.timeline_rows import EntryRow
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.pages.people.people_lines import HomeLine, PersonLine
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.villages.hand_out import HandOutDialog
from kpm_desktop.ui.pages.villages.villages import VillagesPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog
from kpm_desktop.ui.pages.visit.visits import VisitsPage
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from tests.support.devices import PASSWORD, VILLAGE, Device, quick_place, settle
from tests.ui.conftest import TODAY
from tests.ui.pages.district import CHILD, HOUSE, District, family, opened, shown, visit
from tests.ui.program import Program

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def district() -> Iterator[District]:
    """A family both cadres know, weighed in September and October."""
    with quick_place() as place:
        made = District.acquainted(place)
        family(made.sari)
        visit(made.sari, 8900)
        settle((made.sari, made.supervisor), (made.wati, made.supervisor), (made.sari, made.supervisor))
        yield made


@contextmanager
def window(qtbot: QtBot, device: Device) -> Iterator[Program]:
    """A laptop's window; afterwards the profile is the test's again."""
    folder = device.store.folder
    device.close()
    program = Program(qtbot, folder, TODAY)
    program.unlock(PASSWORD)
    try:
        yield program
    finally:
        program.close()
        device.store, device.is_open = open_store(folder, PASSWORD), True


def test_only_what_comes_from_above_is_a_reply(district: District) -> None:
    district.sari.save(CHILD, {"guardian_name": "Bu Siti"}, "person")
    for bundle in district.sari.export():
        assert take_bundle(district.supervisor.store, bundle).new
    assert last_returned(district.supervisor.store) is None, "it brought a cadre's work"
    for receipt in district.supervisor.receipt(district.wati.key):
        take_bundle(district.wati.store, receipt)
    found = last_returned(district.wati.store)
    assert found is not None
    assert found.what.sender == district.supervisor.key


def texts(widget: object) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def task(program: Program) -> object:
    program.settle()
    frame = program.shell().frame
    assert frame is not None
    return frame.task


def back_to(program: Program, widget: QWidget) -> None:
    """Gives a window that lost the keys to a dialog its keys back, as a window system does."""
    program.window.activateWindow()
    widget.setFocus()
    program.settle()


def take(program: Program, files: list[Path]) -> SendPage:
    page = shown(program, "kirim", SendPage)
    page.take_files(files)
    program.settle()
    return page


def read(program: Program, person: UUID) -> HistoryTask:
    shell = program.shell()
    shell.page(shell.current).go.emit("riwayat", Ref(VILLAGE, "person", person))
    found = task(program)
    assert isinstance(found, HistoryTask)
    return found


def homes(page: HomePage | VisitsPage | PeoplePage) -> set[UUID]:
    """The households on a list."""
    return {
        row.household
        for row in page.list.rows.rows
        if isinstance(row, HouseholdLine | PersonLine | HomeLine) and row.household is not None
    }


def see(program: Program, page: HomePage, words: str) -> None:
    """Presses *lihat* beside a reminder."""
    (button,) = [one for one in page.findChildren(Button) if words in one.accessibleName() and one.isVisible()]
    button.click()
    program.settle()


def entries(history: HistoryTask) -> list[EntryRow]:
    return [row for row in history.list.rows.rows if isinstance(row, EntryRow)]


def questions(page: DecisionsPage) -> list[DecisionRow]:
    rows = [row for row in page.list.rows.rows if isinstance(row, DecisionRow)]
    at = next((at for at, row in enumerate(rows) if row.title == "Pertanyaan"), len(rows))
    return rows[at:]


def ask_about_the_weight(program: Program) -> None:
    history = read(program, CHILD)
    october = next(row for row in entries(history) if row.title == "2B Oktober 2026")
    history.list.choose(october.key)
    program.press(Qt.Key.Key_T)
    dialog = opened(program, AskDialog)
    weight = dialog.topic.findText("Berat badan: 8,9 kg")
    assert weight >= 0
    dialog.topic.setCurrentIndex(weight)
    dialog.text.setFocus()
    program.write("Naik 1,4 kg dalam sebulan. Mohon ditimbang lagi.")
    program.press(Qt.Key.Key_Return, CTRL)
    assert history.banner.sentence() == "Pertanyaan tersimpan; ikut dengan tanda terima berikutnya."
    assert any(row.title == "Pertanyaan · 2B Oktober 2026" for row in entries(history))
    back_to(program, history.list)
    program.press(Qt.Key.Key_Escape)
    assert program.shell().frame is None


def correct_the_weight(program: Program) -> None:
    visiting = task(program)
    assert isinstance(visiting, VisitTask)
    assert visiting.household.id == HOUSE
    row = next(found for card in visiting.cards for found in [card.row_of("weight_g")] if found is not None)
    back_to(program, row)
    for sign in "8,1":  # the first digit moves the focus into the number
        program.write(sign)
    program.press(Qt.Key.Key_Return)
    program.press(Qt.Key.Key_S, CTRL)
    if [one for one in program.window.findChildren(OpenWarningsDialog) if one.isVisible()]:
        program.press(Qt.Key.Key_Return)
    opened(program, VisitSavedDialog).done(0)
    back_to(program, row)
    program.press(Qt.Key.Key_Escape)
    assert program.shell().frame is None


def test_a_question_about_a_weight_is_asked_answered_corrected_and_settled(district: District, qtbot: QtBot) -> None:
    with window(qtbot, district.supervisor) as program:
        ask_about_the_weight(program)
        page = shown(program, "keputusan", DecisionsPage)
        assert next(row.detail for row in questions(page)) == "menunggu jawaban kader 1"
    receipt = district.supervisor.receipt(district.sari.key)

    with window(qtbot, district.sari) as program:
        send = take(program, receipt)
        assert "Balasan penyelia: 1 pertanyaan." in send.banner.sentence()
        home = shown(program, "beranda", HomePage)
        assert "Pertanyaan Bu Rina: Ahmad Fauzi · Berat badan" in texts(home)
        see(program, home, "Pertanyaan Bu Rina")
        dialog = opened(program, ThreadDialog)
        assert "Sekarang: Berat badan 8,9 kg" in texts(dialog)
        assert "Mohon ditimbang lagi." in texts(dialog)
        dialog.answer.setFocus()
        program.write("Salah tulis, yang benar 8,1 kg.")
        dialog.open_button.click()
        correct_the_weight(program)
        home = shown(program, "beranda", HomePage)
        see(program, home, "Pertanyaan Bu Rina")
        dialog = opened(program, ThreadDialog)
        assert "Sekarang: Berat badan 8,1 kg" in texts(dialog)
        assert dialog.answer.value() == "Salah tulis, yang benar 8,1 kg."
        program.press(Qt.Key.Key_Return, CTRL)
        assert home.banner.sentence() == "Jawaban untuk Bu Rina tersimpan; ikut dengan kiriman berikutnya."
        assert "Pertanyaan Bu Rina" not in texts(home)
    district.supervisor.take(*district.sari.export())

    with window(qtbot, district.supervisor) as program:
        page = shown(program, "keputusan", DecisionsPage)
        heading, row = questions(page)
        assert heading.detail == "sudah dijawab 1"
        page.list.choose(row.key)
        assert "Sekarang: Berat badan 8,1 kg" in texts(page)
        assert "Salah tulis" in texts(page)
        back_to(program, page.list)
        program.press(Qt.Key.Key_T)
        program.qtbot.waitUntil(lambda: questions(page) == [])
    receipt = district.supervisor.receipt(district.sari.key)

    with window(qtbot, district.sari) as program:
        send = take(program, receipt)
        assert "1 pertanyaan selesai" in send.banner.sentence()
        history = read(program, CHILD)
        titles = [row.title for row in entries(history)]
        assert "Jawaban · 2B Oktober 2026" in titles
        assert any(line.value == "Selesai" for row in entries(history) for line in row.lines)
    assert [thread.progress for thread in comment_list(district.sari.store)] == ["closed"]


def test_the_household_shows_its_open_question_and_opens_it(district: District, qtbot: QtBot) -> None:
    question = {"about_kind": "person", "about_id": str(CHILD), "text": "Tanggal lahirnya?", "progress": "open"}
    district.supervisor.save(new_id(), question, "comment")
    district.sari.take(*district.supervisor.receipt(district.sari.key))
    with window(qtbot, district.sari) as program:
        page = shown(program, "sasaran", PeoplePage)
        page.open_household(Ref(VILLAGE, "household", HOUSE))
        home = task(program)
        assert isinstance(home, HouseholdTask)
        assert home._side.questions.isVisible()
        (line,) = home.list.rows.rows
        assert "1 pertanyaan terbuka" in line.words
        program.press(Qt.Key.Key_T)
        dialog = opened(program, ThreadDialog)
        assert "Tanggal lahirnya?" in texts(dialog)
        dialog.reject()
        program.settle()


def test_a_long_question_is_read_whole(district: District, qtbot: QtBot) -> None:
    text = "Kartu keluarga di foto berakhiran lain. Mohon dicocokkan lagi saat kunjungan berikut. " * 2
    question = {"about_kind": "person", "about_id": str(CHILD), "text": text, "progress": "open"}
    district.supervisor.save(new_id(), question, "comment")
    district.sari.take(*district.supervisor.receipt(district.sari.key))
    with window(qtbot, district.sari) as program:
        home = shown(program, "beranda", HomePage)
        see(program, home, "Pertanyaan Bu Rina")
        dialog = opened(program, ThreadDialog)
        program.settle()
        words = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
        assert [one.text() for one in words if one.height() < one.heightForWidth(one.width())] == []
        dialog.reject()
        program.settle()


def test_after_an_answer_the_keys_are_on_what_took_the_questions_place(district: District, qtbot: QtBot) -> None:
    question = {"about_kind": "person", "about_id": str(CHILD), "text": "Tanggal lahirnya?", "progress": "open"}
    district.supervisor.save(new_id(), question, "comment")
    district.sari.take(*district.supervisor.receipt(district.sari.key))
    with window(qtbot, district.sari) as program:
        home = shown(program, "beranda", HomePage)
        (line,) = (one for one in home.findChildren(Button) if "Pertanyaan Bu Rina" in one.accessibleName())
        line.setFocus()
        program.press(Qt.Key.Key_Return)
        opened(program, ThreadDialog)
        program.write("Sudah benar.")
        program.press(Qt.Key.Key_Return, CTRL)
        program.settle()
        focus = QApplication.focusWidget()
        assert "Pertanyaan Bu Rina" not in texts(home)
        assert focus is not None and home.isAncestorOf(focus) and focus.isVisible()


def test_a_question_whose_record_has_not_come_is_shown_and_cannot_be_answered_yet(
    district: District, qtbot: QtBot
) -> None:
    question = {"about_kind": "person", "about_id": str(new_id()), "text": "Siapa ini?", "progress": "open"}
    district.supervisor.save(new_id(), question, "comment")
    district.sari.take(*district.supervisor.receipt(district.sari.key))
    with window(qtbot, district.sari) as program:
        home = shown(program, "beranda", HomePage)
        see(program, home, "Pertanyaan Bu Rina")
        dialog = opened(program, ThreadDialog)
        assert "belum sampai di laptop ini" in dialog.banner.sentence()
        assert not dialog.answer_button.isVisible()
        dialog.reject()
        program.settle()


def test_households_are_handed_out_and_stand_first_on_the_cadres_laptop(district: District, qtbot: QtBot) -> None:
    other = new_id()
    district.sari.save(other, {"village_code": VILLAGE, "head_name": "Pak Lain", "hamlet": "Anggrek"})
    baby = {"household_id": str(other), "full_name": "Bayu", "sex": "male", "birth_date": "2026-02-01"}
    district.sari.save(new_id(), baby, "person")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    with window(qtbot, district.supervisor) as program:
        page = shown(program, "desa", VillagesPage)
        program.press(Qt.Key.Key_H)
        program.qtbot.waitUntil(lambda: bool(program.window.findChildren(HandOutDialog)))
        dialog = opened(program, HandOutDialog)
        dialog.to.setCurrentIndex(dialog.to.findText("Ibu Wati"))
        row = next(row for row in dialog.list.rows.rows if row.key == str(HOUSE))
        dialog.list.choose(row.key)
        program.press(Qt.Key.Key_Space)
        assert dialog.list.marked == {str(HOUSE)}
        program.press(Qt.Key.Key_Return)
        assert "1 rumah tangga menjadi tugas Ibu Wati" in dialog.banner.sentence()
        assert "Ibu Wati" in next(row for row in dialog.list.rows.rows if row.key == str(HOUSE)).words
        dialog.reject()
        program.settle()
        assert page.isVisible()
    receipt = district.supervisor.receipt(district.wati.key)
    with window(qtbot, district.wati) as program:
        send = take(program, receipt)
        assert "Bu Rina memberi Anda tugas 1 rumah tangga" in send.banner.sentence()
        home = shown(program, "beranda", HomePage)
        assert homes(home) == {HOUSE}
        home.tasks.choose(EVERYBODY)
        assert homes(home) == {HOUSE, other}
        assert homes(shown(program, "kunjungan", VisitsPage)) == {HOUSE}
        people = shown(program, "sasaran", PeoplePage)
        assert homes(people) == {HOUSE}
        people.tasks.choose(EVERYBODY)
        assert homes(people) == {HOUSE, other}
    with window(qtbot, district.sari) as program:  # nobody gave her any: no filter is in the way
        assert shown(program, "beranda", HomePage).tasks.isHidden()


def test_corrections_and_the_work_of_others_are_told_and_each_can_be_looked_at(
    district: District, qtbot: QtBot
) -> None:
    visit(district.wati, 9000, "2026-11")
    settle((district.wati, district.supervisor))
    district.supervisor.save(CHILD, {"full_name": "Ahmad Fauzy"}, "person")
    receipt = district.supervisor.receipt(district.sari.key)
    with window(qtbot, district.sari) as program:
        send = take(program, receipt)
        assert "1 catatan dari laptop Ibu Wati, 1 koreksi oleh penyelia." in send.banner.sentence()
        send.returned.button.click()
        program.qtbot.waitUntil(lambda: bool(program.window.findChildren(ReturnedDialog)))
        dialog = opened(program, ReturnedDialog)
        told = [row.words for row in dialog.list.rows.rows]
        assert told == [
            "1 koreksi oleh penyelia",
            "Ahmad Fauzy, Data diri · Nama · Bu Rina",
            "1 catatan dari laptop Ibu Wati",
            "Ahmad Fauzy, 2B November 2026 · Ibu Wati",
        ]
        program.press(Qt.Key.Key_Return)
        assert isinstance(task(program), HistoryTask)


def test_a_new_laptop_is_filled_again_and_says_so(district: District, qtbot: QtBot) -> None:
    new = district.place.cadre("Ibu Sari")
    new.join(district.supervisor.invite(VILLAGE, person="Ibu Sari"))
    district.supervisor.take(*new.export())
    receipt = district.supervisor.receipt(new.key)
    with window(qtbot, new) as program:
        send = take(program, receipt)
        assert "4 catatan dari laptop Ibu Sari" in send.banner.sentence()
        assert {state: count for state, count in send.chain.numbers().items() if count} == {RecordState.RECEIVED: 4}
        people = shown(program, "sasaran", PeoplePage)
        assert "Ahmad Fauzi" in people.list.rows.rows[0].words
    assert new.state() == district.supervisor.state() == district.sari.state()


def test_a_supervisor_put_back_from_a_backup_holds_less_and_the_page_says_exported_again(
    district: District, qtbot: QtBot
) -> None:
    backup = district.supervisor.backed_up()
    visit(district.sari, 9100, "2026-11")
    settle((district.sari, district.supervisor))
    again = district.supervisor.restored(backup)
    receipt = again.receipt(district.sari.key)
    with window(qtbot, district.sari) as program:
        send = shown(program, "kirim", SendPage)
        assert send.chain.numbers()[RecordState.RECEIVED] == 5
        take(program, receipt)
        assert send.chain.numbers()[RecordState.EXPORTED] == 1
        assert [row.words for row in send.waiting.list.rows.rows] == ["Ahmad Fauzi, 2B November, Dikirim"]
        assert "1 menunggu tanda terima" in program.shell().status_sentence()
    settle((district.sari, again))  # where in doubt, less is believed: it takes a bundle more until both are sure
    with window(qtbot, district.sari) as program:
        send = shown(program, "kirim", SendPage)
        assert send.chain.numbers()[RecordState.RECEIVED] == 5
        assert send.chain.numbers()[RecordState.EXPORTED] == 0
    assert again.state() == district.sari.state()


def test_given_by_command_and_seen_in_the_window(district: District, qtbot: QtBot) -> None:
    assign_households(district.supervisor.store, [HOUSE], "Ibu Sari", today=TODAY)
    with window(qtbot, district.supervisor) as program:
        shown(program, "desa", VillagesPage)
        program.press(Qt.Key.Key_H)
        program.qtbot.waitUntil(lambda: bool(program.window.findChildren(HandOutDialog)))
        dialog = opened(program, HandOutDialog)
        (row,) = dialog.list.rows.rows
        assert "Ibu Sari" in row.words
        program.press(Qt.Key.Key_A, CTRL)
        dialog.end_button.click()
        program.settle()
        (row,) = dialog.list.rows.rows
        assert "belum ada kader" in row.words
        dialog.reject()
        program.settle()


def test_what_is_about_nobody_is_looked_at_in_its_own_history(district: District, qtbot: QtBot) -> None:
    post = UUID(int=77)
    district.supervisor.save(post, {"village_code": VILLAGE, "name": "Posyandu Melati"}, "posyandu")
    receipt = district.supervisor.receipt(district.sari.key)
    with window(qtbot, district.sari) as program:
        send = take(program, receipt)
        send.returned.button.click()
        program.qtbot.waitUntil(lambda: bool(program.window.findChildren(ReturnedDialog)))
        opened(program, ReturnedDialog)
        program.press(Qt.Key.Key_Return)
        history = task(program)
        assert isinstance(history, HistoryTask)
        assert history.about == Ref(VILLAGE, "posyandu", post)

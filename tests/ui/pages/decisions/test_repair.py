"""What is withheld is repaired, and what the rules find is repaired or confirmed, in the real windows of both roles."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.records.begun_forms import begun_forms
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.commands.review.repair_list import repair_list
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.forms.repair_form import RepairForm
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.check import CheckTask
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.home.home import HomePage
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.people.household_form import HouseholdForm
from kpm_desktop.ui.pages.people.person_form import PersonForm
from kpm_desktop.ui.pages.send.send import SendPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from tests.support.devices import PASSWORD, VILLAGE, Device, exchange, quick_place, settle
from tests.ui.conftest import TODAY
from tests.ui.pages.district import CHILD, HOUSE, District, family, opened, shown, visit, visit_id, window_of
from tests.ui.program import Program

OCTOBER = visit_id("2026-10")


@pytest.fixture
def district() -> Iterator[District]:
    """A family both cadres know."""
    with quick_place() as place:
        made = District.acquainted(place)
        family(made.sari)
        settle((made.sari, made.supervisor), (made.wati, made.supervisor))
        yield made


def weighed_too_heavy(district: District) -> None:
    """8.1 kg, and then 81 kg, which no child weighs; the supervisor holds both."""
    visit(district.sari, 8100)
    district.sari.save_badly(OCTOBER, {"weight_g": 81000}, "child_visit")
    district.supervisor.take(*district.sari.export())


def rows(page: DecisionsPage) -> list[DecisionRow]:
    return [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and not row.is_heading]


def reopened(device: Device) -> Store:
    """The profile after its window was closed."""
    device.store = open_store(device.store.folder, PASSWORD)
    device.is_open = True
    return device.store


def task(program: Program, kind: type[CheckTask | HistoryTask | VisitTask]) -> object:
    """The task that stands in the navigation's place."""
    frame = program.shell().frame
    assert frame is not None
    assert isinstance(frame.task, kind)
    program.settle()
    return frame.task


def repair_with(program: Program, typed: str) -> None:
    """Enter on the row, the value, Ctrl+S."""
    program.press(Qt.Key.Key_Return)
    opened(program, RepairForm)
    program.settle()
    program.write(typed)
    program.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("typed", "kept"), [("8,3", 8300), ("8,1", 8100)])
def test_a_supervisor_repairs_a_value_and_every_laptop_hears_of_it(
    district: District, qtbot: QtBot, typed: str, kept: int
) -> None:
    """Also with the very value that was shown meanwhile: only a save closes the matter."""
    weighed_too_heavy(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        (row,) = rows(page)
        assert "Ahmad Fauzi" in row.title
        program.press(Qt.Key.Key_Return)
        form = opened(program, RepairForm)
        said = " ".join(label.text() for label in form.findChildren(QLabel))
        for words in ("81 kg", "antara 0,9 dan 58 kg", "8,1 kg", "Sep 7,5 kg", "Ibu Sari"):
            assert words in said
        program.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert form.isVisible(), "nothing entered is not the same as empty"
        form.done(0)
        program.settle()
        page.list.setFocus()
        repair_with(program, typed)
        assert rows(page) == []
        assert "Sudah diperbaiki" in page.banner.sentence()
    reopened(district.supervisor)
    exchange(district.sari, district.supervisor)
    exchange(district.sari, district.supervisor)
    assert district.sari.shown(OCTOBER, "child_visit")["weight_g"] == kept
    assert repair_list(district.sari.store) == repair_list(district.supervisor.store) == []


def test_what_was_typed_of_a_repair_is_there_again_and_gone_with_it(district: District, qtbot: QtBot) -> None:
    """Also what cannot be taken; it is offered with the matter alone, and is no half-done form of Sasaran."""
    weighed_too_heavy(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        for typed, again in (("8,3", "8,3"), ("83e", "83e")):
            program.press(Qt.Key.Key_Return)
            form = opened(program, RepairForm)
            program.settle()
            form.part.fields()[0].selectAll()  # type: ignore[attr-defined]
            program.write(typed)
            program.press(Qt.Key.Key_Escape)
            program.settle()
            assert "ada lagi" in page.banner.sentence()
            program.press(Qt.Key.Key_Return)
            form = opened(program, RepairForm)
            assert form.part.fields()[0].text() == again  # type: ignore[attr-defined]
            program.press(Qt.Key.Key_Escape)
            program.settle()
        store = program.shell().context.session.store
        assert begun_forms(store) == []
        program.press(Qt.Key.Key_Return)
        opened(program, RepairForm).empty_button.click()
        program.settle()
        assert rows(page) == []
        with store.reading() as tx:
            assert drafts.of_user(tx, store.user, repairs=True) == []


def test_a_value_nobody_knows_is_left_empty(district: District, qtbot: QtBot) -> None:
    weighed_too_heavy(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        program.press(Qt.Key.Key_Return)
        opened(program, RepairForm).empty_button.click()
        program.settle()
        assert rows(page) == []
    reopened(district.supervisor)
    assert district.supervisor.shown(OCTOBER, "child_visit")["weight_g"] is None


def test_a_cadre_hears_of_it_and_repairs_it_from_kirim(district: District, qtbot: QtBot) -> None:
    weighed_too_heavy(district)
    district.sari.take(*district.supervisor.receipt(district.sari.key))
    with window_of(district.sari, qtbot) as program:
        shown(program, "kirim", SendPage)
        program.press(Qt.Key.Key_P)
        program.press(Qt.Key.Key_Return)
        board = task(program, CheckTask).board  # type: ignore[attr-defined]
        assert [row.record for row in rows(board)] == [Ref(VILLAGE, "child_visit", OCTOBER)]
        assert "antara 0,9 dan 58 kg" in board.side.meaning.text()
        repair_with(program, "8,2")
        assert rows(board) == []
        program.press(Qt.Key.Key_Escape)
        assert program.shell().frame is None
    reopened(district.sari)
    district.supervisor.take(*district.sari.export())
    assert district.supervisor.shown(OCTOBER, "child_visit")["weight_g"] == 8200
    assert repair_list(district.supervisor.store) == []


def test_the_history_opens_the_same_repair(district: District, qtbot: QtBot) -> None:
    weighed_too_heavy(district)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        program.press(Qt.Key.Key_R)
        qtbot.waitUntil(lambda: program.shell().frame is not None)
        history = task(program, HistoryTask)
        assert isinstance(history, HistoryTask)
        history.filter.choose("open")
        program.settle()
        history.list.setFocus()
        program.press(Qt.Key.Key_Down)
        repair_with(program, "8,3")
        assert "Sudah diperbaiki" in history.banner.sentence()
        program.press(Qt.Key.Key_Escape)
        assert rows(page) == []


def test_a_row_with_the_wrong_id_is_set_aside_and_kept(district: District, qtbot: QtBot) -> None:
    wrong = UUID(int=99)
    values = {"person_id": str(CHILD), "month": "2026-10", "visit_date": "2026-10-15", "weight_g": 8100}
    district.sari.save_badly(wrong, values, "child_visit")
    district.supervisor.take(*district.sari.export())
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        (row,) = rows(page)
        assert row.record == Ref(VILLAGE, "child_visit", wrong)
        assert "Isi sekali lagi lewat kunjungan" in page.side.meaning.text()
        program.press(Qt.Key.Key_Return)
        opened(program, ConfirmDialog).confirm_button.click()
        program.settle()
        assert rows(page) == []


def contradicted(district: District) -> None:
    """One cadre wrote that the child was not weighed, the other a weight; neither knew of the other."""
    visit(district.sari, 8100)
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    district.sari.save(OCTOBER, {"was_weighed": True}, "child_visit")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    district.wati.save(OCTOBER, {"was_weighed": False, "weight_g": None}, "child_visit")
    district.sari.save(OCTOBER, {"length_mm": 700}, "child_visit")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    district.sari.save(OCTOBER, {"weight_g": 8200}, "child_visit")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))


def test_what_contradicts_after_a_merge_is_listed_and_leads_to_the_visit(district: District, qtbot: QtBot) -> None:
    contradicted(district)
    with window_of(district.sari, qtbot) as program:
        home = shown(program, "beranda", HomePage)
        button = home._reminders.check_button
        assert button.text() == "Perlu dicek: 1"
        button.click()
        checking = task(program, CheckTask)
        assert isinstance(checking, CheckTask)
        told = [words.text().split(":")[0] for words in checking.side.findChildren(QLabel)]
        names = ["Berbeda", "Perlu diperbaiki", "Perlu dipastikan", "Pertanyaan", "Belum sampai", "Mungkin dobel"]
        assert [name for name in names if name not in told] == [], "every group is explained"
        board = checking.board
        (row,) = rows(board)
        assert "2B Oktober 2026" in row.title
        assert "ditulis tidak" in row.detail
        board.filter.choose("missing")
        assert rows(board) == []
        board.filter.choose("finding")
        board.list.setFocus()
        program.press(Qt.Key.Key_Return)
        found = task(program, VisitTask)
        assert isinstance(found, VisitTask)
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        (row,) = rows(page)
        assert not page.side.right_button.isVisible(), "it must be changed"
        program.press(Qt.Key.Key_Return)
        assert isinstance(task(program, HistoryTask), HistoryTask)


def test_what_may_be_right_is_confirmed_once_for_everybody(district: District, qtbot: QtBot) -> None:
    """A NIK says another day of birth than was entered; mis-issued NIK exist."""
    district.sari.save(CHILD, {"nik": "1275010101900001", "nik_kind": "permanent"}, "person")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    assert len(finding_list(district.wati.store, today=TODAY)) == 1
    with district.window(qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        (row,) = rows(page)
        assert "NIK" in row.detail
        assert "1275010101900001" not in row.words
        program.press(Qt.Key.Key_B)
        qtbot.waitUntil(lambda: bool(page.findChildren(ConfirmValueDialog)))
        opened(program, ConfirmValueDialog)
        program.write("sesuai KK")
        program.press(Qt.Key.Key_Return)
        assert rows(page) == []
    reopened(district.supervisor)
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    assert finding_list(district.wati.store, today=TODAY) == []
    answer = derived_id("flag_answer", {"about_kind": "person", "about_id": CHILD, "rule": row.what.rule})
    assert answer is not None
    assert district.wati.shown(answer, "flag_answer")["reason"] == "sesuai KK"


def test_what_leads_to_a_household_opens_it(district: District, qtbot: QtBot) -> None:
    district.sari.save(HOUSE, {"posyandu_id": str(UUID(int=77))})
    with window_of(district.sari, qtbot) as program:
        shown(program, "beranda", HomePage)._reminders.check_button.click()
        board = task(program, CheckTask).board  # type: ignore[attr-defined]
        (row,) = rows(board)
        assert "belum sampai" in row.detail
        program.press(Qt.Key.Key_Return)
        assert program.shell().frame is not None


def test_a_field_in_conflict_is_read_only_in_its_form(district: District, qtbot: QtBot) -> None:
    district.sari.save(HOUSE, {"rt": "01"})
    district.wati.save(HOUSE, {"rt": "02"})
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    exchange(district.sari, district.supervisor)
    with window_of(district.sari, qtbot) as program:
        shown(program, "beranda", HomePage).go.emit("sasaran", Ref(VILLAGE, "household", HOUSE))
        program.settle()
        program.press(Qt.Key.Key_F2)
        qtbot.waitUntil(lambda: bool(program.window.findChildren(HouseholdForm)))
        part = opened(program, HouseholdForm).parts[0]
        assert not part.rows["rt"].field.isEnabled()
        assert "pilih di Perlu dicek" in part.rows["rt"].below.text()
        assert part.rows["rw"].field.isEnabled()


def test_so_is_one_of_a_pregnancy(district: District, qtbot: QtBot) -> None:
    mother, carried = UUID(int=8), UUID(int=9)
    woman = {"household_id": str(HOUSE), "full_name": "Ibu Ani", "sex": "female", "birth_date": "1996-01-14"}
    district.sari.save(mother, woman, "person")
    district.sari.save(carried, {"person_id": str(mother), "outcome": "ongoing", "gravida": 1}, "pregnancy")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    district.sari.save(carried, {"gravida": 2}, "pregnancy")
    district.wati.save(carried, {"gravida": 3}, "pregnancy")
    settle((district.sari, district.supervisor), (district.wati, district.supervisor))
    exchange(district.sari, district.supervisor)
    with window_of(district.sari, qtbot) as program:
        shown(program, "beranda", HomePage).go.emit("sasaran", Ref(VILLAGE, "household", HOUSE))
        program.settle()
        frame = program.shell().frame
        assert frame is not None
        assert isinstance(frame.task, HouseholdTask)
        frame.task.list.choose(str(mother))
        program.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(program.window.findChildren(PersonForm)))
        part = opened(program, PersonForm).parts[1]
        assert not part.rows["gravida"].field.isEnabled()
        assert "pilih di Perlu dicek" in part.rows["gravida"].below.text()
        assert part.rows["parity"].field.isEnabled()

"""The posyandu's day when things go wrong: full disks, locks, a visit that began the same, another laptop's work."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.posyandu_day.add_guest import AddGuestDialog
from kpm_desktop.ui.pages.posyandu_day.open_rows import OpenRowsDialog
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from tests.support.family import Family, family
from tests.support.posyandu import DAY, Child, morning
from tests.support.profiles import PASSWORD, VILLAGE
from tests.support.rival import write_as_rival
from tests.ui.posyandu_morning import SAVE, PosyanduMorning, number

MONTH = "2026-11"


def full(*_: Any, **__: Any) -> Any:
    raise refused("files.disk_full", path="/x")


def row_of(child: Child) -> UUID:
    """The id of the month's row."""
    record = derived_id("child_visit", {"person_id": str(child.id), "month": MONTH})
    assert record is not None
    return record


def begin_visit(day: PosyanduMorning, child: Child, typed: dict[str, str] | None = None, **answers: object) -> None:
    """What the visit at home began of a child the day before."""
    store = day.program.shell().context.session.store
    key = {"person_id": str(child.id), "month": MONTH, "visit_date": "2026-11-18", "place": "home"}
    keep_draft(store, "child_visit", row_of(child), key | answers, {}, region=VILLAGE, typed=typed)
    day.task.context.hub.announce(["child_visit"])
    day.program.settle()


def rival_says(day: PosyanduMorning, child: Child, **values: object) -> None:
    """Another laptop's row arrives while the table is open."""
    store, record = day.program.shell().context.session.store, row_of(child)
    key = {"person_id": str(child.id), "month": MONTH, "visit_date": DAY.isoformat(), "place": "posyandu"}
    write_as_rival(store, VILLAGE, "child_visit", record, key | values)
    day.task.context.hub.announce(["child_visit"])
    day.program.settle()


def weight_of(day: PosyanduMorning, child: Child) -> object:
    return day.row(child.id).answers.value("weight_g")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F12])
def test_after_leaving_everything_stands_there_as_typed(day: PosyanduMorning, key: Qt.Key) -> None:
    first, second, *_ = day.made.children
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n99\n")
    day.program.press(key)
    if key == Qt.Key.Key_F12:
        day.program.unlock()
    assert day.program.shell().frame is None
    day.open()
    assert weight_of(day, first) == 8600
    assert day.row(second.id).answers.typed("weight_g") == "99"
    assert day.stored(first.id).form.held == {}, "a draft is no record"


def test_what_is_being_typed_is_kept_when_the_screen_is_locked(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.typed("8,6")
    day.program.press(Qt.Key.Key_F12)
    day.program.unlock()
    day.open()
    assert weight_of(day, first) == 8600


def test_a_full_disk_is_told_and_keeping_goes_on_after_it(
    day: PosyanduMorning, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = day.made.children
    day.go_to(first.id, "weight_g")
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "keep_draft", full)
        day.typed("8,6\n")
        assert "penuh" in day.task.banner.sentence()
    day.typed("8,8\n")
    kept = [day.stored(child.id).form.draft for child in (first, second)]
    assert [draft.answers["weight_g"] for draft in kept if draft is not None] == [8600, 8800]


def test_what_the_table_began_the_visit_goes_on_with_and_back(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n")
    day.program.press(Qt.Key.Key_Escape)
    shell = day.program.shell()
    shell.page(shell.current).go.emit("kunjungan", Ref(VILLAGE, "household", first.household))
    day.program.settle()
    assert shell.frame is not None
    task = shell.frame.task
    assert isinstance(task, VisitTask)
    (card,) = task.cards
    assert card.answers.value("weight_g") == 8600
    row = card.row_of("counselling_mother")
    assert row is not None
    task.moving.go_to(row)
    day.program.write("Y")
    day.program.settle()
    day.program.press(Qt.Key.Key_Escape)
    day.open()
    assert day.row(first.id).answers.value("counselling_mother") is True
    day.press(*SAVE)
    day.dialog(OpenRowsDialog).open_button.click()
    day.program.settle()
    store = shell.context.session.store
    (form,) = visit_sheet(store, first.household, MONTH, today=DAY).forms
    assert (form.held["weight_g"], form.held["counselling_mother"], form.draft) == (8600, True, None)


def test_what_another_laptop_entered_fills_open_cells_and_asks_where_it_differs(day: PosyanduMorning) -> None:
    first, second, *_ = day.made.children
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n")
    rival_says(day, second, weight_g=9100, was_weighed=True)
    assert weight_of(day, second) == 9100
    assert weight_of(day, first) == 8600
    rival_says(day, first, weight_g=8900, was_weighed=True)
    day.press(*SAVE)
    day.dialog(OpenRowsDialog).open_button.click()
    day.program.settle()
    dialog = day.dialog(ChangedMeanwhileDialog)
    dialog.reject()
    day.program.settle()
    assert weight_of(day, first) == 8600
    assert day.stored(first.id).form.held["weight_g"] == 8900


def test_somebody_of_another_posyandu_is_added_and_stays_in_the_days_list(qtbot: QtBot, profile: Path) -> None:
    with open_store(profile, PASSWORD) as store:
        made = morning(store, children=2, lacking=0)
        home = family(store)
    day = PosyanduMorning(qtbot, profile, made)
    day.task._add.click()
    day.program.settle()
    dialog = day.dialog(AddGuestDialog)
    day.program.write("fauzi")
    assert [dialog._list.item(at).text() for at in range(dialog._list.count())] == [
        "Ahmad Fauzi · anak 10 bulan · Pak Rahmat"
    ]
    day.program.press(Qt.Key.Key_Return)
    assert day.row(home.child).person.is_guest
    assert day.current[0] == "Ahmad Fauzi"
    day.program.press(Qt.Key.Key_Escape)
    day.open()
    assert day.row(home.child).person.is_guest
    assert [child.form.person.full_name for child in day.sheet().children if child.is_guest] == ["Ahmad Fauzi"]
    day.close()


def test_who_died_is_no_longer_in_the_list(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    record_death(day.program.shell().context.session.store, first.id, DAY, today=DAY)
    day.task.context.hub.announce(["person"])
    day.program.settle()
    assert len(day.task.view.people()) == 5


def test_a_day_that_cannot_be_is_said_and_opens_nothing(day: PosyanduMorning) -> None:
    day.program.press(Qt.Key.Key_Escape)
    page = day.program.shell().page("posyandu")
    assert isinstance(page, PosyanduPage)
    page.date.setFocus()
    page.date.selectAll()
    day.program.write("20-11-2026")
    day.program.press(Qt.Key.Key_Tab)
    page._on_open()
    day.program.settle()
    assert day.program.shell().frame is None
    assert page._date_row.problem() == "Paling akhir Kamis, 19 November 2026. Periksa lagi."


def test_a_list_is_not_printed_for_a_day_that_cannot_be(day: PosyanduMorning) -> None:
    day.program.press(Qt.Key.Key_Escape)
    page = day.program.shell().page("posyandu")
    assert isinstance(page, PosyanduPage)
    page.date.setFocus()
    page.date.selectAll()
    day.program.write("40-11-2026")
    day.program.press(Qt.Key.Key_Tab)
    day.program.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page._date_row.problem() == "Tanggal itu tidak ada di kalender. Periksa lagi."


def test_a_visit_at_home_stays_one_where_its_weight_is_taken_out_again(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    rival_says(day, first, counselling_mother=True, visit_date="2026-11-03", place="home")
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n")
    assert day.row(first.id).answers.changed["place"] == "posyandu"
    day.go_to(first.id, "weight_g")
    day.press(Qt.Key.Key_Delete)
    assert not day.row(first.id).has_draft
    assert day.stored(first.id).form.draft is None


def test_doses_taken_back_leave_what_the_visit_answered(day: PosyanduMorning) -> None:
    one = day.made.lacking[0]
    begin_visit(day, one, basic_immunization_received=False)
    for letter in "yt":
        day.go_to(one.id, "DOSES")
        day.typed(letter)
    assert day.row(one.id).answers.value("basic_immunization_received") is False


def test_what_is_chosen_while_others_work_arrives_is_kept(day: PosyanduMorning) -> None:
    one, other = day.made.lacking[0], day.made.children[3]
    day.go_to(one.id, "DOSES")
    day.press(Qt.Key.Key_Space)
    menu = next(each for each in day.task.view.findChildren(QMenu) if each.isVisible())
    rival_says(day, other, weight_g=9100, was_weighed=True)
    menu.close()
    menu.actions()[0].trigger()
    day.program.settle()
    assert [box.day for box in day.row(one.id).boxes] == [DAY]
    assert [dose.entry.draft is not None for dose in day.stored(one.id).doses] == [True]
    assert weight_of(day, other) == 9100


def test_a_reason_typed_while_others_work_arrives_is_kept(day: PosyanduMorning) -> None:
    first, other = day.made.children[0], day.made.children[3]
    day.go_to(first.id, "weight_g")
    day.typed(f"{number(first.weight_g + 4000, 1000)}\n")
    day.go_to(first.id, "weight_g")
    day.typed("b")
    dialog = day.dialog(ConfirmValueDialog)
    rival_says(day, other, weight_g=9100, was_weighed=True)
    dialog.why.setText("ditimbang dua kali")
    day.press(Qt.Key.Key_Return)
    assert day.said(first.id) == ""
    assert weight_of(day, other) == 9100


def test_whoever_has_the_keys_keeps_them_where_others_work_arrives(day: PosyanduMorning) -> None:
    """Its row is filled in now, and no longer one of those that are chosen."""
    second, other = day.made.children[1], day.made.children[3]
    day.task._which.choose("open")
    day.program.settle()
    day.go_to(second.id, "weight_g")
    day.typed(f"{number(second.weight_g + 200, 1000)}\t")
    rival_says(day, other, weight_g=9100, was_weighed=True)
    assert day.current == (second.name, "length_mm")


def test_a_draft_that_says_what_is_saved_by_now_is_none(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    day.go_to(first.id, "weight_g")
    day.typed("8,6\n")
    rival_says(day, first, weight_g=8600, was_weighed=True)
    assert day.stored(first.id).form.draft is None


def test_a_cell_with_two_entries_says_that_it_takes_no_third(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    for grams in (9100, 9300):
        rival_says(day, first, weight_g=grams, was_weighed=True)
    day.go_to(first.id, "weight_g")
    day.typed("9,4\n")
    assert day.row(first.id).answers.changed == {}
    assert day.task.banner.sentence() == "Dua orang mengisi berbeda: pilih dulu (Sasaran, Riwayat)."


def test_a_date_the_visit_could_not_take_is_told_as_one(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    begin_visit(day, first, {"visit_date": "31-13"}, counselling_mother=True)
    assert day.said(first.id).endswith("misalnya 19-11-2026. Ketik lagi.")


def test_choices_of_a_newer_program_are_shown_as_they_are(day: PosyanduMorning) -> None:
    first = day.made.children[0]
    answers = {"length_mm": first.length_mm + 8, "was_length_measured": True, "measure_position": "hanging"}
    rival_says(day, first, **answers, mat_result="blue", illnesses=["plague"])
    day.program.window.grab()
    shown = day.task.model.shown(day.row(first.id))
    assert {"hanging", "blue", "plague"} <= {text for cell in shown.cells for text in (cell.text, cell.aside)}


def test_a_program_left_open_over_midnight_proposes_the_new_day(day: PosyanduMorning) -> None:
    shell = day.program.shell()
    day.program.press(Qt.Key.Key_Escape)
    page = shell.page("posyandu")
    assert isinstance(page, PosyanduPage)
    assert page.day() == DAY
    shell.show_page("beranda")
    day.program.today = DAY + timedelta(days=1)
    shell.show_page("posyandu")
    day.program.settle()
    assert (page.day(), page.date.problem()) == (DAY + timedelta(days=1), "")


@pytest.mark.parametrize(("column", "typed"), [("systolic_mmhg", "120/80\n"), ("hemoglobin_g_l", "11,2\n")])
def test_what_is_measured_of_a_mother_dates_her_row_too(
    mothers: PosyanduMorning, home: Family, column: str, typed: str
) -> None:
    day = mothers
    store, kind, key = day.program.shell().context.session.store, "pregnancy_visit", {"month": MONTH}
    record = derived_id(kind, {"pregnancy_id": str(home.pregnancy), **key})
    assert record is not None
    visited = {"pregnancy_id": str(home.pregnancy), **key, "visit_date": "2026-11-03", "place": "home", "anc_visits": 1}
    write_as_rival(store, VILLAGE, kind, record, visited)
    day.task.context.hub.announce([kind])
    day.program.settle()
    day.go_to(home.pregnancy, column)
    day.typed(typed)
    changed = day.row(home.pregnancy).answers.changed
    assert (changed["place"], changed["visit_date"]) == ("posyandu", DAY.isoformat())
    day.go_to(home.pregnancy, column)
    day.press(Qt.Key.Key_Delete)
    assert not day.row(home.pregnancy).has_draft

"""The posyandu's day when things go wrong: full disks, locks, a visit that began the same, another laptop's work."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.posyandu_day.add_guest import AddGuestDialog
from kpm_desktop.ui.pages.posyandu_day.open_rows import OpenRowsDialog
from kpm_desktop.ui.pages.posyandu_day.posyandu import PosyanduPage
from kpm_desktop.ui.pages.visit.visit import VisitTask
from tests.support.family import family
from tests.support.posyandu import DAY, Child, morning
from tests.support.profiles import PASSWORD, VILLAGE
from tests.support.rival import write_as_rival
from tests.ui.posyandu_morning import SAVE, PosyanduMorning

MONTH = "2026-11"


def full(*_: Any, **__: Any) -> Any:
    raise refused("files.disk_full", path="/x")


def rival_says(day: PosyanduMorning, child: Child, **values: object) -> None:
    """Another laptop's row arrives while the table is open."""
    store = day.program.shell().context.session.store
    record = derived_id("child_visit", {"person_id": str(child.id), "month": MONTH})
    assert record is not None
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

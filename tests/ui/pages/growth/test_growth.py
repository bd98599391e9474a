"""Pertumbuhan through the real window: reached from everywhere, read by keys, mouse and screen reader, left again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.growth.child_growth import child_growth
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.growth.chart import Point
from kpm_desktop.ui.charts import chart_view
from kpm_desktop.ui.charts.growth_painter import GrowthPainter
from kpm_desktop.ui.components.person_tabs import ENTRIES
from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.forms.entry_fields import entry
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.growth.growth import GrowthTask
from kpm_desktop.ui.pages.history.history import HistoryTask
from kpm_desktop.ui.pages.people.household import HouseholdTask
from kpm_desktop.ui.pages.visit.visit import VisitTask
from kpm_desktop.ui.registers.register_form import RegisterForm
from kpm_desktop.ui.window.shell import Shell
from tests.support.children import THRIVING, TODAY, child
from tests.support.profiles import PASSWORD, VILLAGE
from tests.ui.program import Program
from tests.ui.window.test_layout import unnamed, wide


class Reading:
    """A program with the growth of a child open."""

    def __init__(self, program: Program, made: UUID, home: UUID) -> None:
        self.program, self.child = program, Ref(VILLAGE, "person", made)
        self.home = Ref(VILLAGE, "household", home)
        self.shell: Shell = program.unlock(PASSWORD)

    def go(self, key: str, what: object) -> None:
        self.shell.page(self.shell.current).go.emit(key, what)
        self.program.settle()

    def shown(self) -> Task | None:
        return None if self.shell.frame is None else self.shell.frame.task

    def growth(self) -> GrowthTask:
        shown = self.shown()
        assert isinstance(shown, GrowthTask)
        return shown

    def open(self) -> GrowthTask:
        self.go("pertumbuhan", self.child)
        return self.growth()

    def press(self, key: Qt.Key, *, times: int = 1) -> None:
        self.program.press(key, times=times)

    def point(self) -> Point:
        point = self.growth().card.view.point
        assert point is not None
        return point


Make = Callable[..., Reading]


@pytest.fixture
def reading(qtbot: QtBot, profile: Path) -> Iterator[Make]:
    programs: list[Program] = []

    def made(*weights: Any, **more: Any) -> Reading:
        with open_store(profile, PASSWORD) as store:
            whose = child(store, *weights, **more)
            home = child_growth(store, whose).household
        assert home is not None
        programs.append(Program(qtbot, profile, TODAY, language="id"))
        return Reading(programs[-1], whose, home.id)

    yield made
    for program in programs:
        program.close()


def test_keys_read_point_after_point_and_each_is_told(reading: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(chart_view, "say", lambda widget, words: told.append(words))
    whose = reading()
    view = whose.open().card.view
    assert view.hasFocus()
    assert view.accessibleName() == "Grafik BB/U: Berat badan menurut umur, 16 titik"
    assert "14 Nov 2026" in view.accessibleDescription()
    whose.press(Qt.Key.Key_Left, times=4)
    assert told[-1] == "14 Jul 2026, umur 11 bulan 10 hari, 12,9 kg, tidak wajar, tidak dipakai"
    whose.press(Qt.Key.Key_Home)
    assert told[-1].startswith("lahir, 4 Agu 2025, umur 0 hari, 3,05 kg")
    whose.press(Qt.Key.Key_Left)
    assert whose.point().month == ""
    whose.press(Qt.Key.Key_End)
    assert "T tidak naik, turun 200 g, z −1,27, Berat badan normal" in told[-1]


def test_charts_keep_the_day_that_is_read(reading: Make) -> None:
    whose = reading()
    card = whose.open().card
    whose.press(Qt.Key.Key_Left, times=3)
    assert whose.point().month == "2026-08"
    whose.press(Qt.Key.Key_2)
    assert (card.charts.current(), whose.point().month) == ("len", "2026-08")
    assert card.view.hasFocus()
    whose.press(Qt.Key.Key_4)
    assert card.goal is card._empty.button  # no head was measured
    assert card._empty.button is not None
    assert card._empty.button.hasFocus()
    whose.press(Qt.Key.Key_1)
    assert card.view.hasFocus()


def test_the_list_tells_what_the_chart_shows(reading: Make) -> None:
    whose = reading()
    card = whose.open().card
    whose.press(Qt.Key.Key_Left)
    whose.press(Qt.Key.Key_D)
    assert card.list.hasFocus()
    said = [card.list.rows.said(row) for row in card.list.rows.rows]
    assert len(said) == 16
    assert said[1] == (
        "13 Okt 2026, Umur: 14 bulan 9 hari, Ukuran: 8,5 kg, Naik atau tidak: T tidak naik, turun 100 g, z: −0,87, "
        "Kelas: Berat badan normal"
    )
    whose.press(Qt.Key.Key_Down)
    whose.press(Qt.Key.Key_D)
    assert whose.point().month == "2026-09"


def test_the_mouse_reads_the_point_below_it(reading: Make) -> None:
    whose = reading()
    view = whose.open().card.view
    painter: GrowthPainter = view._made()
    at = painter.marks[3].at.toPoint()
    QTest.mouseMove(view, at + QPoint(3, 3))
    whose.program.settle()
    assert whose.point().month == "2025-11"


def test_enter_opens_the_visit_of_the_point(reading: Make) -> None:
    whose = reading()
    whose.open()
    whose.press(Qt.Key.Key_Left)
    whose.press(Qt.Key.Key_Return)
    visit = whose.shown()
    assert isinstance(visit, VisitTask)
    assert (visit.household, visit.month) == (whose.home, "2026-10")


def test_from_a_visit_and_back_to_where_the_keys_were(reading: Make) -> None:
    whose = reading()
    whose.go("kunjungan", (whose.home, "2026-11"))
    visit = whose.shown()
    assert isinstance(visit, VisitTask)
    whose.press(Qt.Key.Key_Down, times=2)
    before = visit.moving.row()
    assert before is not None
    field = before.question.field
    whose.press(Qt.Key.Key_G)
    assert whose.growth().person == whose.child
    whose.press(Qt.Key.Key_R)
    assert isinstance(whose.shown(), HistoryTask)
    whose.press(Qt.Key.Key_G)
    assert isinstance(whose.shown(), GrowthTask)
    whose.press(Qt.Key.Key_Escape)
    assert whose.shown() is visit
    row = visit.moving.row()  # the visit was read again
    assert row is not None
    assert row.question.field == field
    assert row.hasFocus()
    whose.press(Qt.Key.Key_Escape)
    assert whose.shown() is None


def test_from_the_household_and_from_the_history(reading: Make) -> None:
    whose = reading()
    whose.go("sasaran", whose.home)
    task = whose.shown()
    assert isinstance(task, HouseholdTask)
    task.list.choose(str(whose.child.id))
    whose.press(Qt.Key.Key_G)
    whose.growth()
    whose.press(Qt.Key.Key_Escape)
    assert whose.shown() is task
    whose.press(Qt.Key.Key_R)
    history = whose.shown()
    assert isinstance(history, HistoryTask)
    history.tabs.button("growth").click()
    whose.program.settle()
    growth = whose.growth()
    growth.tabs.choose(ENTRIES)
    whose.program.settle()
    assert isinstance(whose.shown(), HistoryTask)
    whose.press(Qt.Key.Key_Escape)
    assert whose.shown() is None


def test_a_child_that_did_not_gain_is_referred_with_its_name_filled_in(reading: Make) -> None:
    whose = reading()
    growth = whose.open()
    assert growth.card._said.text() == (
        "Dua bulan tidak naik: Oktober turun 100 g, November turun 200 g. Rujuk ke bidan atau Puskesmas."
    )
    whose.press(Qt.Key.Key_F8)
    form = whose.program.window.findChild(RegisterForm)
    assert form is not None
    assert entry(form.asked.rows["person_id"].field).value() == whose.child.id
    assert entry(form.asked.rows["reason"].field).value() == "not_gaining"
    form.reject()
    whose.program.settle()


def test_a_thriving_child_has_nothing_to_be_referred_for(reading: Make) -> None:
    whose = reading(THRIVING)
    growth = whose.open()
    assert growth.refer_button.isHidden()
    whose.press(Qt.Key.Key_F8)
    assert whose.shown() is growth


def test_nothing_measured_leads_to_the_visit(reading: Make) -> None:
    whose = reading((), more={"birth_weight_g": None, "birth_length_mm": None})
    growth = whose.open()
    assert growth.card._empty.accessibleName() == "Belum ada timbangan."
    whose.press(Qt.Key.Key_Return)
    assert isinstance(whose.shown(), VisitTask)


def test_p_shows_the_sheet_for_the_mother(reading: Make) -> None:
    whose = reading()
    growth = whose.open()
    whose.press(Qt.Key.Key_P)
    preview = growth.findChild(PrintPreview)
    assert preview is not None
    assert preview._laid is not None
    assert (preview._laid.page.name, len(preview._laid.sheets)) == ("Pertumbuhan Alya Putri", 1)
    assert preview.excel_button.isHidden()
    preview.hide_box.setChecked(True)
    whose.program.settle()
    assert preview._laid.page.name == "Pertumbuhan A. P."
    preview.reject()
    whose.program.settle()


def test_everything_has_a_name_and_nothing_is_too_wide(reading: Make) -> None:
    whose = reading()
    growth = whose.open()
    assert unnamed(growth) == []
    assert wide(whose.program) == []


def test_a_supervisor_reads_it_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "penyelia"
    made = init_profile(folder, role="supervisor", name="Pak Budi", villages=["12.75.01"], password=PASSWORD)
    with made.store as store:
        whose = child(store)
        home = child_growth(store, whose).household
    assert home is not None
    program = Program(qtbot, folder, TODAY, language="id")
    reading = Reading(program, whose, home.id)
    growth = reading.open()
    assert growth.refer_button.isHidden()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_U, Qt.Key.Key_F8):
        reading.press(key)
        assert reading.shown() is growth
    reading.press(Qt.Key.Key_4)
    assert growth.card.goal is growth.card.charts
    assert growth.card._empty.button is None
    program.close()

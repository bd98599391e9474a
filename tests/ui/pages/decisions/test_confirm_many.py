"""Keputusan narrowed to a village or a cadre, and several entries confirmed at once and taken back."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.ui.components.place_filter import PlaceFilter
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.pages.decisions.decision_rows import DecisionRow
from kpm_desktop.ui.pages.decisions.decisions import DecisionsPage
from tests.support.devices import VILLAGE, Device, acquaint, quick_place, settle
from tests.ui.conftest import TODAY
from tests.ui.pages.district import opened, shown, window_of
from tests.ui.program import Program

OTHER = "12.75.01.1002"


def doubtful(cadre: Device, village: str, first: int, children: int) -> None:
    """A household whose children have a NIK of other days of birth."""
    house = UUID(int=first)
    cadre.save(house, {"village_code": village, "head_name": "Kepala"}, region=village)
    for number in range(first + 1, first + 1 + children):
        child = {"household_id": str(house), "full_name": f"Anak {number}", "sex": "male", "birth_date": "2026-01-14"}
        nik = {"nik": f"12750101019{number:05}", "nik_kind": "permanent"}
        cadre.save(UUID(int=number), {**child, **nik}, "person", region=village)


@pytest.fixture
def supervisor() -> Iterator[Device]:
    """Two cadres of two villages; Ibu Sari has two doubtful entries, Ibu Wati one."""
    with quick_place() as place:
        made = place.supervisor("Bu Rina")
        for name, village, first, children in (("Ibu Sari", VILLAGE, 10, 2), ("Ibu Wati", OTHER, 20, 1)):
            cadre = place.cadre(name, village)
            acquaint(cadre, made, village)
            doubtful(cadre, village, first, children)
            settle((cadre, made))
        yield made


def rows(page: DecisionsPage) -> list[DecisionRow]:
    return [row for row in page.list.rows.rows if isinstance(row, DecisionRow) and row.may_be_marked]


def narrow(program: Program, page: DecisionsPage, name: str, code: str | None) -> None:
    """Chooses in one of the two boxes as a user does."""
    (box,) = [one for one in page.findChildren(PlaceFilter) if one.accessibleName() == name]
    assert box.isVisible()
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    program.settle()


def confirmed_by_key(program: Program, page: DecisionsPage, qtbot: QtBot) -> None:
    """B, and Enter in the dialog; a button's key presses it visibly, which takes a moment."""
    program.press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: bool(page.findChildren(ConfirmValueDialog)))
    opened(program, ConfirmValueDialog)
    program.press(Qt.Key.Key_Return)


def test_the_list_is_narrowed_to_a_village_or_a_cadre(supervisor: Device, qtbot: QtBot) -> None:
    with window_of(supervisor, qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        assert len(rows(page)) == 3
        narrow(program, page, "Desa", OTHER)
        assert [row.people for row in rows(page)] == [("Ibu Wati",)]
        narrow(program, page, "Kader", "Ibu Sari")
        assert rows(page) == []
        narrow(program, page, "Desa", None)
        assert {row.regions for row in rows(page)} == {(VILLAGE,)} and len(rows(page)) == 2


def test_all_that_are_shown_are_confirmed_at_once_and_taken_back(supervisor: Device, qtbot: QtBot) -> None:
    with window_of(supervisor, qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        store = page.context.session.store
        narrow(program, page, "Kader", "Ibu Sari")
        assert page.bulk_button.text() == "Sudah benar: semua 2 yang tampil…"
        page.bulk_button.click()
        dialog = opened(program, ConfirmValueDialog)
        assert any("2 isian di 1 desa" in label.text() for label in dialog.findChildren(QLabel))
        program.write("sesuai KK")
        program.press(Qt.Key.Key_Return)
        assert rows(page) == [] or {row.people for row in rows(page)} == {("Ibu Wati",)}
        assert len(finding_list(store, today=TODAY)) == 1
        assert page.banner.sentence() == "2 isian dicatat sudah benar; tidak ditanyakan lagi."
        page.banner.action_button.click()
        program.settle()
        assert len(finding_list(store, today=TODAY)) == len(rows(page)) == 3
        assert not page.banner.action_button.isVisible(), "nothing is left to be undone"


def test_marked_rows_are_confirmed_by_keyboard_and_by_the_box(supervisor: Device, qtbot: QtBot) -> None:
    with window_of(supervisor, qtbot) as program:
        page = shown(program, "keputusan", DecisionsPage)
        page.list.choose(rows(page)[0].key)
        page.list.setFocus()
        program.press(Qt.Key.Key_Space)
        program.press(Qt.Key.Key_Down)
        program.press(Qt.Key.Key_Down)
        at = page.list.visualRect(page.list.currentIndex())
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at.center())
        assert len(page.marks.marked) == 1, "a click beside the box only chooses"
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(24, at.center().y()))
        assert page.bulk_button.text() == "Sudah benar: 2 yang dipilih…"
        assert [row.words.startswith("✓") for row in rows(page)] == [True, False, True]
        confirmed_by_key(program, page, qtbot)
        assert len(rows(page)) == len(finding_list(page.context.session.store, today=TODAY)) == 1
        page.list.choose(rows(page)[0].key)
        confirmed_by_key(program, page, qtbot)
        assert page.banner.sentence() == "Dicatat sudah benar; tidak ditanyakan lagi."
        page.banner.action_button.click()
        program.settle()
        assert len(rows(page)) == 1

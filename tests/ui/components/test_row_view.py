"""Lists with headings: arrows pass over them, Enter opens, and the chosen row stays chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.look.look import Look


@dataclass(frozen=True)
class Named:
    key: str
    is_heading: bool = False

    @property
    def words(self) -> str:
        return self.key


class Plain(RowDelegate):
    def paint_row(self, painter: object, where: object, index: object, *, chosen: bool) -> None:
        pass


ROWS = [Named("A", is_heading=True), Named("a1"), Named("a2"), Named("B", is_heading=True), Named("b1")]


def view(qtbot: QtBot, look: Look) -> RowView:
    made = RowView("Daftar")
    made.draw_with(Plain(look))
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.show()
    return made


def current(shown: RowView) -> str:
    row = shown.current()
    return row.key if row is not None else ""


def test_arrows_pass_over_headings(qtbot: QtBot, look: Look) -> None:
    shown = view(qtbot, look)
    assert current(shown) == "a1"
    for _ in range(2):
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert current(shown) == "b1"
    for _ in range(3):
        QTest.keyClick(shown, Qt.Key.Key_Up)
    assert current(shown) == "a1"


def test_enter_opens_what_is_chosen(qtbot: QtBot, look: Look) -> None:
    shown = view(qtbot, look)
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == [Named("a1")]


def test_the_chosen_row_is_found_again_among_other_rows(qtbot: QtBot, look: Look) -> None:
    shown = view(qtbot, look)
    shown.choose("b1")
    shown.show_rows([Named("b1"), Named("c1")])
    assert current(shown) == "b1"
    shown.show_rows([Named("c1")])
    assert current(shown) == "c1"
    shown.show_rows([])
    assert current(shown) == ""

"""The keys stay where they were while something is made anew, and F6 goes from part to part."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.leading import Leading
from kpm_desktop.ui.components.stops import focus_kept, stops, to_next_area
from kpm_desktop.ui.look.look import Look


class Board(Leading):
    """Buttons that are made anew."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._column = look, QVBoxLayout(self)

    def show_words(self, *words: str) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None
            widget.hide()
            widget.deleteLater()
        for word in words:
            button = Button(self._look, word)
            self._column.addWidget(button)
            button.show()


def board(qtbot: QtBot, look: Look, *words: str) -> Board:
    made = Board(look)
    qtbot.addWidget(made)
    made.show_words(*words)
    made.show()
    return made


def focused(widget: QWidget) -> str:
    focus = widget.window().focusWidget()
    return focus.text() if isinstance(focus, Button) else ""


def test_the_same_control_gets_the_keys_again(qtbot: QtBot, look: Look) -> None:
    made = board(qtbot, look, "satu", "dua", "tiga")
    stops(made)[1].setFocus()
    with focus_kept(made):
        made.show_words("baru", "satu", "dua")
    assert focused(made) == "dua"
    with focus_kept(made):
        made.show_words("baru", "satu", "tiga")
    assert focused(made) == "tiga"  # the one at its place
    with focus_kept(made):
        made.show_words("baru")
    assert made.window().focusWidget() is made


def test_the_next_part_takes_up_where_it_was_left(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    left, right = Board(look), Board(look)
    for part in (left, right):
        row.addWidget(part)
    left.show_words("satu", "dua")
    right.show_words("tiga")
    window.show()
    stops(left)[1].setFocus()
    to_next_area([left, right])
    assert focused(window) == "tiga"
    to_next_area([left, right])
    assert focused(window) == "dua"

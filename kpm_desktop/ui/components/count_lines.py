"""Lines of an icon, a number and what it counts, each perhaps with a link: the plain account of something."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.emptying import empty
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.format.count_words import grouped
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class CountLine(NamedTuple):
    """icon, its colour, the number, the noun; `link` is the words of a button that gives `key`."""

    icon: str
    tone: str
    number: int
    noun: str
    link: str = ""
    key: str = ""


class CountLines(QWidget):
    """`chosen` gives the key of the line whose link was pressed. comma: the sign before decimals."""

    chosen = Signal(str)

    def __init__(self, look: Look, comma: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._comma = comma
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[CountLine]) -> None:
        """Shows other lines."""
        empty(self._column)
        for line in lines:
            self._column.addWidget(self._line(line))

    def _line(self, line: CountLine) -> QWidget:
        holder = QWidget()
        holder.setMinimumHeight(self._look.px(24))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        written = grouped(line.number, self._comma)
        number = label(self._look, written)
        number.setFont(self._look.font(Text.BODY_STRONG, tabular=True))
        number.setMinimumWidth(self._look.px(32))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(icon_label(self._look, line.icon, line.tone, 18))
        row.addWidget(number)
        row.addWidget(label(self._look, line.noun, wrap=True), 1)
        if line.link:
            button = Button(self._look, line.link, kind="link", small=True)
            button.setFixedHeight(self._look.px(24))
            button.setAccessibleName(f"{written} {line.noun}: {line.link}")
            button.setProperty("key", line.key)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        return holder

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("key"))

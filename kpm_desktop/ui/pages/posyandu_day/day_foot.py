"""The count of the day at the foot of the table: of children by the letters of the recap, of mothers in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_HEIGHT, _BOX = 30, 24


class Counted(NamedTuple):
    """letter: in a box before the number, or empty."""

    letter: str
    number: int
    words: str
    ink: str = "text"


class DayFoot(QWidget):
    """What finds no room at the right is left out of the drawing, never of what is read aloud."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._counts = look, list[Counted]()
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Sequence[Counted]) -> None:
        """Other numbers."""
        self._counts = list(counts)
        self.setAccessibleName(", ".join(f"{each.letter} {each.number} {each.words}".strip() for each in counts))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._look.px(200), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws those that fit."""
        painter, look, x = QPainter(self), self._look, 0.0
        for each in self._counts:
            width = self._width(each)
            if x + width > self.width():
                return
            if each.letter:
                box = QRectF(x, (self.height() - look.px(_BOX)) / 2, look.px(_BOX), look.px(_BOX))
                paint_frame(painter, look, box, fill="neu_bg", radius=4)
                self._words(painter, box, each.letter, Text.CAPTION_STRONG, "text2", Qt.AlignmentFlag.AlignHCenter)
                x += look.px(_BOX + 6)
            x += self._words(painter, self._at(x), str(each.number), Text.BODY_STRONG, each.ink) + look.px(6)
            ink = "text2" if each.ink == "text" else each.ink
            x += self._words(painter, self._at(x), each.words, Text.CAPTION, ink) + look.px(18)

    def _at(self, x: float) -> QRectF:
        return QRectF(x, 0, self.width(), self.height())

    def _width(self, each: Counted) -> float:
        number = QFontMetricsF(self._look.font(Text.BODY_STRONG)).horizontalAdvance(str(each.number))
        words = QFontMetricsF(self._look.font(Text.CAPTION)).horizontalAdvance(each.words)
        return number + words + self._look.px(6) + (self._look.px(_BOX + 6) if each.letter else 0)

    def _words(
        self,
        painter: QPainter,
        where: QRectF,
        text: str,
        kind: Text,
        ink: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        font = self._look.font(kind)
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetricsF(font).horizontalAdvance(text)

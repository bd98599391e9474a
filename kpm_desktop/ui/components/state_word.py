"""What became of a record, in one of five words with its own icon. Green is for received alone."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

if TYPE_CHECKING:
    from kpm_desktop.commands.records.record_states import RecordState


class State(Enum):
    """A record's delivery state: icon and colour."""

    DRAFT = ("pencil", "neu")
    SAVED = ("hard-drive", "neu")
    EXPORTED = ("upload", "accent_text")
    RECEIVED = ("check-check", "ok")
    REPAIR = ("wrench", "risk")

    @classmethod
    def of_record(cls, state: RecordState) -> State:
        """The word for a record's state."""
        return cls[state.name]

    @property
    def icon(self) -> str:
        """The icon's name."""
        return self.value[0]

    @property
    def tone(self) -> str:
        """The colour's name."""
        return self.value[1]

    def word(self) -> str:
        """The word in the reader's language."""
        words = {
            State.DRAFT: QCoreApplication.translate("State", "Draft"),
            State.SAVED: QCoreApplication.translate("State", "Saved"),
            State.EXPORTED: QCoreApplication.translate("State", "Exported"),
            State.RECEIVED: QCoreApplication.translate("State", "Received"),
            State.REPAIR: QCoreApplication.translate("State", "To be repaired"),
        }
        return words[self]


def _font_kind(state: State) -> Text:
    return Text.CAPTION_STRONG if state is not State.DRAFT and state is not State.SAVED else Text.CAPTION


def paint_state(painter: QPainter, look: Look, at: QPointF, state: State) -> float:
    """Draws icon and word with their left middle at a point and gives the width."""
    side = look.px(16)
    look.icons.paint(painter, QRectF(at.x(), at.y() - side / 2, side, side), state.icon, state.tone)
    font = look.font(_font_kind(state))
    width = QFontMetricsF(font).horizontalAdvance(state.word()) + 2
    painter.setFont(font)
    painter.setPen(look.colour(state.tone))
    height = side * 2
    where = QRectF(at.x() + look.px(22), at.y() - height / 2, width, height)
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, state.word())
    return look.px(22) + width


class StateWord(QWidget):
    """Icon and word as a widget."""

    def __init__(self, look: Look, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._state = look, state
        self.setAccessibleName(state.word())
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The room icon and word take."""
        metrics = QFontMetricsF(self._look.font(_font_kind(self._state)))
        return QSize(round(self._look.px(22) + metrics.horizontalAdvance(self._state.word()) + 3), self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws them."""
        paint_state(QPainter(self), self._look, QPointF(0, self.height() / 2), self._state)

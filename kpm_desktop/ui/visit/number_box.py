"""The small box for a number in a question's row. What is no part of a number is the row's to answer."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.fields.number_field import NumberField
from kpm_desktop.ui.fields.number_text import UNITS, Unit
from kpm_desktop.ui.look import Look
from kpm_desktop.ui.visit.answer_button import HEIGHT

WIDTH = 64
_OF_NUMBERS = frozenset("0123456789,.-−")


class NumberBox(NumberField):
    """`strayed` gives a key that is no part of a number, so that `T` in a number is still a no."""

    strayed = Signal(QKeyEvent)
    left = Signal()

    def __init__(
        self, look: Look, unit: str, low: int | None, high: int | None, *, comma: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, UNITS.get(unit, Unit("")), low, high, comma=comma, parent=parent)
        self.setFixedHeight(look.px(HEIGHT))
        self.setFixedWidth(look.px(WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("role", "number-box")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and signs are typed, the rest goes to the row."""
        text, controlled = event.text(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        typed = bool(text) and text.isprintable() and not controlled
        moves = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (typed and text not in _OF_NUMBERS) or moves:
            self.strayed.emit(event)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken when the box is left, by whatever way."""
        super().focusOutEvent(event)
        self.tidy()
        self.left.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the border in the row's colour while it is typed in."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("warn" if self.property("problem") else "accent"), 2))
        radius = self.look.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

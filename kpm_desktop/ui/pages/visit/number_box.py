"""The small box for a number in a question's row. What is no part of a number is the row's to answer, or to type."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.fields.number_field import NumberField
from kpm_desktop.ui.format.number_text import UNITS, Unit
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.pages.visit.answer_button import HEIGHT

WIDTH = 64
_OF_NUMBERS = frozenset("0123456789,.-−")


def begins_number(text: str) -> bool:
    """Whether a key begins a number, be it one nobody understands: a sign that vanished would make another of it."""
    return text in _OF_NUMBERS or text.isnumeric()


class NumberBox(NumberField):
    """`strayed` gives a key that is no part of a number, so that `T` in a number is still a no; what the row has no use
    for it gives back with `type_key`."""

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

    def type_key(self, event: QKeyEvent) -> None:
        """Types a key as it is, also one that makes the number none."""
        super().keyPressEvent(event)

    def begin(self, text: str) -> None:
        """Begins another number in place of what stands here."""
        self.setText("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.insert(text)
        self.edited.emit()

    def mark(self, *, is_problem: bool) -> None:
        """Shows whether what stands here is to be looked at again."""
        self.setProperty("problem", is_problem)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken when the box is left, by whatever way."""
        super().focusOutEvent(event)
        self.tidy()
        self.left.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the border in the row's colour while it is typed in or has to be mended."""
        super().paintEvent(event)
        if not (self.hasFocus() or self.property("problem")):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("warn" if self.property("problem") else "accent"), 2))
        radius = self.look.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

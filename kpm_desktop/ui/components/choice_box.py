"""A box that opens to a list of values: what every one of them does, whatever it is filled with."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ChoiceBox(QComboBox):
    """A letter looks for a value that begins with it; no command of one key takes it away."""

    def event(self, event: QEvent) -> bool:
        """A letter is this box's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~_SHIFTED
            if is_plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that scrolls the page does not change a value on its way."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

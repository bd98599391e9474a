"""A box that opens to a list of values: what every one of them does, whatever it is filled with."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from kpm_desktop.ui.look.look import Look

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
#: With more values than this nobody looks through them: a part of the name is typed.
FEW = 12


class ChoiceBox(QComboBox):
    """Of few values a letter looks for one that begins with it; many are narrowed by typing a part of the name. No
    command of one key takes a letter away."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def event(self, event: QEvent) -> bool:
        """A letter is this box's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter begins to narrow many values."""
        letter = _letter(event)
        if self.count() > FEW and letter.strip():
            self._find(letter)
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """The list, or what finds one of many."""
        if self.count() > FEW:
            self._find("")
        else:
            super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that scrolls the page does not change a value on its way."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _find(self, typed: str) -> None:
        from kpm_desktop.ui.components.choice_popup import ChoicePopup

        popup = ChoicePopup(self._look, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._on_found)
        popup.open(typed)

    def _on_found(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.activated.emit(row)


def _letter(event: QKeyEvent) -> str:
    """What is typed by a key without a command."""
    is_plain = not event.modifiers() & ~_SHIFTED
    return event.text() if is_plain and event.text().isprintable() else ""

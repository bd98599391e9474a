"""The field of Cari. It keeps the keys: what is a letter is typed, everything else walks through what was found."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

LONGEST = 100
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Left to the window: help, and the screen can be locked from everywhere.
_OF_THE_WINDOW = (Qt.Key.Key_F1, Qt.Key.Key_F12)


class SearchLine(QLineEdit):
    """`stepped` by so many rows, `leapt` to the next or former group, `unfolded` shows all of a group or (False) goes
    back, `entered` opens what is chosen, `escaped` closes."""

    stepped = Signal(int)
    leapt = Signal(int)
    unfolded = Signal(bool)
    entered = Signal()
    escaped = Signal()

    def __init__(self, look: Look, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # no letter lets the page below be drawn again
        self.setFont(look.font(Text.TITLE))
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(LONGEST)
        self.setFixedHeight(look.px(44))

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut of what lies below while this is open."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() not in _OF_THE_WINDOW
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the groups instead."""
        self.leapt.emit(1 if next else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move and open; the rest is typed."""
        key, with_ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            is_down = key == Qt.Key.Key_Down
            if with_ctrl:
                self.unfolded.emit(is_down)
            else:
                self.stepped.emit(1 if is_down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.stepped.emit(8 if key == Qt.Key.Key_PageDown else -8)
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and with_ctrl):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

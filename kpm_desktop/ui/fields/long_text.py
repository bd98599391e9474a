"""Text of several lines; Tab leaves it, Ctrl+Enter is what Enter is elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kpm_desktop.domain.records.tidy import tidy_lines
from kpm_desktop.ui.look.look import Look


class LongText(QPlainTextEdit):
    """`edited` after every change, `finished` at Ctrl+Enter. `longest` is the record's own limit: more is not taken."""

    edited = Signal()
    finished = Signal()

    def __init__(self, look: Look, longest: int, *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setTabChangesFocus(True)
        self.setFixedHeight(look.px(22 * lines + 18))
        self.textChanged.connect(self._on_changed)

    def value(self) -> str:
        """What is kept of what was typed."""
        return tidy_lines(self.toPlainText())

    def set_value(self, text: str) -> None:
        """Shows a text with the cursor behind it."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if len(self.toPlainText()) > self._longest:
            cursor = self.textCursor()
            at = min(cursor.position(), self._longest)
            self.setPlainText(self.toPlainText()[: self._longest])
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self.edited.emit()

"""What all typed fields share: a line edit that reads its text, keeps the value and says what to look at again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kpm_desktop.ui.components.upright_area import into_view
from kpm_desktop.ui.look.look import Look


class LineField(QLineEdit):
    """`edited` after every key, `committed` when the field is left or Enter is pressed and its text is tidied."""

    edited = Signal()
    committed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setFixedHeight(look.px(40))
        self.textEdited.connect(self._on_typed)
        self.editingFinished.connect(self._on_finished)

    def problem(self) -> str:
        """What to look at again, in the reader's language; empty when there is nothing."""
        return ""

    def tidy(self) -> None:
        """Writes the value as it was understood."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands there is chosen, so that typing replaces it; not when a list below closes while one types."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed is seen."""
        if event.text():
            into_view(self)
        super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        self.edited.emit()

    def _on_finished(self) -> None:
        self.tidy()
        self.committed.emit()

"""Which month Kunjungan shows, and the buttons and keys that lead to the one before and after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class MonthStepper(QWidget):
    """`stepped` gives -1 or 1."""

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        earlier, self._later = Button(look, "‹"), Button(look, "›")
        earlier.setAccessibleName(self.tr("Month before"))
        self._later.setAccessibleName(self.tr("Month after"))
        self._words = label(look, "", Text.BODY_STRONG)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMinimumWidth(look.px(170))
        for widget in (earlier, self._words, self._later):
            row.addWidget(widget)
        for button, key, pressed in (
            (earlier, "Ctrl+Left", self._on_earlier),
            (self._later, "Ctrl+Right", self._on_later),
        ):
            button.clicked.connect(pressed)
            QShortcut(QKeySequence(key), self, pressed)

    def show_month(self, words: str, *, is_last: bool) -> None:
        """Another month. is_last: none comes after it."""
        self._words.setText(words)
        self._later.setEnabled(not is_last)

    def _on_earlier(self) -> None:
        self.stepped.emit(-1)

    def _on_later(self) -> None:
        self.stepped.emit(1)

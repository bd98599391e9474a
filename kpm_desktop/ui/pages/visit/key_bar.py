"""At the foot of a visit: the keys, and Simpan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.look.look import Look


class _SaveButton(Button):
    """`left_up`: it follows the last question, and the keys that lead back from a question lead back from here."""

    left_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Up or (is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.left_up.emit()
        else:
            super().keyPressEvent(event)


class KeyBar(QFrame):
    """`saved` when Simpan is pressed; its shortcut belongs to the page. `went_back` to the question before it."""

    saved = Signal()
    went_back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(4), look.px(4), look.px(4))
        row.setSpacing(look.px(6))
        row.addWidget(KeyHints(look, self._keys(), ink="text"), 1)
        self.save_button = _SaveButton(look, self.tr("Save"), kind="primary", key="Ctrl+S", small=True)
        self.save_button.clicked.connect(self.saved)
        self.save_button.left_up.connect(self.went_back)
        row.addWidget(self.save_button)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Y", self.tr("yes")),
            ("T", self.tr("no")),
            ("1–4", self.tr("choose")),
            ("0–9", self.tr("number")),
            ("S", self.tr("as before")),
            ("Enter", self.tr("on")),
            ("↑", self.tr("back")),
        ]

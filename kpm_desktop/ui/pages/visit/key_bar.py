"""At the foot of a visit: the keys, and Simpan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.look.look import Look


class KeyBar(QFrame):
    """`saved` when Simpan is pressed; its shortcut belongs to the page."""

    saved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(4), look.px(4), look.px(4))
        row.setSpacing(look.px(6))
        row.addWidget(KeyHints(look, self._keys(), ink="text"), 1)
        self.save_button = Button(look, self.tr("Save"), kind="primary", key="Ctrl+S", small=True)
        self.save_button.clicked.connect(self.saved)
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

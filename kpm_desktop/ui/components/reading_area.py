"""What is only read and may be longer than its room: the arrows move it while it has the keys, which a ring shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from kpm_desktop.ui.components.roles import speak_as


class ReadingArea(QScrollArea):
    """name: what a screen reader calls it."""

    def __init__(self, name: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "reading")
        self.setAccessibleName(name)
        speak_as(self, "document")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

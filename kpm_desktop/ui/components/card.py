"""A card: a white surface with a thin border, perhaps with a heading, a caption beside it and a line below."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class Card(QFrame):
    """Fill `body`; things beside the heading go into `heading_row`. `flush` leaves the sides to a list."""

    def __init__(
        self, look: Look, heading: str = "", *, caption: str = "", flush: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        self.heading_row = QHBoxLayout()
        self.heading_row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        self.heading_row.setSpacing(look.px(8))
        self.caption = label(look, caption, Text.CAPTION, "text2")
        if heading:
            head = label(look, heading, Text.SECTION)
            head.setMinimumHeight(look.px(28))
            speak_as(head, "heading")
            self.heading_row.addWidget(head)
            self.heading_row.addWidget(self.caption)
            self.heading_row.addStretch(1)
            whole.addLayout(self.heading_row)
            whole.addWidget(line())
            self.setAccessibleName(heading)
        self.body = QVBoxLayout()
        inner = 0 if flush else look.px(16)
        self.body.setContentsMargins(inner, 0 if flush else look.px(12), inner, 0 if flush else look.px(16))
        self.body.setSpacing(look.px(12))
        whole.addLayout(self.body, 1)

    def wrap_heading(self) -> None:
        """Lets the heading take as many lines as it needs beside what stands in its row."""
        item = self.heading_row.itemAt(0)
        head = item.widget() if item is not None else None
        assert isinstance(head, QLabel)
        head.setWordWrap(True)
        self.heading_row.setStretch(0, 1)
        self.heading_row.setStretch(2, 0)

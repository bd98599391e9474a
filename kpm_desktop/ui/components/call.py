"""A call: one sentence about something to look at when there is time, and the button that leads there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class Call(QFrame):
    """Hidden until `tell`. `pressed` when the button is; it is quieter than a banner, which asks for something now,
    unless it has a banner's tone (`warn`)."""

    pressed = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        action: str,
        *,
        shortcut: str = "",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner" if tone else "note")
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(2), look.px(8), look.px(2))
        row.setSpacing(look.px(8))
        self._sentence = label(look, "", Text.BODY_MEDIUM, tone or "text", wrap=True)
        self.button = Button(look, action, kind="link", small=True, key=shortcut)
        self.button.clicked.connect(self.pressed)
        if shortcut:
            QShortcut(QKeySequence(shortcut), self, self.pressed.emit)
        row.addWidget(icon_label(look, icon, tone or "text2", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Shows a sentence; an empty one puts it away."""
        self._sentence.setText(sentence)
        self.button.setAccessibleName(f"{self.button.text()}: {sentence}")
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

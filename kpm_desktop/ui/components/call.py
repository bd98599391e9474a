"""A call: one sentence about something to look at when there is time, and the button that leads there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label
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
        self._sentence = _Sentence()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setFont(look.font(Text.BODY_MEDIUM))
        self._sentence.setProperty("tone", tone or "text")
        self._sentence.setWordWrap(True)
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


class _Sentence(QLabel):
    """Goes on in a second line only where there is no room for it in one, which Qt would sooner do."""

    def sizeHint(self) -> QSize:
        """In one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

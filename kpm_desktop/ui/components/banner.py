"""A banner: one sentence about something the user can do now, across the whole width; at most one on a page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import label, retone
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_ICONS = {"warn": "circle-alert", "risk": "triangle-alert", "ok": "check"}


class Banner(QFrame):
    """Hidden until `tell`; Esc is not its key, the small button puts it away. `acted` when the other one is pressed."""

    closed = Signal()
    acted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(10), look.px(12), look.px(10))
        row.setSpacing(look.px(12))
        self._icon = QLabel()
        self._sentence = label(look, "", Text.BODY_STRONG, wrap=True)
        self.action_button = Button(look, "", kind="link", small=True)
        self.action_button.setFixedHeight(look.px(24))
        self.action_button.clicked.connect(self._on_action)
        self._close = Button(look, self.tr("Close"), kind="link", small=True)
        self._close.setFixedHeight(look.px(24))
        self._close.clicked.connect(self.clear)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(
        self, sentence: str, tone: str = "warn", *, icon: str = "", closable: bool = True, action: str = ""
    ) -> None:
        """Shows a sentence; `tone`: warn, risk or ok. action: what can be done about it at once (`acted`)."""
        retone(self, tone)
        retone(self._sentence, tone)
        pixmap = self._look.icons.pixmap(icon or _ICONS[tone], tone, 20, self.devicePixelRatioF())
        self._icon.setPixmap(pixmap)
        self._sentence.setText(sentence)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(sentence)
        self.show()
        say(self, sentence)

    def sentence(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def clear(self) -> None:
        """Puts it away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _on_action(self) -> None:
        self.clear()
        self.acted.emit()

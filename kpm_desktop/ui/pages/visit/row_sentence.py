"""The line that a row of a checklist grows by: an icon, what is to be looked at or done, and where it applies "B"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label, retone
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_LEAST_HEIGHT, _ICON = 28, 16


class RowSentence(QWidget):
    """Hidden while there is nothing to say. `confirmed` when it is said to be right."""

    confirmed = Signal()

    def __init__(self, look: Look, margin: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sentence = ""
        self.can_confirm = False
        self._shown: tuple[str, str, str, bool] | None = None
        self.setMinimumHeight(look.px(_LEAST_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, 0, look.px(12), look.px(4))
        row.setSpacing(look.px(8))
        self._icon = QLabel()
        self._icon.setFixedSize(look.px(_ICON), look.px(_ICON))
        self._words = label(look, "", Text.CAPTION_STRONG, "warn", wrap=True)
        self._key = KeyCap(look, "B")
        self._button = Button(look, self.tr("it is right"), kind="link", small=True)
        self._button.setFixedHeight(look.px(24))
        self._button.clicked.connect(self.confirmed)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._key)
        row.addWidget(self._button)
        self.hide()

    def show_sentence(self, sentence: str, icon: str, tone: str, *, can_confirm: bool = False) -> None:
        """Says it, or nothing where it is empty."""
        wanted = (sentence, icon, tone, can_confirm)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.sentence, self.can_confirm = sentence, can_confirm and bool(sentence)
        self._words.setText(sentence)
        self._button.setAccessibleName(f"{self._button.text()}: {sentence}")
        retone(self._words, tone)
        self._icon.setPixmap(self._look.icons.pixmap(icon, tone, _ICON, self.devicePixelRatioF()))
        for widget in (self._key, self._button):
            widget.setVisible(self.can_confirm)
        self.setVisible(bool(sentence))

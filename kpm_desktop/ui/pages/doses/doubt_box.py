"""What is to be looked at again about a dose, or cannot be taken, and where it applies that it is right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_ICON = 16


class DoubtBox(QFrame):
    """Hidden while there is nothing to say. `confirmed` when it is said to be right. is_low: height is scarce, so that
    the button stands beside the title."""

    confirmed = Signal()

    def __init__(self, look: Look, *, is_low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "doubt")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(8), look.px(10), look.px(6))
        column.setSpacing(look.px(2))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        self._icon = QLabel()
        self._icon.setFixedSize(look.px(_ICON), look.px(_ICON))
        self.title = label(look, "", Text.CAPTION_STRONG, "warn", wrap=True)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.sentence = label(look, "", Text.CAPTION, wrap=True)
        self._key = KeyCap(look, "B")
        self.button = Button(look, self.tr("the date is right"), kind="link", small=True)
        self.button.setFixedHeight(look.px(24))
        self.button.setFont(look.font(Text.CAPTION_STRONG))
        self.button.clicked.connect(self.confirmed)
        deed = head if is_low else QHBoxLayout()
        deed.setSpacing(look.px(8))
        deed.addWidget(self._key)
        deed.addWidget(self.button)
        column.addLayout(head)
        column.addWidget(self.sentence)
        if not is_low:
            deed.addStretch(1)
            column.addLayout(deed)
        self.hide()

    def show_doubt(self, title: str, sentence: str, icon: str, *, can_confirm: bool) -> None:
        """Says it, or nothing where the title is empty."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self._icon.setPixmap(self._look.icons.pixmap(icon, "warn", _ICON, self.devicePixelRatioF()))
        self.button.setAccessibleName(f"{self.button.text()}: {title}. {sentence}")
        for widget in (self._key, self.button):
            widget.setVisible(can_confirm)
        self.setVisible(bool(title))

"""What is shown where nothing is yet: what is empty, and one button that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class EmptyState(QWidget):
    """An icon, a sentence, perhaps a second line, perhaps a button (`pressed`)."""

    pressed = Signal()

    def __init__(
        self, look: Look, icon: str, sentence: str, *, detail: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(8))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(icon_label(look, icon, "text2", 28), 0, centre)
        self._sentence = label(look, sentence, Text.BODY_STRONG, wrap=True)
        self.setAccessibleName(sentence)
        for words in (self._sentence, label(look, detail, Text.CAPTION, "text2", wrap=True)):
            words.setAlignment(centre)
            column.addWidget(words)
            words.setVisible(bool(words.text()))
        self.button: Button | None = None
        if action:
            self.button = Button(look, action)
            self.button.clicked.connect(self.pressed)
            column.addSpacing(look.px(4))
            column.addWidget(self.button, 0, centre)
        column.addStretch(1)

    def tell(self, sentence: str) -> None:
        """Another sentence, where it counts something."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def take_focus(self) -> None:
        """The next step is one key away, unless another page is shown."""
        if self.button is not None and self.button.isVisible():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

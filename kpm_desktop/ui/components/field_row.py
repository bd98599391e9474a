"""A field with its label above and one line below it: a hint, or what to look at again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpm_desktop.ui.components.labels import label, retone
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class FieldRow(QWidget):
    """Label and field are children of one parent and buddies, so that a screen reader names the field."""

    def __init__(self, look: Look, text: str, field: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._hint, self._tone = hint, "text2"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.label = label(look, text, Text.CAPTION_STRONG)
        self.label.setBuddy(field)
        self.below = label(look, hint, Text.CAPTION, "text2", wrap=True)
        self.below.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.below.setMinimumHeight(look.px(18))
        field.setAccessibleName(text.replace("&", ""))
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self.below)

    def set_hint(self, hint: str, tone: str = "text2") -> None:
        """What the line below says while nothing is amiss; `risk` where something follows from the entry."""
        self._hint, self._tone = hint, tone
        self.set_problem("")

    def set_problem(self, sentence: str) -> None:
        """What to look at again, which a screen reader says at once; empty goes back to the hint."""
        if sentence and sentence != self.below.text():
            say(self.field, sentence)
        retone(self.below, "warn" if sentence else self._tone)
        self.below.setText(sentence or self._hint)
        self.field.setAccessibleDescription(sentence or self._hint)
        if self.field.property("problem") != bool(sentence):
            self.field.setProperty("problem", bool(sentence))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def problem(self) -> str:
        """What to look at again, or nothing."""
        return self.below.text() if self.below.property("tone") == "warn" else ""

"""The line at the bottom: one exact sentence about what waits, perhaps a reminder to back up, and the date."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.labels import icon_label, label
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class StatusLine(QFrame):
    """Icon, sentence, reminder, date. `reminded` when somebody follows the reminder."""

    reminded = Signal()

    def __init__(self, look: Look, icon: str, words: CalendarWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "status")
        self.setFixedHeight(look.px(32))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 1, look.px(17), 0)
        row.setSpacing(look.px(8))
        self._sentence = label(look, "", Text.CAPTION)
        self.reminder = Button(look, "", kind="link", icon="archive", small=True)
        self.reminder.setFont(look.font(Text.CAPTION))
        self.reminder.setFixedHeight(look.px(28))
        self.reminder.clicked.connect(self.reminded)
        self.reminder.hide()
        self._date = label(look, "", Text.CAPTION, "text2")
        row.addWidget(icon_label(look, icon, "text2", 16))
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.reminder)
        row.addWidget(self._date)

    def tell(self, sentence: str) -> None:
        """Shows another sentence."""
        self._sentence.setText(sentence)

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def remind(self, sentence: str) -> None:
        """Shows another reminder, or none."""
        self.reminder.setText(sentence)
        self.reminder.setVisible(bool(sentence))

    def show_day(self, day: date) -> None:
        """Shows another date."""
        self._date.setText(self._words.long_day(day))

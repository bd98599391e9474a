"""The line at the bottom: one exact sentence about what waits, perhaps a reminder to back up, and the date."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.labels import icon_label, label, tip
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class Reminder(Button):
    """Gives way to the sentence: where not all of its words have room, its icon is left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", kind="link", icon="archive", small=True, parent=parent)
        self.setFont(look.font(Text.CAPTION))
        self.setFixedHeight(look.px(28))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the icon."""
        return QSize(self._look.px(28), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what there is room for."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        painter, side = QPainter(self), self._look.px(18)
        if self.hasFocus():
            paint_frame(painter, self._look, QRectF(self.rect()), fill="", border="accent", width=2)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._look.icons.paint(painter, box, "archive", "accent_text")


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
        self._told = ""
        self._sentence = label(look, "", Text.CAPTION)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentence.installEventFilter(self)
        self.reminder = Reminder(look)
        self.reminder.clicked.connect(self.reminded)
        self.reminder.hide()
        self._date = label(look, "", Text.CAPTION, "text2")
        row.addWidget(icon_label(look, icon, "text2", 16))
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.reminder)
        row.addWidget(self._date)

    def tell(self, sentence: str) -> None:
        """Shows another sentence, and says it where it is another than before."""
        if self._told not in ("", sentence):
            say(self, sentence)
        self._told = sentence
        self._sentence.setAccessibleName(sentence)
        self._sentence.setToolTip(tip(sentence))
        self._shorten()

    def sentence(self) -> str:
        """What it says."""
        return self._told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sentence has another room than before."""
        if event.type() == QEvent.Type.Resize:
            self._shorten()
        return False

    def _shorten(self) -> None:
        """As much of the sentence as there is room for."""
        words = self._sentence
        words.setText(words.fontMetrics().elidedText(self._told, Qt.TextElideMode.ElideRight, words.width()))

    def remind(self, words: str, sentence: str) -> None:
        """Shows another reminder, or none; the sentence says it in full to whoever asks."""
        self.reminder.setText(words)
        self.reminder.setToolTip(tip(sentence))
        self.reminder.setAccessibleDescription(sentence)
        self.reminder.setVisible(bool(words))

    def show_day(self, day: date) -> None:
        """Shows another date."""
        self._date.setText(self._words.long_day(day))

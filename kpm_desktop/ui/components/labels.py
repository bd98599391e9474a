"""Text that is read, not operated."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: How narrow a line may be shortened to, at scale 1.
_SHORTEST = 96


def label(
    look: Look,
    text: str = "",
    kind: Text = Text.BODY,
    tone: str = "",
    *,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label in a kind of text; `tone` is `text2`, `accent_text`, `ok`, `warn`, `risk`, `neu` or nothing.

    What it shows is never read as markup: names people typed are among it.
    """
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(look.font(kind))
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return made


def tip(text: str) -> str:
    """What is told where the pointer rests, never read as markup: names people typed are among it."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text


class ShortenedLabel(QLabel):
    """A line that is shortened where there is no room for all of it; the whole is a pointer away. most: how wide it may
    become, in pixels."""

    def __init__(self, look: Look, text: str, kind: Text = Text.BODY, tone: str = "", *, most: int) -> None:
        super().__init__()
        self._whole, self._most = text, most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(kind))
        self.setToolTip(tip(text))
        self.setAccessibleName(text)
        self.setProperty("tone", tone)
        self._least = look.px(_SHORTEST)

    def sizeHint(self) -> QSize:
        """All of it."""
        width = min(self.fontMetrics().horizontalAdvance(self._whole) + 1, self._most)
        return QSize(width, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return self.sizeHint().boundedTo(QSize(self._least, self.fontMetrics().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as there is room for."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


def icon_label(look: Look, name: str, colour: str = "text", size: int = 20, parent: QWidget | None = None) -> QLabel:
    """An icon that stands beside words; it says nothing of its own."""
    made = QLabel(parent)
    made.setPixmap(look.icons.pixmap(name, colour, size, made.devicePixelRatioF()))
    made.setFixedSize(look.px(size), look.px(size))
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """A thin decorative line across a card."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def label_unseen(field: QWidget) -> None:
    """A label nobody sees beside a field whose words say enough to the eye: Linux tells a screen reader of a box's
    value and label, not of its own name. Called once the field stands in its place."""
    made = QLabel(field.accessibleName(), field.parentWidget())
    made.setBuddy(field)
    made.hide()


def retone(made: QWidget, tone: str) -> None:
    """Gives a label or banner another tone."""
    made.setProperty("tone", tone)
    made.style().unpolish(made)
    made.style().polish(made)

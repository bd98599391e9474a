"""Text that is read, not operated."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


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

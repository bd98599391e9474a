"""A card that is one of several choices: a round mark, what it is called, its key, and whatever is put into it."""

from PySide6.QtCore import QChildEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label, retone
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: Where the title stands in `head`: behind the mark; the key comes last.
TITLE = 1


class ChoiceCard(QAbstractButton):
    """Fill `body`, or add to `head`. Several belong into an exclusive group. Enter is left to the dialog around it."""

    def __init__(self, look: Look, title: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        QShortcut(QKeySequence(key), self, self._on_key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self.body.setSpacing(look.px(4))
        self._mark = QLabel()
        self._title = label(look, title, Text.BODY_STRONG)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        self.head = head
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(KeyCap(look, key))
        self.body.addLayout(head)
        self.toggled.connect(self._show_mark)
        self._show_mark()

    def sizeHint(self) -> QSize:
        """What its contents need."""
        return self.body.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its contents allow; how high follows from the width it gets."""
        return QSize(self.body.totalMinimumSize().width(), self._look.px(48))

    def childEvent(self, event: QChildEvent) -> None:
        """Words in it let the mouse through; a field does not."""
        super().childEvent(event)
        for child in self.findChildren(QWidget):
            is_field = child.focusPolicy() != Qt.FocusPolicy.NoFocus
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_field)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the frame."""
        painter, marked = QPainter(self), self.isChecked() or self.hasFocus()
        border = "accent" if marked else "ctl"
        fill = "accent_soft" if self.isChecked() else "surface"
        width = 2 if marked else 1
        paint_frame(painter, self._look, QRectF(self.rect()), fill=fill, border=border, width=width, radius=8)

    def _on_key(self) -> None:
        """The focus comes along, so that Enter is not another button's."""
        self.setFocus()
        self.click()

    def _show_mark(self) -> None:
        name, ink = ("circle-dot", "accent_text") if self.isChecked() else ("circle", "text2")
        self._mark.setPixmap(self._look.icons.pixmap(name, ink, 20, self.devicePixelRatioF()))
        retone(self._title, "accent_text" if self.isChecked() else "")
        self.update()

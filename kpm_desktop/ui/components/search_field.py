"""A field to search in, with a glass before it and the key that leads to it at the end."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap, shown_key
from kpm_desktop.ui.look.look import Look

_GLASS = 18


class SearchField(QLineEdit):
    """`textChanged` says what is searched for; Esc empties it, and only then is passed on."""

    def __init__(self, look: Look, hint: str, *, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._key = look, shown_key(shortcut)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFixedHeight(look.px(40))
        if shortcut:
            QShortcut(QKeySequence(shortcut), self, self._come)
        cap = key_cap_size(look, self._key).width() + look.px(4) if shortcut else 0
        self.setTextMargins(look.px(_GLASS + 6), 0, cap, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the glass, and the cap while the field is not in use."""
        super().paintEvent(event)
        look, painter = self._look, QPainter(self)
        side = look.px(_GLASS)
        look.icons.paint(painter, QRectF(look.px(10), (self.height() - side) / 2, side, side), "search", "text2")
        if self._key and not self.hasFocus():
            size = key_cap_size(look, self._key)
            x = self.width() - size.width() - look.px(10)
            where = QRectF(QPointF(x, (self.height() - size.height()) / 2), size)
            paint_key_cap(painter, look, where, self._key)

    def _come(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

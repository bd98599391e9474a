"""Buttons: primary, secondary and link, with an icon before the words and the key that presses them behind."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap, shown_key
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_INK = {"primary": "on_accent", "secondary": "text", "link": "accent_text"}


class Button(QPushButton):
    """`kind`: primary (one a page), secondary or link. `shortcut` (`Ctrl+N`) presses it and is shown as a cap; `key`
    shows a cap for a key that arrives another way, such as Enter in a dialog."""

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        kind: str = "secondary",
        icon: str = "",
        shortcut: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._kind, self._icon_name = look, kind, icon
        self._key = shown_key(shortcut or key)
        self.setFont(look.font(Text.BODY_STRONG))
        self.setFixedHeight(look.px(36 if small else 40))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if shortcut:
            self.setShortcut(shortcut)

    def setText(self, text: str) -> None:
        """Other words on the same button; the shortcut stays, which Qt would forget."""
        if text == self.text():
            return
        shortcut = self.shortcut()
        super().setText(text)
        self.setShortcut(shortcut)

    def sizeHint(self) -> QSize:
        """Words, icon and cap with the room around them."""
        return QSize(round(self._content_width()) + self._around(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words: in a column that is too narrow for more, a button that may become narrower
        (`give_way`) goes without its cap, and then without its icon."""
        return QSize(round(self._words_width()) + self._around(), self.minimumHeight())

    def give_way(self) -> None:
        """It may become narrower than all that is in it."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, in windows as in dialogs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws all of it; the style is not asked."""
        painter = QPainter(self)
        fill, border = self._colours()
        if self.hasFocus():
            ring = "text" if self._kind == "primary" else "accent"
            paint_frame(painter, self._look, QRectF(self.rect()), fill=fill, border=ring, width=2)
        else:
            paint_frame(painter, self._look, QRectF(self.rect()), fill=fill, border=border)
        self._paint_content(painter)

    def _colours(self) -> tuple[str, str]:
        """Fill and border; empty is none."""
        is_touched = self.isDown() or self.underMouse()
        if self._kind == "link":
            return "", ""
        if not self.isEnabled():
            return "neu_bg", "line"
        if self._kind == "primary":
            return ("accent_text", "accent_text") if is_touched else ("accent", "accent")
        return ("neu_bg" if is_touched else "surface"), "ctl"

    def _paint_content(self, painter: QPainter) -> None:
        ink = _INK[self._kind] if self.isEnabled() else "text2"
        look, middle = self._look, self.height() / 2
        has_cap = self.width() >= self.sizeHint().width()
        has_icon = has_cap or self.width() >= self._icon_width() + self._words_width() + self._around()
        content = (self._icon_width() if has_icon else 0) + self._words_width() + (self._cap_width() if has_cap else 0)
        x = (self.width() - content) / 2
        if self._icon_name and has_icon:
            side = look.px(18)
            look.icons.paint(painter, QRectF(x, middle - side / 2, side, side), self._icon_name, ink)
            x += side + look.px(8)
        painter.setFont(self.font())
        painter.setPen(look.colour(ink))
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 1
        painter.drawText(QRectF(x, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key and has_cap:
            size = key_cap_size(look, self._key)
            where = QRectF(QPointF(x + width + look.px(9), middle - size.height() / 2), size)
            border = "ctl" if self._kind == "secondary" else ink
            paint_key_cap(painter, look, where, self._key, ink=ink, border=border)

    def _around(self) -> int:
        """Left and right together: a link has no frame, but the ring of the keys must not touch its words."""
        return self._look.px(6 if self._kind == "link" else 13) * 2

    def _content_width(self) -> float:
        return self._icon_width() + self._words_width() + self._cap_width()

    def _words_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 1

    def _icon_width(self) -> float:
        return self._look.px(18) + self._look.px(8) if self._icon_name else 0.0

    def _cap_width(self) -> float:
        return self._look.px(9) + key_cap_size(self._look, self._key).width() if self._key else 0.0

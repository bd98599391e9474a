"""What is pressed in the navigation: a page, the search, and what stands in the line at the bottom."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap, shown_key
from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight


class SideButton(QAbstractButton):
    """What the buttons of the panel share; `key` is what a keyboard presses instead."""

    def __init__(self, look: Look, icon: str, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.icon_name, self.key = look, icon, key
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.is_narrow, self._hint = False, ""

    def be_narrow(self, is_narrow: bool) -> None:
        """Without its words, which a tooltip says instead."""
        self.is_narrow = is_narrow
        self.setToolTip(f"{self.accessibleName()} ({self.key})" if is_narrow else self._hint)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as it does every button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def begin(self) -> tuple[QPainter, QRectF]:
        """A painter, and the room there is."""
        painter, where = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter, where

    def paint_icon(self, painter: QPainter, x: float, side: float, ink: str) -> None:
        """Draws the icon with its left edge at x."""
        where = QRectF(x, (self.height() - side) / 2, side, side)
        self.look.icons.paint(painter, where, self.icon_name, ink)

    def paint_words(
        self, painter: QPainter, where: QRectF, text: str, kind: Text, ink: str, *, right: bool = False
    ) -> None:
        """Draws one line of words, shortened where they do not fit."""
        font = self.look.font(kind)
        painter.setFont(font)
        painter.setPen(self.look.colour(ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width() + 1)
        painter.drawText(where.adjusted(0, 0, 0 if right else 2, 0), _MIDDLE | (_RIGHT if right else _MIDDLE), shown)

    def advance(self, text: str, kind: Text) -> float:
        """The width of words."""
        return QFontMetricsF(self.look.font(kind)).horizontalAdvance(text)


class NavigationButton(SideButton):
    """A page: icon, words, perhaps a badge, and the digit that leads there."""

    def __init__(self, look: Look, icon: str, text: str, digit: int, parent: QWidget | None = None) -> None:
        super().__init__(look, icon, text, f"Alt+{digit}", parent)
        self._digit, self._badge = str(digit), 0
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader calls it one of several, not a box to tick
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def show_badge(self, count: int) -> None:
        """A number of things that wait there; 0 shows none."""
        self._badge = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.be_narrow(self.is_narrow)

    def sizeHint(self) -> QSize:
        """The panel's width is fixed; this is what the words would like."""
        words = self.advance(self.text(), Text.BODY_STRONG)
        return QSize(round(words) + self.look.px(46 + 40), self.look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the row."""
        painter, where = self.begin()
        look, ink = self.look, "accent_text" if self.isChecked() else "text"
        if self.isChecked() or self.underMouse():
            painter.fillRect(where, look.colour("accent_soft" if self.isChecked() else "bg"))
        if self.isChecked():
            painter.fillRect(QRectF(0, 0, look.px(4), where.height()), look.colour("accent"))
        if self.hasFocus():
            paint_frame(painter, look, where.adjusted(1, 1, -1, -1), border="accent", width=2)
        self.paint_icon(painter, look.px(16), look.px(20), ink)
        right = where.right() - look.px(12)
        self.paint_words(painter, QRectF(0, 0, right, where.height()), self._digit, Text.CAPTION, "text2", right=True)
        if self.is_narrow:
            if self._badge:
                self._paint_badge(painter, QRectF(look.px(29), look.px(1), look.px(19), look.px(16)), Text.KEY)
            return
        right -= look.px(22)
        if self._badge:
            width = max(self.advance(str(self._badge), Text.CAPTION_STRONG) + look.px(16), look.px(28))
            at = QRectF(right - width, (where.height() - look.px(20)) / 2, width, look.px(20))
            self._paint_badge(painter, at, Text.CAPTION_STRONG)
            right -= width + look.px(4)
        left = look.px(46)
        kind = Text.BODY_STRONG if self.isChecked() else Text.BODY_MEDIUM
        self.paint_words(painter, QRectF(left, 0, right - left, where.height()), self.text(), kind, ink)

    def _on_toggled(self, is_on: bool) -> None:
        """Tab comes to the page that is shown, the arrows go to the others."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_on else Qt.FocusPolicy.NoFocus)

    def _paint_badge(self, painter: QPainter, where: QRectF, kind: Text) -> None:
        """Its number, in a place that grows to the left where the number is longer."""
        look, text = self.look, str(self._badge)
        longer = max(self.advance(text, kind) + look.px(8) - where.width(), 0)
        where = where.adjusted(-longer, 0, 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("neu_bg"))
        painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
        painter.setPen(look.colour("neu"))
        painter.setFont(look.font(kind))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)


class SearchButton(SideButton):
    """Opens the search; looks like the field it leads to."""

    def __init__(self, look: Look, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "search", text, key, parent)
        self.setFixedHeight(look.px(36))

    def sizeHint(self) -> QSize:
        """Icon, words and cap."""
        cap = key_cap_size(self.look, shown_key(self.key)).width()
        return QSize(round(self.advance(self.text(), Text.BODY_MEDIUM)) + self.look.px(64) + cap, self.look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the field."""
        painter, where = self.begin()
        look, has_focus = self.look, self.hasFocus()
        fill = "neu_bg" if self.underMouse() or self.isDown() else "bg"
        paint_frame(
            painter, look, where, fill=fill, border="accent" if has_focus else "ctl", width=2 if has_focus else 1
        )
        if self.is_narrow:
            self.paint_icon(painter, (where.width() - look.px(18)) / 2, look.px(18), "text2")
            return
        self.paint_icon(painter, look.px(10), look.px(18), "text2")
        size = key_cap_size(look, shown_key(self.key))
        at = QPointF(where.right() - look.px(8) - size.width(), where.center().y() - size.height() / 2)
        paint_key_cap(painter, look, QRectF(at, size), shown_key(self.key), fill="surface")
        left = look.px(34)
        words = QRectF(left, 0, at.x() - left - look.px(6), where.height())
        self.paint_words(painter, words, self.text(), Text.BODY_MEDIUM, "text")


class FootButton(SideButton):
    """A small one in the line at the bottom: icon, word and key. `said` is what a screen reader calls it."""

    def __init__(
        self, look: Look, icon: str, text: str, key: str, *, said: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, icon, text, key, parent)
        self.setAccessibleName(said or text)
        self._hint = said
        self.setToolTip(tip(said))

    def sizeHint(self) -> QSize:
        """All of it."""
        words = self.advance(self.text(), Text.CAPTION) + self.advance(self.key, Text.KEY)
        return QSize(round(words) + self.look.px(36), self.look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws icon, word and key."""
        painter, where = self.begin()
        look = self.look
        if self.underMouse():
            painter.fillRect(where, look.colour("bg"))
        if self.hasFocus():
            paint_frame(painter, look, where.adjusted(1, 1, -1, -1), border="accent", width=2)
        side = look.px(16)
        self.paint_icon(painter, look.px(4), side, "text2")
        right = where.right() - look.px(4)
        key = self.advance(self.key, Text.KEY)
        self.paint_words(painter, QRectF(right - key, 0, key, where.height()), self.key, Text.KEY, "text2", right=True)
        if self.is_narrow:
            return
        words = QRectF(look.px(24), 0, right - key - look.px(28), where.height())
        self.paint_words(painter, words, self.text(), Text.CAPTION, "text")

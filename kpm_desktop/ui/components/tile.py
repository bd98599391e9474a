"""A tile: icon square, number, noun, one line below it, key cap, chevron. The whole tile is one button."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class Tile(QPushButton):
    """Without a number it is a large choice. `tone` colours the icon square: neu or risk."""

    def __init__(
        self,
        look: Look,
        *,
        icon: str,
        noun: str,
        detail: str = "",
        number: str = "",
        shortcut: str = "",
        tone: str = "neu",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon_name, self._key, self._tone = look, icon, shortcut, tone
        self._number, self._noun, self._detail = number, noun, detail
        self.setMinimumHeight(look.px(80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        self._name_it()

    def show_count(self, number: str, detail: str, *, tone: str | None = None) -> None:
        """Another number and the line that explains it."""
        self._number, self._detail, self._tone = number, detail, tone or self._tone
        self._name_it()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Everything in one row, unshortened."""
        return QSize(
            round(self._before() + self._words_width() + self._behind() + self._mark_width()), self._look.px(80)
        )

    def minimumSizeHint(self) -> QSize:
        """Narrower than its words it goes without the chevron, breaks the noun and leaves the line below it to the
        tooltip."""
        metrics = QFontMetricsF(self._look.font(Text.BODY_STRONG))
        longest = max((metrics.horizontalAdvance(word) for word in self._noun.split()), default=0.0)
        return QSize(round(self._before() + longest + self._behind()), self._look.px(80))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the tile that has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws all of it; the style is not asked."""
        painter = QPainter(self)
        is_marked = self.hasFocus() or self.isChecked()
        border = "accent" if is_marked else "ctl" if self.underMouse() else "line"
        fill = "accent_soft" if self.isChecked() else "surface"
        where = QRectF(self.rect())
        paint_frame(painter, self._look, where, fill=fill, border=border, width=2 if is_marked else 1, radius=8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_icon(painter)
        self._paint_words(painter)
        self._paint_behind(painter)

    def _paint_icon(self, painter: QPainter) -> None:
        look, side = self._look, self._look.px(44)
        square = QRectF(look.px(16), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{self._tone}_bg"))
        painter.drawRoundedRect(square, look.px(6), look.px(6))
        inset = look.px(11)
        look.icons.paint(painter, square.adjusted(inset, inset, -inset, -inset), self._icon_name, self._tone)
        if self._number:
            painter.setFont(look.font(Text.NUMBER))
            painter.setPen(look.colour("text"))
            number = QRectF(look.px(72), 0, self._number_width() + 2, self.height())
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, self._number)

    def _paint_words(self, painter: QPainter) -> None:
        look, width = self._look, self.width() - self._before() - self._behind()
        if not self._is_narrow():
            width -= self._mark_width()
        metrics = QFontMetricsF(look.font(Text.BODY_STRONG))
        if metrics.horizontalAdvance(self._noun) > width + 1:
            self._paint_broken(painter, width)
            return
        rows = [(Text.BODY_STRONG, "text", self._noun)]
        if self._detail:
            rows.append((Text.CAPTION, "text2", self._detail))
        heights = [QFontMetricsF(look.font(kind)).height() for kind, _, _ in rows]
        y = (self.height() - sum(heights)) / 2
        for (kind, ink, text), height in zip(rows, heights, strict=True):
            shown = QFontMetricsF(look.font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(ink))
            painter.drawText(QRectF(self._before(), y, width + 2, height), Qt.AlignmentFlag.AlignVCenter, shown)
            y += height

    def _paint_broken(self, painter: QPainter, width: float) -> None:
        """The noun alone, over several lines."""
        painter.setFont(self._look.font(Text.BODY_STRONG))
        painter.setPen(self._look.colour("text"))
        where = QRectF(self._before(), 0, width + 2, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._noun)

    def _paint_behind(self, painter: QPainter) -> None:
        look, middle, side = self._look, self.height() / 2, self._look.px(18)
        right = float(self.width() - look.px(12))
        if not self._is_narrow():
            mark = "check" if self.isChecked() else "chevron-right"
            look.icons.paint(painter, QRectF(right - side, middle - side / 2, side, side), mark, "text2")
            right -= self._mark_width()
        if self._key:
            size = key_cap_size(look, self._key)
            at = QPointF(right - size.width(), middle - size.height() / 2)
            paint_key_cap(painter, look, QRectF(at, size), self._key)

    def _name_it(self) -> None:
        words = " ".join(word for word in (self._number, self._noun) if word)
        self.setAccessibleName(f"{words}, {self._detail}" if self._detail else words)
        self.setToolTip(self._detail)

    def _number_width(self) -> float:
        return QFontMetricsF(self._look.font(Text.NUMBER)).horizontalAdvance(self._number)

    def _before(self) -> float:
        number = self._number_width() + self._look.px(12) if self._number else 0
        return self._look.px(16 + 44 + 12) + number

    def _words_width(self) -> float:
        noun = QFontMetricsF(self._look.font(Text.BODY_STRONG)).horizontalAdvance(self._noun)
        return max(noun, QFontMetricsF(self._look.font(Text.CAPTION)).horizontalAdvance(self._detail)) + 2

    def _behind(self) -> float:
        cap = key_cap_size(self._look, self._key).width() + self._look.px(12) if self._key else 0
        return self._look.px(12) + cap

    def _mark_width(self) -> int:
        return self._look.px(18 + 12)

    def _is_narrow(self) -> bool:
        return self.width() < self.sizeHint().width()

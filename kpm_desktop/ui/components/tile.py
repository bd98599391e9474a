"""A tile: icon square, number, noun, one line below it, key cap, chevron. The whole tile is one button."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.components.labels import tip
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: At scale 1, where the words need no more; and higher than any words are.
_HEIGHT, _NO_END = 80, 10_000


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
        self.setMinimumHeight(look.px(_HEIGHT))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        width = self._before(is_whole=True) + self._words_width() + self._behind() + self._mark_width()
        return QSize(round(width), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrower than its words it goes without chevron and icon, and breaks them."""
        longest = max(
            (self._advance(word, kind) for kind, _, text in self._lines() for word in text.split()), default=0
        )
        return QSize(round(self._before(is_whole=False) + longest + 2 + self._behind()), self._look.px(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Broken words may need more lines than there is room for."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as drawn, or as its words need."""
        return max(self._look.px(_HEIGHT), round(self._words_height(self._words_room(width))) + self._look.px(16))

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
        look, side, x = self._look, self._look.px(44), float(self._look.px(16))
        if self._has_icon(self.width()):
            square = QRectF(x, (self.height() - side) / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(f"{self._tone}_bg"))
            painter.drawRoundedRect(square, look.px(6), look.px(6))
            inset = look.px(11)
            look.icons.paint(painter, square.adjusted(inset, inset, -inset, -inset), self._icon_name, self._tone)
            x += side + look.px(12)
        if self._number:
            painter.setFont(look.font(Text.NUMBER))
            painter.setPen(look.colour("text"))
            number = QRectF(x, 0, self._number_width() + 2, self.height())
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, self._number)

    def _paint_words(self, painter: QPainter) -> None:
        look, width = self._look, self._words_room(self.width())
        x = self._before(is_whole=self._has_icon(self.width()))
        y = (self.height() - self._words_height(width)) / 2
        for kind, ink, text in self._lines():
            height = self._height(text, kind, width)
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(ink))
            where = QRectF(x, y, width + 2, height)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)
            y += height

    def _paint_behind(self, painter: QPainter) -> None:
        look, middle, side = self._look, self.height() / 2, self._look.px(18)
        right = float(self.width() - look.px(12))
        if not self._is_narrow(self.width()):
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
        self.setToolTip(tip(self._detail))

    def _lines(self) -> list[tuple[Text, str, str]]:
        lines = [(Text.BODY_STRONG, "text", self._noun)]
        return [*lines, (Text.CAPTION, "text2", self._detail)] if self._detail.strip() else lines

    def _longest(self) -> float:
        """The width of the longest word."""
        return max(self._advance(word, kind) for kind, _, text in self._lines() for word in text.split())

    def _advance(self, text: str, kind: Text) -> float:
        return QFontMetricsF(self._look.font(kind)).horizontalAdvance(text)

    def _height(self, text: str, kind: Text, width: float) -> float:
        metrics = QFontMetricsF(self._look.font(kind))
        if metrics.horizontalAdvance(text) <= width + 2:
            return metrics.height()
        return metrics.boundingRect(QRectF(0, 0, width + 2, _NO_END), Qt.TextFlag.TextWordWrap, text).height()

    def _words_height(self, width: float) -> float:
        return sum(self._height(text, kind, width) for kind, _, text in self._lines())

    def _words_room(self, width: int) -> float:
        """How wide the words may be in a tile of such a width."""
        beside = self._before(is_whole=self._has_icon(width)) + self._behind()
        return max(width - beside - (0 if self._is_narrow(width) else self._mark_width()), 1.0)

    def _has_icon(self, width: int) -> bool:
        """Whether the words find room in two lines each beside the icon."""
        room = width - self._before(is_whole=True) - self._behind()
        longest = max(
            (self._advance(word, kind) for kind, _, text in self._lines() for word in text.split()), default=0
        )
        return longest <= room + 1 and self._words_height(room) <= self._look.px(_HEIGHT - 8)

    def _number_width(self) -> float:
        return self._advance(self._number, Text.NUMBER)

    def _before(self, *, is_whole: bool) -> float:
        number = self._number_width() + self._look.px(12) if self._number else 0
        return self._look.px(16 + 44 + 12 if is_whole else 16) + number

    def _words_width(self) -> float:
        return max(self._advance(text, kind) for kind, _, text in self._lines()) + 2

    def _behind(self) -> float:
        cap = key_cap_size(self._look, self._key).width() + self._look.px(12) if self._key else 0
        return self._look.px(12) + cap

    def _mark_width(self) -> int:
        return self._look.px(18 + 12)

    def _is_narrow(self, width: int) -> bool:
        """Without a chevron."""
        return width < self.sizeHint().width()

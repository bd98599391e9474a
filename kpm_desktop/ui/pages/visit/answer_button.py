"""One answer of a question: its key and word while it is open, a check or cross in their place once it is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.key_cap import key_cap_size, paint_key_cap
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

HEIGHT = 34
LEAST_WIDTH = 92


class AnswerButton(QAbstractButton):
    """`is_no` is drawn dark and neutral: a no is an answer, not a fault. The mouse presses it, keys go to the row.
    asked: the question, for a screen reader."""

    def __init__(
        self,
        look: Look,
        key: str,
        word: str,
        *,
        asked: str,
        is_no: bool = False,
        swatch: str = "",
        width: int = LEAST_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._key, self._is_no, self._swatch, self._least = look, key, is_no, swatch, width
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{asked}: {word}")
        self.setAccessibleDescription(key)

    def nextCheckState(self) -> None:
        """What is chosen is shown by the row, not by the press."""

    def sizeHint(self) -> QSize:
        """Wide enough for check, swatch and word."""
        needed = self._content_width(Text.BODY_STRONG) + self._look.px(16)
        return QSize(max(round(needed), self._look.px(self._least)), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button."""
        painter, look = QPainter(self), self._look
        fill, ink = self._colours()
        border = "" if self.isChecked() else "ctl"
        paint_frame(painter, look, QRectF(self.rect()), fill=fill, border=border or fill)
        kind = Text.BODY_STRONG if self.isChecked() else Text.BODY_MEDIUM
        middle = self.height() / 2
        x = (self.width() - self._content_width(kind)) / 2
        x = self._paint_mark(painter, x, middle, ink)
        if self._swatch:
            x = self._paint_swatch(painter, x, middle)
        painter.setFont(look.font(kind))
        painter.setPen(look.colour(ink))
        where = QRectF(x, 0, self._advance(kind) + 2, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _colours(self) -> tuple[str, str]:
        if self.isChecked():
            return ("neu", "on_neu") if self._is_no else ("accent", "on_accent")
        return ("neu_bg" if self.underMouse() or self.isDown() else "surface"), "text"

    def _paint_mark(self, painter: QPainter, x: float, middle: float, ink: str) -> float:
        look = self._look
        if self.isChecked():
            side = look.px(18)
            name = "x" if self._is_no else "check"
            look.icons.paint(painter, QRectF(x, middle - side / 2, side, side), name, ink)
            return x + side + look.px(7)
        if not self._key:
            return x
        size = key_cap_size(look, self._key)
        paint_key_cap(painter, look, QRectF(x, middle - size.height() / 2, size.width(), size.height()), self._key)
        return x + size.width() + look.px(7)

    def _paint_swatch(self, painter: QPainter, x: float, middle: float) -> float:
        look, side = self._look, self._look.px(13)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("on_accent" if self.isChecked() else "ctl"))
        painter.setBrush(QColor(self._swatch))
        painter.drawRoundedRect(QRectF(x, middle - side / 2, side, side), look.px(2), look.px(2))
        painter.restore()
        return x + side + look.px(6)

    def _content_width(self, kind: Text) -> float:
        look = self._look
        mark = look.px(18) + look.px(7) if self.isChecked() else 0
        if not self.isChecked() and self._key:
            mark = key_cap_size(look, self._key).width() + look.px(7)
        swatch = look.px(13) + look.px(6) if self._swatch else 0
        return mark + swatch + self._advance(kind)

    def _advance(self, kind: Text) -> float:
        return QFontMetricsF(self._look.font(kind)).horizontalAdvance(self.text()) + 1

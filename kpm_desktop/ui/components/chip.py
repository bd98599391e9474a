"""A chip: an icon and a word. A triangle is a risk, a circle asks to look again, without an icon it is a count."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_ICONS = {"risk": "triangle-alert", "warn": "circle-alert", "ok": "check", "neu": ""}


def chip_size(look: Look, text: str, tone: str, icon: str | None = None) -> QSize:
    """The room a chip takes."""
    width = QFontMetricsF(look.font(Text.CAPTION_STRONG)).horizontalAdvance(text) + 1 + look.px(16)
    if _ICONS[tone] if icon is None else icon:
        width += look.px(18)
    return QSize(round(width), look.px(24))


def paint_chip(painter: QPainter, look: Look, at: QPointF, text: str, tone: str, icon: str | None = None) -> float:
    """Draws a chip with its left middle at a point and gives its width. `tone`: risk, warn, ok or neu."""
    size = chip_size(look, text, tone, icon)
    where = QRectF(at.x(), at.y() - size.height() / 2, size.width(), size.height())
    name = _ICONS[tone] if icon is None else icon
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{tone}_bg"))
    painter.drawRoundedRect(where, size.height() / 2, size.height() / 2)
    inner = where.adjusted(look.px(8), 0, -look.px(8), 0)
    if name:
        side = look.px(14)
        look.icons.paint(painter, QRectF(inner.x(), at.y() - side / 2, side, side), name, tone)
        inner.setLeft(inner.left() + look.px(18))
    painter.setPen(look.colour(tone))
    painter.setFont(look.font(Text.CAPTION_STRONG))
    painter.drawText(inner.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
    return float(size.width())


class Chip(QWidget):
    """A chip as a widget. `icon` replaces the tone's own."""

    def __init__(
        self, look: Look, text: str, tone: str = "neu", *, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._text, self._tone, self._icon = look, text, tone, icon
        self.setAccessibleName(text)
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, tone: str | None = None) -> None:
        """Another word, and perhaps another tone."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room the chip takes."""
        return chip_size(self._look, self._text, self._tone, self._icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chip."""
        at = QPointF(0, self.height() / 2)
        paint_chip(QPainter(self), self._look, at, self._text, self._tone, self._icon)

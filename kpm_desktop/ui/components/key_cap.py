"""A key as it stands on the keyboard, shown beside what it does."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter"}


def shown_key(shortcut: str) -> str:
    """`Ctrl+N` as on a cap: `Ctrl N`."""
    return " ".join(map(_cap, shortcut.split("+"))) if shortcut != "+" else "+"


def _cap(key: str) -> str:
    """Keyboards have no word on their longest key; every language has its own."""
    return QCoreApplication.translate("KeyCap", "Space") if key == "Space" else _ARROWS.get(key, key)


def key_cap_size(look: Look, key: str) -> QSize:
    """The room a cap takes."""
    width = QFontMetricsF(look.font(Text.KEY)).horizontalAdvance(key) + look.px(12)
    return QSize(round(max(width, look.px(22))), look.px(22))


def paint_key_cap(
    painter: QPainter, look: Look, where: QRectF, key: str, *, ink: str = "text2", border: str = "ctl", fill: str = ""
) -> None:
    """Draws a cap; colours are names in `Colours`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(border), 1))
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    radius = look.px(4)
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(look.colour(ink))
    painter.setFont(look.font(Text.KEY))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyCap(QWidget):
    """A cap as a widget; `setEnabled` dims it with its surroundings."""

    def __init__(self, look: Look, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = shown_key(shortcut)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_key(self, shortcut: str) -> None:
        """Another key."""
        self._key = shown_key(shortcut)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room the cap takes."""
        return key_cap_size(self._look, self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the cap."""
        paint_key_cap(QPainter(self), self._look, QRectF(self.rect()), self._key)

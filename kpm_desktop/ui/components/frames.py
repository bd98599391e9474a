"""The frame of everything that is pressed: fill, border, and the ring that shows the focus."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from kpm_desktop.ui.look.look import Look


def paint_frame(
    painter: QPainter,
    look: Look,
    where: QRectF,
    *,
    fill: str = "",
    border: str = "",
    width: float = 1,
    radius: float = 6,
) -> None:
    """Draws a rounded frame inside `where`; colours are names in `Colours`, empty is none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    if border:
        painter.setPen(QPen(look.colour(border), width))
    else:
        painter.setPen(QPen(look.colour(fill or "surface"), 0))
    if fill:
        painter.setBrush(look.colour(fill))
    if fill or border:
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), look.px(radius), look.px(radius))
    painter.restore()

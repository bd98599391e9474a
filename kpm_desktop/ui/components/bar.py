"""A thin bar: how much of something is done. The words beside it carry the number, and a screen reader hears it."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.components.roles import say_amount, speak_as
from kpm_desktop.ui.look.look import Look

HEIGHT = 8


def paint_bar(painter: QPainter, look: Look, where: QRectF, share: float) -> None:
    """Draws a bar, filled to a share of 0.0 to 1.0."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = where.height() / 2
    painter.setBrush(look.colour("track"))
    painter.drawRoundedRect(where, radius, radius)
    width = where.width() * min(max(share, 0.0), 1.0)
    if width > 0:
        painter.setBrush(look.colour("accent"))
        filled = QRectF(where.x(), where.y(), max(width, where.height()), where.height())
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


class Bar(QWidget):
    """A bar as a widget."""

    def __init__(self, look: Look, *, width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._share, self._width = look, 0.0, width
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        speak_as(self, "bar")

    def show_amount(self, done: int, whole: int) -> None:
        """Fills it: so many of a whole are done."""
        self._share = done / whole if whole else 0.0
        words = QCoreApplication.translate("Bar", "{done} of {whole}").format(done=done, whole=whole)
        say_amount(self, done, whole, words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(self._width), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the bar."""
        paint_bar(QPainter(self), self._look, QRectF(self.rect()), self._share)

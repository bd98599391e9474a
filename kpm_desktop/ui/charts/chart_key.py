"""Below a growth chart: what its marks mean, in the shapes they are drawn in."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.ui.charts.chart_style import screen_style
from kpm_desktop.ui.charts.growth_painter import paint_shape
from kpm_desktop.ui.components.flow import FlowLayout
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_HEIGHT, _ICON, _GAP = 20, 22, 14


class ChartKey(QWidget):
    """shapes: `full`, `hollow`, `triangle`, `cross` or `least`, each with its words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = FlowLayout(self, 0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._items: list[_Item] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_shapes(self, shapes: list[tuple[str, str]]) -> None:
        """Other marks than before."""
        for item in self._items:
            self._row.removeWidget(item)
            item.deleteLater()
        self._items = [_Item(self._look, *each) for each in shapes]
        for item in self._items:
            self._row.addWidget(item)


class _Item(QWidget):
    """One mark and its words."""

    def __init__(self, look: Look, shape: str, words: str) -> None:
        super().__init__()
        self._look, self._shape, self._words = look, shape, words
        self.setAccessibleName(words)
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark and words."""
        width = QFontMetricsF(self._look.font(Text.CAPTION)).horizontalAdvance(self._words)
        return QSize(round(width) + self._look.px(_ICON + _GAP) + 1, self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws both."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        paint_shape(painter, screen_style(look), QPointF(look.px(9), middle), self._shape)
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(Text.CAPTION))
        where = QRectF(look.px(_ICON), 0, self.width(), self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._words)

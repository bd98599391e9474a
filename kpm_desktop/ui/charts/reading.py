"""What a growth chart says of one point: the ring around it, its value, the least weight of the month (KBM)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from kpm_desktop.domain.growth.chart_verdict import kilograms, measure
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.charts.chart_style import VALUE
from kpm_desktop.ui.charts.growth_painter import GrowthPainter, Mark, least_place

_RING = 11.0


class ReadingPainter:
    """Drawn over a chart that is drawn already."""

    def __init__(self, chart: GrowthPainter, wording: Wording) -> None:
        self._chart, self._wording = chart, wording

    def least(self, painter: QPainter, mark: Mark, *, named: bool) -> None:
        """The step from the month before to what the growth card asks for at least."""
        chart, px = self._chart, self._chart.px
        found = least_place(chart.chart, mark.point)
        if found is None:
            return
        before, kg = found
        start, end = chart.place(before.x, before.y), chart.place(mark.point.x, kg)
        painter.setPen(chart.style.pen(chart.style.accent, 1.8, (3, 2)))
        painter.drawLine(start, end)
        painter.setPen(chart.style.pen(chart.style.accent, 1.8))
        painter.drawLine(end - QPointF(px(8), 0), end + QPointF(px(8), 0))
        if named:
            value = self._wording.phrase("growth_chart.plain", value=kilograms(round(kg * 1000)))
            words = self._wording.phrase("growth_chart.at_least", value=value)
            self._beside(painter, end + QPointF(px(14), -px(13)), words)

    def unused(self, painter: QPainter, mark: Mark, day: str) -> None:
        """The value of a point that cannot be right, beside its cross."""
        chart, px = self._chart, self._chart.px
        words = f"{self._wording.say(measure(mark.point, chart.chart.key))}, {day}"
        width = QFontMetricsF(chart.style.font(13, False)).horizontalAdvance(words)
        is_left = mark.at.x() - px(14) - width > chart.plot.left()
        left = mark.at.x() - px(12) - width if is_left else mark.at.x() + px(12)
        where = QRectF(left, mark.at.y() - px(10), width + 2, px(20))
        chart.text(painter, where, words, Qt.AlignmentFlag.AlignLeft, chart.style.unused)

    def ring(self, painter: QPainter, mark: Mark, *, strong: bool) -> None:
        """The point that is read, and its day on the axis."""
        chart, style = self._chart, self._chart.style
        painter.setPen(style.pen(style.accent, 1.2, (3, 2.5)))
        top, bottom = chart.plot.top(), chart.plot.bottom()
        painter.drawLine(QPointF(mark.at.x(), top), QPointF(mark.at.x(), mark.at.y() - chart.px(_RING)))
        painter.drawLine(QPointF(mark.at.x(), mark.at.y() + chart.px(_RING)), QPointF(mark.at.x(), bottom))
        painter.setPen(style.pen(style.accent, 3 if strong else 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark.at, chart.px(_RING), chart.px(_RING))

    def callout(self, painter: QPainter, mark: Mark, age: str) -> None:
        """Its value and age in a small box, inside the plot."""
        chart, style, px = self._chart, self._chart.style, self._chart.px
        value = self._wording.say(measure(mark.point, chart.chart.key))
        wide = QFontMetricsF(style.font(VALUE, True)).horizontalAdvance(value)
        small = QFontMetricsF(style.font(13, False)).horizontalAdvance(age)
        width, height = wide + small + px(26), px(26)
        left = mark.at.x() + px(15)
        if left + width > chart.plot.right():
            left = mark.at.x() - px(15) - width
        top = mark.at.y() + px(12)
        if top + height > chart.plot.bottom():
            top = mark.at.y() - px(12) - height
        box = QRectF(left, top, width, height)
        painter.setPen(style.pen(style.accent, 1.2))
        painter.setBrush(style.paper)
        painter.drawRoundedRect(box, px(4), px(4))
        inside = box.adjusted(px(8), 0, 0, 0)
        chart.text(painter, inside, value, Qt.AlignmentFlag.AlignLeft, style.ink, strong=True, size=VALUE)
        chart.text(painter, inside.adjusted(wide + px(9), 0, 0, 0), age, Qt.AlignmentFlag.AlignLeft)

    def value(self, painter: QPainter, mark: Mark) -> None:
        """Its value in bold beside it: on paper, where nothing is pointed at."""
        px = self._chart.px
        words = self._wording.say(measure(mark.point, self._chart.chart.key))
        self._beside(painter, mark.at + QPointF(px(12), 0), words, strong=True)

    def _beside(self, painter: QPainter, at: QPointF, words: str, *, strong: bool = False) -> None:
        """Words at the right of a place, or at its left where they would leave the plot."""
        chart, px = self._chart, self._chart.px
        size = VALUE if strong else 13.0
        metrics = QFontMetricsF(chart.style.font(size, strong))
        width = metrics.horizontalAdvance(words) + px(4)
        left = at.x() if at.x() + width < chart.plot.right() else at.x() - width - px(28)
        where = QRectF(left, at.y() - px(10), width, px(20))
        if strong:  # lines below it stay, and do not cross its letters
            under = QColor(chart.style.paper)
            under.setAlphaF(0.8)
            painter.fillRect(where.adjusted(-px(2), px(2), 0, -px(2)), under)
        chart.text(painter, where, words, Qt.AlignmentFlag.AlignLeft, chart.style.accent, strong=strong, size=size)

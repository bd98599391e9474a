"""Draws a growth chart on whatever a painter draws: the page in the window and the sheet for the mother alike.

All lengths are units of the drawing (a pixel at scale 1), turned into dots by the style.
"""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from kpm_desktop.domain.growth.chart import Chart, Point, Span
from kpm_desktop.domain.growth.chart_lines import Area, Curve, height_at
from kpm_desktop.domain.growth.weight_gain import FIRST, MISSED, NOT_GAINED
from kpm_desktop.ui.charts.chart_style import NAME, NUMBER, ChartStyle
from kpm_desktop.ui.charts.chart_words import LINES, ChartWords

#: Around the plot: numbers at the left, names of lines at the right, numbers and title below.
LEFT, TOP, RIGHT, BOTTOM = 38.0, 8.0, 122.0, 44.0
#: Half the size of a mark.
_MARK = 5.0
#: Names at the right stand at least so far apart; an area is named where it is at least so high.
_NAME_PITCH, _NAME_ROOM = 15.0, 21.0
#: Kept free beside the newest point: its value is told there.
_TOLD = QRectF(-14, -34, 160, 76)
#: How many places of a line between two points are looked at.
_PARTS = 12
#: Where along the plot an area's name is tried, the best places first.
_TRIED = (0.82, 0.72, 0.62, 0.5, 0.38, 0.26, 0.16, 0.9)


class Mark(NamedTuple):
    """A point and where it stands."""

    point: Point
    at: QPointF


class GrowthPainter:
    """One chart in one place. where: for plot and labels, in the painter's dots."""

    def __init__(self, chart: Chart, style: ChartStyle, words: ChartWords, where: QRectF) -> None:
        self.chart, self.style, self.words = chart, style, words
        px = self.px
        self.plot = where.adjusted(px(LEFT), px(TOP), -px(RIGHT), -px(BOTTOM))
        self.marks = [Mark(point, self._stand(point)) for point in chart.points]

    def px(self, length: float) -> float:
        """A length of the drawing in dots."""
        return length * self.style.unit

    def place(self, x: float, y: float) -> QPointF:
        """Where a measure stands."""
        plot, across, up = self.plot, self.chart.x, self.chart.y
        return QPointF(
            plot.x() + plot.width() * (x - across.first) / (across.last - across.first),
            plot.bottom() - plot.height() * (y - up.first) / (up.last - up.first),
        )

    def _stand(self, point: Point) -> QPointF:
        """Where a point stands; one that cannot be right and lies outside, at the edge."""
        return self.place(point.x, min(max(point.y, self.chart.y.first), self.chart.y.last))

    def nearest(self, at: QPointF, within: float) -> int | None:
        """The place of the point nearest to a position, if it is so near."""
        far = [((mark.at - at).manhattanLength(), place) for place, mark in enumerate(self.marks)]
        best = min(far, default=None)
        return best[1] if best is not None and best[0] <= self.px(within) else None

    def paint(self, painter: QPainter) -> None:
        """Everything but what is said of one point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.save()
        painter.setClipRect(self.plot)
        self._areas(painter)
        self._grid(painter)
        self._curves(painter)
        painter.restore()
        self._frame(painter)
        self._axes(painter)
        self._line_names(painter)
        self._area_names(painter)
        self._joins(painter)
        for mark in self.marks:
            self._mark(painter, mark)

    # what lies below the points

    def _areas(self, painter: QPainter) -> None:
        """From above, each over what lies below it, so that no seam shows between two."""
        for area in reversed(self.chart.areas):
            colour = self.style.areas[area.name]
            if area.high is None:
                painter.fillRect(self.plot, colour)
                continue
            path = QPainterPath()
            path.addPolygon(self._below(self.chart.curve(area.high)))
            painter.fillPath(path, colour)

    def _below(self, curve: Curve) -> QPolygonF:
        line = self._polygon(curve)
        ends = QPointF(line[-1].x(), self.plot.bottom()), QPointF(line[0].x(), self.plot.bottom())
        return QPolygonF([*line, *ends])

    def _polygon(self, curve: Curve) -> list[QPointF]:
        return [self.place(x, y) for x, y in curve.places]

    def _grid(self, painter: QPainter) -> None:
        plot, style = self.plot, self.style
        fine, coarse = style.pen(style.grid, 1), style.pen(style.coarse, 1)
        for x in _steps(self.chart.x, self.chart.x.fine):
            painter.setPen(coarse if _is_step(x, self.chart.x) else fine)
            at = self.place(x, 0).x()
            painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()))
        painter.setPen(fine)
        for y in _steps(self.chart.y, self.chart.y.fine):
            at = self.place(0, y).y()
            painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at))

    def _curves(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for deviation, (role, _) in LINES[self.chart.key].items():
            painter.setPen(self.style.line_pen(role))
            painter.drawPolyline(QPolygonF(self._polygon(self.chart.curve(deviation))))

    # what stands around

    def _frame(self, painter: QPainter) -> None:
        painter.setPen(self.style.pen(self.style.faint, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.plot)

    def _axes(self, painter: QPainter) -> None:
        plot, px = self.plot, self.px
        pen, font = self.style.pen(self.style.faint, 1), self.style.font(NUMBER, False)
        for y in _steps(self.chart.y, self.chart.y.step):
            at = self.place(0, y).y()
            where = QRectF(plot.left() - px(LEFT), at - px(10), px(LEFT - 8), px(20))
            self.text(painter, where, self.words.number(y), Qt.AlignmentFlag.AlignRight)
        for x in _steps(self.chart.x, self.chart.x.step):
            at = self.place(x, 0).x()
            where = QRectF(at - px(24), plot.bottom() + px(4), px(48), px(18))
            self.text(painter, where, self.words.number(x), Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(pen)
        painter.setFont(font)
        below = QRectF(plot.left(), plot.bottom() + px(22), plot.width() + px(RIGHT), px(20))
        self.text(painter, below, self.words.x_title(self.chart), Qt.AlignmentFlag.AlignLeft)
        unit = QRectF(plot.left() + px(8), plot.top() + px(4), px(40), px(20))
        self.text(painter, unit, self.words.unit(self.chart), Qt.AlignmentFlag.AlignLeft)

    def _line_names(self, painter: QPainter) -> None:
        """At the right end of each line that is named and ends inside; never one over another."""
        found = []
        for deviation, (role, code) in LINES[self.chart.key].items():
            y = height_at(self.chart.curve(deviation), self.chart.x.last)
            if code and self.chart.y.first <= y <= self.chart.y.last:
                found.append((self.place(self.chart.x.last, y).y(), deviation, role, code))
        px, lowest = self.px, self.plot.bottom()
        for y, deviation, role, code in sorted(found, reverse=True):
            y = lowest = min(y, lowest)
            lowest -= px(_NAME_PITCH)
            left = self.plot.right() + px(6)
            where = QRectF(left, y - px(10), px(20), px(20))
            ink = self.style.lines[role]
            self.text(painter, where, self.words.deviation(deviation), Qt.AlignmentFlag.AlignLeft, ink, strong=True)
            name = QRectF(left + px(22), y - px(10), px(RIGHT - 28), px(20))
            self.text(painter, name, self.words.line(code), Qt.AlignmentFlag.AlignLeft)

    def _area_names(self, painter: QPainter) -> None:
        """Inside each area, between two lines where there is room and no point stands."""
        metrics = QFontMetricsF(self.style.font(NAME, True))
        for area in self.chart.areas:
            words = self.words.area(area.name)
            size = metrics.boundingRect(words).adjusted(-self.px(3), 0, self.px(3), 0)
            found = (self._room_in(*stripe, size) for stripe in self._stripes(area))
            where = next((each for each in found if each is not None), None)
            if where is not None:
                painter.fillRect(where, self.style.areas[area.name])
                self.text(painter, where, words, Qt.AlignmentFlag.AlignHCenter, self.style.ink, strong=True)

    def _stripes(self, area: Area) -> Iterator[tuple[int | None, int | None]]:
        """What the drawn lines make of an area, from below; all of it where none of them has room."""
        low, high = area.low, area.high
        inside = [
            each
            for each in sorted(LINES[self.chart.key])
            if (low is None or each > low) and (high is None or each < high)
        ]
        edges = [low, *inside, high]
        yield from itertools.pairwise(edges)
        yield low, high

    def _room_in(self, low: int | None, high: int | None, size: QRectF) -> QRectF | None:
        """A place of a name's size between two lines and away from every point; None where there is none."""
        for share in _TRIED:
            x = self.chart.x.first + (self.chart.x.last - self.chart.x.first) * share
            middle = self.place(x, 0).x()
            edges = [middle - size.width() / 2, middle + size.width() / 2]
            top = max(self._line_at(high, at, self.plot.top()) for at in edges)
            bottom = min(self._line_at(low, at, self.plot.bottom()) for at in edges)
            if bottom - top < self.px(_NAME_ROOM):
                continue
            where = QRectF(edges[0], (top + bottom) / 2 - self.px(9), size.width(), self.px(18))
            if low is None or high is None:  # a wide area is named near its line, where it is looked for
                near = bottom - self.px(34) if low is not None else top + self.px(16)
                where.moveTop(min(max(near, top), bottom - self.px(18)))
            if self._is_free(where):
                return where
        return None

    def _is_free(self, where: QRectF) -> bool:
        around = where.adjusted(-self.px(16), -self.px(14), self.px(16), self.px(14))
        is_hit = any(around.contains(at) for at in self._way())
        return self.plot.contains(where) and not is_hit and not self._told().intersects(where)

    def _way(self) -> Iterator[QPointF]:
        """The points, and places on the lines between them."""
        used = [mark.at for mark in self.marks if mark.point.is_used]
        yield from (mark.at for mark in self.marks)
        for before, after in itertools.pairwise(used):
            yield from (before + (after - before) * (part / _PARTS) for part in range(1, _PARTS))

    def _told(self) -> QRectF:
        """Where the newest point's value is told."""
        if not self.marks:
            return QRectF()
        corner, size = _TOLD.topLeft() * self.style.unit, _TOLD.size() * self.style.unit
        return QRectF(self.marks[-1].at + corner, size)

    def _line_at(self, deviation: int | None, x: float, none: float) -> float:
        if deviation is None:
            return none
        across, plot = self.chart.x, self.plot
        value = across.first + (x - plot.left()) / plot.width() * (across.last - across.first)
        y = self.place(0, height_at(self.chart.curve(deviation), value)).y()
        return min(max(y, plot.top()), plot.bottom())

    # the child

    def _joins(self, painter: QPainter) -> None:
        """From each used point to the next; dotted across what was not measured."""
        used = [mark for mark in self.marks if mark.point.is_used]
        for before, mark in itertools.pairwise(used):
            is_gap = mark.point.join == "gap"
            pen = self.style.pen(self.style.ink, 1.4 if is_gap else 2.0, (1.5, 2.0) if is_gap else ())
            painter.setPen(pen)
            painter.drawLine(before.at, mark.at)

    def _mark(self, painter: QPainter, mark: Mark) -> None:
        paint_shape(painter, self.style, mark.at, shape_of(mark.point))

    def text(
        self,
        painter: QPainter,
        where: QRectF,
        words: str,
        align: Qt.AlignmentFlag,
        ink: QColor | None = None,
        *,
        strong: bool = False,
        size: float = NUMBER,
    ) -> None:
        """One line of words in the middle of a height."""
        painter.setFont(self.style.font(size, strong))
        painter.setPen(ink or self.style.faint)
        painter.drawText(where, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)


def shape_of(point: Point) -> str:
    """What stands for a point: how it looks says its status without any colour."""
    if not point.is_used:
        return "cross"
    if point.status == NOT_GAINED:
        return "triangle"
    return "hollow" if point.status in (FIRST, MISSED) or not point.month else "full"


def paint_shape(painter: QPainter, style: ChartStyle, at: QPointF, shape: str) -> None:
    """`full`, `hollow`, `triangle` or `cross`; `least` is the step of the least weight (KBM)."""
    size = _MARK * style.unit
    if shape == "cross":
        painter.setPen(style.pen(style.unused, 2.4))
        painter.drawLine(at + QPointF(-size, -size), at + QPointF(size, size))
        painter.drawLine(at + QPointF(-size, size), at + QPointF(size, -size))
    elif shape == "least":
        painter.setPen(style.pen(style.accent, 1.8, (3, 2)))
        painter.drawLine(at - QPointF(size * 1.7, 0), at + QPointF(size * 1.7, 0))
    elif shape == "triangle":
        painter.setPen(style.pen(style.not_gained, 2))
        painter.setBrush(style.paper)
        half = size * 1.25
        corners = (-half, -half * 0.75), (half, -half * 0.75), (0, half)
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
    else:
        painter.setPen(style.pen(style.ink, 2))
        painter.setBrush(style.ink if shape == "full" else style.paper)
        painter.drawEllipse(at, size * 0.9, size * 0.9)


def _steps(span: Span, step: float) -> Iterator[float]:
    count = round((span.last - span.first) / step)
    return (span.first + step * at for at in range(count + 1))


def _is_step(value: float, span: Span) -> bool:
    return abs((value - span.first) / span.step - round((value - span.first) / span.step)) < 1e-6


def least_place(chart: Chart, point: Point) -> tuple[Point, float] | None:
    """The point before, and the least weight (KBM) of a point in kilograms; None where the card asks for none."""
    gain = point.gain
    if gain is None or gain.gain_g is None or gain.least is None:
        return None
    before = chart.before(point)
    return None if before is None else (before, before.y + gain.least.grams / 1000)

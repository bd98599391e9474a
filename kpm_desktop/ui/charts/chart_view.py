"""A growth chart to be read: by the arrows, by the mouse, and by a screen reader, point by point."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.weight_gain import NOT_GAINED
from kpm_desktop.ui.charts.chart_style import screen_style
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.charts.growth_painter import BOTTOM, LEFT, RIGHT, TOP, GrowthPainter, paint_shape, shape_of
from kpm_desktop.ui.charts.reading import ReadingPainter
from kpm_desktop.ui.components.frames import paint_frame
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.say import say
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.growth_words import point_words, short_age

#: As drawn, and the least that can be read, at scale 1.
PLOT, LEAST_PLOT = QSize(634, 452), QSize(300, 190)
#: How near the mouse has to come to a point.
_NEAR = 18


class ChartView(QWidget):
    """`moved` gives the point that is read now, or None; `opened` the point Enter or a double click is to open."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._words = ChartWords(tools.wording)
        self._chart: Chart | None = None
        self._born = date.min
        self._at = -1
        self._painter: GrowthPainter | None = None
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        speak_as(self, "chart")

    @property
    def point(self) -> Point | None:
        """The point that is read."""
        return self._chart.points[self._at] if self._chart is not None and self._at >= 0 else None

    def show_chart(self, chart: Chart, born: date) -> None:
        """Another chart, at the point of the same day where it has one, else at its newest."""
        former = self.point
        self._chart, self._born = chart, born
        days = [point.taken.day for point in chart.points]
        is_kept = former is not None and former.taken.day in days
        self._at = days.index(former.taken.day) if is_kept and former is not None else len(days) - 1
        name = self.tr("Chart {index}: {title}, {count} points")
        title = self._words.title(chart)
        self.setAccessibleName(name.format(index=self._words.index(chart), title=title, count=len(days)))
        self._forget()
        self._tell()

    def choose(self, at: int) -> None:
        """Reads a point by its place, the nearest there is."""
        count = len(self._chart.points) if self._chart is not None else 0
        at = min(max(at, 0), count - 1)
        if at != self._at:
            self._at = at
            self.update()
            self._tell()
            say(self, self.accessibleDescription())

    def sizeHint(self) -> QSize:
        """As drawn."""
        return self._around(PLOT)

    def minimumSizeHint(self) -> QSize:
        """As small as it can be read."""
        return self._around(LEAST_PLOT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from point to point, Home and End to the first and last; Enter opens."""
        last = len(self._chart.points) - 1 if self._chart is not None else -1
        key = event.key()
        places = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if Qt.Key(key) in places and not event.modifiers():
            self.choose(places[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.point is not None:
            self.opened.emit(self.point)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point under the mouse is read."""
        found = self._made().nearest(event.position(), _NEAR) if self._chart is not None else None
        if found is not None:
            self.choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the point that is read, where it is the one under the mouse."""
        if self._chart is not None and self._made().nearest(event.position(), _NEAR) == self._at >= 0:
            self.opened.emit(self.point)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that the arrows are here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawn anew."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, which is kept as a picture, and what is said of the point that is read."""
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(QPointF(0, 0), self._drawn())
        reading = ReadingPainter(self._made(), self._tools.wording)
        if self._at >= 0:
            mark = self._made().marks[self._at]
            reading.least(painter, mark, named=mark.point.status == NOT_GAINED)
            reading.ring(painter, mark, strong=self.hasFocus())
            paint_shape(painter, self._made().style, mark.at, shape_of(mark.point))
            reading.callout(painter, mark, short_age(self._born, mark.point.taken.day))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_frame(painter, self._look, QRectF(self.rect()), border="accent", width=2, radius=4)

    def _around(self, plot: QSize) -> QSize:
        px = self._look.px
        return QSize(px(plot.width() + LEFT + RIGHT), px(plot.height() + TOP + BOTTOM))

    def _made(self) -> GrowthPainter:
        if self._painter is None:
            assert self._chart is not None
            self._painter = GrowthPainter(self._chart, screen_style(self._look), self._words, QRectF(self.rect()))
        return self._painter

    def _drawn(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            made = self._made()
            made.paint(painter)
            reading = ReadingPainter(made, self._tools.wording)
            for mark in made.marks:
                if not mark.point.is_used:
                    reading.unused(painter, mark, self._tools.calendar.short_day(mark.point.taken.day))
            painter.end()
        return self._picture

    def _forget(self) -> None:
        self._painter = self._picture = None
        self.update()

    def _tell(self) -> None:
        point = self.point
        words = point_words(self._chart, point, self._born, self._tools) if self._chart and point else ""
        self.setAccessibleDescription(words)
        self.moved.emit(point)

"""The weight a mother gained, beside the band her body mass index asks for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpm_desktop.commands.pregnancy.pregnancy_view import PregnancyView
from kpm_desktop.domain.pregnancy.weight_band import Band, weight_rules
from kpm_desktop.ui.components.roles import speak_as
from kpm_desktop.ui.components.rows import RowDelegate
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text

_HEIGHT, _LEFT, _BELOW, _POINT = 150, 30, 20, 4.5
_WEEKS = (0, 12, 24, 36, 40)


class WeightPlot(QWidget):
    """What it shows is its accessible name."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self._text = RowDelegate(tools.look)
        self._text.setParent(self)
        self._band: Band | None = None
        self._points: list[tuple[float, float]] = []
        self._last = ""
        speak_as(self, "text")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pregnancy(self, view: PregnancyView, told: str) -> None:
        """told: what a screen reader hears."""
        self._band, self._points = view.band, gained(view)
        weights = [row.weight_g for row in view.visits if row.weight_g is not None]
        kg = f"{weights[-1] / 1000:.1f}".replace(".", self._tools.comma) if weights else ""
        self._last = f"{kg} kg" if kg else ""
        self.setAccessibleName(told)
        self.setVisible(bool(self._band is not None and view.begun is not None))
        self.update()

    def sizeHint(self) -> QSize:
        """One height."""
        return QSize(self._look.px(280), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, band, points."""
        if self._band is None:
            return
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max(self._band.most, *(kg for _, kg in self._points), 4.0) if self._points else self._band.most
        bottom = min(0.0, *(kg for _, kg in self._points)) if self._points else 0.0
        plot = QRectF(
            look.px(_LEFT), look.px(8), self.width() - look.px(_LEFT + 12), self.height() - look.px(8 + _BELOW)
        )
        self._paint_lines(painter, plot, bottom, top)
        self._paint_band(painter, plot, bottom, top, self._band)
        places = [self._place(plot, bottom, top, week, kg) for week, kg in self._points]
        painter.setPen(QPen(look.colour("text"), look.px(2)))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(look.colour("text"))
        for place in places:
            painter.drawEllipse(place, look.px(_POINT), look.px(_POINT))
        if places:
            where = QRectF(places[-1].x() - look.px(84), places[-1].y() - look.px(24), look.px(80), look.px(18))
            self._text.text(painter, where, self._last, Text.CAPTION_STRONG, "text", Qt.AlignmentFlag.AlignRight)

    def _place(self, plot: QRectF, bottom: float, top: float, week: float, kg: float) -> QPointF:
        x = plot.x() + min(week, 42) / weight_rules().last_week * plot.width()
        return QPointF(x, plot.bottom() - (kg - bottom) / (top - bottom) * plot.height())

    def _paint_lines(self, painter: QPainter, plot: QRectF, bottom: float, top: float) -> None:
        look = self._look
        step = 4 if top - bottom <= 20 else 8
        kg = int(bottom // step) * step
        while kg <= top:
            if kg >= bottom:
                y = self._place(plot, bottom, top, 0, kg).y()
                painter.setPen(QPen(look.colour("line"), 1))
                painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
                where = QRectF(0, y - look.px(9), plot.x() - look.px(6), look.px(18))
                self._text.text(painter, where, str(kg), Text.CAPTION, "text2", Qt.AlignmentFlag.AlignRight)
            kg += step
        for week in _WEEKS:
            x = self._place(plot, bottom, top, week, bottom).x()
            where = QRectF(x - look.px(20), plot.bottom() + look.px(2), look.px(40), look.px(18))
            self._text.text(painter, where, str(week), Text.CAPTION, "text2", Qt.AlignmentFlag.AlignHCenter)

    def _paint_band(self, painter: QPainter, plot: QRectF, bottom: float, top: float, band: Band) -> None:
        weeks = (0.0, float(weight_rules().early.until_week), float(weight_rules().last_week))
        low = [self._place(plot, bottom, top, week, band.at(week)[0]) for week in weeks]
        high = [self._place(plot, bottom, top, week, band.at(week)[1]) for week in weeks]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ok_bg"))
        painter.drawPolygon(QPolygonF([*low, *reversed(high)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("ok"), 1.2, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(low))
        painter.drawPolyline(QPolygonF(high))


def gained(view: PregnancyView) -> list[tuple[float, float]]:
    """(week, kilograms gained since before the pregnancy) of every weighing; none where the first weight is not
    known."""
    first, begun = view.pregnancy.pre_pregnancy_weight_g, view.begun
    if first is None or begun is None:
        return []
    return [
        ((row.visit_date - begun).days / 7, (row.weight_g - first) / 1000)
        for row in view.visits
        if row.weight_g is not None
    ]

"""A growth chart from the key to the picture, against work of the same kind in the same run."""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from kpm_desktop.commands.growth.child_growth import child_growth
from kpm_desktop.commands.households.person_history import person_history
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.domain.growth.chart import Chart
from kpm_desktop.domain.records.identity import new_id
from tests.benchmarks.journal import PASSWORD, VILLAGE, Result

TIMES = 15
BORN, TODAY = date(2021, 12, 3), date(2026, 11, 19)
#: Every month from birth to nearly five years: as many points as a chart can have.
MONTHS = 58


def run() -> list[Result]:
    """(name, ratio, limit): reading a child's charts, drawing one, going to the next point."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        made = init_profile(Path(place) / "p", role="cadre", name="Ibu", villages=[VILLAGE], password=PASSWORD)
        with made.store as store:
            child = _child(store)
            charts = child_growth(store, child).charts
            read = _fastest(partial(child_growth, store, child))
            history = _fastest(partial(person_history, store, child))
    return [("growth charts of a child read, against its history", read / history, 0.5), *_drawn(charts["wei"])]


def _child(store: Any) -> UUID:
    home, child = new_id(), new_id()
    person = {"household_id": home, "full_name": "Alya", "sex": "female", "birth_date": BORN, "birth_weight_g": 3000}
    edits = [
        Edit("household", {"village_code": VILLAGE, "head_name": "Hamdani"}, home),
        Edit("person", person, child),
    ]
    for at in range(1, MONTHS):
        year, month = divmod(BORN.month - 1 + at, 12)
        day = date(BORN.year + year, month + 1, 10)
        visit = {"person_id": child, "month": f"{day:%Y-%m}", "visit_date": day, "weight_g": 3000 + 800 * min(at, 6)}
        edits.append(Edit("child_visit", {**visit, "weight_g": visit["weight_g"] + 200 * at}))  # type: ignore[operator]
    save_records(store, edits, today=TODAY, sure=True)
    return child


def _drawn(chart: Chart) -> list[Result]:
    """Against the same lines and letters, drawn by nobody who thinks about them."""
    from PySide6.QtGui import QColor, QPixmap
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    from kpm_desktop.ui.charts.chart_view import PLOT, ChartView
    from kpm_desktop.ui.frame.context import Tools
    from kpm_desktop.ui.frame.jobs import Jobs
    from kpm_desktop.ui.frame.preferences import Preferences
    from kpm_desktop.ui.look.fonts import register_fonts
    from kpm_desktop.ui.look.look import Look
    from kpm_desktop.ui.look.theme import Theme

    register_fonts()
    with tempfile.TemporaryDirectory() as place:
        tools = Tools(Look(Theme()), Jobs(), Preferences(Path(place)), "id", lambda: TODAY)
        view = ChartView(tools)
        view.resize(view.sizeHint())
        picture = QPixmap(view.size())
        picture.fill(QColor("#FFFFFF"))

        def show() -> None:
            view.show_chart(chart, BORN)
            view.render(picture)

        def move() -> None:
            view.choose(view._at - 1 if view._at else len(chart.points) - 1)
            view.render(picture)

        show()
        raw = _fastest(partial(_raw, chart, picture, PLOT.width()))
        drawn, moved = _fastest(show), _fastest(move)
        view.deleteLater()
        app.processEvents()
    return [
        ("growth chart drawn, against its lines and letters alone", drawn / raw, 4.0),
        ("next point of a growth chart, against the chart drawn", moved / drawn, 0.5),
    ]


def _raw(chart: Chart, picture: Any, width: int) -> None:
    """Areas, lines, points and as many words as there are, each put somewhere."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = width / chart.x.last
    for curve in chart.curves:
        line = [QPointF(x * scale, 450 - y * 20) for x, y in curve.places]
        path = QPainterPath()
        path.addPolygon(QPolygonF([*line, QPointF(width, 450), QPointF(0, 450)]))
        painter.fillPath(path, QColor("#E4F2E8"))
        painter.setPen(QPen(QColor("#1C6638"), 1.5))
        painter.drawPolyline(QPolygonF(line))
    for at in range(40):
        painter.drawLine(QPointF(at * 20, 0), QPointF(at * 20, 450))
        painter.drawText(QPointF(at * 20, at * 11), "12 garis")
    for point in chart.points:
        painter.drawEllipse(QPointF(point.x * scale, 450 - point.y * 20), 5, 5)
    painter.end()


def _fastest(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(TIMES))

"""The points of a chart as a list: the same data for a screen reader, and for whoever likes a list better."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import HEAD
from kpm_desktop.domain.growth.chart_verdict import measure
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.growth_words import age_words, class_words, gained_words, point_words, status_word, z_words


def columns() -> list[ListColumn]:
    """What is told of each point."""
    translate = QCoreApplication.translate
    return [
        ListColumn(translate("GrowthList", "Date"), 19, is_sortable=False, narrow=26),
        ListColumn(translate("GrowthList", "Age"), 21, is_sortable=False, is_wide_only=True),
        ListColumn(translate("GrowthList", "Value"), 13, is_sortable=False, narrow=18),
        ListColumn(translate("GrowthList", "Gain"), 28, is_sortable=False),
        ListColumn("z", 10, is_number=True, is_sortable=False, is_wide_only=True),
        ListColumn(translate("GrowthList", "Class"), 29, is_sortable=False),
    ]


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point and its cells."""

    point: Point
    key: str
    words: str
    cells: Sequence[Cell]

    @property
    def is_heading(self) -> bool:
        """It can be chosen."""
        return False


def point_rows(chart: Chart, born: date, tools: Tools) -> list[PointRow]:
    """The newest first."""
    return [_row(chart, point, born, tools) for point in reversed(chart.points)]


def _row(chart: Chart, point: Point, born: date, tools: Tools) -> PointRow:
    translate = QCoreApplication.translate
    day = tools.calendar.dated(point.taken.day)
    status = status_word(point.status, tools) if point.is_used else translate("GrowthList", "not used")
    birth = "" if point.month else translate("GrowthList", "birth")
    cells = (
        Cell(day, kind=Text.BODY_MEDIUM),
        Cell(age_words(born, point.taken.day)),
        Cell(tools.wording.say(measure(point, chart.key)), kind=Text.BODY_STRONG),
        Cell(status or birth, below=gained_words(point, tools)),
        Cell(z_words(point.z, tools)),
        Cell(class_words(point, tools) if chart.key != HEAD else ""),
    )
    return PointRow(point, point.taken.day.isoformat(), point_words(chart, point, born, tools), cells)

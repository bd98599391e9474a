"""What a chart looks like: shapes that need no colour, names inside the areas, the same places on screen and paper."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kpm_desktop.domain.growth.chart import Born, Chart, Measures, chart_of
from kpm_desktop.domain.growth.chart_lines import CHARTS, height_at
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.charts.chart_style import ChartStyle, paper_style, screen_style
from kpm_desktop.ui.charts.chart_words import ChartWords
from kpm_desktop.ui.charts.growth_painter import GrowthPainter, paint_shape, shape_of
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.palette import contrast
from kpm_desktop.ui.look.theme import Theme

BORN = Born("female", date(2025, 8, 4))
WHERE = QRectF(0, 0, 800, 504)
SHAPES = ("full", "hollow", "triangle", "cross")


def weighed(*weights: tuple[str, int], unused: str = "") -> Chart:
    taken = [
        Measures(day[:7], date.fromisoformat(day), grams, unused=frozenset({"wei"} if day[:7] == unused else ()))
        for day, grams in weights
    ]
    return chart_of("wei", BORN, taken)


def drawn(style: ChartStyle, shape: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#F1F1F1"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, style, QPointF(20, 20), shape)
    painter.end()
    return image


def styles() -> list[ChartStyle]:
    return [screen_style(Look(Theme.named(name, 2.0))) for name in ("light", "contrast")] + [paper_style(2.0)]


@pytest.mark.usefixtures("qapp")
def test_every_status_has_a_shape_of_its_own_in_black_and_white() -> None:
    for style in styles():
        images = [drawn(style, shape) for shape in SHAPES]
        for at, one in enumerate(images):
            for other in images[at + 1 :]:
                differs = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(40) for y in range(40))
                assert differs > 40


def test_shapes_follow_the_status() -> None:
    chart = weighed(
        ("2026-08-13", 8300), ("2026-09-12", 8600), ("2026-10-13", 8500), ("2026-11-14", 12900), unused="2026-11"
    )
    assert [shape_of(point) for point in chart.points] == ["hollow", "full", "triangle", "cross"]


@pytest.mark.usefixtures("qapp")
def test_lines_and_names_stand_out_on_their_areas() -> None:
    """3:1 for a line that means something, 4.5:1 for words, on every area, in both themes and on paper."""
    for style in styles():
        for area in style.areas.values():
            assert contrast(style.ink.name(), area.name()) >= 4.5
            for role in ("red", "amber", "middle"):
                assert contrast(style.lines[role].name(), area.name()) >= 3
    dashes = {role: tuple(styles()[0].line_pen(role).dashPattern()) for role in ("red", "amber", "middle", "faint")}
    widths = {role: styles()[0].line_pen(role).widthF() for role in dashes}
    assert len({(dashes[role], widths[role]) for role in dashes}) == 4


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("key", CHARTS)
def test_areas_are_named_inside_and_over_no_point(key: str) -> None:
    taken = [
        Measures(f"2026-{month:02}", date(2026, month, 13), 7000 + month * 100, 640 + month * 8, "lying", 430 + month)
        for month in range(3, 12)
    ]
    painter = GrowthPainter(chart_of(key, BORN, taken), paper_style(1.0), ChartWords(Wording("id")), WHERE)
    named = set()
    for area in painter.chart.areas:
        places = [painter._room_in(*stripe, QRectF(0, 0, 80, 18)) for stripe in painter._stripes(area)]
        for where in (each for each in places if each is not None):
            named.add(area)
            assert painter.plot.contains(where)
            assert not any(where.contains(mark.at) for mark in painter.marks)
    assert {area.name for area in named} == {area.name for area in painter.chart.areas}


@pytest.mark.usefixtures("qapp")
def test_a_point_stands_where_its_measure_is_in_every_unit() -> None:
    """On a line where it lies on the line; the nearest point is found by the mouse alone where it is near."""
    chart = weighed(("2026-08-13", 8300), ("2026-11-14", 8300))
    for unit in (1.0, 1.3, 6.7):
        where = QRectF(0, 0, 800 * unit, 504 * unit)
        painter = GrowthPainter(chart, paper_style(unit), ChartWords(Wording("id")), where)
        middle = chart.curve(0)
        on_line = painter.place(15.0, height_at(middle, 15.0))
        assert painter.plot.contains(on_line)
        corner = painter.place(chart.x.first, chart.y.first)
        assert (corner - painter.plot.bottomLeft()).manhattanLength() < 0.01
        assert painter.nearest(painter.marks[1].at + QPointF(5 * unit, 5 * unit), 18) == 1
        assert painter.nearest(painter.marks[1].at + QPointF(60 * unit, 60 * unit), 18) is None


def test_lines_are_called_as_the_growth_card_calls_them() -> None:
    words = ChartWords(Wording("id"))
    chart = weighed(("2026-08-13", 8300))
    assert (words.title(chart), words.index(chart)) == ("Berat badan menurut umur", "BB/U")
    assert (words.deviation(-3), words.line("red"), words.number(2.0)) == ("−3", "garis merah", "2")

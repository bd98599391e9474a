"""The lines of the charts: the z-score tables WHO publishes, one decimal, from birth to five years and by length."""

import pytest

from kpm_desktop.domain.growth.chart_lines import AREAS, CHARTS, Curve, curves_for_age, curves_for_length, height_at
from kpm_desktop.domain.growth.classes import class_rules
from kpm_desktop.domain.growth.month_table import table_day
from kpm_desktop.domain.growth.rules import DAYS_PER_MONTH


def printed(curves: tuple[Curve, ...], x: float) -> list[float]:
    """A row of a printed table."""
    return [round(height_at(curve, x) + 1e-9, 1) for curve in curves]


@pytest.mark.parametrize(
    ("key", "sex", "month", "row"),
    [
        ("wei", "male", 0, [2.1, 2.5, 2.9, 3.3, 3.9, 4.4, 5.0]),
        ("wei", "female", 12, [6.3, 7.0, 7.9, 8.9, 10.1, 11.5, 13.1]),
        ("wei", "female", 24, [8.1, 9.0, 10.2, 11.5, 13.0, 14.8, 17.0]),
        ("len", "male", 0, [44.2, 46.1, 48.0, 49.9, 51.8, 53.7, 55.6]),
        ("len", "female", 12, [66.3, 68.9, 71.4, 74.0, 76.6, 79.2, 81.7]),
        ("len", "female", 24, [76.0, 79.3, 82.5, 85.7, 88.9, 92.2, 95.4]),
        ("hc", "female", 0, [30.3, 31.5, 32.7, 33.9, 35.1, 36.2, 37.4]),
        ("hc", "male", 12, [42.2, 43.5, 44.8, 46.1, 47.4, 48.6, 49.9]),
    ],
)
def test_lines_by_age_are_whos_tables(key: str, sex: str, month: int, row: list[float]) -> None:
    """WHO Child Growth Standards, z-score tables by month: -3, -2, -1, 0, 1, 2, 3 SD."""
    found = printed(curves_for_age(key, sex, 24), table_day(month) / DAYS_PER_MONTH)
    # Print is of the month, the line of the nearest day: one number of a row may round the other way.
    assert found == pytest.approx(row, abs=0.1001)
    assert sum(one != other for one, other in zip(found, row, strict=True)) <= 1


def test_lines_by_length_are_whos_tables() -> None:
    """WHO weight-for-length, boys 65.0 cm; weight-for-height, boys 65.0 cm, where the same child is 65.7 cm lying."""
    assert printed(curves_for_length("male", "length"), 65.0) == [5.7, 6.2, 6.7, 7.3, 7.9, 8.6, 9.4]
    by_height = printed(curves_for_length("male", "height"), 65.0)
    assert by_height == [5.9, 6.3, 6.9, 7.4, 8.1, 8.8, 9.6]
    assert by_height == pytest.approx(printed(curves_for_length("male", "length"), 65.7), abs=0.0501)


@pytest.mark.parametrize("key", ["wei", "len", "wfl"])
def test_areas_end_where_a_class_ends(key: str) -> None:
    """Permenkes 2/2020: every line between two areas is a bound of a class."""
    bounds = {step.below if step.below is not None else step.up_to for step in class_rules().by_z[key]}
    lines = {area.low for area in AREAS[key]} - {None}
    assert lines <= bounds


def test_areas_follow_each_other_without_a_hole() -> None:
    for key in CHARTS:
        areas = AREAS[key]
        assert [area.low for area in areas[1:]] == [area.high for area in areas[:-1]]
        assert (areas[0].low, areas[-1].high) == (None, None)

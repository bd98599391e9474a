"""The lines of a growth chart: the measures at −3 to +3 standard deviations, and what the areas between them say.

Source of every line: L, M and S of the WHO Child Growth Standards (2006, 2007). The areas of weight, length and
weight-for-length are the classes of Permenkes 2/2020; those of the head are decided here (docs/growth.md).
"""

import itertools
from functools import cache
from typing import Literal, NamedTuple

from kpm_desktop.domain.growth import lms, rules, tables

WEIGHT, LENGTH, WEIGHT_FOR_LENGTH, HEAD = "wei", "len", "wfl", "hc"
#: In the order of the keys 1 to 4.
CHARTS = (WEIGHT, LENGTH, WEIGHT_FOR_LENGTH, HEAD)
DEVIATIONS = (-3, -2, -1, 0, 1, 2, 3)
#: From one place of a line to the next: days of age, and tenths of a centimetre.
_EVERY_DAYS, _EVERY_TENTHS = 7, 5

AreaName = Literal["danger", "watch", "good"]
By = Literal["age", "length", "height"]


class Area(NamedTuple):
    """Between two lines, named by their standard deviations; None: no line bounds it."""

    name: AreaName
    low: int | None
    high: int | None


class Curve(NamedTuple):
    """The measure at `deviation`: places (x, y), in months of age or centimetres, and kilograms or centimetres."""

    deviation: int
    places: tuple[tuple[float, float], ...]


#: From below.
AREAS: dict[str, tuple[Area, ...]] = {
    WEIGHT: (Area("danger", None, -3), Area("watch", -3, -2), Area("good", -2, 1), Area("watch", 1, None)),
    LENGTH: (Area("danger", None, -3), Area("watch", -3, -2), Area("good", -2, 3), Area("watch", 3, None)),
    WEIGHT_FOR_LENGTH: (
        Area("danger", None, -3),
        Area("watch", -3, -2),
        Area("good", -2, 1),
        Area("watch", 1, 3),
        Area("danger", 3, None),
    ),
    HEAD: (Area("watch", None, -2), Area("good", -2, 2), Area("watch", 2, None)),
}


@cache
def curves_for_age(key: str, sex: str, until_month: int) -> tuple[Curve, ...]:
    """By months of age, from birth to a month."""
    table = tables.for_age(key)
    end = min(lms.rounded_day(until_month * rules.DAYS_PER_MONTH), table.first + len(table.girls) - 1)
    months = {lms.rounded_day(month * rules.DAYS_PER_MONTH) for month in range(until_month + 1)}
    step = {rules.HEIGHT_DAY - 1, rules.HEIGHT_DAY} if key == LENGTH else set()
    days = sorted({*range(table.first, end, _EVERY_DAYS), *months, *step, end})
    rows = [(day / rules.DAYS_PER_MONTH, table.lms(sex == rules.FEMALE, day)) for day in days if day <= end]
    return _curves(rows)


@cache
def curves_for_length(sex: str, by: By) -> tuple[Curve, ...]:
    """By centimetres of length (lying) or height (standing), over the whole table."""
    table = tables.for_length() if by == "length" else tables.for_height()
    last = table.first + len(table.girls) - 1
    tenths = sorted({*range(table.first, last, _EVERY_TENTHS), last})
    return _curves([(each / 10, table.lms(sex == rules.FEMALE, each)) for each in tenths])


def _curves(rows: list[tuple[float, tables.LMS]]) -> tuple[Curve, ...]:
    return tuple(Curve(k, tuple((x, lms.measure_at(k, row)) for x, row in rows)) for k in DEVIATIONS)


def height_at(curve: Curve, x: float) -> float:
    """Where a line stands over `x`: linear between two of its places, level beyond its ends."""
    places = curve.places
    if x <= places[0][0]:
        return places[0][1]
    for (left, low), (right, high) in itertools.pairwise(places):
        if x <= right:
            return low if right == left else low + (high - low) * (x - left) / (right - left)
    return places[-1][1]

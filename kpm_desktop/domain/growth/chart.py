"""A child's growth as charts: weight, length, weight-for-length and head, each point with what the standards and the
growth card say of it.

A child born before 37 weeks is drawn at its corrected age until 24 months. A measure that cannot be right is a point
that is not used: no line leads to it, and no gain is counted from it.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from kpm_desktop.domain.calendar import completed_months, month_number, month_of
from kpm_desktop.domain.growth import rules
from kpm_desktop.domain.growth.ages import BORN_EARLY_BELOW_WEEKS, CORRECTED_UNTIL_MONTHS, corrected_age_days
from kpm_desktop.domain.growth.chart_lines import (
    AREAS,
    HEAD,
    LENGTH,
    WEIGHT,
    WEIGHT_FOR_LENGTH,
    Area,
    By,
    Curve,
    curves_for_age,
    curves_for_length,
    height_at,
)
from kpm_desktop.domain.growth.child import Child, Growth, growth_of, known_position
from kpm_desktop.domain.growth.classes import classes_by_day
from kpm_desktop.domain.growth.month_table import classes_by_month_table
from kpm_desktop.domain.growth.weight_gain import Judged, Weighing, judged

Join = Literal["", "line", "gap"]
#: A longer time without a measure, in months, is drawn as a gap: weight is taken monthly, the others each quarter.
_EVERY_MONTHS = {WEIGHT: 1, LENGTH: 3, WEIGHT_FOR_LENGTH: 3, HEAD: 3}
_TWO_YEARS, _FIVE_YEARS = 24, 60
#: An axis of lengths is so long at least, and goes so far beyond the longest that was measured.
_LEAST_CM, _CM_AHEAD = 40, 12


class Born(NamedTuple):
    """What of a child the charts need."""

    sex: str
    day: date
    gestation_weeks: int | None = None

    @property
    def is_early(self) -> bool:
        """Whether the age is to be corrected."""
        return self.gestation_weeks is not None and self.gestation_weeks < BORN_EARLY_BELOW_WEEKS


class Measures(NamedTuple):
    """What was measured on a day. month: of the visit; empty at birth. unused: the charts it cannot be right in."""

    month: str
    day: date
    weight_g: int | None = None
    length_mm: int | None = None
    position: str | None = None
    head_mm: int | None = None
    has_oedema: bool = False
    unused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One measuring in one chart. x: months of age, or centimetres; y: kilograms, or centimetres as the standards
    measure at this age. z: None where the standards give none; code, month_code: its class by day and by the printed
    table. gain: by the growth card, of a weight after birth. join: how the line comes from the point before.
    age_days: as the standards were asked, corrected where `is_corrected`."""

    taken: Measures
    x: float
    y: float
    z: float | None
    code: str = ""
    month_code: str = ""
    gain: Judged | None = None
    join: Join = ""
    is_used: bool = True
    age_days: float = 0.0
    is_corrected: bool = False

    @property
    def month(self) -> str:
        """Of the visit; empty at birth."""
        return self.taken.month

    @property
    def status(self) -> str:
        """N, T, O or B of a weight; empty at birth and of anything else."""
        return self.gain.status if self.gain is not None else ""


class Span(NamedTuple):
    """An axis: from, to, and how far apart its numbered lines stand; `fine` lines between them."""

    first: float
    last: float
    step: float
    fine: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """points: by day. early: how many measures lie before the day the child was due, where no curve begins yet.
    is_corrected: whether some points stand at a corrected age."""

    key: str
    by: By
    x: Span
    y: Span
    curves: tuple[Curve, ...]
    areas: tuple[Area, ...]
    points: tuple[Point, ...]
    early: int = 0
    is_corrected: bool = False

    @property
    def used(self) -> tuple[Point, ...]:
        """The points that can be right."""
        return tuple(point for point in self.points if point.is_used)

    def curve(self, deviation: int) -> Curve:
        """A line by its standard deviations."""
        return next(each for each in self.curves if each.deviation == deviation)

    def before(self, point: Point) -> Point | None:
        """The used point before another one."""
        earlier = [each for each in self.used if each.taken.day < point.taken.day]
        return earlier[-1] if earlier else None


def chart_of(key: str, born: Born, taken: Sequence[Measures]) -> Chart:
    """One of the four charts, of everything measured from birth to the fifth birthday."""
    days = sorted((one for one in taken if one.day >= born.day), key=lambda one: (one.day, one.month))
    found = [point_of(key, born, one) for one in days if _has(key, one)]
    points = tuple(_joined(key, born, [point for point in found if point is not None]))
    if key == WEIGHT:
        points = tuple(_gains(born, points))
    by = _by(key, points)
    if key == WEIGHT_FOR_LENGTH:
        points = tuple(replace(point, x=_as_measured(point, by)) for point in points)
    is_corrected = any(point.is_corrected for point in points)
    x = _x_span(by, points)
    points = tuple(point for point in points if x.first <= point.x <= x.last)  # a length outside the table has no place
    curves = curves_for_age(key, born.sex, int(x.last)) if by == "age" else curves_for_length(born.sex, by)
    y = _y_span(key, x, curves, points)
    early = sum(_has(key, one) and _is_before_due(born, one.day) for one in days)
    return Chart(
        key=key, by=by, x=x, y=y, curves=curves, areas=AREAS[key], points=points, early=early, is_corrected=is_corrected
    )


def _has(key: str, taken: Measures) -> bool:
    needed = {
        WEIGHT: (taken.weight_g,),
        LENGTH: (taken.length_mm,),
        WEIGHT_FOR_LENGTH: (taken.weight_g, taken.length_mm),
        HEAD: (taken.head_mm,),
    }
    return None not in needed[key]


def _is_before_due(born: Born, day: date) -> bool:
    age = (day - born.day).days
    is_young = age / rules.DAYS_PER_MONTH < CORRECTED_UNTIL_MONTHS
    return born.is_early and is_young and corrected_age_days(age, born.gestation_weeks or 0) is None


def point_of(key: str, born: Born, taken: Measures) -> Point | None:
    """One measuring in a chart; None where the standards have no age: before the day the child was due, and from five
    years on."""
    real = float((taken.day - born.day).days)
    corrected = corrected_age_days(real, born.gestation_weeks) if born.gestation_weeks is not None else None
    age = real if corrected is None else corrected
    if _is_before_due(born, taken.day) or age / rules.DAYS_PER_MONTH >= rules.END_MONTHS:
        return None
    child = _child(born, taken, age)
    growth = growth_of(child)
    months = completed_months(born.day, taken.day)
    by_day = classes_by_day(growth, oedema=taken.has_oedema).get(key)
    by_month = classes_by_month_table(child, months).get(key) if corrected is None else None
    return Point(
        taken=taken,
        x=age / rules.DAYS_PER_MONTH if key != WEIGHT_FOR_LENGTH else growth.length_cm or 0.0,
        y=_drawn(key, taken, growth),
        z=growth.z(key),
        code=by_day.code if by_day is not None else "",
        month_code=by_month.code if by_month is not None else "",
        is_used=key not in taken.unused,
        age_days=age,
        is_corrected=corrected is not None,
    )


def _child(born: Born, taken: Measures, age: float) -> Child:
    return Child(
        sex=born.sex,
        age_days=age,
        weight_kg=_scaled(taken.weight_g, 1000),
        length_cm=_scaled(taken.length_mm, 10),
        position=known_position(taken.position),
        head_cm=_scaled(taken.head_mm, 10),
        oedema=taken.has_oedema,
    )


def _scaled(value: int | None, unit: int) -> float | None:
    return None if value is None else value / unit


def _drawn(key: str, taken: Measures, growth: Growth) -> float:
    if key == LENGTH:
        return growth.length_cm or 0.0
    return (taken.head_mm or 0) / 10 if key == HEAD else (taken.weight_g or 0) / 1000


def _joined(key: str, born: Born, points: Iterable[Point]) -> Iterator[Point]:
    """Each with how the line comes to it from the used point before."""
    before: Point | None = None
    for point in points:
        if not point.is_used:
            yield point
            continue
        if before is not None:
            months = month_number(_month(point, born)) - month_number(_month(before, born))
            point = replace(point, join="gap" if months > _EVERY_MONTHS[key] else "line")
        before = point
        yield point


def _month(point: Point, born: Born) -> str:
    return point.month or month_of(born.day)


def _gains(born: Born, points: Iterable[Point]) -> Iterator[Point]:
    """Each weight after birth by the growth card, beside the used weight before it."""
    before: Weighing | None = None
    for point in points:
        if not point.month or not point.is_used:
            yield point
            continue
        now = Weighing(point.taken.weight_g or 0, point.month, point.taken.day)
        yield replace(point, gain=judged(born.sex, born.day, now, before))
        before = now


def _by(key: str, points: Sequence[Point]) -> By:
    """Weight-for-length until the newest point is measured standing: from 731 days on."""
    if key != WEIGHT_FOR_LENGTH:
        return "age"
    newest = points[-1].age_days if points else 0
    return "height" if newest >= rules.HEIGHT_DAY else "length"


def _as_measured(point: Point, by: By) -> float:
    """A corrected length as the table of the chart measures it: WHO's two tables are one, 0.7 cm apart."""
    is_height = point.age_days >= rules.HEIGHT_DAY
    return point.x - rules.LYING_MINUS_STANDING_CM if by == "height" and not is_height else point.x


def _x_span(by: By, points: Sequence[Point]) -> Span:
    newest = max((point.x for point in points if by == "age" or point.is_used), default=0.0)
    if by != "age":
        low, high = rules.LENGTHS_CM if by == "length" else rules.HEIGHTS_CM
        wanted = math.ceil((newest + _CM_AHEAD) / 5) * 5
        return Span(low, min(max(wanted, low + _LEAST_CM), high), 5, 1)
    return Span(0, _TWO_YEARS, 3, 1) if newest <= _TWO_YEARS else Span(0, _FIVE_YEARS, 6, 2)


#: An axis is numbered so often at most; where it would be more often, its steps are so much coarser.
_MOST_STEPS, _COARSER = 16, (1, 2, 5, 10)
#: Per chart: which lines have to be seen, from and to, and the steps of the numbers at two and five years.
_SEEN = {
    WEIGHT: (-3, 1, 1.0, 2.0),
    LENGTH: (-3, 3, 5.0, 10.0),
    WEIGHT_FOR_LENGTH: (-3, 3, 2.0, 2.0),
    HEAD: (-3, 3, 2.0, 2.0),
}


def _y_span(key: str, x: Span, curves: Sequence[Curve], points: Sequence[Point]) -> Span:
    """Over the lines that say something, and every point that is used."""
    low_k, high_k, near, far = _SEEN[key]
    step = near if x.last <= _TWO_YEARS else far
    lines = {curve.deviation: curve for curve in curves}
    drawn = [point.y for point in points if point.is_used]
    low = min([height_at(lines[low_k], x.first), *drawn])
    high = max([height_at(lines[high_k], x.last), *drawn])
    if key == WEIGHT:
        high += step / 2  # above the orange line there is an area to be named
    step *= next(
        factor for factor in _COARSER if (high - low) / (step * factor) <= _MOST_STEPS or factor == _COARSER[-1]
    )
    return Span(math.floor(low / step) * step, math.ceil(high / step) * step, step, step)

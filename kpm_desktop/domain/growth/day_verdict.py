"""What one measuring says on the day it is taken: N, T, O or B of the growth card, and the worst class of nutrition.

Classes are those of the charts (Permenkes 2/2020, ages corrected until 24 months), the status that of `weight_gain`.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.growth.chart import Born, Measures, point_of
from kpm_desktop.domain.growth.chart_lines import LENGTH, WEIGHT, WEIGHT_FOR_LENGTH
from kpm_desktop.domain.growth.rules import HEIGHT_DAY
from kpm_desktop.domain.growth.weight_gain import Weighing

#: How grave a class is; what is not named here is 0. Equally grave ones: the one named first by `_ORDER`.
_GRAVITY = {
    "severely_wasted": 3,
    "severely_stunted": 3,
    "severely_underweight": 3,
    "wasted": 2,
    "stunted": 2,
    "underweight": 2,
    "obese": 2,
    "overweight": 1,
    "risk_of_overweight": 1,
    "risk_of_excess_weight": 1,
}
_ORDER = (WEIGHT_FOR_LENGTH, LENGTH, WEIGHT)


class Classed(NamedTuple):
    """A class by its code and what it was read from: the chart, its z-score and whether the child stands in it.
    gravity: 0 where nothing is to be said, 3 where it is severe."""

    key: str
    code: str
    z: float | None
    is_standing: bool
    gravity: int


def worst_class(born: Born, taken: Measures) -> Classed | None:
    """The gravest class of a measuring; None where the standards give none."""
    points = [(key, point_of(key, born, taken)) for key in _ORDER if _is_measured(key, taken)]
    found = [
        Classed(key, point.code, point.z, point.age_days >= HEIGHT_DAY, _GRAVITY.get(point.code, 0))
        for key, point in points
        if point is not None and point.code
    ]
    return max(found, key=lambda each: each.gravity, default=None)


def _is_measured(key: str, taken: Measures) -> bool:
    weight, length = taken.weight_g is not None, taken.length_mm is not None
    return {WEIGHT: weight, LENGTH: length, WEIGHT_FOR_LENGTH: weight and length}[key]


class Skdn(NamedTuple):
    """A posyandu's month by the letters of its recap (Juknis KMS Balita 2021): S all children under five, K those with
    a growth card, D weighed, of these N gained, T did not gain, O were not weighed the month before, B never before.
    D is N + T + O + B; K - D were absent."""

    s: int
    k: int
    d: int
    n: int
    t: int
    o: int
    b: int


def counted(children: Iterable[tuple[bool, str]]) -> Skdn:
    """Of every child: whether it has a growth card, and its status; empty where it was not weighed."""
    found = list(children)
    by_status = {
        status: sum(told == status for _, told in found)
        for status in (weight_gain.GAINED, weight_gain.NOT_GAINED, weight_gain.MISSED, weight_gain.FIRST)
    }
    n, t, o, b = by_status.values()
    return Skdn(len(found), sum(has_card for has_card, _ in found), n + t + o + b, n, t, o, b)


def weight_status(sex: str, born: date, now: Weighing, before: Weighing | None, *, was_weighed: bool = False) -> str:
    """N, T, O or B of a weighing beside the newest one before it; empty where the child's sex is not known.
    was_weighed: ever before, also where that is too long ago to be read."""
    if sex not in ("male", "female"):
        return ""
    found = weight_gain.judged(sex, born, now, before).status
    return weight_gain.MISSED if was_weighed and found == weight_gain.FIRST else found


def has_growth_card(kia_number: str | None, *, was_weighed: bool) -> bool:
    """Whether a child has its growth card (K): the KIA book holds it, and one that was ever weighed has got one."""
    return bool(kia_number) or was_weighed

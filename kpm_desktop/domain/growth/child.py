"""Six WHO z-scores of one child, in plain Python: what a form shows while a cadre types.

Source of every rule: WHO Child Growth Standards (2006, 2007) as WHO's program computes them; `columns` does the same
for many children.
"""

import math
from functools import lru_cache
from typing import NamedTuple

import msgspec

from kpm_desktop.domain.growth import lms, rules, tables
from kpm_desktop.domain.growth.rules import Indicator, Limits


class Child(NamedTuple):
    """One measurement. None: not known, not measured.

    sex: `male` or `female`. age_days: may have a fraction, never negative. position: `lying` or `standing`.
    """

    sex: str | None
    age_days: float | None
    weight_kg: float | None = None
    length_cm: float | None = None
    position: str | None = None
    head_cm: float | None = None
    muac_cm: float | None = None
    oedema: bool = False


class Score(msgspec.Struct, frozen=True, gc=False):
    """A z-score to two decimals, and whether WHO calls it implausible."""

    z: float
    flagged: bool


class Growth(msgspec.Struct, frozen=True):
    """What the standards say: `scores` by indicator (`len wei wfl bmi hc ac`), those there are.

    length_cm: corrected to the position the age asks for. standing_implausible: said to stand below 9 months.
    """

    scores: dict[str, Score]
    length_cm: float | None
    bmi: float | None
    standing_implausible: bool

    def z(self, key: str) -> float | None:
        """The z-score of an indicator, if there is one."""
        score = self.scores.get(key)
        return None if score is None else score.z


def known_position(told: str | None) -> str | None:
    """How a length was measured, where this program knows the word: another is as good as not told."""
    return told if told in _POSITIONS else None


def growth_of(child: Child) -> Growth:
    """Every z-score this measurement allows. Measures outside `rules.Limits` give none.

    Raises ValueError on a negative or infinite age, an unknown sex or an unknown position.
    """
    sex, age_days, weight, length, position, head, muac, oedema = child
    _check(sex, age_days, position)
    day = None if age_days is None else lms.rounded_day(age_days)
    implausible = stands_too_early(position, age_days)
    if implausible:
        position = None
    weight = usable(weight, rules.WEIGHT_KG)
    length = corrected_length(usable(length, rules.LENGTH_CM), day, position)
    bmi = None if weight is None or length is None else body_mass_index(weight, length)
    found: dict[str, Score] = {}
    growth = Growth(found, length, bmi, implausible)
    if sex is None or (age_days is not None and age_days / rules.DAYS_PER_MONTH >= rules.END_MONTHS):
        return growth
    if oedema:
        weight = bmi = None
    girl = sex == rules.FEMALE
    if day is not None:
        _for_age(found, rules.LENGTH_FOR_AGE, girl, day, length)
        _for_age(found, rules.WEIGHT_FOR_AGE, girl, day, weight)
    if weight is not None and length is not None:
        _for_length(found, girl, weight, length, uses_length(day, position, length))
    if day is not None:
        _for_age(found, rules.BMI_FOR_AGE, girl, day, bmi)
        _for_age(found, rules.HEAD_FOR_AGE, girl, day, usable(head, rules.HEAD_CM))
        _for_age(found, rules.MUAC_FOR_AGE, girl, day, usable(muac, rules.MUAC_CM))
    return growth


def is_within_three(child: Child) -> bool:
    """Whether every measure lies within three standard deviations, so that none can be implausible; told from bounds
    that are kept, much faster than the scores. False says nothing: the scores do."""
    sex, age_days, weight, length, position, head, muac, oedema = child
    if sex is None or age_days is None or oedema or stands_too_early(position, age_days):
        return False
    girl, day = sex == rules.FEMALE, lms.rounded_day(age_days)
    length = corrected_length(length, day, position)
    measures = (("len", length), ("wei", weight), ("hc", head), ("ac", muac))
    if not all(y is None or _lies_within(_bounds(key, girl, day), y) for key, y in measures):
        return False
    if weight is None or length is None:
        return True
    return _lies_within(_weight_bounds(girl, length, uses_length(day, position, length)), weight)


def _lies_within(bounds: tuple[float, float] | None, y: float) -> bool:
    return bounds is not None and bounds[0] < y < bounds[1]


@lru_cache(maxsize=20_000)
def _bounds(key: str, girl: bool, day: int) -> tuple[float, float] | None:
    """The measures at three standard deviations either way on a day of age; None outside the table."""
    first, boys, girls = tables.for_age(key)
    rows = girls if girl else boys
    return _at_three(rows[day - first]) if first <= day < first + len(rows) else None


@lru_cache(maxsize=4_000)
def _weight_bounds(girl: bool, length_cm: float, lying: bool) -> tuple[float, float] | None:
    row = weight_lms(girl, length_cm, lying)
    return None if row is None else _at_three(row)


def _at_three(row: tables.LMS) -> tuple[float, float]:
    return lms.measure_at(-3, row), lms.measure_at(3, row)


def stands_too_early(position: str | None, age_days: float | None) -> bool:
    """Said to have been measured standing below 9 months: implausible, so the position is not believed."""
    return (
        position == rules.STANDING
        and age_days is not None
        and age_days / rules.DAYS_PER_MONTH < rules.FIRST_STANDING_MONTHS
    )


def corrected_length(length_cm: float | None, day: int | None, position: str | None) -> float | None:
    """The length as the standards measure it at this age: lying below day 731, standing from it."""
    if length_cm is None or day is None:
        return length_cm
    if day < rules.HEIGHT_DAY and position == rules.STANDING:
        return length_cm + rules.LYING_MINUS_STANDING_CM
    if day >= rules.HEIGHT_DAY and position == rules.LYING:
        return length_cm - rules.LYING_MINUS_STANDING_CM
    return length_cm


def uses_length(day: int | None, position: str | None, length_cm: float) -> bool:
    """True: the table by length (lying); False: the one by height."""
    if day is not None:
        return day < rules.HEIGHT_DAY
    if position is not None:
        return position == rules.LYING
    return length_cm < rules.LYING_BELOW_CM


def usable(measure: float | None, limits: Limits) -> float | None:
    """The measure, or None when it cannot be one."""
    return measure if measure is not None and limits[0] <= measure <= limits[1] else None


def body_mass_index(weight_kg: float, length_cm: float) -> float:
    """kg/m² from the corrected length."""
    metres = length_cm / 100
    return weight_kg / (metres * metres)


def weight_lms(girl: bool, length_cm: float, lying: bool) -> tables.LMS | None:
    """L, M and S at a corrected length, linear between two rows of 0.1 cm; None outside the table."""
    low, high = rules.LENGTHS_CM if lying else rules.HEIGHTS_CM
    if not low <= length_cm <= high:
        return None
    table = tables.for_length() if lying else tables.for_height()
    tenths = math.trunc(length_cm * 10)
    beyond = (length_cm - tenths / 10) / 0.1
    l, m, s = table.lms(girl, tenths)  # noqa: E741
    if beyond <= 0:
        return l, m, s
    next_l, next_m, next_s = table.lms(girl, tenths + 1)
    return l + beyond * (next_l - l), m + beyond * (next_m - m), s + beyond * (next_s - s)


def _check(sex: str | None, age_days: float | None, position: str | None) -> None:
    if age_days is not None and not 0 <= age_days < math.inf:
        raise ValueError(f"no such age: {age_days} days")
    if sex not in _SEXES:
        raise ValueError(f"no such sex: {sex}")
    if position not in _POSITIONS:
        raise ValueError(f"no such position: {position}")


_SEXES = frozenset((rules.MALE, rules.FEMALE, None))
_POSITIONS = frozenset((rules.LYING, rules.STANDING, None))


def _for_age(found: dict[str, Score], indicator: Indicator, girl: bool, day: int, y: float | None) -> None:
    if y is None:
        return
    first, boys, girls = tables.for_age(indicator.key)
    if day >= first:
        found[indicator.key] = _score(indicator, y, (girls if girl else boys)[day - first])


def _for_length(found: dict[str, Score], girl: bool, weight_kg: float, length_cm: float, lying: bool) -> None:
    row = weight_lms(girl, length_cm, lying)
    if row is not None:
        found[rules.WEIGHT_FOR_LENGTH.key] = _score(rules.WEIGHT_FOR_LENGTH, weight_kg, row)


def _score(indicator: Indicator, y: float, row: tables.LMS) -> Score:
    _, tails, low, high = indicator
    z = lms.rounded((lms.z_score_with_tails if tails else lms.z_score)(y, row))
    return Score(z, not low <= z <= high)

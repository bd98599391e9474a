"""Six WHO z-scores of one child, in plain Python: what a form shows while a cadre types.

Source of every rule: WHO Child Growth Standards (2006, 2007) as WHO's program computes them; `columns` does the same
for many children.
"""

import math
from typing import NamedTuple

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


class Score(NamedTuple):
    """A z-score to two decimals, and whether WHO calls it implausible."""

    z: float
    flagged: bool


class Growth(NamedTuple):
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


def growth_of(child: Child) -> Growth:
    """Every z-score this measurement allows. Measures outside `rules.Limits` give none.

    Raises ValueError on a negative or infinite age, an unknown sex code or an unknown position code.
    """
    _check(child)
    day = None if child.age_days is None else lms.rounded_day(child.age_days)
    implausible = stands_too_early(child.position, child.age_days)
    position = None if implausible else child.position
    weight = _usable(child.weight_kg, rules.WEIGHT_KG)
    length = corrected_length(_usable(child.length_cm, rules.LENGTH_CM), day, position)
    bmi = None if weight is None or length is None else body_mass_index(weight, length)
    found: dict[str, Score] = {}
    if child.sex is not None and (child.age_days is None or child.age_days / rules.DAYS_PER_MONTH < rules.END_MONTHS):
        if child.oedema:
            weight = None
        if day is not None:
            _for_age(found, rules.LENGTH_FOR_AGE, child.sex, day, length)
            _for_age(found, rules.WEIGHT_FOR_AGE, child.sex, day, weight)
        if weight is not None and length is not None:
            _for_length(found, child.sex, weight, length, lying=uses_length(day, position, length))
        if day is not None:
            _for_age(found, rules.BMI_FOR_AGE, child.sex, day, None if child.oedema else bmi)
            _for_age(found, rules.HEAD_FOR_AGE, child.sex, day, _usable(child.head_cm, rules.HEAD_CM))
            _for_age(found, rules.MUAC_FOR_AGE, child.sex, day, _usable(child.muac_cm, rules.MUAC_CM))
    return Growth(found, length, bmi, implausible)


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


def body_mass_index(weight_kg: float, length_cm: float) -> float:
    """kg/m² from the corrected length."""
    metres = length_cm / 100
    return weight_kg / (metres * metres)


def weight_lms(sex: str, length_cm: float, *, lying: bool) -> tables.LMS | None:
    """L, M and S at a corrected length, linear between two rows of 0.1 cm; None outside the table."""
    low, high = rules.LENGTHS_CM if lying else rules.HEIGHTS_CM
    if not low <= length_cm <= high:
        return None
    table = tables.for_length() if lying else tables.for_height()
    tenths = math.trunc(length_cm * 10)
    beyond = (length_cm - tenths / 10) / 0.1
    below = table.lms(sex, tenths)
    if beyond <= 0:
        return below
    above = table.lms(sex, tenths + 1)
    return (
        below[0] + beyond * (above[0] - below[0]),
        below[1] + beyond * (above[1] - below[1]),
        below[2] + beyond * (above[2] - below[2]),
    )


def _check(child: Child) -> None:
    if child.age_days is not None and not 0 <= child.age_days < math.inf:
        raise ValueError(f"no such age: {child.age_days} days")
    if child.sex not in (rules.MALE, rules.FEMALE, None):
        raise ValueError(f"no such sex: {child.sex}")
    if child.position not in (rules.LYING, rules.STANDING, None):
        raise ValueError(f"no such position: {child.position}")


def _usable(measure: float | None, limits: Limits) -> float | None:
    return measure if measure is not None and limits.low <= measure <= limits.high else None


def _for_age(found: dict[str, Score], indicator: Indicator, sex: str, day: int, y: float | None) -> None:
    if y is None:
        return
    table = tables.for_age(indicator.key)
    if day < table.first:
        return
    found[indicator.key] = _score(indicator, y, table.lms(sex, day))


def _for_length(found: dict[str, Score], sex: str, weight_kg: float, length_cm: float, *, lying: bool) -> None:
    row = weight_lms(sex, length_cm, lying=lying)
    if row is not None:
        found[rules.WEIGHT_FOR_LENGTH.key] = _score(rules.WEIGHT_FOR_LENGTH, weight_kg, row)


def _score(indicator: Indicator, y: float, row: tables.LMS) -> Score:
    l, m, s = row  # noqa: E741
    unrounded = lms.z_score_with_tails(y, l, m, s) if indicator.tails else lms.z_score(y, l, m, s)
    z = lms.rounded(unrounded)
    return Score(z, z < indicator.low or z > indicator.high)

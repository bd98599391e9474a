"""The LMS formulas on plain numbers, and rounding as a person rounds.

Source: WHO Child Growth Standards, Methods and development (2006), chapter 7.
"""

import math

from kpm_desktop.domain.growth.rules import HUNDRED
from kpm_desktop.domain.growth.tables import LMS


def z_score(y: float, row: LMS) -> float:
    """How many standard deviations `y` lies from the median, unrounded."""
    l, m, s = row  # noqa: E741 - WHO's name
    power: float = (y / m) ** l
    return (power - 1) / (s * l)


def measure_at(k: float, row: LMS) -> float:
    """The measure at `k` standard deviations: the inverse of `z_score`."""
    l, m, s = row  # noqa: E741
    ratio: float = (1 + s * l * k) ** (1 / l)
    return m * ratio


def z_score_with_tails(y: float, row: LMS) -> float:
    """`z_score` within ±3; beyond, further in steps of the distance between the 2nd and 3rd standard deviation."""
    z = z_score(y, row)
    if -3 <= z <= 3:
        return z
    side = 1 if z > 0 else -1
    third = measure_at(3 * side, row)
    return side * 3 + (y - third) / (third - measure_at(2 * side, row)) * side


def measure_with_tails(k: float, row: LMS) -> float:
    """The inverse of `z_score_with_tails`."""
    if -3 <= k <= 3:
        return measure_at(k, row)
    side = 1 if k > 0 else -1
    third = measure_at(3 * side, row)
    return third + (abs(k) - 3) * (third - measure_at(2 * side, row))


def rounded(z: float) -> float:
    """To two decimals, ties away from zero; never -0.0."""
    return round(z * HUNDRED) / 100


def rounded_to_tenth(measure: float) -> float:
    """To one decimal, as a printed table shows it; ties away from zero."""
    return round(measure * HUNDRED / 10) / 10


def rounded_day(age_days: float) -> int:
    """Age in whole days, halves up: 730.5 is day 731."""
    whole = math.floor(age_days)
    return whole + (age_days - whole >= 0.5)

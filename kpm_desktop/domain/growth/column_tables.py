"""WHO's tables laid out for `columns`: one array per number, so that a whole block looks its rows up at once.

A place that holds no row holds NaN, and so does the last place: whoever has no z-score is sent there.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth import rules, tables

Floats = NDArray[np.float64]

#: One row of a block's matrices for each indicator: by age with tails, by age without, by length.
ORDER = (
    rules.WEIGHT_FOR_AGE,
    rules.BMI_FOR_AGE,
    rules.MUAC_FOR_AGE,
    rules.LENGTH_FOR_AGE,
    rules.HEAD_FOR_AGE,
    rules.WEIGHT_FOR_LENGTH,
)
TAILED, BY_AGE = 3, 5

#: A table by age: the boys' days, the girls' days, the row of NaN.
DAYS = 1827
NO_AGE_ROW = 2 * DAYS
AGE_ROWS = NO_AGE_ROW + 1

#: The table by length: from the shortest lying to the tallest standing in tenths of a centimetre; boys standing, girls
#: standing, boys lying, girls lying; the row of NaN.
LOWEST = rules.LENGTHS_CM[0] * 10
TENTHS = rules.HEIGHTS_CM[1] * 10 - LOWEST + 1
NO_LENGTH_ROW = 4 * TENTHS
#: What to add to tenths of a centimetre, by 2 for lying plus 1 for a girl.
FIRST_TENTH = np.arange(4) * float(TENTHS) - LOWEST


class ForAge(NamedTuple):
    """The tables by age one after another, in `ORDER`: boys, girls and a row of NaN each, NaN where WHO has no row.

    third, step: of those with tails, the measure at 3 standard deviations and its distance from the 2nd; first all
    tables above the median, then all below.
    """

    l: Floats  # noqa: E741
    m: Floats
    sl: Floats
    third: Floats
    step: Floats


class ForLength(NamedTuple):
    """M and S by tenths of a centimetre and the steps to the next row; boys and girls standing, then lying.

    l: one number for boys and one for girls, the same in every row of both tables.
    """

    l: Floats  # noqa: E741
    m: Floats
    m_step: Floats
    s: Floats
    s_step: Floats


def third_and_step(sign: Floats, l: Floats, m: Floats, sl: Floats) -> tuple[Floats, Floats]:  # noqa: E741
    """The measure at 3 standard deviations on a side of the median, and its distance from the 2nd, upwards."""
    power = 1 / l
    second, third = (m * (1 + sl * (k * sign)) ** power for k in (2, 3))
    return third, (third - second) * sign


@cache
def age_tables() -> ForAge:
    by_day = [tables.for_age(indicator.key) for indicator in ORDER[:BY_AGE]]
    l, m, s = (  # noqa: E741
        np.concatenate([_by_day(values, table.first) for values, table in zip(column, by_day, strict=True)])
        for column in zip(*((table.l, table.m, table.s) for table in by_day), strict=True)
    )
    sl = s * l
    tailed = slice(TAILED * AGE_ROWS)
    sides = [third_and_step(np.full(l[tailed].size, sign), l[tailed], m[tailed], sl[tailed]) for sign in (1.0, -1.0)]
    third, step = (np.concatenate(pair) for pair in zip(*sides, strict=True))
    return ForAge(l[tailed], m, sl, third, step)


def _by_day(values: list[float], first: int) -> Floats:
    padded = np.full(AGE_ROWS, np.nan)
    padded[:NO_AGE_ROW].reshape(2, DAYS)[:, first:] = np.reshape(values, (2, -1))
    return padded


@cache
def length_table() -> ForLength:
    standing, lying = tables.for_height(), tables.for_length()
    m = _by_tenth(standing.m, lying.m)
    s = _by_tenth(standing.s, lying.s)
    boys, girls = standing.l[0], standing.l[-1]
    assert set(standing.l) == set(lying.l) == {boys, girls}
    return ForLength(np.array([boys, girls]), m, _steps(m), s, _steps(s))


def _by_tenth(standing: list[float], lying: list[float]) -> Floats:
    padded = np.full(NO_LENGTH_ROW + 1, np.nan)
    by_table = padded[:NO_LENGTH_ROW].reshape(2, 2, TENTHS)
    for table, (values, limits) in enumerate(((standing, rules.HEIGHTS_CM), (lying, rules.LENGTHS_CM))):
        first, last = (limit * 10 - LOWEST for limit in limits)
        by_table[table, :, first : last + 1] = np.reshape(values, (2, -1))
    return padded


def _steps(values: Floats) -> Floats:
    steps = np.diff(values, append=np.nan)
    return np.where(np.isnan(steps), 0, steps)  # a table's last row is met exactly, never passed

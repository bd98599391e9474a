"""WHO's tables laid out for `columns`: one array per number, so that a whole block looks its rows up at once.

Whoever has no z-score is sent to the last place of a table. It holds NaN, as does every place WHO has no row for, but
only in the last factor of the formula: powers of NaN are slow.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth import rules, tables
from kpm_desktop.domain.growth.tables import Table

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


class ForAge(NamedTuple):
    """The tables by age, one row each in `ORDER`: boys, girls and the last place.

    per_sd: hundredths of z for each unit of (y/M)^L - 1, that is 100/(S·L). l, slope, intercept: of those with tails.
    slope, intercept: hundredths of z as a line in y beyond 3 standard deviations; a row holds the side above the median
    and then, from `AGE_ROWS` on, the side below.
    """

    l: Floats  # noqa: E741
    m: Floats
    per_sd: Floats
    slope: Floats
    intercept: Floats


class ForLength(NamedTuple):
    """M and S·L by tenths of a centimetre and the steps to the next row; boys and girls standing, then lying.

    l: one number for boys and one for girls, the same in every row of both tables.
    """

    l: Floats  # noqa: E741
    m: Floats
    m_step: Floats
    sl: Floats
    sl_step: Floats


def tail(sign: Floats, l: Floats, m: Floats, sl: Floats) -> tuple[Floats, Floats]:  # noqa: E741
    """Slope and intercept of hundredths of z in y beyond 3 standard deviations, on the side of `sign` (1 or -1)."""
    power = 1 / l
    second, third = (m * (1 + sl * (k * sign)) ** power for k in (2, 3))
    slope = rules.HUNDRED * sign / (third - second)
    return slope, rules.HUNDRED * 3 * sign - third * slope


@cache
def age_tables() -> ForAge:
    """Five tables by day of age."""
    padded = [_by_day(tables.for_age(indicator.key)) for indicator in ORDER[:BY_AGE]]
    l, m, s = np.stack(padded, axis=1)  # noqa: E741
    sl = s * l
    sides = [tail(np.full_like(l[:TAILED], sign), l[:TAILED], m[:TAILED], sl[:TAILED]) for sign in (1.0, -1.0)]
    slope, intercept = (np.concatenate(pair, axis=1) for pair in zip(*sides, strict=True))
    return ForAge(l[:TAILED], m, rules.HUNDRED / sl, slope, intercept)


@cache
def length_table() -> ForLength:
    """Both tables of weight."""
    l, m, s = _by_tenth()  # noqa: E741
    boys, girls = tables.for_length().boys[0][0], tables.for_length().girls[0][0]
    assert set(l) == {boys, girls, 1}
    return ForLength(np.array([boys, girls]), m, _steps(m), s * l, _steps(s * l))


def _nowhere(places: int) -> Floats:
    """L, M and S of places that hold no row."""
    return np.tile([[1.0], [1.0], [np.nan]], places)


def _by_day(table: Table) -> Floats:
    padded = _nowhere(AGE_ROWS)
    for sex, rows in enumerate((table.boys, table.girls)):
        end = (sex + 1) * DAYS
        padded[:, end - len(rows) : end] = np.transpose(rows)  # every table ends on the same day
    return padded


def _by_tenth() -> Floats:
    padded = _nowhere(NO_LENGTH_ROW + 1)
    height, length = tables.for_height(), tables.for_length()
    for part, (table, sex) in enumerate(
        ((height, height.boys), (height, height.girls), (length, length.boys), (length, length.girls))
    ):
        start = part * TENTHS + table.first - LOWEST
        padded[:, start : start + len(sex)] = np.transpose(sex)
    return padded


def _steps(values: Floats) -> Floats:
    """To the next place. A table's last row is met exactly, never passed, so what follows it does not matter."""
    steps = np.diff(values, append=0)
    return np.where(np.isnan(steps), 0, steps)

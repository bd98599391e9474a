"""Six WHO z-scores of many children at once, with numpy: the same rules, tables and numbers as `child`.

Works through blocks that stay in the processor's cache. A child without a z-score is sent to a row of NaN.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth import rules
from kpm_desktop.domain.growth.column_tables import (
    AGE_ROWS,
    BY_AGE,
    DAYS,
    FIRST_TENTH,
    NO_AGE_ROW,
    NO_LENGTH_ROW,
    ORDER,
    TAILED,
    Floats,
    age_tables,
    length_table,
    third_and_step,
)

Codes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

SEX_CODES = {None: 0, rules.MALE: 1, rules.FEMALE: 2}
POSITION_CODES = {None: 0, rules.LYING: 1, rules.STANDING: 2}
_GIRL, _LYING, _STANDING = SEX_CODES[rules.FEMALE], POSITION_CODES[rules.LYING], POSITION_CODES[rules.STANDING]

#: Children at a time: few enough for the processor's cache, enough to spread the cost of calling numpy.
BLOCK = 12288


@dataclass(frozen=True, slots=True)
class Children:
    """Measurements, one array of shape (n,) each. NaN: not known, not measured.

    sex: `SEX_CODES`. age_days: with fractions, never negative. position: `POSITION_CODES`.
    """

    sex: Codes
    age_days: Floats
    weight_kg: Floats
    length_cm: Floats
    position: Codes
    head_cm: Floats
    muac_cm: Floats
    oedema: Flags

    def __len__(self) -> int:
        return len(self.sex)

    def part(self, rows: slice) -> "Children":
        """The same columns, a range of children."""
        return Children(
            self.sex[rows],
            self.age_days[rows],
            self.weight_kg[rows],
            self.length_cm[rows],
            self.position[rows],
            self.head_cm[rows],
            self.muac_cm[rows],
            self.oedema[rows],
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """By indicator key, arrays of shape (n,): z to two decimals (NaN: none) and whether WHO calls it implausible."""

    z: dict[str, Floats]
    flagged: dict[str, Flags]
    standing_implausible: Flags


class _Facts(NamedTuple):
    """What the rules derive from a block before any formula.

    within: no rule on sex or age forbids a z-score. known: the age is. under: known, and of the age of lengths.
    standing: believably. at: the row of the tables by age.
    """

    within: Flags
    known: Flags
    under: Flags
    standing: Flags
    implausible: Flags
    at: Places


def scores_of(children: Children) -> Scores:
    """Every z-score these measurements allow, in the order given. Measures outside `rules.Limits` give none.

    Raises ValueError when an age is negative or infinite, or a code is none of its table's.
    """
    count = len(children)
    z, flagged = np.empty((len(ORDER), count)), np.empty((len(ORDER), count), bool)
    implausible = np.empty(count, bool)
    with np.errstate(invalid="ignore"):
        for start in range(0, count, BLOCK):
            block = slice(start, start + BLOCK)
            implausible[block] = _block(children.part(block), z[:, block], flagged[:, block])
    places = {indicator.key: ORDER.index(indicator) for indicator in rules.INDICATORS}
    return Scores(
        {key: z[at] for key, at in places.items()}, {key: flagged[at] for key, at in places.items()}, implausible
    )


def _block(part: Children, z: Floats, flagged: Flags) -> Flags:
    _check(part)
    facts = _facts(part)
    weight, length, head, muac = _usable(part)
    length = _corrected(length, part, facts)
    if part.oedema.any():
        weight = np.where(part.oedema, np.nan, weight)
    metres = length / 100
    y = np.stack((weight, weight / (metres * metres), muac, length, head, weight))
    work = np.empty_like(y)
    _for_age(y[:BY_AGE], facts.at, work[:BY_AGE])
    _for_length(weight, length, part, facts, work[BY_AGE])
    _keep(work, z, flagged)
    return facts.implausible


def _check(part: Children) -> None:
    if (part.age_days < 0).any() or (part.age_days == np.inf).any():
        raise ValueError("a negative or infinite age")
    if (part.sex > _GIRL).any() or (part.position > _STANDING).any():
        raise ValueError("no such sex or position code")


def _facts(part: Children) -> _Facts:
    months = part.age_days / rules.DAYS_PER_MONTH
    standing = part.position == _STANDING
    implausible = standing & (months < rules.FIRST_STANDING_MONTHS)
    young = months < rules.END_MONTHS
    days = np.floor(part.age_days)
    days += part.age_days - days >= 0.5
    known = days >= 0
    under = days < rules.HEIGHT_DAY
    sexed = part.sex > 0
    days += (part.sex == _GIRL) * float(DAYS)
    at = _places(sexed & young, days, NO_AGE_ROW)
    return _Facts(sexed & (young | ~known), known, under, standing & ~implausible, implausible, at)


def _places(allowed: Flags, row: Floats, otherwise: int) -> Places:
    return (row if allowed.all() else np.where(allowed, row, otherwise)).astype(np.intp)


def _usable(part: Children) -> Floats:
    measures = np.stack((part.weight_kg, part.length_cm, part.head_cm, part.muac_cm))
    slips = (measures < _LIMITS[0]) | (measures > _LIMITS[1])
    if slips.any():
        measures[slips] = np.nan
    return measures


_LIMITS = np.array([rules.WEIGHT_KG, rules.LENGTH_CM, rules.HEAD_CM, rules.MUAC_CM]).T[:, :, np.newaxis]


def _corrected(length: Floats, part: Children, facts: _Facts) -> Floats:
    taller = facts.under & facts.standing
    shorter = facts.known & ~facts.under & (part.position == _LYING)
    shift: Floats = np.subtract(taller, shorter, dtype=np.float64)
    shift *= rules.LYING_MINUS_STANDING_CM
    shift += length
    return shift


def _for_age(y: Floats, at: Places, z: Floats) -> None:
    """Fills `z` (5, n), unrounded, from `y` (5, n)."""
    table = age_tables()
    rows = at + _TABLES
    np.divide(y, _rows(table.m, rows), out=z)
    tailed = z[:TAILED]
    np.power(tailed, _rows(table.l, rows[:TAILED]), out=tailed)  # L is 1 in every row of the others
    z -= 1
    z /= _rows(table.sl, rows)
    far = _beyond_3(tailed)
    if far.size:
        flat = tailed.ravel()
        side = flat[far]
        row = rows.ravel()[far] + (side < 0) * (TAILED * AGE_ROWS)
        flat[far] = _tail(side, y.ravel()[far], _rows(table.third, row), _rows(table.step, row))


_TABLES = np.arange(BY_AGE)[:, np.newaxis] * AGE_ROWS


def _for_length(weight: Floats, length: Floats, part: Children, facts: _Facts, z: Floats) -> None:
    """Fills `z` (n), unrounded; L, M and S lie on the line between two rows."""
    lying = _by_length(length, part, facts)
    in_range = lying & _between(length, rules.LENGTHS_CM) | ~lying & _between(length, rules.HEIGHTS_CM)
    tenths = np.trunc(length * 10)
    beyond = (length - tenths / 10) / 0.1
    np.maximum(beyond, 0, out=beyond)
    girl = part.sex == _GIRL
    table = length_table()
    tenths += FIRST_TENTH[lying * np.uint8(2) + girl]
    at = _places(facts.within & in_range, tenths, NO_LENGTH_ROW)
    l = np.where(girl, table.l[1], table.l[0])  # noqa: E741
    m = _rows(table.m, at) + beyond * _rows(table.m_step, at)
    sl = (_rows(table.s, at) + beyond * _rows(table.s_step, at)) * l
    np.divide(weight, m, out=z)
    np.power(z, l, out=z)
    z -= 1
    z /= sl
    far = _beyond_3(z)
    if far.size:
        side = z[far]
        z[far] = _tail(side, weight[far], *third_and_step(np.sign(side), l[far], m[far], sl[far]))


def _by_length(length: Floats, part: Children, facts: _Facts) -> Flags:
    if facts.known.all():
        return facts.under
    lying = part.position == _LYING
    short = ~(lying | facts.standing) & (length < rules.LYING_BELOW_CM)
    by_length: Flags = facts.under | ~facts.known & (lying | short)
    return by_length


def _between(length: Floats, limits: tuple[int, int]) -> Flags:
    between: Flags = (length >= limits[0]) & (length <= limits[1])
    return between


def _rows(values: Floats, at: Places) -> Floats:
    return np.take(values, at, mode="clip")  # every place exists; "clip" spares the search for one that does not


def _beyond_3(z: Floats) -> Places:
    return np.flatnonzero(np.abs(z) > 3)


def _tail(side: Floats, y: Floats, third: Floats, step: Floats) -> Floats:
    z: Floats = np.copysign(3, side) + (y - third) / step
    return z


def _keep(unrounded: Floats, z: Floats, flagged: Flags) -> None:
    unrounded *= rules.HUNDRED
    np.rint(unrounded, out=unrounded)
    unrounded /= 100
    unrounded += 0.0  # -0.0 becomes 0.0
    z[:] = unrounded
    np.greater(unrounded, _FLAGGED[1], out=flagged)
    flagged |= unrounded < _FLAGGED[0]


_FLAGGED = np.array([(indicator.low, indicator.high) for indicator in ORDER], float).T[:, :, np.newaxis]

"""Six WHO z-scores of many children at once, with numpy: the same rules, tables and numbers as `child`.

Works through blocks that stay in the processor's cache. A child without a z-score is sent to a row of NaN.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth import rules, tables
from kpm_desktop.domain.growth.rules import Indicator, Limits
from kpm_desktop.domain.growth.tables import Table

Floats = NDArray[np.float64]
Codes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

SEX_CODES = {None: 0, rules.MALE: 1, rules.FEMALE: 2}
POSITION_CODES = {None: 0, rules.LYING: 1, rules.STANDING: 2}
_GIRL, _LYING, _STANDING = SEX_CODES[rules.FEMALE], POSITION_CODES[rules.LYING], POSITION_CODES[rules.STANDING]

BLOCK = 8192  # arrays of 64 KB: small enough for the allocator to hand the same memory out again
DAYS = 1827
NO_AGE_ROW = 2 * DAYS
LOWEST = rules.LENGTHS_CM[0] * 10
TENTHS = rules.HEIGHTS_CM[1] * 10 - LOWEST + 1
NO_LENGTH_ROW = 4 * TENTHS


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
        """The same columns, a range of rows."""
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


class _ForAge(NamedTuple):
    """L, M and S·L by day of age, boys then girls; NaN where the table has no row, and in a last row."""

    l: Floats  # noqa: E741
    m: Floats
    sl: Floats


class _ForLength(NamedTuple):
    """M and S by tenths of a centimetre and the steps to the next row; boys and girls standing, then lying.

    l: one number for boys and one for girls, the same in every row of both tables.
    """

    l: Floats  # noqa: E741
    m: Floats
    m_step: Floats
    s: Floats
    s_step: Floats


class _Facts(NamedTuple):
    """What the rules derive from a block before any formula. `within`: the age does not forbid a z-score.

    at: the row of the tables by age. under: of the table of lengths, by age; `known`: the age is.
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
    scores = Scores(
        {i.key: np.empty(count) for i in rules.INDICATORS},
        {i.key: np.empty(count, bool) for i in rules.INDICATORS},
        np.empty(count, bool),
    )
    with np.errstate(invalid="ignore"):
        for rows in _blocks(count):
            _block(children.part(rows), rows, scores)
    return scores


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK))


def _block(part: Children, rows: slice, scores: Scores) -> None:
    _check(part)
    facts = _facts(part)
    length = _corrected(_usable(part.length_cm, rules.LENGTH_CM), part, facts)
    weight = _usable(part.weight_kg, rules.WEIGHT_KG)
    metres = length / 100
    measures = {
        rules.LENGTH_FOR_AGE: length,
        rules.WEIGHT_FOR_AGE: weight,
        rules.BMI_FOR_AGE: weight / (metres * metres),
        rules.HEAD_FOR_AGE: _usable(part.head_cm, rules.HEAD_CM),
        rules.MUAC_FOR_AGE: _usable(part.muac_cm, rules.MUAC_CM),
    }
    at_weighing = np.where(part.oedema, NO_AGE_ROW, facts.at)
    for indicator, y in measures.items():
        _keep(scores, rows, indicator, _for_age(indicator, y, at_weighing if indicator.weighs else facts.at))
    _keep(scores, rows, rules.WEIGHT_FOR_LENGTH, _weight_for_length(weight, length, part, facts))
    scores.standing_implausible[rows] = facts.implausible


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
    sexed = part.sex > 0
    at = _places(sexed & young, days + (part.sex == _GIRL) * float(DAYS), NO_AGE_ROW)
    known = days >= 0
    return _Facts(
        sexed & (young | ~known), known, days < rules.HEIGHT_DAY, standing & ~implausible, implausible, at
    )


def _usable(measure: Floats, limits: Limits) -> Floats:
    slips = (measure < limits.low) | (measure > limits.high)
    return np.where(slips, np.nan, measure) if slips.any() else measure


def _corrected(length: Floats, part: Children, facts: _Facts) -> Floats:
    taller = facts.under & facts.standing
    shorter = facts.known & ~facts.under & (part.position == _LYING)
    shift = np.subtract(taller, shorter, dtype=np.float64)
    shift *= rules.LYING_MINUS_STANDING_CM
    shift += length
    return shift


def _keep(scores: Scores, rows: slice, indicator: Indicator, unrounded: Floats) -> None:
    unrounded *= rules.HUNDRED
    np.rint(unrounded, out=unrounded)
    unrounded /= 100
    z = np.add(unrounded, 0.0, out=scores.z[indicator.key][rows])  # -0.0 becomes 0.0
    flagged = np.greater(z, indicator.high, out=scores.flagged[indicator.key][rows])
    flagged |= z < indicator.low


def _for_age(indicator: Indicator, y: Floats, at: Places) -> Floats:
    table = _age_table(indicator.key)
    m, sl = _rows(table.m, at), _rows(table.sl, at)
    if indicator.tails:
        return _with_tails(y, _rows(table.l, at), m, sl)
    z = y / m
    z -= 1  # L is 1 in every row of these tables
    z /= sl
    return z


def _rows(values: Floats, at: Places) -> Floats:
    return np.take(values, at, mode="clip")  # every place exists; "clip" spares the search for one that does not


def _places(allowed: Flags, row: Floats, otherwise: int) -> Places:
    return (row if allowed.all() else np.where(allowed, row, otherwise)).astype(np.intp)


def _weight_for_length(weight: Floats, length: Floats, part: Children, facts: _Facts) -> Floats:
    lying = _by_length(length, part, facts)
    in_range = lying & _between(length, rules.LENGTHS_CM) | ~lying & _between(length, rules.HEIGHTS_CM)
    allowed = facts.within & ~part.oedema & in_range
    tenths = length * 10
    np.trunc(tenths, out=tenths)
    beyond = (length - tenths / 10) / 0.1
    np.maximum(beyond, 0, out=beyond)
    tenths += (lying * np.uint8(2) + (part.sex == _GIRL)) * float(TENTHS) - LOWEST
    at = _places(allowed, tenths, NO_LENGTH_ROW)
    table = _length_table()
    l = np.where(part.sex == _GIRL, table.l[1], table.l[0])  # noqa: E741
    m, s = _rows(table.m_step, at), _rows(table.s_step, at)
    m *= beyond
    m += _rows(table.m, at)
    s *= beyond
    s += _rows(table.s, at)
    s *= l
    return _with_tails(weight, l, m, s)


def _by_length(length: Floats, part: Children, facts: _Facts) -> Flags:
    if facts.known.all():
        return facts.under
    lying = part.position == _LYING
    short = ~(lying | facts.standing) & (length < rules.LYING_BELOW_CM)
    return facts.under | ~facts.known & (lying | short)


def _between(length: Floats, limits: tuple[int, int]) -> Flags:
    return (length >= limits[0]) & (length <= limits[1])


def _with_tails(y: Floats, l: Floats, m: Floats, sl: Floats) -> Floats:  # noqa: E741
    z = y / m
    np.power(z, l, out=z)
    z -= 1
    z /= sl
    far = np.flatnonzero(np.abs(z) > 3)
    if far.size:
        z[far] = _tail(np.sign(z[far]), y[far], l[far], m[far], sl[far])
    return z


def _tail(sign: Floats, y: Floats, l: Floats, m: Floats, sl: Floats) -> Floats:  # noqa: E741
    power = 1 / l
    second, third = (m * (1 + sl * (k * sign)) ** power for k in (2, 3))
    return 3 * sign + sign * (y - third) / (third - second)


@cache
def _age_table(key: str) -> _ForAge:
    table = tables.for_age(key)
    l, m, s = (_by_day(values, table) for values in (table.l, table.m, table.s))  # noqa: E741
    return _ForAge(l, m, s * l)


def _by_day(values: list[float], table: Table) -> Floats:
    padded = np.full(NO_AGE_ROW + 1, np.nan)
    by_sex = padded[:NO_AGE_ROW].reshape(2, DAYS)
    by_sex[:, table.first :] = np.reshape(values, (2, table.rows))
    return padded


@cache
def _length_table() -> _ForLength:
    standing, lying = tables.for_height(), tables.for_length()
    m = _by_tenth(standing.m, lying.m)
    s = _by_tenth(standing.s, lying.s)
    boys, girls = standing.l[0], standing.l[-1]
    assert set(standing.l) == set(lying.l) == {boys, girls}
    return _ForLength(np.array([boys, girls]), m, _steps(m), s, _steps(s))


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

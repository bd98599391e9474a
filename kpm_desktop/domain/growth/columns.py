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
    LOWEST,
    NO_AGE_ROW,
    NO_LENGTH_ROW,
    ORDER,
    TAILED,
    TENTHS,
    Floats,
    age_tables,
    length_table,
    tail,
)
from kpm_desktop.domain.growth.rules import Limits

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
    """By indicator key, arrays of shape (n,): z to two decimals (NaN: none) and whether WHO calls it implausible.

    Zero may be -0.0.
    """

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


class _Work(NamedTuple):
    """Memory used again for every block: asking the system for it each time costs as much as the formula.

    y: measures by age (5, n). at: their rows (5, n). looked_up: one number of each row (5, n). z: results (6, n).
    """

    y: Floats
    at: Places
    looked_up: Floats
    z: Floats

    @classmethod
    def of(cls, size: int) -> "_Work":
        by_age = (BY_AGE, size)
        return cls(np.empty(by_age), np.empty(by_age, np.intp), np.empty(by_age), np.empty((len(ORDER), size)))


def scores_of(children: Children) -> Scores:
    """Every z-score these measurements allow, in the order given. Measures outside `rules.Limits` give none.

    Raises ValueError when an age is negative or infinite, or a code is none of its table's.
    """
    count = len(children)
    z, flagged = np.empty((len(ORDER), count)), np.empty((len(ORDER), count), bool)
    implausible = np.empty(count, bool)
    work = _Work.of(min(count, BLOCK))
    with np.errstate(invalid="ignore"):
        for start in range(0, count, BLOCK):
            block = slice(start, min(start + BLOCK, count))
            if block.stop - start < BLOCK:
                work = _Work.of(block.stop - start)
            implausible[block] = _block(children.part(block), work, z[:, block], flagged[:, block])
    places = {indicator.key: ORDER.index(indicator) for indicator in rules.INDICATORS}
    return Scores(
        {key: z[at] for key, at in places.items()}, {key: flagged[at] for key, at in places.items()}, implausible
    )


def _block(part: Children, work: _Work, z: Floats, flagged: Flags) -> Flags:
    _check(part)
    facts = _facts(part)
    length = _corrected(_usable(part.length_cm, rules.LENGTH_CM), part, facts)
    weight = _usable(part.weight_kg, rules.WEIGHT_KG)
    if part.oedema.any():
        weight = np.where(part.oedema, np.nan, weight)
    head, muac = _usable(part.head_cm, rules.HEAD_CM), _usable(part.muac_cm, rules.MUAC_CM)
    metres = length / 100
    np.stack((weight, weight / (metres * metres), muac, length, head), out=work.y)
    np.add(facts.at, _TABLES, out=work.at)
    _for_age(work)
    _for_length(weight, length, part, facts, work.z[BY_AGE])
    _keep(work.z, z, flagged)
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


def _usable(measure: Floats, limits: Limits) -> Floats:
    slips = (measure < limits.low) | (measure > limits.high)
    return np.where(slips, np.nan, measure) if slips.any() else measure


def _corrected(length: Floats, part: Children, facts: _Facts) -> Floats:
    taller = facts.under & facts.standing
    shorter = facts.known & ~facts.under & (part.position == _LYING)
    corrected: Floats = (taller.view(np.int8) - shorter.view(np.int8)) * rules.LYING_MINUS_STANDING_CM
    corrected += length
    return corrected


def _for_age(work: _Work) -> None:
    """Fills the first five rows of `work.z` with hundredths, unrounded."""
    table = age_tables()
    z = work.z[:BY_AGE]
    tailed = z[:TAILED]
    np.divide(work.y, _look_up(table.m, work), out=z)
    np.power(tailed, _look_up(table.l, work), out=tailed)  # L is 1 in every row of the others
    z -= 1
    z *= _look_up(table.per_sd, work)
    far = _beyond_3(tailed)
    if far.size:
        flat = tailed.reshape(-1)
        row = work.at.reshape(-1)[far] + (flat[far] < 0) * (TAILED * AGE_ROWS)
        flat[far] = _rows(table.slope, row) * work.y.reshape(-1)[far] + _rows(table.intercept, row)


def _look_up(values: Floats, work: _Work) -> Floats:
    tables = len(values) // AGE_ROWS
    return np.take(values, work.at[:tables], out=work.looked_up[:tables], mode="clip")


_TABLES = np.arange(BY_AGE)[:, np.newaxis] * AGE_ROWS


def _for_length(weight: Floats, length: Floats, part: Children, facts: _Facts, z: Floats) -> None:
    """Fills `z` (n) with hundredths, unrounded; L, M and S lie on the line between two rows."""
    lying = _by_length(length, part, facts)
    in_range = lying & _between(length, rules.LENGTHS_CM) | ~lying & _between(length, rules.HEIGHTS_CM)
    tenths = np.trunc(length * 10)
    beyond = (length - tenths / 10) / 0.1
    np.maximum(beyond, 0, out=beyond)
    girl = part.sex == _GIRL
    table = length_table()
    tenths += (lying.view(np.uint8) * np.uint8(2) + girl) * float(TENTHS) - LOWEST
    at = _places(facts.within & in_range, tenths, NO_LENGTH_ROW)
    l = np.where(girl, table.l[1], table.l[0])  # noqa: E741
    m = _between_rows(table.m, table.m_step, at, beyond)
    sl = _between_rows(table.sl, table.sl_step, at, beyond)
    np.divide(weight, m, out=z)
    np.power(z, l, out=z)
    z -= 1
    z *= rules.HUNDRED / sl
    far = _beyond_3(z)
    if far.size:
        slope, intercept = tail(np.sign(z[far]), l[far], m[far], sl[far])
        z[far] = slope * weight[far] + intercept


def _by_length(length: Floats, part: Children, facts: _Facts) -> Flags:
    if facts.known.all():
        return facts.under
    lying = part.position == _LYING
    short = ~(lying | facts.standing) & (length < rules.LYING_BELOW_CM)
    by_length: Flags = facts.under | ~facts.known & (lying | short)
    return by_length


def _between_rows(values: Floats, steps: Floats, at: Places, beyond: Floats) -> Floats:
    found = _rows(steps, at)
    found *= beyond
    found += _rows(values, at)
    return found


def _between(length: Floats, limits: tuple[int, int]) -> Flags:
    between: Flags = (length >= limits[0]) & (length <= limits[1])
    return between


def _rows(values: Floats, at: Places) -> Floats:
    return np.take(values, at, mode="clip")  # every place exists; "clip" spares the search for one that does not


def _beyond_3(hundredths: Floats) -> Places:
    return np.flatnonzero(np.abs(hundredths) > 3 * rules.HUNDRED)


def _keep(hundredths: Floats, z: Floats, flagged: Flags) -> None:
    np.rint(hundredths, out=hundredths)
    np.divide(hundredths, 100, out=z)
    np.greater(hundredths, _FLAGGED[1], out=flagged)
    flagged |= hundredths < _FLAGGED[0]


_FLAGGED = np.array([(indicator.low * 100, indicator.high * 100) for indicator in ORDER], float).T[:, :, np.newaxis]

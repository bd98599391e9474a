"""Six WHO z-scores of many children at once, with numpy: the same rules, tables and numbers as `child`.

Works through blocks that stay in the processor's cache. A child without a z-score is sent to a row of NaN.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpm_desktop.domain.growth import rules
from kpm_desktop.domain.growth.column_results import Column, Flags, Places, TailedColumn, Work, beyond_3
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

SEX_CODES = {None: 0, rules.MALE: 1, rules.FEMALE: 2}
POSITION_CODES = {None: 0, rules.LYING: 1, rules.STANDING: 2}
_GIRL, _LYING, _STANDING = SEX_CODES[rules.FEMALE], POSITION_CODES[rules.LYING], POSITION_CODES[rules.STANDING]

#: Children at a time: few enough for the processor's cache, enough to spread the cost of calling numpy.
BLOCK = 49152


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


class _Block(NamedTuple):
    """Some of the children: where they stand among all, their measurements, and memory for so many."""

    at: slice
    part: Children
    work: Work


class _Columns(NamedTuple):
    """What is written: the indicators by age with tails and without, in `ORDER`, and the one by length."""

    tailed: list[TailedColumn]
    plain: list[Column]
    by_length: TailedColumn

    @classmethod
    def of(cls, count: int) -> "_Columns":
        table = age_tables()
        lines = [partial(_line, *line) for line in zip(table.slope, table.intercept, strict=True)]
        tailed = [TailedColumn(indicator, count, line) for indicator, line in zip(ORDER[:TAILED], lines, strict=True)]
        plain = [Column(indicator, count) for indicator in ORDER[TAILED:BY_AGE]]
        return cls(tailed, plain, TailedColumn(ORDER[BY_AGE], count, _last_step))

    @property
    def all(self) -> list[Column]:
        """Every one in `ORDER`."""
        return [*self.tailed, *self.plain, self.by_length]


def scores_of(children: Children) -> Scores:
    """Every z-score these measurements allow, in the order given. Measures outside `rules.Limits` give none.

    Raises ValueError when an age is negative or infinite, or a code is none of its table's.
    """
    count = len(children)
    columns = _Columns.of(count)
    implausible = np.empty(count, bool)
    work = Work.of(min(count, BLOCK))
    with np.errstate(invalid="ignore"):
        for start in range(0, count, BLOCK):
            at = slice(start, min(start + BLOCK, count))
            if at.stop - start < BLOCK:
                work = Work.of(at.stop - start)
            implausible[at] = _score(_Block(at, children.part(at), work), columns)
        for column in columns.all:
            column.settle()
    by_key = {indicator.key: column for indicator, column in zip(ORDER, columns.all, strict=True)}
    keys = [indicator.key for indicator in rules.INDICATORS]
    return Scores({key: by_key[key].z for key in keys}, {key: by_key[key].flagged for key in keys}, implausible)


def _score(block: _Block, columns: _Columns) -> Flags:
    """Writes the results of a block and gives who is said to stand too early."""
    part = block.part
    _check(part)
    facts = _facts(part)
    length = _corrected(_usable(part.length_cm, rules.LENGTH_CM), part, facts)
    weight = _usable(part.weight_kg, rules.WEIGHT_KG)
    if part.oedema.any():
        weight = np.where(part.oedema, np.nan, weight)
    head, muac = _usable(part.head_cm, rules.HEAD_CM), _usable(part.muac_cm, rules.MUAC_CM)
    metres = length / 100
    metres *= metres
    for place, measure in enumerate((weight, weight / metres, muac)):
        _with_tails(place, measure, facts.at, block, columns.tailed[place])
    for place, measure in enumerate((length, head)):
        _without_tails(TAILED + place, measure, facts.at, block, columns.plain[place])
    _for_length(weight, length, facts, block, columns.by_length)
    return facts.implausible


def _check(part: Children) -> None:
    if not _lies_within(part.age_days, 0, _LARGEST):
        raise ValueError("a negative or infinite age")
    if part.sex.max() > _GIRL or part.position.max() > _STANDING:
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
    if _lies_within(measure, *limits):
        return measure
    return np.where((measure < limits.low) | (measure > limits.high), np.nan, measure)


def _lies_within(values: Floats, low: float, high: float) -> bool:
    """Whether no value that is known lies outside."""
    return not (np.fmin.reduce(values) < low or np.fmax.reduce(values) > high)


_LARGEST = float(np.finfo(float).max)


def _corrected(length: Floats, part: Children, facts: _Facts) -> Floats:
    taller = facts.under & facts.standing
    shorter = facts.known & ~facts.under & (part.position == _LYING)
    corrected: Floats = (taller.view(np.int8) - shorter.view(np.int8)) * rules.LYING_MINUS_STANDING_CM
    corrected += length
    return corrected


def _with_tails(place: int, y: Floats, at: Places, block: _Block, column: TailedColumn) -> None:
    """One indicator by age: its place in `ORDER`, the measures, and which row of its table each is looked up in."""
    table, work, z = age_tables(), block.work, column.z[block.at]
    np.divide(y, _look_up(table.m[place], at, work), out=z)
    np.power(z, _look_up(table.l[place], at, work), out=z)
    z -= 1
    z *= _look_up(table.per_sd[place], at, work)
    far = beyond_3(z, work)
    side = (_rows(z, far) < 0) * AGE_ROWS
    column.hold_back(far + block.at.start, _rows(at, far) + side, _rows(y, far))
    column.keep(block.at, work)


def _without_tails(place: int, y: Floats, at: Places, block: _Block, column: Column) -> None:
    """The same where L is 1 in every row."""
    table, work, z = age_tables(), block.work, column.z[block.at]
    np.divide(y, _look_up(table.m[place], at, work), out=z)
    z -= 1
    z *= _look_up(table.per_sd[place], at, work)
    column.keep(block.at, work)


def _line(slope: Floats, intercept: Floats, row: Places, y: Floats) -> Floats:
    """Hundredths of z by age beyond 3 standard deviations."""
    line = _rows(slope, row)
    line *= y
    line += _rows(intercept, row)
    return line


def _look_up(values: Floats, at: Places, work: Work) -> Floats:
    return np.take(values, at, out=work.looked_up, mode="clip")


def _for_length(weight: Floats, length: Floats, facts: _Facts, block: _Block, column: TailedColumn) -> None:
    """Weight by length; L, M and S lie on the line between two rows."""
    part, z = block.part, column.z[block.at]
    lying = _by_length(length, part, facts)
    in_range = lying & _between(length, rules.LENGTHS_CM) | ~lying & _between(length, rules.HEIGHTS_CM)
    tenths = np.trunc(length * 10)
    beyond = (length - tenths / 10) / 0.1
    np.maximum(beyond, 0, out=beyond)
    girl = part.sex == _GIRL
    table = length_table()
    tenths += (lying.view(np.uint8) * np.uint8(2) + girl) * float(TENTHS) - LOWEST
    at = _places(facts.within & in_range, tenths, NO_LENGTH_ROW)
    l = _rows(table.l, girl.view(np.uint8))  # noqa: E741
    m = _between_rows(table.m, table.m_step, at, beyond)
    sl = _between_rows(table.sl, table.sl_step, at, beyond)
    np.divide(weight, m, out=z)
    np.power(z, l, out=z)
    z -= 1
    z *= rules.HUNDRED / sl
    far = beyond_3(z, block.work)
    column.hold_back(far + block.at.start, *(_rows(each, far) for each in (z, weight, l, m, sl)))
    column.keep(block.at, block.work)


def _last_step(z: Floats, weight: Floats, l: Floats, m: Floats, sl: Floats) -> Floats:  # noqa: E741
    """Hundredths of z by length beyond 3 standard deviations."""
    slope, intercept = tail(np.sign(z), l, m, sl)
    slope *= weight
    slope += intercept
    return slope


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


def _rows(values: NDArray[Any], at: NDArray[Any]) -> NDArray[Any]:
    return np.take(values, at, mode="clip")  # every place exists; "clip" spares the search for one that does not

"""A block of a growth table, understood: the children it can be sure of, and what is wrong with the rest.

A cell that cannot be read takes with it what depends on it and no more: a bad weight the three z-scores by weight, a
bad position those by length, a bad sex or age the whole row. A row with too few or too many cells is not believed.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.growth.child import Child
from kpm_desktop.domain.growth.columns import POSITION_CODES, SEX_CODES, Children
from kpm_desktop.exchange import growth_cells as cells
from kpm_desktop.exchange.growth_table import GESTATION, MONTHS, GrowthTable, Problem, Row

#: Column name -> its reader and what stands for "missing". Every one of a child's own columns is always read.
READERS: dict[str, tuple[Callable[[str], Any], Any]] = {
    "sex": (cells.sex, None),
    "age_days": (cells.age_days, math.nan),
    "weight": (cells.weight_kg, math.nan),
    "lenhei": (cells.length_cm, math.nan),
    "measure": (cells.position, None),
    "headc": (cells.head_cm, math.nan),
    "muac": (cells.muac_cm, math.nan),
    "oedema": (cells.oedema, False),
    GESTATION: (cells.gestation_weeks, math.nan),
    MONTHS: (cells.age_months, math.nan),
}


class Block(NamedTuple):
    """Rows and what was understood of them: `values` by column, one per row.

    unsure: rows whose age or position is not known well enough to say whether standing is plausible.
    """

    rows: list[Row]
    values: dict[str, list[Any]]
    problems: list[Problem]
    unsure: frozenset[int]

    def children(self) -> Children:
        """The block for the calculation by columns."""
        value = self.values
        return Children(
            np.array([SEX_CODES[sex] for sex in value["sex"]], np.uint8),
            np.array(value["age_days"], float),
            np.array(value["weight"], float),
            np.array(value["lenhei"], float),
            np.array([POSITION_CODES[position] for position in value["measure"]], np.uint8),
            np.array(value["headc"], float),
            np.array(value["muac"], float),
            np.array(value["oedema"], bool),
        )

    def child(self, row: int) -> Child:
        """One row for the calculation of one child."""
        return Child(
            sex=self.values["sex"][row],
            age_days=self.number("age_days", row),
            weight_kg=self.number("weight", row),
            length_cm=self.number("lenhei", row),
            position=self.values["measure"][row],
            head_cm=self.number("headc", row),
            muac_cm=self.number("muac", row),
            oedema=self.values["oedema"][row],
        )

    def number(self, column: str, row: int) -> float | None:
        """A number of a row, None when missing."""
        value: float = self.values[column][row]
        return None if math.isnan(value) else value


def read_block(table: GrowthTable, rows: list[Row], also: Sequence[str] = ()) -> Block:
    """Reads the child's own columns and those of `also` (`gestation_weeks`, `age_months`)."""
    torn = {at: _torn(row, table.header) for at, row in enumerate(rows) if len(row.cells) != len(table.header)}
    blank = [""] * len(table.header)
    columns = list(zip(*(blank if at in torn else row.cells for at, row in enumerate(rows)), strict=True))
    values: dict[str, list[Any]] = {}
    wrong: dict[str, set[int]] = {}
    problems = list(torn.values())
    for name, (read, missing) in READERS.items():
        place = table.place(name)
        if place is None or (name in (GESTATION, MONTHS) and name not in also):
            values[name], wrong[name] = [missing] * len(rows), set()
            continue
        column = cells.read_column(columns[place], read, missing)
        values[name], wrong[name] = column.values, set(column.problems)
        problems += [Problem(rows[at].line, name, why) for at, why in column.problems.items()]
    problems += _without_sex(rows, values["sex"], wrong["sex"] | torn.keys())
    _take_along(values, wrong, torn)
    problems.sort(key=lambda problem: problem.line)
    return Block(rows, values, problems, frozenset(wrong["age_days"] | wrong["measure"] | torn.keys()))


def _torn(row: Row, header: list[str]) -> Problem:
    count, expected = len(row.cells), len(header)
    code = "growth.too_few_cells" if count < expected else "growth.too_many_cells"
    column = header[count] if count < expected else f"{expected + 1}"
    return Problem(row.line, column, reason(code, count=count, expected=expected))


def _without_sex(rows: list[Row], sexes: list[str | None], told: set[int]) -> list[Problem]:
    why = reason("growth.no_sex")
    return [
        Problem(rows[at].line, "sex", why, refused=False)
        for at, sex in enumerate(sexes)
        if sex is None and at not in told
    ]


def _take_along(values: dict[str, list[Any]], wrong: dict[str, set[int]], torn: dict[int, Problem]) -> None:
    for at in wrong["sex"] | wrong["age_days"] | torn.keys():
        values["sex"][at] = None
    for at in wrong["age_days"]:
        values["oedema"][at] = False  # nothing at all is said of a child whose age is wrong
    for at in wrong["measure"]:
        values["lenhei"][at] = math.nan
    for at in wrong["oedema"]:
        values["weight"][at] = math.nan

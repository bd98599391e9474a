"""Formulas behind computed cells: what a page says by name (`ticks`, `ratio up`), in the rows of its sheet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from kpm_desktop.reports.paper.laid import Look
from kpm_desktop.reports.table_page import NOTHING, YES, Kind


class Where(NamedTuple):
    """A table on the sheet: the cells of the section a figure stands in, the row of the sheet that section begins on,
    the row the table's own rows begin on, and their styles."""

    looks: Sequence[Look]
    top: int
    rows_top: int
    styles: Sequence[str]

    @property
    def is_foot(self) -> bool:
        """Whether the section is what stands below the rows."""
        return self.top != self.rows_top


def formula(look: Look, where: Where) -> str | None:
    """The formula of a computed cell; None where there is nothing to compute it from."""
    calc = look.cell.calc
    if calc.startswith("ratio"):
        return _ratio(look, where)
    is_beside = calc in ("Y", "YT") and not where.is_foot and where.styles[look.row] == "data"
    ranges = list(_beside(look, where) if is_beside else _above(look, where))
    if not ranges:
        return None
    if calc == "sum":
        return f"=SUM({','.join(ranges)})"
    if calc == "ticks":
        return "=" + "+".join(f'COUNTIF({each},"{YES}")+COUNT({each})' for each in ranges)
    return "=" + "+".join(f'COUNTIF({each},"{letter}")' for each in ranges for letter in calc)


def _ratio(look: Look, where: Where) -> str | None:
    """Of the two cells before it: in its row, or in its column."""
    if look.cell.calc == "ratio up":
        before = [each for each in where.looks if each.column == look.column and each.row < look.row]
    else:
        before = [each for each in where.looks if each.row == look.row and each.column < look.column]
    if len(before) < 2:
        return None
    part, whole = (xl_rowcol_to_cell(where.top + each.row, each.column) for each in before[-2:])
    return f'=IF({whole}=0,"{NOTHING}",ROUND({part}/{whole}*100,2))'


def _beside(look: Look, where: Where) -> Iterator[str]:
    """The letters of its row."""
    row = where.top + look.row
    columns = [
        each.column
        for each in where.looks
        if each.row == look.row and each.column < look.column and each.kind is Kind.LETTER
    ]
    for first, last in _runs(columns):
        yield xl_range(row, first, row, last)


def _above(look: Look, where: Where) -> Iterator[str]:
    """The rows of data above it: all of the table for its foot, those since the last sum or group for a sum in between.
    Rows that name a group hold words alone and may lie between."""
    rows: list[int] = []
    for number, style in enumerate(where.styles):
        if not where.is_foot and number >= look.row:
            break
        if style == "data" or (style == "group" and where.is_foot):
            rows.append(number)
        elif not where.is_foot:
            rows.clear()
    for first, last in _runs(rows):
        yield xl_range(where.rows_top + first, look.column, where.rows_top + last, look.column)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of numbers that follow each other."""
    start = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield numbers[start], number
            start = at + 1

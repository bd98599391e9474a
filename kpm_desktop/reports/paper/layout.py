"""Lays a page out: how high its rows are, how many sheets it takes, and whether it has to be smaller.

The order is that of the printed forms: full height; lower rows where they save a sheet, as high as still saves it; and
for what has to stand on one sheet everything a little smaller.
"""

from collections.abc import Mapping

from kpm_desktop.reports.paper.draft import Draft, Heights
from kpm_desktop.reports.paper.laid import Laid, Look, Table
from kpm_desktop.reports.paper.placing import placed
from kpm_desktop.reports.paper.sections import Fit, Section
from kpm_desktop.reports.paper.units import Scale, tenths
from kpm_desktop.reports.table_page import TablePage

#: How much smaller a page may become to stand on one sheet.
FACTORS = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82)
#: How often the height of rows is halved: to a hundredth of what there is between full and least.
_HALVINGS = 7


def lay_out(page: TablePage) -> Laid:
    """Where everything stands. A page that has no room on one sheet even at its smallest takes several at full size.
    Raises PageFault for what has no room on any."""
    draft, looseness = _chosen(page)
    pages, heights = draft.pages(looseness)
    width, height = page.paper.size_mm
    sheets = tuple(placed(draft, pages, heights))
    tables = _tables(heights, draft.scale)
    columns = tuple(draft.grid.width(column, 1) for column in range(len(page.grid)))
    return Laid(page, tenths(width), tenths(height), sheets, draft.scale.factor, columns, tables)


def _chosen(page: TablePage) -> tuple[Draft, float]:
    full = Draft(page, Scale())
    if page.one_page:
        for factor in FACTORS:
            draft = full if factor == 1 else Draft(page, Scale(factor))
            if draft.count(0) == 1:
                return draft, _loosest(draft, 1)
    return full, _loosest(full, full.count(0))


def _loosest(draft: Draft, sheets: int) -> float:
    """The greatest height of rows that takes no more sheets."""
    if draft.count(1) <= sheets:
        return 1.0
    tight, loose = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (tight + loose) / 2
        if draft.count(middle) <= sheets:
            tight = middle
        else:
            loose = middle
    return tight


def _tables(heights: Mapping[tuple[int, str], Heights], scale: Scale) -> dict[tuple[int, str], Table]:
    return {key: _table(each.section, each.rows, scale.factor) for key, each in heights.items()}


def _table(section: Section, rows: tuple[int, ...], factor: float) -> Table:
    """A table as it would be at full size, row by row as it was described."""
    heights = [0] * (max(section.source, default=-1) + 1)
    for row, height in zip(section.source, rows, strict=True):
        heights[row] += round(height / factor)
    return Table(tuple(heights), tuple(_look(one, section, factor) for one in section.fits if one.part == 0))


def _look(one: Fit, section: Section, factor: float) -> Look:
    row, pt = section.source[one.row], one.text.ink.size / 10 / factor
    return Look(one.cell, row, one.column, one.kind, one.align, one.ink.bold, section.shade(one.row), pt)

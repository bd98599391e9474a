"""A page as it is laid out: what stands where on which sheet, in tenths of a point from its upper left corner."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kpm_desktop.reports.table_page import Cell, Kind, Picture, TablePage


class Line(NamedTuple):
    """A line of words. x, y: where it begins, on the line the letters stand on; `is_upright` ones run upwards from
    there. width: how long it was measured."""

    text: str
    x: int
    y: int
    width: int
    size: int
    bold: bool = False
    tabular: bool = False
    is_upright: bool = False
    is_grey: bool = False


class Rule(NamedTuple):
    """A horizontal stroke; y is its middle."""

    x: int
    y: int
    width: int
    thickness: int
    is_grey: bool = False


class Box(NamedTuple):
    """A cell of a table, or as much of it as stands on this sheet. band: which; role: `header`, `letters`, `rows` or
    `foot`; row, column: where its cell begins there. shade: `head`, `group` or none."""

    x: int
    y: int
    width: int
    height: int
    shade: str
    band: int
    role: str
    row: int
    column: int
    cell: Cell
    lines: tuple[Line, ...]


class Drawn(NamedTuple):
    """A picture and its place."""

    picture: Picture
    x: int
    y: int
    width: int
    height: int


@dataclass(slots=True)
class Sheet:
    """One side of paper."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Drawn] = field(default_factory=list)


class Look(NamedTuple):
    """A described cell and how it is set: pt, its letter size where the page is at full size; shade as of a `Box`."""

    cell: Cell
    row: int
    column: int
    kind: Kind
    align: str
    bold: bool
    shade: str
    pt: float


class Table(NamedTuple):
    """A section of a table as it was described, for the sheet of a workbook. heights: of its rows, in tenths of a point
    at full size."""

    heights: tuple[int, ...]
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """The whole page. factor: how much smaller it was made to fit on one sheet. columns: how wide each is. tables: by
    band and role."""

    page: TablePage
    width: int
    height: int
    sheets: tuple[Sheet, ...]
    factor: float
    columns: tuple[int, ...]
    tables: dict[tuple[int, str], Table]

    @property
    def paging(self) -> list[str]:
        """`halaman 1 dari 2`, of every sheet."""
        return [self.page.paging.format(page=page + 1, pages=len(self.sheets)) for page in range(len(self.sheets))]

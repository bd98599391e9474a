"""A page of tables, said once: one grid of columns and bands of rows on it. The painter and the sheet read the same.

Everything else on the page (titles, facts, signatures) stands above or below. Values stay numbers, dates and answers;
`shown` alone makes √, x, comma and thousands of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from itertools import groupby
from typing import Any, NamedTuple

Value = int | Decimal | date | bool | str | None

YES, NO, NOTHING = "√", "x", "–"
#: Sizes in millimetres, upright: A4, F4 as it is sold in Indonesia, and A5 for slips.
PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0), "A5": (148.0, 210.0)}
#: What lists and forms are printed on.
SHEETS = ("A4", "F4")
#: A column narrower than this holds no letter.
LEAST_COLUMN_MM = 4.0
ALIGNMENTS = ("", "left", "centre", "right")
STYLES = ("data", "group", "foot")
#: Figures the sheet computes by a formula: `ticks` counts √ and numbers above, `sum` adds what stands above, `Y` and
#: `YT` count letters (beside the cell in a row, above it in the foot), `ratio` is the first of two cells at its left in
#: per cent of the second, `ratio up` likewise of the two above. The page gives the value, the sheet both.
CALCULATIONS = ("", "ticks", "sum", "Y", "YT", "ratio", "ratio up")


class Kind(Enum):
    """How a value is shown and aligned."""

    TEXT = auto()
    NUMBER = auto()
    ONE = auto()  # one decimal: kilograms, centimetres
    PERCENT = auto()  # two decimals; the heading says %
    DATE = auto()
    MONEY = auto()  # at the right
    TICK = auto()
    LETTER = auto()  # Y, T, TS; T is bold
    CODE = auto()  # register numbers: text, broken at hyphens


class PageFault(ValueError):
    """A page that cannot be: a row that does not fill the grid, columns wider than the paper. Names the place."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid. mm: its least width; grows: its share of the room that is left. letter: what the row of
    letters shows; equal ones side by side are joined."""

    mm: float
    kind: Kind = Kind.TEXT
    letter: str = ""
    grows: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A value over `across` columns and `down` rows. kind: the column's where None; align: the kind's where empty;
    calc: one of `CALCULATIONS`; pt: a letter size of its own."""

    value: Value
    across: int = 1
    down: int = 1
    kind: Kind | None = None
    align: str = ""
    bold: bool = False
    vertical: bool = False
    calc: str = ""
    pt: float = 0

    def __post_init__(self) -> None:
        if self.across < 1 or self.down < 1:
            raise PageFault(f"a cell spans {self.across} columns and {self.down} rows")
        if self.align not in ALIGNMENTS or self.calc not in CALCULATIONS:
            raise PageFault(f"no such alignment or calculation: {self.align!r}, {self.calc!r}")


@dataclass(frozen=True, slots=True)
class Row:
    """Cells flow to the first free place. mm: its least height; keep: on one page with the next row."""

    cells: tuple[Cell, ...]
    style: str = "data"
    mm: float = 0
    keep: bool = False

    def __post_init__(self) -> None:
        if self.style not in STYLES:
            raise PageFault(f"no such style of a row: {self.style!r}")


@dataclass(frozen=True, slots=True)
class Band:
    """One table on the grid. header: repeated on every page; letters: the row of the columns' letters below it.
    head_mm: least heights of the header's rows; row_mm: height of a row, least_mm where that saves a page."""

    title: str = ""
    header: tuple[Row, ...] = ()
    letters: bool = False
    rows: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()
    head_mm: tuple[float, ...] = ()
    row_mm: float = 5.6
    least_mm: float = 4.3


@dataclass(frozen=True, slots=True)
class Picture:
    """Something drawn over the width of the grid, `mm` high. draw: given a painter and the width and height in tenths
    of a point, with the origin at its upper left corner."""

    mm: float
    draw: Callable[[Any, int, int], None]


@dataclass(frozen=True, slots=True)
class Sign:
    """Who signs. above: lines such as `Mengetahui,`; name: empty gives a line to write on; below: such as `NIP …`.
    at: 0 the left of the paper, -1 the right, 1 the middle of a paper that lies."""

    above: tuple[str, ...]
    name: str = ""
    below: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class FooterPart:
    """A piece of the line at the bottom. leaves: 0 never; where the line is too long, 1 leaves first, then 2."""

    text: str
    leaves: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed on. wide: lying; margin in millimetres on all sides."""

    name: str = "A4"
    wide: bool = False
    margin: float = 10

    def __post_init__(self) -> None:
        if self.name not in PAPERS:
            raise PageFault(f"no such paper: {self.name!r}")

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height as it is printed on."""
        short, long = PAPERS[self.name]
        return (long, short) if self.wide else (short, long)

    @property
    def slots(self) -> int:
        """How many people can sign side by side."""
        return 3 if self.wide else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """The whole page. name: of the sheet in a workbook and of the document. right: beside the first title. facts:
    columns of (label, value). one_page: smaller rather than on two sheets. pt: letter size of the rows. comma: the
    decimal sign. paging: says which page of how many."""

    name: str
    grid: tuple[Column, ...]
    titles: tuple[str, ...]
    bands: tuple[Band | Picture, ...]
    paper: Paper
    right: str = ""
    letterhead: tuple[str, ...] = ()
    facts: tuple[tuple[tuple[str, str], ...], ...] = ()
    signs: tuple[Sign, ...] = ()
    notes: tuple[str, ...] = ()
    footer: tuple[FooterPart, ...] = ()
    one_page: bool = False
    pt: float = 8
    comma: str = ","
    paging: str = "halaman {page} dari {pages}"

    def __post_init__(self) -> None:
        self._check_grid()
        slots = [sign.at % self.paper.slots for sign in self.signs]
        if len(set(slots)) < len(slots):
            raise PageFault(f"{self.name}: two people sign at one place")
        for number, band in enumerate(self.bands, start=1):
            if isinstance(band, Band):
                for part, rows in (("header", band.header), ("row", band.rows), ("foot", band.foot)):
                    flow(rows, len(self.grid), f"{self.name}, band {number}, {part}")

    @property
    def has_table(self) -> bool:
        """Whether there is something for a workbook, and not pictures alone."""
        return any(isinstance(band, Band) for band in self.bands)

    def _check_grid(self) -> None:
        room = self.paper.size_mm[0] - 2 * self.paper.margin
        needed = sum(column.mm for column in self.grid)
        if not self.grid or needed > room + 1e-6:
            raise PageFault(f"{self.name}: the columns need {needed:g} mm, the paper has {room:g}")
        for number, column in enumerate(self.grid, start=1):
            if column.mm < LEAST_COLUMN_MM:
                raise PageFault(f"{self.name}: column {number} has {column.mm:g} mm of at least {LEAST_COLUMN_MM:g}")


class Place(NamedTuple):
    """A cell and where its upper left corner is in the rows it was flowed with."""

    cell: Cell
    row: int
    column: int


def flow(rows: Sequence[Row], columns: int, where: str = "row") -> tuple[Place, ...]:
    """The places of the cells, each in the first free column of its row. Raises PageFault where a row does not fill
    the grid, or fills more; `where` names it."""
    busy = [0] * columns
    placed: list[Place] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            column = next((free for free in range(column, columns) if not busy[free]), columns)
            taken = busy[column : column + cell.across]
            if len(taken) < cell.across or any(taken):
                raise PageFault(f"{where} {number + 1}: its cells do not fit into {columns} columns")
            busy[column : column + cell.across] = [cell.down] * cell.across
            placed.append(Place(cell, number, column))
        if 0 in busy:
            raise PageFault(f"{where} {number + 1}: column {busy.index(0) + 1} of {columns} stays empty")
        busy = [left - 1 for left in busy]
    if any(busy):
        raise PageFault(f"{where} {len(rows)}: a cell reaches below the last row")
    return tuple(placed)


def letter_row(grid: Sequence[Column]) -> Row:
    """The row of letters: equal ones side by side are one cell."""
    return Row(tuple(_letter_cells(grid)))


def _letter_cells(grid: Sequence[Column]) -> Iterator[Cell]:
    for letter, columns in groupby(grid, lambda column: column.letter):
        many = len(list(columns))
        yield from [Cell(letter, across=many)] if letter else [Cell("")] * many


def kind_of(cell: Cell, column: Column) -> Kind:
    """The kind of a cell: its own, or what its calculation gives, or its column's."""
    if cell.kind is not None:
        return cell.kind
    if cell.calc in ("ticks", "Y", "YT"):
        return Kind.NUMBER
    return Kind.PERCENT if cell.calc.startswith("ratio") else column.kind


def cell_text(cell: Cell, kind: Kind, comma: str = ",") -> str:
    """What stands in a cell. A share of nothing is a dash."""
    if cell.value is None and cell.calc.startswith("ratio"):
        return NOTHING
    return shown(cell.value, kind, comma)


_DECIMALS = {Kind.ONE: Decimal("0.1"), Kind.PERCENT: Decimal("0.01")}
_PLAIN = (Kind.TEXT, Kind.CODE, Kind.LETTER, Kind.DATE)


def shown(value: Value, kind: Kind, comma: str = ",") -> str:
    """A value as it is printed: √ and x for yes and no, numbers with comma and thousands, dates dd-mm-yyyy, text as it
    is, nothing for None. The second decimal that ONE has no room for is rounded, ties away from zero. Raises TypeError
    for whatever else somebody gives: floats and moments have no one reading."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date) and not isinstance(value, datetime):
        return date_on_paper(value)
    if isinstance(value, int | Decimal):
        return _number(Decimal(value), kind, comma)
    raise TypeError(f"a page holds no {type(value).__name__}")


def date_on_paper(day: date) -> str:
    """A day as it is printed: dd-mm-yyyy."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def _number(number: Decimal, kind: Kind, comma: str) -> str:
    if not number.is_finite():
        raise TypeError(f"a page holds no {number}")
    rounded = number.quantize(_DECIMALS[kind], ROUND_HALF_UP) if kind in _DECIMALS else number
    text = f"{abs(rounded):f}" if kind in _PLAIN else f"{abs(rounded):,f}"
    if comma == ",":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"−{text}" if rounded < 0 else text

"""Rows that belong together (a header, a table's rows, its foot) with every text fitted, and how high they become."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kpm_desktop.reports.paper.fitting import Fitted, Ink, fit, fit_upright
from kpm_desktop.reports.paper.letters import FIGURES
from kpm_desktop.reports.paper.pages import KEEP, SPAN
from kpm_desktop.reports.paper.units import ABOVE, SIDE, Scale, pitch
from kpm_desktop.reports.table_page import (
    YES,
    Cell,
    Column,
    Kind,
    Place,
    Row,
    cell_text,
    flow,
    kind_of,
    letter_row,
)

#: Letter sizes as factors of the rows'.
HEADING, LETTER = 0.94, 0.85
_NUMBERS = (Kind.NUMBER, Kind.ONE, Kind.PERCENT, Kind.MONEY)
_CENTRED = (Kind.NUMBER, Kind.ONE, Kind.PERCENT, Kind.DATE, Kind.TICK, Kind.LETTER, Kind.CODE)


@dataclass(frozen=True, slots=True)
class Fit:
    """A cell with its words fitted; those read from below are fitted once the heights are known. row, column, down:
    where it stands, in rows of the section. width: of the whole cell. kind: of its value. part: which piece of its
    words, where a row too high for a page was parted."""

    cell: Cell
    row: int
    column: int
    down: int
    width: int
    kind: Kind
    align: str
    words: str
    ink: Ink
    text: Fitted
    part: int = 0

    @property
    def is_upright(self) -> bool:
        """Whether there are words, read from below."""
        return self.cell.vertical and bool(self.words)

    @property
    def needed(self) -> int:
        """The height its words need, read from the left."""
        return self.text.height + 2 * ABOVE if self.text.lines else 0

    @property
    def rows(self) -> slice:
        """The rows it stands in."""
        return slice(self.row, self.row + self.down)

    def upright(self, height: int) -> tuple[Fitted, int]:
        """Its words read from below in so high a cell, and the height they need."""
        text, needed = fit_upright(self.words, self.ink, max(height - 2 * SIDE, 1), self.width - 2 * ABOVE)
        return text, needed + 2 * SIDE


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a page. edges: their left sides and the right side of the last, in tenths of a point."""

    columns: tuple[Column, ...]
    edges: tuple[int, ...]
    scale: Scale
    pt: float
    comma: str

    def width(self, column: int, across: int) -> int:
        """Of so many columns."""
        return self.edges[column + across] - self.edges[column]


@dataclass(frozen=True, slots=True)
class Section:
    """role: `header`, `letters`, `rows` or `foot`. needs: the least height of each row for cells that span no other;
    wishes: the height each row asks for itself. ties: how strongly each is held on one page with the next. source:
    which of the described rows each row is, as one too high for a page is parted."""

    role: str
    fits: tuple[Fit, ...]
    needs: tuple[int, ...]
    wishes: tuple[int, ...]
    ties: tuple[int, ...]
    styles: tuple[str, ...]
    source: tuple[int, ...]

    def shade(self, row: int) -> str:
        """Of the cells that begin in a row: headings and sums `head`, group rows `group`."""
        if self.role != "rows":
            return "head"
        return {"foot": "head", "group": "group"}.get(self.styles[row], "")

    def heights(self, base: Sequence[int]) -> list[int]:
        """Of each row, where rows want to be `base` high: more where words need it."""
        heights = [max(each) for each in zip(base, self.needs, self.wishes, strict=True)]
        for one in self.fits:
            if one.down > 1 and not one.cell.vertical:
                _stretch(heights, one, one.needed)
        for one in self.fits:
            if one.is_upright:
                _stretch(heights, one, one.upright(sum(heights[one.rows]))[1])
        return heights

    def settled(self, heights: Sequence[int]) -> "Section":
        """With the words that are read from below fitted into these heights."""
        fits = [
            replace(one, text=one.upright(sum(heights[one.rows]))[0]) if one.is_upright else one for one in self.fits
        ]
        return replace(self, fits=tuple(fits))

    def parted(self, room: int) -> "Section":
        """With every row that is higher than a page made several, its words running on from one to the next."""
        counts = [1] * len(self.needs)
        for one in self.fits:
            if one.down == 1 and not one.cell.vertical and self.needs[one.row] > room:
                counts[one.row] = max(counts[one.row], len(_pieces(one.text, room)))
        if sum(counts) == len(counts) and max(self.wishes, default=0) <= room:
            return self
        starts = [0, *accumulate(counts)]
        fits = tuple(piece for one in self.fits for piece in _parted(one, starts, room))
        rows = [row for row, count in enumerate(counts) for _ in range(count)]
        lasts = {start - 1 for start in starts}
        return Section(
            self.role,
            fits,
            _needs(fits, len(rows)),
            tuple(min(self.wishes[row], room) if counts[row] == 1 else 0 for row in rows),
            tuple(self.ties[row] if number in lasts else 0 for number, row in enumerate(rows)),
            tuple(self.styles[row] for row in rows),
            tuple(rows),
        )


def _stretch(heights: list[int], one: Fit, needed: int) -> None:
    """Gives the highest of a cell's rows what they lack together; the last one, where they are alike."""
    rows = range(one.row, one.row + one.down)
    lacking = needed - sum(heights[row] for row in rows)
    if lacking > 0:
        heights[max(rows, key=lambda row: (heights[row], row))] += lacking


def _pieces(text: Fitted, room: int) -> list[Fitted]:
    many = max(1, (room - 2 * ABOVE) // pitch(text.ink.size))
    return [Fitted(text.lines[first : first + many], text.ink) for first in range(0, len(text.lines), many)]


def _parted(one: Fit, starts: Sequence[int], room: int) -> Iterator[Fit]:
    """A cell in the rows its own have become."""
    first, last = starts[one.row], starts[one.row + one.down]
    if one.down > 1 or one.cell.vertical or last - first == 1:
        yield replace(one, row=first, down=last - first)
        return
    pieces = _pieces(one.text, room)
    for part in range(last - first):
        text = pieces[part] if part < len(pieces) else Fitted((), one.ink)
        yield replace(one, row=first + part, text=text, part=part)


def _needs(fits: Sequence[Fit], rows: int) -> tuple[int, ...]:
    """The least height of each row for the cells that span no other."""
    needs = [0] * rows
    for one in fits:
        if one.down == 1 and not one.cell.vertical:
            needs[one.row] = max(needs[one.row], one.needed)
    return tuple(needs)


def letters_of(grid: Grid) -> Section:
    """The row of letters."""
    return section("letters", (letter_row(grid.columns),), grid)


def section(role: str, rows: Sequence[Row], grid: Grid) -> Section:
    """Fits the words of all cells. What they need in height does not depend on how high rows are wished."""
    places = flow(rows, len(grid.columns))
    fits = tuple(_fit(place, rows[place.row], role, grid) for place in places)
    ties = [KEEP if row.keep or (row.style == "group" and role == "rows") else 0 for row in rows]
    for one in fits:
        for row in range(one.row, one.row + one.down - 1):
            ties[row] += SPAN
    return Section(
        role,
        fits,
        _needs(fits, len(rows)),
        tuple(grid.scale.mm(row.mm) for row in rows),
        tuple(ties),
        tuple(row.style for row in rows),
        tuple(range(len(rows))),
    )


def _fit(place: Place, row: Row, role: str, grid: Grid) -> Fit:
    cell = place.cell
    column = grid.columns[place.column]
    kind = Kind.TEXT if role in ("header", "letters") else kind_of(cell, column)
    words = cell_text(cell, kind, grid.comma)
    ink = _ink(cell, words, kind, row.style, role, grid)
    width = grid.width(place.column, cell.across)
    align = cell.align or _alignment(kind, row.style, role)
    if cell.vertical:
        ink, text = ink._replace(balanced=True), Fitted((), ink)
    else:
        text = fit(words, ink, width - 2 * SIDE, 3 if role == "header" and cell.down > 1 else 2)
    return Fit(cell, place.row, place.column, cell.down, width, kind, align, words, ink, text)


def _ink(cell: Cell, words: str, kind: Kind, style: str, role: str, grid: Grid) -> Ink:
    factor = {"header": HEADING, "letters": LETTER}.get(role, 1.0)
    is_bold = cell.bold or role in ("header", "foot") or style != "data" or words == YES
    return Ink(
        grid.scale.pt(cell.pt or grid.pt * factor),
        bold=is_bold or (kind is Kind.LETTER and words == "T"),
        tabular=kind in _NUMBERS and FIGURES.issuperset(words),
        balanced=role == "header",
    )


def _alignment(kind: Kind, style: str, role: str) -> str:
    if role in ("header", "letters"):
        return "centre"
    if kind is Kind.MONEY:
        return "right"
    if kind in _CENTRED:
        return "centre"
    return "centre" if role == "foot" or style == "foot" else "left"

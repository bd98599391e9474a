"""A page measured at one scale: everything fitted, so that it can be put on sheets with higher or lower rows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kpm_desktop.reports.paper.blocks import (
    FOOTER_MM,
    SIGN_LEAST_MM,
    SIGN_MM,
    Block,
    band_title,
    note_lines,
    sign_block,
    top_block,
)
from kpm_desktop.reports.paper.pages import TIGHT, Item, Put, paged, with_tail
from kpm_desktop.reports.paper.sections import Grid, Section, letters_of, section
from kpm_desktop.reports.paper.units import SIDE, Scale, tenths
from kpm_desktop.reports.table_page import Band, PageFault, Picture, TablePage

#: Gaps in millimetres: above a table, above notes and signatures, above the line at the bottom.
_BAND_GAP, _NOTE_GAP, _SIGN_GAP, _FOOTER_GAP = 3.0, 1.4, 3.0, 1.9
#: Heights in millimetres of a header's rows where the band gives none: of level words, and at most of words read from
#: below.
_HEAD_MM, _UPRIGHT_MM = 5.0, 25.0
_LETTERS_MM = 3.8


@dataclass(frozen=True, slots=True)
class Heights:
    """Of every row of a section, on the sheets. section: with the words read from below fitted to them."""

    section: Section
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A table: its header, letters, rows and foot."""

    band: Band
    number: int
    title: Block | None
    header: tuple[Heights, ...]
    rows: Section
    foot: Section

    @property
    def header_height(self) -> int:
        """With the letters."""
        return sum(sum(each.rows) for each in self.header)


def grid_of(page: TablePage, scale: Scale) -> Grid:
    """The columns over the paper's width: what is left is shared by those that grow."""
    room = page.paper.size_mm[0] - 2 * page.paper.margin
    left, growth = room - sum(column.mm for column in page.grid), sum(column.grows for column in page.grid)
    edges, right = [0], 0.0
    for column in page.grid:
        right += column.mm + (left * column.grows / growth if growth else 0)
        edges.append(tenths(right))
    return Grid(page.grid, tuple(edges), scale, page.pt, page.comma)


class Draft:
    """One page at one scale. `looseness` is 1 where rows and the room to sign have their full height, 0 the least."""

    def __init__(self, page: TablePage, scale: Scale) -> None:
        width_mm, height_mm = page.paper.size_mm
        margin = page.paper.margin
        self.page, self.scale = page, scale
        self.width = tenths(width_mm - 2 * margin)
        self.room = tenths(height_mm - 2 * margin - FOOTER_MM - _FOOTER_GAP)
        self.grid = grid_of(page, scale)
        self._top = top_block(page, scale, self.width)
        self._notes = note_lines(page.notes, scale, self.width)
        self.tables = {
            number: self._measured(number, band) for number, band in enumerate(page.bands) if isinstance(band, Band)
        }

    def pages(self, looseness: float) -> tuple[list[list[Put]], dict[tuple[int, str], Heights]]:
        """Every item's place on the sheets, and how high every row became, by band and role."""
        heights = {key: each for number in self.tables for key, each in self._heights(number, looseness)}
        headers = {
            number: Item(table.header_height, band=number, role="header")
            for number, table in self.tables.items()
            if table.header
        }
        return paged(self._items(heights, looseness), self.room, headers), heights

    def count(self, looseness: float) -> int:
        """How many sheets it takes."""
        return len(self.pages(looseness)[0])

    def _measured(self, number: int, band: Band) -> Measured:
        header = [section("header", band.header, self.grid), letters_of(self.grid)]
        wanted = [self._head_heights(band, header[0]), [self.scale.mm(_LETTERS_MM)]]
        heads = tuple(
            _settled(part, base)
            for part, base, is_there in zip(header, wanted, (bool(band.header), band.letters), strict=True)
            if is_there
        )
        room = self.room - sum(sum(each.rows) for each in heads)
        if room < self.scale.mm(band.row_mm):
            raise PageFault(f"{self.page.name}, band {number + 1}: the header leaves no room for a row")
        return Measured(
            band,
            number,
            band_title(band.title, self.scale, self.width) if band.title else None,
            heads,
            section("rows", band.rows, self.grid).parted(room),
            section("foot", band.foot, self.grid).parted(room),
        )

    def _head_heights(self, band: Band, header: Section) -> list[int]:
        """Wished heights of the header's rows. Words read from below get their one line, up to a limit."""
        wished = [self.scale.mm(_HEAD_MM)] * len(band.header)
        for one in header.fits:
            if one.is_upright and one.down == 1:
                line = round(one.ink.width(one.words)) + 2 * SIDE
                wished[one.row] = max(wished[one.row], min(line, self.scale.mm(_UPRIGHT_MM)))
        wished[: len(band.head_mm)] = [self.scale.mm(each) for each in band.head_mm[: len(wished)]]
        return wished

    def _heights(self, number: int, looseness: float) -> Iterator[tuple[tuple[int, str], Heights]]:
        table = self.tables[number]
        band = table.band
        row = self.scale.mm(band.least_mm + (band.row_mm - band.least_mm) * looseness)
        for part in (table.rows, table.foot):
            yield (number, part.role), _settled(part, [row] * len(part.needs))
        for head in table.header:
            yield (number, head.section.role), head

    def _items(self, heights: dict[tuple[int, str], Heights], looseness: float) -> list[Item]:
        """Everything from the top down, tied where it belongs together."""
        items = [Item(self._top.height, tie=TIGHT, content=self._top)]
        groups = [list(self._band_items(number, band, heights)) for number, band in enumerate(self.page.bands)]
        for number, group in enumerate(groups):
            items += with_tail(group, self._tail(looseness)) if number == len(groups) - 1 else group
        return items if groups else with_tail(items, self._tail(looseness))

    def _band_items(self, number: int, band: Band | Picture, heights: dict[tuple[int, str], Heights]) -> Iterator[Item]:
        gap = self.scale.mm(_BAND_GAP)
        if isinstance(band, Picture):
            yield Item(self.scale.mm(band.mm), gap, content=band)
            return
        table = self.tables[number]
        body = [*_row_items(number, heights[number, "rows"])]
        body = with_tail(body, list(_row_items(number, heights[number, "foot"])))
        heads = []
        if table.title is not None:
            heads.append(Item(table.title.height, tie=TIGHT, content=table.title))
        if table.header:
            heads.append(Item(table.header_height, tie=TIGHT if body else 0, band=number, role="header"))
        for place, item in enumerate([*heads, *body]):
            yield item if place else replace(item, gap=gap)

    def _tail(self, looseness: float) -> list[Item]:
        """Notes and signatures."""
        tail = [
            Item(note.height, 0 if number else self.scale.mm(_NOTE_GAP), content=note)
            for number, note in enumerate(self._notes)
        ]
        if self.page.signs:
            room = SIGN_LEAST_MM + (SIGN_MM - SIGN_LEAST_MM) * looseness
            block = sign_block(self.page, self.scale, self.width, room)
            tail.append(Item(block.height, self.scale.mm(_SIGN_GAP), content=block))
        return tail


def _settled(part: Section, base: list[int]) -> Heights:
    heights = part.heights(base)
    return Heights(part.settled(heights), tuple(heights))


def _row_items(number: int, heights: Heights) -> Iterator[Item]:
    part = heights.section
    for row, height in enumerate(heights.rows):
        yield Item(height, tie=part.ties[row], band=number, role=part.role, row=row)

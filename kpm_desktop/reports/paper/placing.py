"""From items on pages to boxes and lines on sheets: where every cell begins and where its words stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from kpm_desktop.reports.paper.blocks import FOOTER_MM, Block, baseline, footer_block, set_line
from kpm_desktop.reports.paper.draft import Draft, Heights
from kpm_desktop.reports.paper.fitting import Fitted
from kpm_desktop.reports.paper.laid import Box, Drawn, Line, Sheet
from kpm_desktop.reports.paper.pages import Put
from kpm_desktop.reports.paper.sections import Fit, Section
from kpm_desktop.reports.paper.units import ABOVE, SIDE, pitch, tenths
from kpm_desktop.reports.table_page import PageFault, Picture


class _Run(NamedTuple):
    """Rows of one section that stand on one sheet: the first of them and the tops of all and of what follows."""

    section: Section
    band: int
    first: int
    tops: tuple[int, ...]

    def standing(self, cells: "_Cells") -> Iterator[Fit]:
        """The cells that stand in these rows, also those that began on the sheet before."""
        last = self.first + len(self.tops) - 1
        yield from (one for one in cells.reaching if one.row < self.first < one.row + one.down)
        for row in cells.rows[self.first : last]:
            yield from row


class _Cells:
    """The cells of a section by the row they begin in, and those that reach below it."""

    def __init__(self, section: Section) -> None:
        self.rows: list[list[Fit]] = [[] for _ in section.needs]
        for one in section.fits:
            self.rows[one.row].append(one)
        self.reaching = [one for one in section.fits if one.down > 1]


def placed(draft: Draft, pages: Sequence[Sequence[Put]], heights: Mapping[tuple[int, str], Heights]) -> list[Sheet]:
    """The sheets."""
    return _Placing(draft, heights).sheets(pages)


class _Placing:
    """Puts the items of pages on sheets."""

    def __init__(self, draft: Draft, heights: Mapping[tuple[int, str], Heights]) -> None:
        self._draft, self._heights = draft, heights
        self._margin = tenths(draft.page.paper.margin)
        self._cells = {key: _Cells(each.section) for key, each in heights.items()}

    def sheets(self, pages: Sequence[Sequence[Put]]) -> list[Sheet]:
        """One for every page. A cell that reaches over several has a box on each; its words are shared out at last."""
        sheets = [Sheet() for _ in pages]
        boxes: dict[tuple[int, int], tuple[Fit, list[tuple[Sheet, Box]]]] = {}
        for number, (sheet, page) in enumerate(zip(sheets, pages, strict=True)):
            for put in page:
                self._put_content(sheet, put)
            for run in self._runs(page):
                is_repeated = run.section.role in ("header", "letters")
                for one in run.standing(self._cells[run.band, run.section.role]):
                    key = (id(one), number if is_repeated else 0)
                    boxes.setdefault(key, (one, []))[1].append((sheet, self._box(one, run)))
        for one, parts in boxes.values():
            _put_boxes(one, parts)
        self._put_footers(sheets)
        return sheets

    def _put_content(self, sheet: Sheet, put: Put) -> None:
        content, top = put.item.content, put.y + self._margin
        if isinstance(content, Block):
            self._put_block(sheet, content, top)
        elif isinstance(content, Picture):
            sheet.pictures.append(Drawn(content, self._margin, top, self._draft.grid.edges[-1], put.item.height))

    def _put_block(self, sheet: Sheet, block: Block, top: int) -> None:
        left = self._margin
        sheet.lines += [line._replace(x=line.x + left, y=line.y + top) for line in block.lines]
        sheet.rules += [rule._replace(x=rule.x + left, y=rule.y + top) for rule in block.rules]

    def _put_footers(self, sheets: Sequence[Sheet]) -> None:
        page = self._draft.page
        top = tenths(page.paper.size_mm[1] - page.paper.margin - FOOTER_MM)
        for number, sheet in enumerate(sheets, start=1):
            paging = page.paging.format(page=number, pages=len(sheets))
            self._put_block(sheet, footer_block(page.footer, paging, self._draft.width), top)

    def _runs(self, page: Sequence[Put]) -> Iterator[_Run]:
        """What stands on a page of each section, in one piece."""
        rows: dict[tuple[int, str], list[Put]] = {}
        for put in page:
            if put.item.role == "header":
                yield from self._header_runs(put)
            elif put.item.role:
                rows.setdefault((put.item.band, put.item.role), []).append(put)
        for (band, role), puts in rows.items():
            tops = [put.y + self._margin for put in puts]
            tops.append(tops[-1] + puts[-1].item.height)
            yield _Run(self._heights[band, role].section, band, puts[0].item.row, tuple(tops))

    def _header_runs(self, put: Put) -> Iterator[_Run]:
        top = put.y + self._margin
        for part in self._draft.tables[put.item.band].header:
            tops = [top, *(top + below for below in accumulate(part.rows))]
            top = tops[-1]
            yield _Run(part.section, put.item.band, 0, tuple(tops))

    def _box(self, one: Fit, run: _Run) -> Box:
        """As much of a cell as stands in this run, still without words."""
        section = run.section
        first = max(one.row - run.first, 0)
        last = min(one.row + one.down - run.first, len(run.tops) - 1)
        x, y = self._margin + self._draft.grid.edges[one.column], run.tops[first]
        row, shade = section.source[one.row], section.shade(one.row)
        size = (one.width, run.tops[last] - y)
        return Box(x, y, *size, shade, run.band, section.role, row, one.column, one.cell, ())


def _put_boxes(one: Fit, boxes: Sequence[tuple[Sheet, Box]]) -> None:
    """A cell's pieces, one on each page it reaches over, with its words."""
    shares = _shares(one, [box.height for _, box in boxes])
    for (sheet, box), text in zip(boxes, shares, strict=True):
        lines = _upright(one, text, box) if one.is_upright else _level(one, text, box)
        sheet.boxes.append(box._replace(lines=tuple(lines)))


def _shares(one: Fit, heights: Sequence[int]) -> list[Fitted]:
    """The words of each piece of a cell: all of them wherever they have room; where they have it nowhere, they run on
    from piece to piece."""
    nothing = Fitted((), one.ink)
    if one.is_upright:
        fitted = [one.upright(height) for height in heights]
        whole = [text if needed <= height else nothing for (text, needed), height in zip(fitted, heights, strict=True)]
    else:
        whole = [one.text if one.needed <= height else nothing for height in heights]
    if any(text.lines for text in whole) or not one.text.lines:
        return whole
    shares, lines = [], list(one.text.lines)
    for height in heights:
        many = max((height - 2 * ABOVE) // pitch(one.text.ink.size), 0)
        shares.append(Fitted(tuple(lines[:many]), one.text.ink))
        del lines[:many]
    if lines or one.is_upright:
        raise PageFault(f"row {one.row + 1}, column {one.column + 1}: the words of a cell fit on no page")
    return shares


def _level(one: Fit, text: Fitted, box: Box) -> Iterator[Line]:
    """The words in the middle of the height."""
    step = pitch(text.ink.size)
    top = box.y + (box.height - text.height) / 2
    for number, line in enumerate(text.lines):
        yield set_line(line, text.ink, box.x + SIDE, top + number * step, box.width - 2 * SIDE, step, one.align)


def _upright(one: Fit, text: Fitted, box: Box) -> Iterator[Line]:
    """The lines side by side in the middle of the cell, running upwards."""
    ink, step = text.ink, pitch(text.ink.size)
    left = box.x + (box.width - len(text.lines) * step) / 2
    for number, words in enumerate(text.lines):
        width = ink.width(words)
        stands = baseline(left + number * step, step, ink.size)
        begins = round(box.y + (box.height + width) / 2)
        yield Line(words, stands, begins, round(width), ink.size, ink.bold, ink.tabular, is_upright=True)

"""One page on one sheet of a workbook, from the letterhead down to the signatures."""

import io
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise, zip_longest

from xlsxwriter.worksheet import Worksheet

from kpm_desktop.reports.excel_formats import CENTRE, LEFT, RIGHT, Formats, write_text
from kpm_desktop.reports.excel_table import TableWriter
from kpm_desktop.reports.paper.fitting import Ink, fit
from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.reports.paper.units import tenths
from kpm_desktop.reports.table_page import Band, Picture, Sign

#: Makes a picture's PNG of so many tenths of a point.
Draw = Callable[[Picture, int, int], bytes]

_PIXELS, _POINTS_PER_MM = 96 / 720, 72 / 25.4
_TITLE_PT, _BAND_PT, _TEXT_PT, _NOTE_PT = 11, 8.5, 8.5, 7
_LETTERHEAD_PT, _LETTERHEAD_LAST_PT = 10, 12
#: Heights in points: of a line as a factor of its letters; of gaps; of the room to sign.
_LINE, _GAP, _SIGN_GAP = 1.4, 8, 40
_HIGHEST_ROW = 409
#: Where the columns do not allow facts to stand below each other.
_BETWEEN_FACTS = " " * 8
#: Borders: a thick one, a thin one.
_THICK, _THIN = 5, 1


class SheetWriter:
    """Writes from the top down. at: the row that is next; header: first and last row of the header where there is one
    table, so that its header may repeat."""

    def __init__(self, sheet: Worksheet, formats: Formats, laid: Laid, draw: Draw | None) -> None:
        self._sheet, self._formats, self._laid, self._draw = sheet, formats, laid, draw
        self._page = laid.page
        self._last = len(laid.page.grid) - 1
        self._tables = TableWriter(sheet, formats, laid)
        self.at = 0
        self.header: tuple[int, int] | None = None

    def write(self, footer: str) -> None:
        """Everything. footer: what the line at the bottom has no room for."""
        for column, width in enumerate(self._laid.columns):
            self._sheet.set_column_pixels(column, column, round(width * _PIXELS))
        self._write_letterhead()
        self._write_titles()
        self._write_facts()
        for number, band in enumerate(self._page.bands):
            self._skip(_GAP)
            if isinstance(band, Picture):
                self._write_picture(band)
            else:
                self._write_band(number, band)
        for note in (*self._page.notes, *([footer] if footer else [])):
            self._write_line(note, _NOTE_PT, align=LEFT)
        if self._page.signs:
            self._skip(_GAP)
            self._write_signs()
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{max(self.at, 1)}"})

    def _write_letterhead(self) -> None:
        for number, text in enumerate(self._page.letterhead, start=1):
            if number < len(self._page.letterhead):
                self._write_line(text, _LETTERHEAD_PT, bold=True)
            else:
                self._write_line(text, _LETTERHEAD_LAST_PT, bold=True, bottom=_THICK)
                self._skip(_GAP)

    def _write_titles(self) -> None:
        """What stands at the right of the first title has columns of its own."""
        first = self._right_begins()
        for number, text in enumerate(self._page.titles or (("",) if self._page.right else ())):
            is_beside = number == 0 and bool(self._page.right)
            if is_beside:
                self._put(first, self._last, self._page.right, bold=True, font_size=9, align=RIGHT)
            self._write_line(text, _TITLE_PT, bold=True, last=first - 1 if is_beside else self._last)

    def _right_begins(self) -> int:
        """As few columns at the right as hold the words, and never the first."""
        needed = Ink(90, bold=True).width(self._page.right)
        column = self._last
        while column > 1 and sum(self._laid.columns[column:]) < needed:
            column -= 1
        return max(column, 1)

    def _write_facts(self) -> None:
        columns = [column for column in self._page.facts if column]
        blocks = self._blocks(len(columns), 1)
        ends = [self._label_end(column, *block) for column, block in zip(columns, blocks or (), strict=False)]
        for row in zip_longest(*columns):
            if blocks is None or None in ends:
                words = [f"{fact[0]} : {fact[1]}" for fact in row if fact is not None]
                self._write_line(_BETWEEN_FACTS.join(words), _TEXT_PT, align=LEFT)
                continue
            for fact, (first, last), end in zip(row, blocks, ends, strict=True):
                if fact is not None and end is not None:
                    self._put(first, end, fact[0], font_size=_TEXT_PT, align=LEFT)
                    self._put(end + 1, last, f": {fact[1]}", font_size=_TEXT_PT, bold=True, align=LEFT)
            self._end_row(_TEXT_PT * _LINE)

    def _label_end(self, column: Sequence[tuple[str, str]], first: int, last: int) -> int | None:
        """The last column of labels: as few as hold the longest; None where that leaves too little for the values."""
        ink = Ink(round(_TEXT_PT * 10))
        labels, values = (max(ink.width(words) for words in each) for each in zip(*column, strict=True))
        end = first
        while end < last and sum(self._laid.columns[first : end + 1]) < labels:
            end += 1
        return end if sum(self._laid.columns[end + 1 : last + 1]) > values + tenths(4) else None

    def _write_band(self, number: int, band: Band) -> None:
        if band.title:
            self._write_line(band.title, _BAND_PT, bold=True, align=LEFT)
        top = self.at
        body, self.at = self._tables.write(number, band, top)
        is_only = sum(isinstance(each, Band) for each in self._page.bands) == 1
        if is_only and body > top:
            self.header = top, body - 1

    def _write_picture(self, picture: Picture) -> None:
        if self._draw is None:
            raise ValueError("a page with pictures needs something that draws them")
        width, height = sum(self._laid.columns), tenths(picture.mm)
        png = io.BytesIO(self._draw(picture, width, height))
        left = picture.mm * _POINTS_PER_MM
        self._sheet.insert_image(self.at, 0, "picture.png", {"image_data": png, **_scaled(png, width)})
        while left > 0:
            self._skip(min(left, _HIGHEST_ROW))
            left -= _HIGHEST_ROW

    def _write_signs(self) -> None:
        """Who signs, side by side where the columns allow, else one below the other."""
        slots = self._page.paper.slots
        blocks = self._blocks(slots, 1)
        if blocks is None:
            for sign in self._page.signs:
                self._write_side_by_side([(sign, (0, self._last))])
        else:
            self._write_side_by_side([(sign, blocks[sign.at % slots]) for sign in self._page.signs])

    def _write_side_by_side(self, signs: Sequence[tuple[Sign, tuple[int, int]]]) -> None:
        many = max(len(sign.above) for sign, _ in signs)
        for line in range(many):
            for sign, block in signs:
                skipped = many - len(sign.above)
                self._put(*block, sign.above[line - skipped] if line >= skipped else "", align=CENTRE)
            self._end_row(_TEXT_PT * _LINE)
        self._skip(_SIGN_GAP)
        for sign, block in signs:
            line_to_write_on = {} if sign.name else {"bottom": _THIN}
            self._put(*block, sign.name, bold=True, underline=1, align=CENTRE, **line_to_write_on)
        self._end_row(_TEXT_PT * _LINE)
        for sign, block in signs:
            self._put(*block, sign.below, align=CENTRE)
        self._end_row(_TEXT_PT * _LINE)

    def _blocks(self, many: int, least: int) -> list[tuple[int, int]] | None:
        """First and last column of so many equal parts of the width, each of at least so many columns; None where the
        columns do not allow it."""
        if not many:
            return []
        edges = [0, *accumulate(self._laid.columns)]
        wanted = [edges[-1] * part / many for part in range(many + 1)]
        cuts = [min(range(len(edges)), key=lambda edge: abs(edges[edge] - width)) for width in wanted]
        blocks = [(first, after - 1) for first, after in pairwise(cuts)]
        return blocks if all(last - first + 1 >= least for first, last in blocks) else None

    def _write_line(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        align: str = CENTRE,
        bottom: int = 0,
        last: int | None = None,
    ) -> None:
        """A line of its own over all columns, or up to one of them, as high as its words need."""
        end = self._last if last is None else last
        self._put(0, end, text, font_size=size, bold=bold, align=align, bottom=bottom)
        lines = fit(text, Ink(round(size * 10), bold=bold), sum(self._laid.columns[: end + 1]), 1).lines
        self._end_row(max(len(lines), 1) * size * _LINE)

    def _put(self, first: int, last: int, text: str, **properties: object) -> None:
        """Words over some columns of the next row."""
        format = self._formats.of(**{name: value for name, value in properties.items() if value})
        if last > first:
            self._sheet.merge_range(self.at, first, self.at, last, "", format)
        write_text(self._sheet, self.at, first, text, format)

    def _skip(self, points: float) -> None:
        self._end_row(points)

    def _end_row(self, points: float) -> None:
        self._sheet.set_row(self.at, min(points, _HIGHEST_ROW))
        self.at += 1


def _scaled(png: io.BytesIO, width: int) -> dict[str, float]:
    """How much a picture is scaled to be as wide as the table: its PNG says its own width in bytes 16 to 19."""
    dots = int.from_bytes(png.getbuffer()[16:20], "big")
    return {"x_scale": width * _PIXELS / dots, "y_scale": width * _PIXELS / dots}

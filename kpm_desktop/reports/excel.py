"""Pages as a workbook: numbers as numbers, dates as dates, computed cells as formulas, ready to be printed.

Rows are as high as they were laid out, since merged cells never grow by themselves. Whatever a person typed stays text,
also where it begins like a formula.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kpm_desktop.reports.excel_formats import Formats
from kpm_desktop.reports.excel_sheet import Draw, SheetWriter
from kpm_desktop.reports.paper.blocks import footer_words
from kpm_desktop.reports.paper.fitting import Ink
from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.reports.paper.units import tenths
from kpm_desktop.reports.table_page import TablePage

_PAPERS = {"A4": 9, "F4": 14, "A5": 11}
_INCH_MM = 25.4
#: The font whose digits columns are measured in: one that every office program has, and as wide as the usual one.
_MEASURE = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
#: Room for the line at the bottom, in millimetres.
_FOOTER_MM = 6
_FOOTER_FORMAT, _FOOTER_PT = '&"Arial"&{} ', 7
_LONGEST_NAME, _LONGEST_FOOTER = 31, 255
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def workbook(pages: Sequence[Laid], *, made: datetime, draw: Draw | None = None) -> bytes:
    """The file's bytes, one sheet for each page. made: what the file says of itself. draw: for pages with pictures."""
    buffer = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(buffer, {"in_memory": True, "default_format_properties": _MEASURE, **options})
    book.set_properties({"title": pages[0].page.name, "created": made.replace(tzinfo=None)})
    formats = Formats(book)
    for laid, name in zip(pages, sheet_names(laid.page.name for laid in pages), strict=True):
        sheet = book.add_worksheet(name)
        left = _footer(laid)
        writer = SheetWriter(sheet, formats, laid, draw)
        writer.write("" if left else " · ".join(part.text for part in laid.page.footer))
        _set_page(sheet, laid, left, writer)
    book.close()
    return buffer.getvalue()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names a workbook may give its sheets: short, without its own signs, each another one."""
    names: list[str] = []
    for text in wanted:
        plain = _NOT_IN_NAMES.sub(" ", text).strip(" '")[:_LONGEST_NAME].strip(" '") or "-"
        taken = {"history", *(name.lower() for name in names)}
        name, number = plain, 1
        while name.lower() in taken:
            number += 1
            ending = f" ({number})"
            name = plain[: _LONGEST_NAME - len(ending)] + ending
        names.append(name)
    return names


def _set_page(sheet: Worksheet, laid: Laid, left: str, writer: SheetWriter) -> None:
    """How it is printed: paper, what repeats, as many sheets as the layout takes."""
    page = laid.page
    if page.paper.wide:
        sheet.set_landscape()
    sheet.set_paper(_PAPERS[page.paper.name])
    margin = page.paper.margin / _INCH_MM
    sheet.set_margins(margin, margin, margin, margin + _FOOTER_MM / _INCH_MM)
    sheet.fit_to_pages(1, len(laid.sheets))
    sheet.print_area(0, 0, max(writer.at - 1, 0), len(page.grid) - 1)
    sheet.hide_gridlines(2)
    if writer.header is not None:
        sheet.repeat_rows(*writer.header)
        sheet.freeze_panes(writer.header[1] + 1, 0)
    sheet.set_footer((f"&L{left}" if left else "") + f"&R{_paging(page)}", {"margin": margin})


def _paging(page: TablePage) -> str:
    return _FOOTER_FORMAT.format(_FOOTER_PT) + page.paging.format(page="&P", pages="&N")


def _footer(laid: Laid) -> str:
    """The line at the bottom as a workbook has it, without what may leave and smaller where it is too long; empty where
    even that is: a workbook drops such a line."""
    ink = Ink(_FOOTER_PT * 10)
    room = sum(laid.columns) - round(ink.width(laid.paging[-1])) - tenths(5)
    fitted = footer_words(laid.page.footer, ink, room)
    left = _FOOTER_FORMAT.format(fitted.ink.size // 10) + "".join(fitted.lines).replace("&", "&&")
    is_short = len(fitted.lines) < 2 and len(f"&L{left}&R{_paging(laid.page)}") <= _LONGEST_FOOTER
    return left if is_short else ""

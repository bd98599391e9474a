"""How cells of a workbook look, and how a value becomes one of its numbers, dates or texts."""

from datetime import date
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kpm_desktop.reports.table_page import Kind, Value

FONT, PT = "Arial", 8
LEFT, CENTRE, RIGHT = "left", "center", "right"
_LONGEST_TEXT = 32_767
#: A whole number with more digits would lose its last ones.
_EXACT = 10**15
_FIRST_DAY = date(1900, 1, 1)
_DATE, _TEXT, _WHOLE = "dd-mm-yyyy", "@", "0"
_DECIMALS = {Kind.ONE: "0.0", Kind.PERCENT: "0.00"}
_PLAIN = (Kind.TEXT, Kind.CODE, Kind.LETTER, Kind.DATE)


class Formats:
    """The formats of a book, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        """A format with these properties beside font and wrapping."""
        whole = {"font_name": FONT, "font_size": PT, "valign": "vcenter", "text_wrap": True, **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]


def number_format(value: Value, kind: Kind) -> str:
    """How a value of a kind is shown. Per cent is a plain number; the heading says %."""
    if isinstance(value, date):
        return _DATE
    if kind is Kind.CODE:
        return _TEXT
    if kind in _DECIMALS:
        return _DECIMALS[kind]
    whole = _WHOLE if kind in _PLAIN else "#,##0"
    digits = f"{value:f}".partition(".")[2] if isinstance(value, Decimal) else ""
    return f"{whole}.{'0' * len(digits)}" if digits else whole


def write_value(sheet: Worksheet, at: tuple[int, int], value: Value, text: str, kind: Kind, look: Format) -> None:
    """Writes a value as what it is, and as text what is no number or date there: register numbers, and whatever a
    person typed, also where it begins like a formula."""
    row, column = at
    if isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, int | Decimal) and _is_number(value, kind):
        sheet.write_number(row, column, float(value), look)
    else:
        write_text(sheet, row, column, text, look)


def _is_number(value: int | Decimal, kind: Kind) -> bool:
    """Whether a number stays one: yes and no are √ and x, and what has too many digits stays whole as text."""
    return not isinstance(value, bool) and kind is not Kind.CODE and -_EXACT < value < _EXACT


def write_text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Writes text. Raises ValueError where it is longer than a cell may be, which would otherwise stay empty."""
    if len(text) > _LONGEST_TEXT:
        raise ValueError(f"{len(text)} letters, where a cell of a workbook holds {_LONGEST_TEXT}")
    if text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)

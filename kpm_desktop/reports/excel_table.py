"""A table on a sheet of a workbook: cells as they were laid out, merged where they span, formulas behind figures."""

import math
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kpm_desktop.reports.excel_formats import CENTRE, Formats, number_format, write_value
from kpm_desktop.reports.excel_formulas import Where, formula
from kpm_desktop.reports.paper.laid import Laid, Look
from kpm_desktop.reports.table_page import Band, cell_text

_SHADES = {"head": "#F0F0EE", "group": "#F7F7F5"}
_HIGHEST_ROW = 409


class TableWriter:
    """Writes the tables of one page."""

    def __init__(self, sheet: Worksheet, formats: Formats, laid: Laid) -> None:
        self._sheet, self._formats, self._laid = sheet, formats, laid

    def write(self, number: int, band: Band, top: int) -> tuple[int, int]:
        """Writes a band from this row on; gives the row that follows its header, and the one that follows it all."""
        body = self._write_section(number, "letters", self._write_section(number, "header", top))
        foot = self._write_section(number, "rows", body)
        end = self._write_section(number, "foot", foot)
        styles = [row.style for row in band.rows]
        for role, begins in (("rows", body), ("foot", foot)):
            where = Where(self._laid.tables[number, role].looks, begins, body, styles)
            for look in where.looks:
                if look.cell.calc:
                    self._write_formula(look, where)
        return body, end

    def _write_section(self, number: int, role: str, top: int) -> int:
        table = self._laid.tables.get((number, role))
        if table is None:
            return top
        for row, height in enumerate(table.heights):
            self._sheet.set_row(top + row, min(height / 10, _HIGHEST_ROW))
        for look in table.looks:
            self._write_cell(look, top + look.row)
        return top + len(table.heights)

    def _write_cell(self, look: Look, row: int) -> None:
        cell, column = look.cell, look.column
        format = self._format(look)
        if cell.across > 1 or cell.down > 1:
            self._sheet.merge_range(row, column, row + cell.down - 1, column + cell.across - 1, "", format)
        text = cell_text(cell, look.kind, self._laid.page.comma)
        write_value(self._sheet, (row, column), cell.value, text, look.kind, format)

    def _write_formula(self, look: Look, where: Where) -> None:
        """Puts the formula behind a figure that is already there; whoever does not compute sees the figure."""
        text = formula(look, where)
        if text is not None:
            value = look.cell.value
            shown = float(value) if isinstance(value, int | Decimal) else cell_text(look.cell, look.kind)
            self._sheet.write_formula(where.top + look.row, look.column, text, self._format(look), shown)

    def _format(self, look: Look) -> Format:
        properties: dict[str, object] = {
            "border": 1,
            "align": {"centre": CENTRE}.get(look.align, look.align),
            "num_format": number_format(look.cell.value, look.kind),
            "font_size": math.floor(look.pt * 2) / 2,
        }
        properties |= {"bold": True} if look.bold else {}
        properties |= {"bg_color": _SHADES[look.shade]} if look.shade else {}
        properties |= {"rotation": 90} if look.cell.vertical else {}
        return self._formats.of(**properties)

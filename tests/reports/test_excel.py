"""Workbooks read back by another library: values, formulas, merged cells and how they are printed."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from kpm_desktop.reports.excel import sheet_names, workbook
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import (
    Band,
    Cell,
    Column,
    FooterPart,
    Kind,
    Paper,
    Picture,
    Row,
    Sign,
    TablePage,
    flow,
)
from tests.reports.form_4 import form_4
from tests.reports.samples import UPRIGHT, form_2a, form_2b, form_3, row

MADE = datetime(2026, 11, 19, 10, 42)  # noqa: DTZ001 - a workbook knows no zones
FORMS = {
    "2A": (form_2a(), 8),
    "2B": (form_2b(30), 11),
    "3A": (form_3(16, mothers=True), 16 * 3 + 3 * 8 + 3),
    "3B": (form_3(47), 47 * 3 + 3 * 10 + 3),
    "4": (form_4(), 5),
}
_PIECE = re.compile(r'COUNTIF\((?P<among>[A-Z0-9:]+),"(?P<what>.+?)"\)|COUNT\((?P<count>[A-Z0-9:]+)\)')
_RATIO = re.compile(r'=IF\((\w+)=0,"–",ROUND\((\w+)/(\w+)\*100,2\)\)')


def read(page: TablePage, *, values: bool = False) -> Any:
    """The first sheet; `values` gives what stands in computed cells, otherwise their formulas."""
    data = workbook([lay_out(page)], made=MADE)
    return load_workbook(io.BytesIO(data), data_only=values).worksheets[0]


def inside(sheet: Any, area: str) -> Iterator[Any]:
    left, top, right, bottom = range_boundaries(area)
    for cells in sheet.iter_rows(top, bottom, left, right):
        yield from (computed(sheet, cell.coordinate) for cell in cells)


def computed(sheet: Any, name: str) -> Any:
    """What a program that computes would show in a cell."""
    value = sheet[name].value
    if not (isinstance(value, str) and value.startswith("=") and sheet[name].data_type == "f"):
        return value
    if ratio := _RATIO.fullmatch(value):
        whole, part = computed(sheet, ratio[1]), computed(sheet, ratio[2])
        assert ratio[1] == ratio[3]
        return float(round(Decimal(part) * 100 / Decimal(whole), 2)) if whole else "–"
    if value.startswith("=SUM("):
        areas = value[5:-1].split(",")
        return sum(each for area in areas for each in inside(sheet, area) if isinstance(each, int | float))
    pieces = list(_PIECE.finditer(value))
    assert "+".join(piece[0] for piece in pieces) == value[1:]
    return sum(counted(sheet, piece) for piece in pieces)


def counted(sheet: Any, piece: re.Match[str]) -> int:
    if piece["count"]:
        return sum(isinstance(each, int | float) for each in inside(sheet, piece["count"]))
    return sum(each == piece["what"] for each in inside(sheet, piece["among"]))


@pytest.mark.parametrize("form", FORMS)
def test_recomputing_changes_no_figure(form: str) -> None:
    page, many = FORMS[form]
    formulas, values = read(page), read(page, values=True)
    cells = [cell for cells in formulas.iter_rows() for cell in cells if cell.data_type == "f"]
    assert len(cells) == many
    for cell in cells:
        shown = values[cell.coordinate].value
        assert computed(formulas, cell.coordinate) == pytest.approx(shown, abs=0.005), cell.coordinate


def find(sheet: Any, value: object) -> Any:
    return next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == value)


def test_values_keep_their_kind() -> None:
    page = TablePage(
        name="Daftar",
        grid=(
            Column(20, Kind.CODE),
            Column(20, Kind.DATE),
            Column(20, Kind.ONE),
            Column(20, Kind.PERCENT),
            Column(20, Kind.MONEY),
            Column(20, Kind.TICK),
            Column(20, Kind.NUMBER),
        ),
        titles=(),
        bands=(
            Band(
                rows=(
                    row("3201010101010001", date(2026, 7, 3), Decimal("9.1"), Decimal("62.5"), 607_000_000, True, 1772),
                    row("0012", date(1899, 12, 31), False, None, 10**17, 30, Decimal("0.25")),
                )
            ),
        ),
        paper=UPRIGHT,
    )
    sheet = read(page)
    first = find(sheet, "3201010101010001").row
    values = [[(cell.value, cell.number_format) for cell in cells] for cells in sheet.iter_rows(first, first + 1)]
    assert values[0] == [
        ("3201010101010001", "@"),
        (datetime(2026, 7, 3), "dd-mm-yyyy"),  # noqa: DTZ001 - a date as the workbook has it
        (9.1, "0.0"),
        (62.5, "0.00"),
        (607_000_000, "#,##0"),
        ("√", "#,##0"),
        (1772, "#,##0"),
    ]
    assert [value for value, _ in values[1]] == [
        "0012",
        "31-12-1899",
        "x",
        None,
        "100.000.000.000.000.000",
        30,
        0.25,
    ]
    assert values[1][6][1] == "#,##0.00"


@pytest.mark.parametrize("text", ["=1+1", "+6281200001234", "-5", "@SUM(A1)", "{=1}", "http://x.id", "a\x07b"])
def test_whatever_a_person_typed_stays_text(text: str) -> None:
    page = TablePage(
        name=text,
        grid=(Column(30), Column(30)),
        titles=(text,),
        bands=(Band(rows=(row(text, 1),)),),
        paper=UPRIGHT,
        facts=(((text, text),),),
        notes=(text,),
    )
    sheet = read(page)
    cells = [cell for cells in sheet.iter_rows() for cell in cells if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    assert sum(text.encode() in str(cell.value).encode() for cell in cells) >= 3 or text == "a\x07b"


@pytest.mark.parametrize("form", FORMS)
def test_cells_are_merged_as_they_span(form: str) -> None:
    page, _ = FORMS[form]
    sheet = read(page)
    spans = set()
    for band in page.bands:
        assert isinstance(band, Band)
        for rows in (band.header, band.rows, band.foot):
            for cell, _, column in flow(rows, len(page.grid)):
                if cell.across > 1 or cell.down > 1:
                    spans.add((column + 1, cell.across, cell.down, cell.value))
    merged = {
        (area.min_col, area.max_col - area.min_col + 1, area.max_row - area.min_row + 1, cell.value)
        for area in sheet.merged_cells.ranges
        if (cell := sheet.cell(area.min_row, area.min_col)).data_type != "f"
    }
    assert {span for span in spans if isinstance(span[3], str)} <= merged


def test_it_is_ready_to_be_printed() -> None:
    page = form_2b(30)
    sheet = read(page)
    letters = find(sheet, "a").row
    assert sheet.freeze_panes == f"A{letters + 1}"
    assert sheet.print_title_rows == f"${letters - 4}:${letters}"
    assert sheet.print_area == f"'2B'!$A$1:$S${sheet.max_row}"
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == (9, "landscape", 1, 2)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.right.text.endswith("halaman &P dari &N")
    assert "63 dari 63 sasaran dilaporkan" in sheet.oddFooter.left.text
    laid = lay_out(page)
    heights = [sheet.row_dimensions[letters + 1 + number].height for number in range(30)]
    assert heights == [pytest.approx(height / 10, abs=0.3) for height in laid.tables[0, "rows"].heights]
    widths = [sheet.column_dimensions[name].width for name in "BC"]
    assert widths[1] > widths[0] > 10


def test_f4_is_folio_and_form_4_one_sheet_without_a_frozen_header() -> None:
    sheet = read(form_4(Paper("F4")))
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToHeight or 1) == (14, "portrait", 1)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.freeze_panes is None and sheet.print_title_rows is None


def test_without_rows_the_foot_says_what_it_was_given() -> None:
    sheet = read(form_2b(0))
    assert not [cell for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]


def test_a_sum_in_between_adds_its_own_rows_alone() -> None:
    group = [Row((Cell("Dusun", across=2),), "group")]
    total = [Row((Cell("Jumlah"), Cell(3, calc="sum")), "foot")]
    rows = (*group, row("a", 1), row("b", 2), *total, *group, row("c", 3), *total)
    page = TablePage(
        name="Daftar",
        grid=(Column(40), Column(20, Kind.NUMBER)),
        titles=(),
        bands=(Band(rows=rows, foot=(Row((Cell("Semua"), Cell(6, calc="sum"))),)),),
        paper=UPRIGHT,
    )
    sheet = read(page)
    formulas = [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]
    assert [computed(sheet, name) for name in formulas] == [3, 3, 6]


def test_a_footer_too_long_for_a_workbook_loses_no_count() -> None:
    village = FooterPart("Desa & Dusun " * 20)
    page = replace(form_2a(), footer=(village, FooterPart("2 isian berbeda"), FooterPart("dicetak", leaves=1)))
    sheet = read(page)
    assert sheet.oddFooter.left.text is None
    assert "2 isian berbeda · dicetak" in find(sheet, " · ".join(part.text for part in page.footer)).value


def test_an_ampersand_in_the_footer_is_no_code() -> None:
    data = workbook([lay_out(replace(form_2a(), footer=(FooterPart("Desa & Dusun"),)))], made=MADE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"Desa &amp;&amp; Dusun" in archive.read("xl/worksheets/sheet1.xml")


def test_signatures_stand_side_by_side_and_have_a_line_where_no_name_is() -> None:
    signs = (Sign(("Mengetahui,", "Kepala Desa"), "I Made"), Sign(("Kader",), below="NIP 1", at=-1))
    sheet = read(replace(form_2a(), signs=signs))
    assert find(sheet, "Kepala Desa").row == find(sheet, "Kader").row
    assert find(sheet, "NIP 1").row == find(sheet, "I Made").row + 1
    assert sheet.cell(find(sheet, "I Made").row, find(sheet, "NIP 1").column).border.bottom.style == "thin"


def test_a_picture_is_put_in_as_wide_as_the_table() -> None:
    page = TablePage(
        name="Gambar",
        grid=(Column(30, grows=1),),
        titles=("GAMBAR",),
        bands=(Picture(60, lambda painter, width, height: None),),
        paper=UPRIGHT,
    )
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f6"
        "45400000000049454e44ae426082"
    )
    with pytest.raises(ValueError, match="draws them"):
        workbook([lay_out(page)], made=MADE)
    data = workbook([lay_out(page)], made=MADE, draw=lambda picture, width, height: png)
    assert b"media/image1.png" in data


def test_sheets_have_names_a_workbook_takes() -> None:
    names = sheet_names(["Formulir 2/A: [x]", "2A", "2a", "History", "''", "x" * 40, "x" * 41])
    assert names == ["Formulir 2 A   x", "2A", "2a (2)", "History (2)", "-", "x" * 31, "x" * 27 + " (2)"]

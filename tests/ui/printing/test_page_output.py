"""What is drawn is where it was laid out, and what is copied out of a PDF is what was written."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.paper.letters import is_measured, text_width
from kpm_desktop.reports.table_page import Band, Cell, Column, Paper, Row, TablePage
from kpm_desktop.ui.look.fonts import FAMILY, register_fonts
from kpm_desktop.ui.printing.page_output import page_pdf, page_picture
from tests.reports.form_4 import form_4
from tests.reports.samples import WIDE, form_2a, form_2b, row

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,-'()/:;0123456789√–éñ&"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    register_fonts()


def inter(size: int, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


@given(st.text(LETTERS, min_size=1, max_size=69), st.sampled_from([66, 75, 80, 110]), st.booleans())
def test_letters_are_as_wide_as_qt_sets_them(text: str, size: int, bold: bool) -> None:
    own = QFontMetricsF(inter(size, bold)).horizontalAdvance(text)
    assert text_width(text, size, bold=bold) == pytest.approx(own, rel=0.002, abs=0.2)


def words(pdf: bytes, page: int = 0) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[page].extract_text()


def test_copied_text_is_what_was_written() -> None:
    text = words(page_pdf(lay_out(form_2a())))
    for written in (
        "FORMULIR 2.A. PEMANTAUAN BULANAN IBU HAMIL",
        "No Register (KIA)",
        "Status Kehamilan (KEK/RISTI)",
        "BULAN : Agustus 2026",
        "dicetak 19-11-2026 10.42",
        "halaman 1 dari 1",
        "Ni Luh Maheswari Paramita",
    ):
        assert written in text
    line = next(line for line in text.splitlines() if line.startswith("1 KIA-01-"))
    cells = [cell.value for cell in form_2a().bands[0].rows[0].cells]  # type: ignore[union-attr]
    assert line.startswith(f"1 {cells[1]} {cells[2]} {cells[3]} {cells[4]:%d-%m-%Y} {cells[5]} ")
    assert line.count("√") == sum(cell is True for cell in cells)
    assert "\t" not in text


def test_numbers_with_digits_of_one_width_are_copied() -> None:
    text = words(page_pdf(lay_out(form_4())))
    assert "607.000.000" in text and "77,38" in text and "TOTAL TINGKAT KONVERGENSI DESA 329 506 65,02" in text


@pytest.mark.parametrize("paper", [Paper("A4"), Paper("F4"), Paper("A4", wide=True), Paper("F4", wide=True)])
def test_the_paper_has_its_size(paper: Paper) -> None:
    page = TablePage(name="Daftar", grid=(Column(20),), titles=("DAFTAR",), bands=(), paper=paper)
    box = PdfReader(io.BytesIO(page_pdf(lay_out(page)))).pages[0].mediabox
    width, height = (each / 25.4 * 72 for each in paper.size_mm)
    assert [float(box.width), float(box.height)] == pytest.approx([width, height], abs=0.6)


def test_every_sheet_is_a_page_and_its_fonts_are_inside() -> None:
    reader = PdfReader(io.BytesIO(page_pdf(lay_out(form_2b(500)))))
    assert len(reader.pages) == 17
    fonts = reader.pages[-1]["/Resources"]["/Font"].values()  # type: ignore[index]
    for font in fonts:
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert any(key.startswith("/FontFile") for key in descriptor.get_object())
    assert reader.metadata is not None and reader.metadata.title == "2B"


def test_the_picture_shows_nothing_outside_the_cells() -> None:
    picture = page_picture(lay_out(form_2a()), 0, 1287)
    assert (picture.width(), picture.height()) == (1287, 910)
    margin = 42
    assert ink(picture, range(picture.width()), range(margin)) == 0
    assert ink(picture, range(margin), range(picture.height())) == 0
    assert ink(picture, range(200, 500), range(340, 660)) > 1000


def test_letters_of_another_script_stay_in_their_cell() -> None:
    name = "ꦱꦶꦠꦶ 李小龍 عبد الله " * 3
    assert not is_measured(name)
    page = TablePage(
        name="Daftar",
        grid=(Column(30), Column(30)),
        titles=(),
        bands=(Band(rows=(Row((Cell(name), Cell("")), mm=30), row("a", "b"))),),
        paper=WIDE,
    )
    laid = lay_out(page)
    picture = page_picture(laid, 0, laid.width // 4)
    free = laid.sheets[0].boxes[1]
    right, below = free.x + free.width, free.y + free.height
    assert ink(picture, range(free.x // 4 + 3, right // 4 - 3), range(free.y // 4 + 3, below // 4 - 3)) == 0


def ink(picture: QImage, columns: range, rows: range) -> int:
    """How many dots are darker than the shade of a heading."""
    shade = QColor("#E0E0E0").lightness()
    return sum(picture.pixelColor(x, y).lightness() < shade for x in columns for y in rows)

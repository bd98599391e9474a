"""Turning the sheets of a page and looking at them larger; a page on its way to a printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import Paper
from kpm_desktop.ui.look.fonts import register_fonts
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.printing.page_printer import PagePrinter, printer_for
from kpm_desktop.ui.printing.page_view import PageView
from tests.reports.samples import form_2a, form_2b

LAID = lay_out(form_2b(60))


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> Iterator[PageView]:
    register_fonts()
    made = PageView(look)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_laid(LAID)
    yield made


def test_keys_turn_the_sheets_and_stop_at_both_ends(view: PageView, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    view.turned.connect(lambda page, pages: seen.append((page, pages)))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        QTest.keyClick(view, key)
    last = len(LAID.sheets) - 1
    assert [page for page, _ in seen] == [1, last, last, 0, 0]
    assert {pages for _, pages in seen} == {len(LAID.sheets)}
    assert view.accessibleName() == "2B, halaman 1 dari 3"


def test_a_sheet_is_whole_and_then_larger(view: PageView) -> None:
    paper = view.widget()
    assert paper is not None
    whole = paper.size()
    assert whole.width() <= view.viewport().width() and whole.height() <= view.viewport().height()
    view.toggle_size()
    larger = paper.size()
    assert view.is_large and larger.height() > view.viewport().height()
    view.toggle_size()
    assert paper.size() == whole


def test_another_page_keeps_the_sheet_where_it_has_as_many(view: PageView) -> None:
    view.turn(2)
    view.show_laid(lay_out(form_2a()))
    assert view.accessibleName() == "2A, halaman 1 dari 1"


def printed(qtbot: QtBot, printer: QPrinter, file: Path) -> PdfReader:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printing = PagePrinter(LAID, printer)
    with qtbot.waitSignal(printing.printed):
        printing.start()
    return PdfReader(file)


def test_every_sheet_is_printed_on_its_paper(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    register_fonts()
    reader = printed(qtbot, printer_for(LAID), tmp_path / "2B.pdf")
    assert len(reader.pages) == 3
    box = reader.pages[0].mediabox
    assert [float(box.width), float(box.height)] == pytest.approx([842, 595], abs=1)
    assert "FORMULIR 2.B. PEMANTAUAN BULANAN ANAK 0-2 TAHUN" in reader.pages[0].extract_text()
    assert "halaman 3 dari 3" in reader.pages[2].extract_text()


def test_only_the_sheets_asked_for_are_printed(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    register_fonts()
    printer = printer_for(LAID)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    reader = printed(qtbot, printer, tmp_path / "2B.pdf")
    assert ["halaman 2 dari 3" in page.extract_text() for page in reader.pages] == [True]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    printer = printer_for(lay_out(form_2a(paper=Paper("F4", wide=True))))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "tidak-ada" / "2A.pdf"))
    printing = PagePrinter(LAID, printer)
    with qtbot.waitSignal(printing.failed):
        printing.start()

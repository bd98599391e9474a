"""Cetak from Sasaran: what is shown, chosen, saved and printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kpm_desktop.db.store import open_store
from kpm_desktop.ui.dialogs.print_preview import PrintPreview
from kpm_desktop.ui.pages.people.people import PeoplePage
from kpm_desktop.ui.printing.page_printer import printer_for
from tests.support.family import TODAY, family
from tests.support.profiles import PASSWORD
from tests.ui.program import Program
from tests.ui.window.test_layout import cut_off, unnamed

CTRL = Qt.KeyboardModifier.ControlModifier


class Printing:
    """Sasaran of two families, and what opens on Ctrl+P."""

    def __init__(self, program: Program) -> None:
        self.program = program
        shell = program.unlock()
        shell.show_page("sasaran")
        program.settle()
        page = shell.page("sasaran")
        assert isinstance(page, PeoplePage)
        self.page = page

    def open(self) -> PrintPreview:
        """Presses the key on the list."""
        self.page.list.setFocus()
        self.program.press(Qt.Key.Key_P, CTRL)
        (found,) = [one for one in self.program.window.findChildren(PrintPreview) if one.isVisible()]
        return found

    def saved(self, preview: PrintPreview, file: Path) -> str:
        """All words of the PDF that is saved."""
        preview.save_to(str(file))
        self.program.settle()
        return " ".join(page.extract_text() for page in PdfReader(file).pages)


@pytest.fixture
def printing(qtbot: QtBot, profile: Path) -> Iterator[Printing]:
    with open_store(profile, PASSWORD) as store:
        family(store, "Aminah", "Bayu Saputra", "Kenanga")
        family(store)
    program = Program(qtbot, profile, TODAY, language="id")
    yield Printing(program)
    program.close()


def test_what_the_page_shows_is_printed_by_hamlet(printing: Printing, tmp_path: Path) -> None:
    text = printing.saved(printing.open(), tmp_path / "daftar.pdf")
    hamlets = [text.index(words) for words in ("Kenanga · 2 catatan", "Mawar · 2 catatan", "Jumlah: 4 catatan")]
    assert hamlets == sorted(hamlets)
    assert "DAFTAR SASARAN" in text and "Kamis, 19 November 2026" in text
    assert all(name in text for name in ("Siti Rahmah", "Ahmad Fauzi", "Aminah", "Bayu Saputra", "14-10-2026"))


def test_only_what_is_searched_for_is_printed(printing: Printing, tmp_path: Path) -> None:
    printing.page.search.setText("Aminah")
    printing.program.settle()
    text = printing.saved(printing.open(), tmp_path / "daftar.pdf")
    assert "Aminah" in text and "Siti Rahmah" not in text


def test_households_are_a_list_of_their_own(printing: Printing, tmp_path: Path) -> None:
    printing.page.filter.choose("home")
    text = printing.saved(printing.open(), tmp_path / "daftar.pdf")
    assert "DAFTAR RUMAH TANGGA" in text and "Jumlah: 2 catatan" in text and "Pak Rahmat" in text


def test_names_and_numbers_can_be_hidden(printing: Printing, tmp_path: Path) -> None:
    preview = printing.open()
    preview.hide_box.click()
    printing.program.settle()
    text = printing.saved(preview, tmp_path / "daftar.pdf")
    assert "S. R." in text and "nama dan nomor disamarkan" in text
    assert not any(name in text for name in ("Siti", "Fauzi", "Rahmat", "0002-2026"))


def test_the_paper_is_chosen_once_and_remembered(printing: Printing) -> None:
    preview = printing.open()
    assert preview.windowTitle() == "Daftar sasaran"
    preview.paper.choose("F4")
    printing.program.settle()
    assert preview.view.accessibleName() == "Daftar sasaran, halaman 1 dari 1"
    preview.reject()
    printing.program.settle()
    assert printing.open().paper.current() == "F4"


@pytest.mark.parametrize(("key", "ending"), [(Qt.Key.Key_S, "pdf"), (Qt.Key.Key_E, "xlsx")])
def test_keys_ask_for_a_file(printing: Printing, tmp_path: Path, key: Qt.Key, ending: str) -> None:
    preview = printing.open()
    printing.program.press(key, CTRL)
    (dialog,) = [one for one in preview.findChildren(QFileDialog) if one.isVisible()]
    assert dialog.selectedFiles()[0].endswith(f"daftar-sasaran-2026-11-19.{ending}")
    dialog.setDirectory(str(tmp_path))
    dialog.accept()
    printing.program.settle()
    assert (tmp_path / f"daftar-sasaran-2026-11-19.{ending}").exists()


def test_keys_enlarge_and_close(printing: Printing) -> None:
    preview = printing.open()
    printing.program.press(Qt.Key.Key_Z)
    assert preview.view.is_large
    printing.program.press(Qt.Key.Key_Escape)
    assert not [one for one in printing.program.window.findChildren(PrintPreview) if one.isVisible()]


def test_a_workbook_is_saved_and_a_wrong_ending_is_told(printing: Printing, tmp_path: Path) -> None:
    preview = printing.open()
    preview.save_to(str(tmp_path / "daftar.xlsx"))
    printing.program.settle()
    assert preview.banner.sentence() == f"Tersimpan: {tmp_path / 'daftar.xlsx'}"
    assert load_workbook(tmp_path / "daftar.xlsx").sheetnames == ["Daftar sasaran"]
    preview.save_to(str(tmp_path / "daftar.docx"))
    printing.program.settle()
    assert ".pdf, .xlsx" in preview.banner.sentence()


def test_it_is_handed_to_the_printer(printing: Printing, qtbot: QtBot, tmp_path: Path) -> None:
    preview = printing.open()
    assert preview._laid is not None
    printer = printer_for(preview._laid)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    preview.print_to(printer)
    qtbot.waitUntil(lambda: "printer" in preview.banner.sentence())
    assert len(PdfReader(tmp_path / "cetak.pdf").pages) == 1
    assert preview.print_button.isEnabled()


def test_everything_has_room_and_a_name(printing: Printing) -> None:
    preview = printing.open()
    assert cut_off(preview) == []
    assert unnamed(preview) == []

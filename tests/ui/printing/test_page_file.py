"""Pages as files: for whoever has windows, and for a process that has none and loads Qt for a PDF alone."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter

from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.wording import LANGUAGES, Wording
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.reports.table_page import Picture
from kpm_desktop.ui.printing.page_file import page_bytes, write_page
from tests.reports.samples import form_2a

MADE = datetime(2026, 11, 19, 10, 42)  # noqa: DTZ001 - the wall's clock
#: Writes a page as both formats and says after each whether Qt was loaded, and that no application was made before.
PRINTED = """
import sys
from datetime import datetime
from pathlib import Path
from kpm_desktop.cli import exchange
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.ui.printing.page_file import write_page
from tests.reports.samples import form_2a
laid, made = lay_out(form_2a()), datetime(2026, 11, 19)
for name in ("2A.xlsx", "2A.pdf"):
    write_page(Path(sys.argv[1]) / name, laid, made=made)
    print(name, any(module.startswith("PySide6") for module in sys.modules))
"""


def test_a_process_without_windows_writes_both_and_loads_qt_for_the_pdf_alone(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-c", PRINTED, str(tmp_path)], env=plain, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["2A.xlsx False", "2A.pdf True"], done.stderr
    assert "PEMANTAUAN BULANAN IBU HAMIL" in PdfReader(tmp_path / "2A.pdf").pages[0].extract_text()
    assert load_workbook(tmp_path / "2A.xlsx").sheetnames == ["2A"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_ending_is_refused_and_nothing_written(tmp_path: Path, language: str) -> None:
    with pytest.raises(Refused) as refusal:
        write_page(tmp_path / "2A.docx", lay_out(form_2a()), made=MADE)
    assert ".pdf, .xlsx" in Wording(language).say(refusal.value.reasons[0])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"files\.not_there"):
        write_page(tmp_path / "tidak-ada" / "2A.pdf", lay_out(form_2a()), made=MADE)


def test_pictures_are_in_the_workbook() -> None:
    def draw(painter: QPainter, width: int, height: int) -> None:
        painter.fillRect(0, 0, width, height, QColor("#123456"))

    page = replace(form_2a(), bands=(Picture(20, draw),))
    with zipfile.ZipFile(io.BytesIO(page_bytes(lay_out(page), "xlsx", made=MADE))) as book:
        image = QImage.fromData(book.read("xl/media/image1.png"))
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor("#123456")
    assert image.width() / image.height() == pytest.approx(277 / 20, rel=0.02)

"""A page as a file, for the windows and for `kpm`: a workbook or a PDF, whole or not at all.

The one way from the command line to the painter: Qt is loaded when a PDF is asked for and not before, and needs no
screen.
"""

from datetime import datetime
from pathlib import Path

from kpm_desktop.db.files import new_file
from kpm_desktop.domain.errors import refused
from kpm_desktop.reports.excel import workbook
from kpm_desktop.reports.paper.laid import Laid
from kpm_desktop.reports.table_page import Picture

PDF, EXCEL = "pdf", "xlsx"
FORMATS = (PDF, EXCEL)


def write_page(file: Path, laid: Laid, *, made: datetime, over: bool = False) -> Path:
    """Writes what the file's ending asks for. made: now, on the wall's clock. over: a file of that name is replaced.
    Refused for another ending, and where the file cannot be written."""
    format = file.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise refused("paper.unknown_format", path=file, formats=[f".{each}" for each in FORMATS])
    new_file(file, page_bytes(laid, format, made=made), over=over)
    return file


def page_bytes(laid: Laid, format: str, *, made: datetime) -> bytes:
    """The file's bytes, in one of `FORMATS`."""
    if format == EXCEL:
        return workbook([laid], made=made, draw=_picture)
    from kpm_desktop.ui.printing.page_output import page_pdf

    return page_pdf(laid)


def _picture(picture: Picture, width: int, height: int) -> bytes:
    from kpm_desktop.ui.printing.page_output import drawn_picture

    return drawn_picture(picture, width, height)

"""The programme's sheet as a file: a PDF where its name ends so, plain text otherwise."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kpm_desktop.db.files import replace_file
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.programme_sheet import PARTS, ProgrammeSheet, as_text, programme_sheet
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.sync.words import words_of


def sheet_page(sheet: Sheet, wording: Wording, *, day: date, name: str, regions: Sequence[str]) -> ProgrammeSheet:
    """The page of a sheet."""
    rows = {part: sheet.rows(part) for part in PARTS}
    words = words_of(sheet.programme)
    return programme_sheet(wording, rows, words, sheet.recovery_secret, day=day, name=name, regions=regions)


def write_sheet(file: Path, page: ProgrammeSheet) -> None:
    """Writes it whole or not at all, and only then returns: whoever makes a programme keeps nothing before."""
    if file.suffix.lower() == ".pdf":
        from kpm_desktop.ui.sheet_page import sheet_pdf

        replace_file(file, sheet_pdf(page))
    else:
        replace_file(file, as_text(page).encode())

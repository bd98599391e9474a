"""The programme's sheet as a file: a PDF where its name ends so, plain text otherwise."""

from pathlib import Path

from kpm_desktop.db.files import replace_file
from kpm_desktop.domain.regions import region_list
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.programme_sheet import PARTS, ProgrammeSheet, as_text, programme_sheet
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.sync.words import words_of


def sheet_page(sheet: Sheet, wording: Wording) -> ProgrammeSheet:
    """The page of a sheet, its regions by name."""
    names = {code: region_list.name_of(code) for code in sheet.regions}
    return programme_sheet(
        wording,
        {part: sheet.rows(part) for part in PARTS},
        words_of(sheet.programme),
        sheet.recovery_secret,
        day=sheet.made_on,
        name=sheet.person,
        regions=[f"{code} {name}".strip() for code, name in names.items()],
    )


def write_sheet(file: Path, sheet: Sheet, wording: Wording) -> None:
    """Writes it whole or not at all, for its owner alone, and only then returns: whoever makes a programme keeps
    nothing before."""
    page = sheet_page(sheet, wording)
    if file.suffix.lower() == ".pdf":
        from kpm_desktop.ui.printing.sheet_page import sheet_pdf

        replace_file(file, sheet_pdf(page), private=True)
    else:
        replace_file(file, as_text(page).encode(), private=True)

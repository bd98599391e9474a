"""The programme's sheet as a file: a PDF where its name ends so, plain text otherwise."""

import re
from pathlib import Path

from kpm_desktop.db.files import new_file, reading
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.regions import region_list
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.programme_sheet import PARTS, ProgrammeSheet, as_text, programme_sheet
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.sync.words import words_of

#: What differs between two PDFs of one page: when each was made, and a number of its own.
_OWN_LINE = re.compile(rb"Date|uuid:|/ID \[")


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


def write_sheet(file: Path, sheet: Sheet, wording: Wording, *, over: bool = False) -> None:
    """Writes it whole or not at all, for its owner alone, reads it back, and only then returns: nothing rests on a
    programme before. What an attempt before left there is enough. over: a file of that name is replaced."""
    page = sheet_page(sheet, wording)
    text = as_text(page)
    if not sheet.is_in(text):
        raise refused("sheet.not_read_back", path=file)
    data = text.encode()
    if file.suffix.lower() == ".pdf":
        from kpm_desktop.ui.printing.sheet_page import sheet_pdf

        data = sheet_pdf(page)
    if _holds(file, data):
        return
    new_file(file, data, over=over, private=True)
    if not _holds(file, data):
        raise refused("sheet.not_read_back", path=file)


def check_apart(out: Path, sheet: Path) -> None:
    """Refuses to write an invitation over the sheet it begins with."""
    if out.absolute() == sheet.absolute():
        raise refused("sheet.same_file", path=sheet)


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file says the same."""
    try:
        with reading(file) as opened:
            found = opened.read(len(data) + 1)
    except Refused:
        return False
    return found == data or _plain(found) == _plain(data)


def _plain(data: bytes) -> list[bytes]:
    is_pdf = data.startswith(b"%PDF")
    return [line for line in data.split(b"\n") if not (is_pdf and _OWN_LINE.search(line))]

"""The recovery code on paper: whose it is, the code in six groups, what it is for and how it is kept."""

from dataclasses import dataclass
from datetime import date

from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.table_page import Band, Cell, Column, Paper, Row, TablePage

_ACROSS = 3
_PT, _MM = 26, 20


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Everything on the sheet, top to bottom. code: its groups."""

    title: str
    made: str
    code: tuple[str, ...]
    sentences: tuple[str, ...]


def recovery_sheet(wording: Wording, code: str, *, day: date, name: str) -> RecoverySheet:
    """The sheet of a code, as it is printed with hyphens between its groups."""
    say = wording.phrase
    return RecoverySheet(
        title=say("sheet.recovery_title"),
        made=say("sheet.recovery_made", day=f"{day:%d-%m-%Y}", name=name),
        code=tuple(code.split("-")),
        sentences=tuple(say(f"sheet.recovery_{no}") for no in (1, 2, 3)),
    )


def as_text(sheet: RecoverySheet) -> str:
    """The same as plain text."""
    return "\n".join([sheet.title.upper(), sheet.made, "", "-".join(sheet.code), "", *sheet.sentences]) + "\n"


def as_page(sheet: RecoverySheet, paper: str) -> TablePage:
    """The same as a page to print. paper: A4 or F4."""
    rows = [
        Row(tuple(Cell(group, bold=True, align="centre", pt=_PT) for group in sheet.code[at : at + _ACROSS]))
        for at in range(0, len(sheet.code), _ACROSS)
    ]
    return TablePage(
        name=sheet.title,
        grid=(Column(50, grows=1),) * _ACROSS,
        titles=(sheet.title, sheet.made),
        bands=(Band(rows=tuple(rows), row_mm=_MM, least_mm=_MM),),
        paper=Paper(paper, margin=18),
        notes=sheet.sentences,
        pt=11,
    )

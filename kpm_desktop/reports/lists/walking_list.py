"""Tugas on paper, to take along: households in the order of the road, each with what is to be done and room for
notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kpm_desktop.domain.due.item import when
from kpm_desktop.domain.due.tasks import DueHome, Task, by_road
from kpm_desktop.domain.masking import masked_name
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListPaper, footer_of
from kpm_desktop.reports.table_page import Band, Cell, Column, Kind, Paper, Row, TablePage

#: Columns in millimetres: number, household, what is to be done, notes (190 px of the drawn page).
_NUMBER, _HOME, _WHAT, _NOTES = 12.0, 42.0, 70.0, 50.0
_LINE_MM = 4.6
#: It is read while walking.
_LETTERS_PT = 9.0
_SIGNS = {"id": ",", "en": "."}


@dataclass(frozen=True, slots=True)
class Walk:
    """What stands above the list. day: on which it is walked; villages, cadre: by name."""

    day: date
    title: str
    dated: str
    villages: str
    cadre: str = ""


def walking_list(wording: Wording, homes: Sequence[DueHome], walk: Walk, how: ListPaper) -> TablePage:
    """The page: by hamlet, then RW and RT; the number is the order of importance, marked where somebody is at risk."""
    phrase = wording.phrase
    heads = (phrase("due.walk.number"), phrase("due.walk.home"), phrase("due.walk.what"), phrase("due.walk.result"))
    rows: list[Row] = []
    for (_, hamlet), each in groupby(by_road(homes), key=lambda home: (home.region, home.hamlet)):
        found = list(each)
        heading = phrase("due.walk.hamlet", hamlet=hamlet) if hamlet else phrase("due.walk.no_hamlet")
        heading = hamlet if hamlet.lower().startswith(("dusun", "hamlet")) else heading
        counted = phrase("due.walk.homes", count=len(found))
        rows.append(Row((Cell(f"{heading} · {counted}", 4, kind=Kind.TEXT),), "group", keep=True))
        rows += [_row(wording, home, walk.day, mask=how.mask) for home in found]
    facts = [((phrase("due.walk.village"), walk.villages),), ((phrase("due.walk.date"), walk.dated),)]
    if walk.cadre:
        facts.append(((phrase("due.walk.cadre"), walk.cadre),))
    return TablePage(
        name=walk.title,
        grid=(
            Column(_NUMBER, Kind.TEXT),
            Column(_HOME, Kind.TEXT),
            Column(_WHAT, Kind.TEXT, "", 1),
            Column(_NOTES, Kind.TEXT),
        ),
        titles=(walk.title.upper(),),
        bands=(Band(header=(Row(tuple(Cell(head) for head in heads)),), rows=tuple(rows)),),
        paper=Paper(how.name),
        pt=_LETTERS_PT,
        facts=tuple(facts),
        notes=(phrase("due.walk.risk"), phrase("due.walk.care")),
        footer=tuple(footer_of(wording, walk.title, facts, len(homes), how)),
        comma=_SIGNS[wording.language],
        paging=phrase("paper.paging", page="{page}", pages="{pages}"),
    )


def _row(wording: Wording, home: DueHome, day: date, *, mask: bool) -> Row:
    number = f"! {home.number}" if home.is_risky else str(home.number)
    head = masked_name(home.head) if mask else home.head
    place = wording.phrase("due.walk.place", rt=home.rt or "–", rw=home.rw or "–") if home.rt or home.rw else ""
    lines = [_line(wording, task, mask=mask) for task in home.tasks]
    lines.append(_until(wording, home, day))
    cells = (
        Cell(number, bold=home.is_risky, align="centre"),
        Cell("\n".join(part for part in (head, place, home.posyandu) if part)),
        Cell("\n".join(lines)),
        Cell(""),
    )
    return Row(cells, mm=_LINE_MM * max(len(lines), 3))


def _line(wording: Wording, task: Task, *, mask: bool) -> str:
    """A box to tick, and what is to be done."""
    title = wording.say(task.title_with(masked_name(task.first.name)) if mask else task.short_title)
    return wording.phrase("due.walk.line", task=title)


def _until(wording: Wording, home: DueHome, day: date) -> str:
    """By when the most urgent is to be done, and the first cell that turns T without it."""
    hangs = next((found for task in home.tasks if (found := task.service) is not None), None)
    turns = ""
    if hangs is not None and hangs.turns_on is not None:
        what = wording.phrase(f"scorecard.what.{hangs.service}")
        turns = wording.phrase("due.walk.turns", day=hangs.turns_on, what=what)
    return wording.phrase("due.walk.when", when=wording.say(when(home.first.first, day)), turns=turns)

"""Sasaran on paper: the lines the page shows, by hamlet, as a list to take along or as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.regions.region_index import Region
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListColumn, ListGroup, ListPaper, record_list
from kpm_desktop.reports.table_page import Kind, TablePage, Value
from kpm_desktop.ui.dialogs.print_preview import Make, Wish
from kpm_desktop.ui.dialogs.printing import Printing
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.people.people_lines import HomeLine, Line, PersonLine, group_word
from kpm_desktop.ui.words.person_words import age_words, notice_words
from kpm_desktop.ui.words.place_words import kind_word

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Hamlet:
    region: str
    name: str
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is printed, in plain values: nothing in it knows the windows."""

    title: str
    columns: tuple[ListColumn, ...]
    hamlets: tuple[_Hamlet, ...]
    facts: tuple[tuple[tuple[str, str], ...], ...]


def _page(listed: _Listed, wording: Wording, store: Store, wish: Wish) -> TablePage:
    how = ListPaper(printed=wish.at, name=wish.paper, mask=wish.mask)
    return record_list(wording, listed.title, listed.columns, _groups(listed.hamlets), how, facts=listed.facts)


def _groups(hamlets: Sequence[_Hamlet]) -> list[ListGroup]:
    """Under the names of the hamlets, and of their villages where there are several."""
    regions = {hamlet.region for hamlet in hamlets}
    villages = names_of(tuple(regions)) if len(regions) > 1 else {}
    headings = [f"{villages[hamlet.region].name} · {hamlet.name}" if villages else hamlet.name for hamlet in hamlets]
    return [ListGroup(hamlet.rows, heading) for hamlet, heading in zip(hamlets, headings, strict=True)]


def people_printing(page: Page, lines: Callable[[], Sequence[object]]) -> Printing:
    """lines: those that are shown, in their order."""
    return Printing(page, partial(_prepared, page.context, lines))


def _prepared(context: Context, lines: Callable[[], Sequence[object]], at: datetime) -> tuple[Make, str]:
    listed = _listed(lines(), context.session.places, context.tools.calendar.long_day(at.date()))
    return partial(_page, listed, context.tools.wording), listed.title


def _listed(lines: Sequence[object], own: Sequence[Region], day: str) -> _Listed:
    facts = (_place_facts(own), ((translate("People", "Date"), day),))
    homes = [line for line in lines if isinstance(line, HomeLine)]
    if homes:
        rows = [(line, _home_values(line)) for line in homes]
        return _Listed(translate("People", "List of households"), _home_columns(), _by_hamlet(rows), facts)
    people = [(line, _person_values(line)) for line in lines if isinstance(line, PersonLine)]
    return _Listed(translate("People", "List of targets"), _person_columns(), _by_hamlet(people), facts)


def _place_facts(own: Sequence[Region]) -> tuple[tuple[str, str], ...]:
    """The one region with what it lies in, or all of them by name."""
    if len(own) != 1:
        return ((translate("People", "Villages"), ", ".join(place.name for place in own)),)
    code, names = own[0].code, (own[0].name, *own[0].within)
    codes = [code, *(code[:length] for length in (8, 5, 2) if length < len(code))]
    return tuple((kind_word(each), name) for each, name in zip(codes, names, strict=False))[:3]


def _by_hamlet(rows: Sequence[tuple[Line, tuple[Value, ...]]]) -> tuple[_Hamlet, ...]:
    """By village and hamlet; within one in the order of the page."""
    found: dict[tuple[str, str], list[tuple[Value, ...]]] = {}
    for line, values in rows:
        found.setdefault((line.row.region, line.hamlet), []).append(values)
    unnamed = translate("People", "hamlet not given")
    return tuple(_Hamlet(region, name or unnamed, tuple(found[region, name])) for region, name in sorted(found))


def _person_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(translate("People", "Name"), 40, grows=1, hides="name"),
        ListColumn(translate("People", "Who"), 25),
        ListColumn(translate("People", "Age"), 20),
        ListColumn(translate("People", "Head of household"), 34, hides="name"),
        ListColumn("RT/RW", 16, Kind.CODE),
        ListColumn(translate("People", "Posyandu"), 26),
        ListColumn(translate("People", "No Register (KIA)"), 26, Kind.CODE, hides="number"),
        ListColumn("NIK", 30, Kind.CODE, hides="number"),
        ListColumn(translate("People", "Last visit"), 20, Kind.DATE),
        ListColumn(translate("People", "Remarks"), 30),
    )


def _person_values(line: PersonLine) -> tuple[Value, ...]:
    row = line.row
    remarks = ", ".join(notice_words(notice) for notice in row.notices)
    return (
        row.name,
        group_word(line.group),
        age_words(row),
        row.head_name,
        _rt_rw(row.rt, row.rw),
        row.posyandu,
        row.kia_number,
        row.nik,
        row.last_visit,
        remarks,
    )


def _home_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(translate("People", "Head of household"), 50, grows=1, hides="name"),
        ListColumn("RT/RW", 18, Kind.CODE),
        ListColumn(translate("People", "Posyandu"), 40),
        ListColumn(translate("People", "Targets"), 18, Kind.NUMBER, sums=True),
        ListColumn(translate("People", "Remarks"), 34),
    )


def _home_values(line: HomeLine) -> tuple[Value, ...]:
    row = line.row
    return row.head_name, _rt_rw(row.rt, row.rw), row.posyandu, line.count, line.gone


def _rt_rw(rt: str, rw: str) -> str:
    return f"{rt or '–'}/{rw or '–'}" if rt or rw else ""

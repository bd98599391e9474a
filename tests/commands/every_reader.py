"""Everything that pages, views, lists and reports are built from, asked for once."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from kpm_desktop.commands.due.due_homes import due_homes
from kpm_desktop.commands.due.month_due import month_due
from kpm_desktop.commands.growth.child_growth import child_growth
from kpm_desktop.commands.households.household_view import household_view, village_names
from kpm_desktop.commands.households.known_targets import KnownTargets
from kpm_desktop.commands.households.person_history import person_history, record_history
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.questions.comment_list import comment_list
from kpm_desktop.commands.questions.what_returned import last_returned
from kpm_desktop.commands.records.assigned_targets import assigned_targets, village_tasks
from kpm_desktop.commands.records.record_states import record_states
from kpm_desktop.commands.registers.people_to_name import people_to_name
from kpm_desktop.commands.registers.register_list import count_open, register_list, sort_key
from kpm_desktop.commands.registers.register_paper import register_paper
from kpm_desktop.commands.registers.register_record import register_record
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.commands.review.likely_duplicates import likely_duplicates
from kpm_desktop.commands.review.merge_view import merge_candidates, merge_view
from kpm_desktop.commands.review.merged_entries import merged_entries
from kpm_desktop.commands.review.repair_list import repair_list
from kpm_desktop.commands.review.repair_value import repair_view
from kpm_desktop.commands.scorecards.scorecard_view import scorecard_view
from kpm_desktop.commands.search.book import bind, read_outline, read_village
from kpm_desktop.commands.supervision.decisions_seen import decisions_seen, duplicates_seen
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview
from kpm_desktop.commands.supervision.delivery_state import delivery_state
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.commands.supervision.home_overview import home_overview
from kpm_desktop.commands.supervision.incoming import incoming
from kpm_desktop.commands.supervision.invitation_list import invitations_seen
from kpm_desktop.commands.supervision.village_progress import laptop_rows, village_progress
from kpm_desktop.commands.supervision.villages_seen import villages_seen
from kpm_desktop.commands.tables.dump_folder import dump_folder
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.growth.chart_verdict import verdict
from kpm_desktop.domain.records.catalogue import KINDS
from kpm_desktop.domain.regions.place_names import names_of
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.domain.registers.register import VILLAGE as PLACE
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.excel import workbook
from kpm_desktop.reports.growth_page import Whose, growth_page
from kpm_desktop.reports.lists.record_list import ListPaper
from kpm_desktop.reports.paper.layout import lay_out
from kpm_desktop.ui.pages.doses.dose_book import DoseBook

#: Of one list so many are opened one by one.
OPENED = 12
Reader = tuple[str, Callable[[], Any]]


def every_reader(store: Store, villages: list[str], today: date, out: Path) -> Iterator[Reader]:
    """Each with what it is called."""
    yield from _lists(store, villages, today)
    yield from _registers(store, today)
    yield from _one_by_one(store, today)
    yield "dump", partial(dump_folder, store, out)
    yield "check", partial(check_profile, store)
    yield "excel", partial(_papers, store, villages, today)


def _lists(store: Store, villages: list[str], today: date) -> Iterator[Reader]:
    by_day: dict[str, Callable[..., Any]] = {
        "assigned": assigned_targets,
        "findings": finding_list,
    }
    for name, read in by_day.items():
        yield name, partial(read, store, today=today)
    for read in (
        profile_status,
        comment_list,
        last_returned,
        record_states,
        people_to_name,
        conflict_list,
        likely_duplicates,
        repair_list,
        decisions_seen,
        duplicates_seen,
        delivery_overview,
        delivery_state,
        device_list,
        home_overview,
        incoming,
    ):
        yield read.__name__, partial(read, store)
    yield "invitations", partial(invitations_seen, store, today)
    yield "villages", partial(villages_seen, store, today)
    for month in ("1900-01", "2100-12", month_of(today)):
        yield f"targets {month}", partial(target_list, store, month, today=today)
        yield f"laptop rows {month}", partial(laptop_rows, store, month)
        for village in villages:
            yield f"progress {month}", partial(village_progress, store, month, village, today=today)
    for on in (date(1900, 1, 1), date(2100, 12, 31), today):
        yield f"due {on}", partial(month_due, store, on=on)
        yield f"due homes {on}", partial(due_homes, store, on=on)
    yield "known", partial(_known, store, today)
    yield "search", partial(_search, store, today)
    for village in villages:
        yield "names", partial(village_names, store, village)
        yield "tasks", partial(village_tasks, store, village, today=today)
        for quarter in (Quarter(1900, 1), Quarter(2100, 4), Quarter.of(month_of(today))):
            yield f"scorecard {quarter}", partial(scorecard_view, store, village, quarter)


def _known(store: Store, today: date) -> Any:
    known = KnownTargets()
    while known.learn(store, today=today):
        pass
    known.keep(store)
    return known.known(store, today=today)


def _search(store: Store, today: date) -> Any:
    outline = read_outline(store, today=today)
    parts = {code: read_village(store, code, mark, today=today) for code, mark in outline.marks.items()}
    book = bind(outline, parts)
    return [book.register.search, *book.villages]


def _registers(store: Store, today: date) -> Iterator[Reader]:
    for kind, register in REGISTERS.items():
        yield f"register {kind}", partial(register_list, store, register)
        yield f"count {kind}", partial(count_open, store, register)
        yield f"words {kind}", partial(_register_words, store, kind)
        for line in _tried(lambda register=register: register_list(store, register))[:OPENED]:  # type: ignore[misc]
            yield f"register {kind} {line.id}", partial(register_record, store, register, line.id)


def _register_words(store: Store, kind: str) -> Any:
    register = REGISTERS[kind]
    words, wording = RegisterWords(register, "id"), Wording("id")
    lines = register_list(store, register)
    for name in [column.name for column in register.columns]:
        lines.sort(key=sort_key(register, (name,)))
        lines.sort(key=sort_key(register, (f"-{name}",)))
        if name in line_fields(kind):
            for line in lines:
                words.value(name, line.values)
    return wording


def line_fields(kind: str) -> frozenset[str]:
    """The columns that are fields."""
    return frozenset(KINDS[kind].__struct_fields__) - {PLACE}


def _papers(store: Store, villages: list[str], today: date) -> Any:
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    pages = []
    for register in REGISTERS.values():
        lines = register_list(store, register)
        paper = ListPaper(printed=made)
        pages.append(lay_out(register_paper(register, lines, names_of(villages), "id", paper)))
    return workbook(pages, made=made)


def _one_by_one(store: Store, today: date) -> Iterator[Reader]:
    with store.reading() as tx:
        held = {
            kind: [UUID(bytes=row[0]) for row in tx.exec_driver_sql(f"SELECT id FROM {kind} ORDER BY no DESC LIMIT 14")]
            for kind in KINDS
        }
    for home in held["household"]:
        yield f"household {home}", partial(household_view, store, home)
        for month in ("1900-01", "2100-12", month_of(today)):
            yield f"visit {month} {home}", partial(visit_sheet, store, home, month, today=today)
    for person in held["person"]:
        yield f"person {person}", partial(person_history, store, person)
        yield f"growth {person}", partial(_growth, store, person, today)
        yield f"doses {person}", partial(_doses, store, person, today)
    for kind, ids in held.items():
        for one in ids[:4]:
            yield f"history {kind} {one}", partial(record_history, store, kind, one)
    for kind in ("person", "household", "pregnancy", "posyandu"):
        for one, other in zip(held[kind], held[kind][1:], strict=False):
            yield f"merge {kind} {one}", partial(merge_view, store, one, other)
            yield f"candidates {kind} {one}", partial(merge_candidates, store, one)
            yield f"entries {kind} {one}", partial(merged_entries, store, one)
    for repair in _tried(partial(repair_list, store))[:30]:
        yield (
            f"repair {repair.withheld.kind} {repair.withheld.field}",
            partial(repair_view, store, repair.withheld.id, repair.withheld.field, repair.withheld.change),
        )


def _growth(store: Store, person: UUID, today: date) -> Any:
    """A child's charts, what is said of each, and the sheet for the mother."""
    found = child_growth(store, person)
    if not found.charts:
        return []
    child = found.child
    whose = Whose(name=child.full_name, sex=child.sex, born=child.birth_date)
    page = growth_page(Wording("id"), whose, found.charts, today)
    return [page, *(verdict(chart) for chart in found.charts.values())]


def _doses(store: Store, person: UUID, today: date) -> Any:
    book = DoseBook(dose_sheet(store, person), today)
    return book.plan, book.doubts, book.next, book.cell, book.first()


def _tried(read: Callable[[], Any]) -> list[Any]:
    """Nothing where it fails, which its own reader tells."""
    with contextlib.suppress(Exception):
        return list(read())
    return []


def faults(store: Store, villages: list[str], today: date, out: Path) -> dict[str, BaseException]:
    """What fails, by its name; a refusal is a sentence and no fault."""
    found: dict[str, BaseException] = {}
    for name, read in every_reader(store, villages, today, out):
        try:
            read()
        except Refused:
            continue
        except Exception as fault:
            found[name] = fault
    return found

"""`kpm finding list`: what the rules of entry say of records as they stand after everybody's work came together.

A rule between fields or records, today's date and the region list block at entry and never when a change arrives; what
they find later is listed here until somebody repairs or confirms it. So is what leads to a record that has not come.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.queries import survey
from kpm_desktop.db.queries.neighbours import Beside
from kpm_desktop.db.queries.oversight import Authorship
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.queries.survey import Surveyed
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.change import plain, within_limits
from kpm_desktop.domain.entry.neighbours import findings_around
from kpm_desktop.domain.entry.plausibility import is_of_later
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.base import Finding, Record, finding
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.schedules.doses import is_of_next
from kpm_desktop.sync.access import read_access

#: Records looked at in one go; what a window asks for meanwhile waits no longer than that takes.
SLICE = 500
#: What nothing is wrong with but that something has not come yet.
_INCOMPLETE = frozenset({"rules.missing", "rules.not_held"})
#: What is right for a while at most: whoever it is about would be in no list, so it stays listed until it is mended.
_NEVER_RIGHT = frozenset(
    {"rules.pregnancy_undated", "rules.pregnancy_overdue", "rules.pregnancy_not_begun", "rules.household_left"}
)


@dataclass(frozen=True, slots=True)
class DataFinding:
    """Something a rule found in a record. blocks: it must be changed, not confirmed. subject: also where it is
    repaired. author: who wrote the field last."""

    region: str
    kind: str
    id: UUID
    field: str
    why: Reason
    blocks: bool
    subject: Subject
    author: Authorship | None

    @property
    def rule(self) -> str:
        """The rule's code."""
        return self.why.code

    @property
    def is_incomplete(self) -> bool:
        """Whether it waits for something that has not come, and nothing is wrong."""
        return self.rule in _INCOMPLETE


@dataclass(frozen=True, slots=True)
class Place:
    """How far a look at all records came: behind this row of this kind."""

    kind: str = next(iter(DICTIONARY))
    no: int = 0


@dataclass(frozen=True, slots=True)
class Slice:
    """The findings of some records. then: where to go on; None at the end. newest: the last change held meanwhile."""

    findings: tuple[DataFinding, ...]
    then: Place | None
    newest: int


def finding_list(store: Store, *, today: date, village: str = "") -> list[DataFinding]:
    """Everything that is found, in all regions or one."""
    found: list[DataFinding] = []
    with store.reading() as tx:
        place: Place | None = Place()
        while place is not None:
            part = slice_in(tx, place, today=today, village=village)
            found += part.findings
            place = part.then
    return found


def finding_slice(store: Store, *, place: Place, today: date) -> Slice:
    """The findings of the next records."""
    with store.reading() as tx:
        return slice_in(tx, place, today=today)


def newest_change(store: Store) -> int:
    """The same number as long as nothing new can be found on the same day."""
    with store.reading() as tx:
        return survey.newest_change(tx)


def slice_in(tx: Transaction, place: Place, *, today: date, village: str = "") -> Slice:
    """The same within an open transaction."""
    rows = survey.rows_after(tx, place.kind, place.no, SLICE, village)
    look = _Look(tx, today)
    found = look.findings(place.kind, rows) if rows else []
    then: Place | None
    if len(rows) == SLICE:
        then = Place(place.kind, rows[-1].no)
    else:
        kinds = list(DICTIONARY)
        following = kinds.index(place.kind) + 1
        then = Place(kinds[following]) if following < len(kinds) else None
    return Slice(tuple(found), then, survey.newest_change(tx))


class _Look:
    """One look at some records of a kind, inside its transaction."""

    def __init__(self, tx: Transaction, today: date) -> None:
        self._tx = tx
        self._held = Beside(tx, today)
        self._codes = survey.region_codes(tx)
        self._confirmed = {(region, kind, id, short_rule(rule)) for region, kind, id, rule in survey.confirmed(tx)}
        self._first = survey.first_households(tx)
        self._access = read_access(tx, settings.read_identity(tx))

    def findings(self, kind: str, rows: list[Surveyed]) -> list[DataFinding]:
        for region_no in {row.region_no for row in rows}:
            self._held.stand_in(self._codes[region_no])
            self._look_up(kind, [row for row in rows if row.region_no == region_no])
        return [
            self._described(kind, row, each)
            for row in rows
            for each in self._of(kind, row)
            if each.why.code in _NEVER_RIGHT or not self._is_confirmed(kind, row, each)
        ]

    def _is_confirmed(self, kind: str, row: Surveyed, found: Finding) -> bool:
        return (row.region_no, kind, row.id, short_rule(found.why.code)) in self._confirmed

    def _look_up(self, kind: str, rows: list[Surveyed]) -> None:
        """Asks for the regions, people and pregnancies that are named here, many at once."""
        for field in fields(kind).values():
            if field.spec.form in ("reference", "references") and not field.spec.foreign and field.spec.refers_to:
                named = (getattr(row.record, field.name) for row in rows if row.record is not None)
                ids = {id for each in named if each is not None for id in (each if field.is_list else (each,))}
                for target in field.spec.refers_to:
                    self._held.look_up(target, sorted(ids))
                    self._held.look_up_records(target, sorted(ids))
                    self._held.look_up_around(kind, ids)

    def _of(self, kind: str, row: Surveyed) -> Iterator[Finding]:
        if row.record is None:
            for name in row.lacking:
                yield finding(name, "rules.missing")
            return
        self._held.stand_in(self._codes[row.region_no])
        for each in findings_around(row.record, self._codes[row.region_no], self._held):
            is_of_region = each.why.code == "rules.region_not_listed"
            if is_of_later(each) or is_of_next(each):
                continue  # the later one of the two is listed
            if _is_to_be_repaired(row.record, each.field):
                continue  # what is written there is listed among the repairs
            if not is_of_region or (kind == "household" and row.id in self._first):
                yield each

    def _described(self, kind: str, row: Surveyed, found: Finding) -> DataFinding:
        return DataFinding(
            region=self._codes[row.region_no],
            kind=kind,
            id=row.id,
            field=found.field,
            why=found.why,
            blocks=found.blocks or found.why.code in _NEVER_RIGHT,
            subject=subject_of(self._tx, kind, row.id, row.region_no),
            author=self._author(kind, row, found.field),
        )

    def _author(self, kind: str, row: Surveyed, field: str) -> Authorship | None:
        author = survey.last_author(self._tx, kind, row.region_no, row.id, field)
        if author is None:
            return None
        return msgspec.structs.replace(author, user=self._access.speaker(author.device, author.user))


def _is_to_be_repaired(record: Record, name: str) -> bool:
    """Whether a field holds what breaks its own limit: whoever wrote it keeps it in the row until it is repaired."""
    declared = fields(record.KIND).get(name)
    return declared is not None and within_limits(declared, plain({name: getattr(record, name)})[name]) is not None

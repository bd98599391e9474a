"""One person's monthly checklist as a page shows it: what is held of it, drafted, disputed and known before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.commands.records.record_states import RecordState, most_urgent, states_of
from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.queries.flag_answers import confirmed_rules
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.change import plain
from kpm_desktop.domain.entry.plausibility import Measured, earlier_measures, later_measures
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.roster import Notice, Target, row_ids
from kpm_desktop.domain.schedules.doses import unconfirmed
from kpm_desktop.domain.scorecard.village import Row, Village


@dataclass(frozen=True, slots=True)
class Before:
    """An answer of an earlier month."""

    value: Any
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One person's checklist. kind: `pregnancy_visit` (2A) or `child_visit` (2B). subject: the pregnancy or child.

    held: plain values of the month's row, empty where there is none. marks: fields in conflict, waiting, withheld.
    before: the newest earlier answers, by field. measures, later: the measures nearest before and after the month.
    others: users of this laptop who have a draft of it too. dose_doubts: what is to be looked at about recorded doses.
    """

    kind: str
    record: UUID
    subject: UUID
    person: Person
    pregnancy: Pregnancy | None
    is_postpartum: bool
    months: int | None
    days: int | None
    notices: tuple[Notice, ...]
    held: Mapping[str, Any]
    state: RecordState | None
    marks: Mapping[str, list[str]]
    draft: Draft | None
    others: tuple[str, ...]
    before: Mapping[str, Before]
    measures: Mapping[str, Measured]
    has_doses: bool
    confirmed: frozenset[str]
    later: Mapping[str, Measured] = field(default_factory=dict)
    household: Household | None = None
    dose_doubts: tuple[Reason, ...] = ()

    @property
    def key(self) -> dict[str, Any]:
        """The key fields of the row, without the month."""
        return {"pregnancy_id" if self.kind == "pregnancy_visit" else "person_id": str(self.subject)}


@dataclass(frozen=True, slots=True)
class Found:
    """A target and the drafts of its checklist, also those begun under the id of another entry of the same person."""

    target: Target
    ids: tuple[UUID, ...]
    drafts: Sequence[Draft]

    @property
    def record(self) -> UUID:
        """What the checklist is written to."""
        return self.ids[0]

    @property
    def is_scattered(self) -> bool:
        """Whether a draft has to be brought to the record it belongs to now."""
        return any(draft.id != self.record for draft in self.drafts)


class FormReader:
    """Reads the checklists of a month in one transaction. place: the region, as number and code; village: the records
    the targets were found in."""

    def __init__(self, tx: Transaction, user: str, place: tuple[int, str], village: Village, month: str) -> None:
        self._tx, self._user, self._village, self._month = tx, user, village, month
        self._region_no, self._region = place

    def find(self, target: Target) -> Found:
        """What the user began for a target."""
        ids = row_ids(self._village, target, self._month)
        return Found(target, ids, drafts.among(self._tx, self._user, self._region, target.row_kind, ids))

    def sheets(self, found: Iterable[Found]) -> list[FormSheet]:
        """Everything a page shows of each."""
        entered = [(each, self._entered(each)) for each in found]
        states = states_of(
            self._tx, [(self._region_no, each.target.row_kind, one) for each, ids in entered for one in ids]
        )
        return [
            self._sheet(each, [states[self._region_no, each.target.row_kind, one] for one in ids])
            for each, ids in entered
        ]

    def _entered(self, form: Found) -> tuple[UUID, ...]:
        """The rows the month's checklist is read from."""
        target = form.target
        return self._village.groups[target.row_kind].members_of(target.row.id) if target.row is not None else ()

    def _sheet(self, form: Found, states: list[RecordState]) -> FormSheet:
        tx, target, kind, village = self._tx, form.target, form.target.row_kind, self._village
        visits = village.pregnancy_visits if target.pregnancy is not None else village.child_visits
        rows: Mapping[str, Row] = visits.get(target.id, {})
        earlier = {m: row for m, row in rows.items() if m < self._month}
        return FormSheet(
            kind=kind,
            record=form.record,
            subject=target.id,
            person=target.person,
            pregnancy=target.pregnancy,
            is_postpartum=target.is_postpartum,
            months=target.months,
            days=target.days,
            notices=target.notices,
            held=_held(target.row),
            state=most_urgent(states) if states else None,
            marks=marks_of_group(tx, kind, form.ids, self._region_no) if target.row else {},
            draft=form.drafts[0] if form.drafts else None,
            others=tuple(drafts.of_others(tx, self._user, self._region, kind, form.ids)),
            before=_before(earlier),
            measures=earlier_measures(rows, self._month),
            later=later_measures(rows, self._month),
            has_doses=bool(village.doses.get(target.person.id)) and target.kind == "child",
            dose_doubts=tuple(self._dose_doubts(target)),
            confirmed=frozenset(short_rule(rule) for one in form.ids for rule in self._confirmed(kind, one)),
            household=target.household,
        )

    def _confirmed(self, kind: str, record: UUID) -> list[str]:
        return confirmed_rules(self._tx, self._region_no, kind, record)

    def _dose_doubts(self, target: Target) -> Iterator[Reason]:
        """What nobody has confirmed about a child's recorded doses."""
        doses = self._village.doses.get(target.person.id, ()) if target.kind == "child" else ()
        kind = Immunization.KIND
        members = self._village.groups[kind].members_of
        believed = {
            (dose.id, short_rule(rule))
            for dose in doses
            for one in members(dose.id)
            for rule in self._confirmed(kind, one)
        }
        for _, why in unconfirmed(doses, doses, target.person.birth_date, believed):
            yield why


def _held(row: Row | None) -> dict[str, Any]:
    if row is None:
        return {}
    values = plain(msgspec.structs.asdict(row))
    return {name: value for name, value in values.items() if name != "id" and value is not None}


def _before(earlier: Mapping[str, Row]) -> dict[str, Before]:
    """The newest earlier answer to each question."""
    found: dict[str, Before] = {}
    for month in sorted(earlier, reverse=True):
        for name, value in _held(earlier[month]).items():
            found.setdefault(name, Before(value, month))
    return found


def gather_drafts(store: Store, scattered: Sequence[Found], month: str) -> None:
    """Brings drafts that were begun under another entry's id to the record the checklist is written to now."""
    with store.writing() as tx:
        for form in scattered:
            key = {} if form.target.row else {**owner_key(form.target), "month": month}
            drafts.gather(tx, form.drafts, form.record, key)


def owner_key(target: Target) -> dict[str, Any]:
    """The owner of a target's checklist, as the row names it."""
    return {"pregnancy_id" if target.pregnancy is not None else "person_id": str(target.id)}

"""One household's visit of a month: the checklists of everybody in it, with what is held, drafted and known before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.commands.record_states import RecordState, read_states
from kpm_desktop.db import drafts, household_records
from kpm_desktop.db.drafts import Draft
from kpm_desktop.db.flag_answers import confirmed_rules
from kpm_desktop.db.rows import marks_of
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month
from kpm_desktop.domain.change import plain
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.places import Household, Person, Pregnancy
from kpm_desktop.domain.roster import Remark, Target, roster
from kpm_desktop.domain.scorecard.ruleset import load_ruleset
from kpm_desktop.domain.scorecard.village import Row, Village, VillageRecords, arrange
from kpm_desktop.domain.second_look import Measured, earlier_measures

#: What a household keeps from month to month: offered as "last month", never filled in by itself.
LASTING = ("has_safe_water", "has_latrine", "has_birth_certificate", "has_health_insurance")


@dataclass(frozen=True, slots=True)
class Before:
    """An answer of an earlier month."""

    value: Any
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One person's checklist. kind: `pregnancy_visit` (2A) or `child_visit` (2B). subject: the pregnancy or child.

    held: plain values of the month's row, empty where there is none. marks: fields in conflict, waiting, withheld.
    before: the newest earlier answers, by field. others: users of this laptop who have a draft of it too.
    """

    kind: str
    record: UUID
    subject: UUID
    person: Person
    pregnancy: Pregnancy | None
    months: int | None
    days: int | None
    remarks: tuple[Remark, ...]
    held: Mapping[str, Any]
    state: RecordState | None
    marks: Mapping[str, list[str]]
    draft: Draft | None
    others: tuple[str, ...]
    before: Mapping[str, Before]
    measures: Mapping[str, Measured]
    has_doses: bool
    confirmed: frozenset[str]

    @property
    def key(self) -> dict[str, Any]:
        """The key fields of the row, without the month."""
        return {"pregnancy_id" if self.kind == "pregnancy_visit" else "person_id": str(self.subject)}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheet:
    """A household in a month. records: all of it, for the outlook on the quarter's scorecard."""

    household: Household
    region: str
    month: str
    posyandu: str
    forms: tuple[FormSheet, ...]
    records: VillageRecords


def visit_sheet(store: Store, household: UUID, month: str, *, today: date) -> VisitSheet:
    """Everything the visit page shows. Refused where the household is not held."""
    with store.reading() as tx:
        place = household_records.region_of_household(tx, household)
        if place is None:
            raise refused("repair.no_record", value=household)
        records = household_records.records_of_household(tx, place[0], household)
        village = arrange(records)
        home = village.households.get(village.groups["household"].means(household))
        if home is None:
            raise refused("repair.no_record", value=household)
        states = read_states(tx)
        targets = roster(village, Month(month), load_ruleset("KPM-2018"), today)
        forms = tuple(
            _form(tx, store.user, village, target, month, states.of)
            for target in targets
            if target.is_due and target.household is not None and target.household.id == home.id
        )
        return VisitSheet(
            household=home,
            region=place[1],
            month=month,
            posyandu=household_records.posyandu_name(tx, home.posyandu_id),
            forms=forms,
            records=records,
        )


def _form(tx: Transaction, user: str, village: Village, target: Target, month: str, state_of: Any) -> FormSheet:
    kind = "pregnancy_visit" if target.kind == "pregnancy" else "child_visit"
    owner = "pregnancy_id" if target.kind == "pregnancy" else "person_id"
    record = target.row.id if target.row else derived_id(kind, {owner: str(target.id), "month": month})
    assert record is not None
    rows: Mapping[str, Row] = (village.pregnancy_visits if target.kind == "pregnancy" else village.child_visits).get(
        target.id, {}
    )
    earlier = {m: row for m, row in rows.items() if m < month}
    return FormSheet(
        kind=kind,
        record=record,
        subject=target.id,
        person=target.person,
        pregnancy=target.pregnancy,
        months=target.months,
        days=target.days,
        remarks=target.remarks,
        held=_held(target.row),
        state=state_of(kind, record) if target.row else None,
        marks=marks_of(tx, kind, record),
        draft=drafts.find(tx, user, kind, record),
        others=tuple(drafts.of_others(tx, user, kind, record)),
        before=_before(earlier),
        measures=earlier_measures({m: r for m, r in earlier.items() if isinstance(r, ChildVisit)}, month),
        has_doses=bool(village.doses.get(target.person.id)) and target.kind == "child",
        confirmed=frozenset(confirmed_rules(tx, kind, record)),
    )


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

"""One child's doses as the KIA book has them: what is recorded of each, begun by the user, confirmed or disputed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.groups import groups_of, read_rows
from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.queries import drafts, household_records
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.queries.flag_answers import confirmed_rules
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.schedules.doses import dose_rules, numbers_of
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange

KIND = Immunization.KIND
#: What the sheet is read from.
KINDS = frozenset({"person", "household", "posyandu", "child_visit", "flag_answer", KIND})


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseEntry:
    """One dose a child may have had. record: what is written, also where nothing is recorded yet. draft: what this user
    began and did not save. confirmed: rules somebody believed it against. is_disputed: two people gave it two days."""

    vaccine: str
    dose: int
    record: UUID
    held: Immunization | None = None
    draft: Draft | None = None
    confirmed: frozenset[str] = frozenset()
    is_disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseSheet:
    """A child and the doses of the schedule, and what else is recorded or begun. visits: the monthly rows, which decide
    whether the scorecard counts the child. others: users of this laptop who have begun something here too."""

    person: Person
    region: str
    household: Household | None
    posyandu: str
    mother: str
    entries: tuple[DoseEntry, ...]
    visits: Mapping[str, ChildVisit]
    others: tuple[str, ...] = ()


def dose_sheet(store: Store, person: UUID, *, region: str = "") -> DoseSheet:
    """Everything the dose page shows. Refused where the person is not held."""
    with store.reading() as tx:
        place = held_at(tx, "person", person, region)
        reading = _Reading(tx, store.user, place, person)
        scattered = [found for found in reading.doses if found.is_scattered]
    if scattered:
        with store.writing() as tx:
            for found in scattered:
                drafts.gather(tx, found.drafts, found.record, {} if found.held else reading.key(found))
            reading = _Reading(tx, store.user, place, person)
    return reading.sheet


@dataclass(frozen=True, slots=True)
class _Dose:
    """ids: every id a dose may have been entered under, the one it is written to now first."""

    vaccine: str
    dose: int
    ids: tuple[UUID, ...]
    held: Immunization | None
    drafts: Sequence[Draft]

    @property
    def record(self) -> UUID:
        return self.ids[0]

    @property
    def is_scattered(self) -> bool:
        """Whether something was begun under the id of another entry of the same child."""
        return any(draft.id != self.record for draft in self.drafts)


class _Reading:
    """One reading of a child, in one transaction."""

    def __init__(self, tx: Transaction, user: str, place: tuple[int, str], person: UUID) -> None:
        self._tx, self._user = tx, user
        self._region_no, self._region = place
        village = self._village = self._read(person)
        child = village.persons.get(village.groups["person"].means(person))
        if child is None:
            raise refused("repair.no_record", value=person)
        self._child = child
        self._owners = tuple(dict.fromkeys((child.id, *village.groups["person"].members.get(child.id, ()))))
        self.doses = [self._find(vaccine, number) for vaccine, number in self._numbers()]
        self.sheet = self._sheet()

    def key(self, found: _Dose) -> dict[str, object]:
        """The key fields of a dose that has yet to be recorded."""
        return {"person_id": str(self._child.id), "vaccine": found.vaccine, "dose": found.dose}

    def _read(self, person: UUID) -> Village:
        tx, no = self._tx, self._region_no
        people = groups_of(tx, "person", no, [person])
        persons = read_rows(tx, "person", no, "id", people)
        homes = groups_of(tx, "household", no, {one.household_id for one in persons})
        return arrange(
            VillageRecords(
                households=read_rows(tx, "household", no, "id", homes),
                persons=persons,
                child_visits=read_rows(tx, "child_visit", no, "person_id", people),
                immunizations=read_rows(tx, KIND, no, "person_id", people),
            )
        )

    def _numbers(self) -> list[tuple[str, int]]:
        """The doses of the schedule, then further ones that are recorded or begun."""
        asked = [
            (rule.vaccine, number)
            for rule in dose_rules().vaccines
            for number in numbers_of(rule.vaccine, self._child.birth_date)
        ]
        held = [(dose.vaccine, dose.dose) for dose in self._village.doses.get(self._child.id, ())]
        return list(dict.fromkeys((*asked, *sorted((*held, *self._begun())))))

    def _begun(self) -> Iterator[tuple[str, int]]:
        owners = {str(one) for one in self._owners}
        for draft in drafts.of_user(self._tx, self._user):
            if (draft.kind, draft.region) == (KIND, self._region) and draft.answers.get("person_id") in owners:
                yield draft.answers["vaccine"], draft.answers["dose"]

    def _find(self, vaccine: str, number: int) -> _Dose:
        given = self._village.doses.get(self._child.id, ())
        held = next((one for one in given if (one.vaccine, one.dose) == (vaccine, number)), None)
        members = (held.id, *self._village.groups[KIND].members_of(held.id)) if held is not None else ()
        keys = [{"person_id": str(one), "vaccine": vaccine, "dose": str(number)} for one in self._owners]
        derived = [one for one in (derived_id(KIND, key) for key in keys) if one is not None]
        ids = tuple(dict.fromkeys((*members, *derived)))
        return _Dose(vaccine, number, ids, held, drafts.among(self._tx, self._user, self._region, KIND, ids))

    def _sheet(self) -> DoseSheet:
        tx, child, no = self._tx, self._child, self._region_no
        home = self._village.households.get(child.household_id)
        mothers = read_rows(tx, "person", no, "id", [child.mother_id] if child.mother_id is not None else [])
        ids = [one for found in self.doses for one in found.ids]
        return DoseSheet(
            person=child,
            region=self._region,
            household=home,
            posyandu=household_records.posyandu_name(tx, no, home.posyandu_id) if home is not None else "",
            mother=next((one.full_name for one in mothers), ""),
            entries=tuple(self._entry(found) for found in self.doses),
            visits=self._village.child_visits.get(child.id, {}),
            others=tuple(drafts.of_others(tx, self._user, self._region, KIND, ids)),
        )

    def _entry(self, found: _Dose) -> DoseEntry:
        marks = marks_of_group(self._tx, KIND, found.ids, self._region_no) if found.held is not None else {}
        rules = [rule for one in found.ids for rule in confirmed_rules(self._tx, self._region_no, KIND, one)]
        return DoseEntry(
            vaccine=found.vaccine,
            dose=found.dose,
            record=found.record,
            held=found.held,
            draft=found.drafts[0] if found.drafts else None,
            confirmed=frozenset(short_rule(rule) for rule in rules),
            is_disputed="given_date" in marks.get("conflict", ()),
        )

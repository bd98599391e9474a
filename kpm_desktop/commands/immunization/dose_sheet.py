"""One child's doses as the KIA book has them: what is recorded of each, begun by the user, confirmed or disputed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.commands.immunization.dose_entries import KIND, DoseEntry, DoseReader, gather_doses
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.groups import groups_of, read_rows
from kpm_desktop.db.queries import drafts, household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.schedules.doses import dose_rules, numbers_of
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange

#: What the sheet is read from.
KINDS = frozenset({"person", "household", "posyandu", "child_visit", "flag_answer", KIND})


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
        gather_doses(store, scattered)
        with store.reading() as tx:
            reading = _Reading(tx, store.user, place, person)
    return reading.sheet


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
        self._reader = DoseReader(tx, user, place, village, child)
        self.doses = [self._reader.find(vaccine, number) for vaccine, number in self._numbers()]
        self.sheet = self._sheet()

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
        held = [(dose.vaccine, dose.dose) for dose in self._reader.given]
        return list(dict.fromkeys((*asked, *sorted((*held, *self._begun())))))

    def _begun(self) -> Iterator[tuple[str, int]]:
        owners = {str(one) for one in self._reader.owners}
        for draft in drafts.of_user(self._tx, self._user):
            if (draft.kind, draft.region) == (KIND, self._region) and draft.answers.get("person_id") in owners:
                yield draft.answers["vaccine"], draft.answers["dose"]

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
            entries=tuple(self._reader.entry(found) for found in self.doses),
            visits=self._village.child_visits.get(child.id, {}),
            others=tuple(drafts.of_others(tx, self._user, self._region, KIND, ids)),
        )

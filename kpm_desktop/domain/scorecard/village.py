"""A village's records, groups read as one and what is hidden left out, each row found by its owner and month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.paud import PaudAttendance
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy

R = TypeVar("R", bound=Record)
Row = PregnancyVisit | ChildVisit
ByMonth = Mapping[str, R]


@dataclass(frozen=True)
class VillageRecords:
    """Everything of one region a scorecard is made of, as stored: merged and entered-in-error records included."""

    households: Sequence[Household] = ()
    persons: Sequence[Person] = ()
    pregnancies: Sequence[Pregnancy] = ()
    pregnancy_visits: Sequence[PregnancyVisit] = ()
    child_visits: Sequence[ChildVisit] = ()
    immunizations: Sequence[Immunization] = ()
    paud_attendances: Sequence[PaudAttendance] = ()


@dataclass(frozen=True)
class Village:
    """What of it is visible, by representative. An owner that is not held hides nothing; an owner entered in error
    hides all that hangs on it (decision 6)."""

    households: Mapping[UUID, Household]
    persons: Mapping[UUID, Person]
    pregnancies: Mapping[UUID, Pregnancy]
    pregnancy_visits: Mapping[UUID, ByMonth[PregnancyVisit]]
    child_visits: Mapping[UUID, ByMonth[ChildVisit]]
    doses: Mapping[UUID, Sequence[Immunization]]
    attendances: Mapping[UUID, ByMonth[PaudAttendance]]
    groups: Mapping[str, Groups[Any]]

    def person_name(self, person_id: UUID) -> str:
        """A person's name; empty when the person is not held."""
        person = self.persons.get(person_id)
        return person.full_name if person else ""

    def household_of(self, person_id: UUID) -> UUID | None:
        """The id of a person's household, held or not; None when the person is not held."""
        person = self.persons.get(person_id)
        return person.household_id if person else None


def arrange(records: VillageRecords) -> Village:
    """Each kind resolved after the kinds it points at, indexed once."""
    households = resolve(records.households)
    persons = resolve(records.persons, household_id=households)
    pregnancies = resolve(records.pregnancies, person_id=persons)
    visits = resolve(records.pregnancy_visits, pregnancy_id=pregnancies)
    child_visits = resolve(records.child_visits, person_id=persons)
    doses = resolve(records.immunizations, person_id=persons)
    attendances = resolve(records.paud_attendances, person_id=persons)
    living = _hanging_on(persons.records, "household_id", households.hidden)
    no_person = persons.hidden | _left_out(persons.records, living)
    carried = _hanging_on(pregnancies.records, "person_id", no_person)
    no_pregnancy = pregnancies.hidden | _left_out(pregnancies.records, carried)
    return Village(
        households=_by_id(households.records),
        persons=_by_id(living),
        pregnancies=_by_id(carried),
        pregnancy_visits=_by_month(visits.records, "pregnancy_id", no_pregnancy),
        child_visits=_by_month(child_visits.records, "person_id", no_person),
        doses=_by_owner(doses.records, no_person),
        attendances=_by_month(attendances.records, "person_id", no_person),
        groups={
            "household": households,
            "person": persons,
            "pregnancy": pregnancies,
            "pregnancy_visit": visits,
            "child_visit": child_visits,
            "immunization": doses,
            "paud_attendance": attendances,
        },
    )


def _by_id(records: Iterable[R]) -> dict[UUID, R]:
    return {record.id: record for record in records}


def _hanging_on(records: Sequence[R], owner: str, hidden: AbstractSet[UUID]) -> Sequence[R]:
    if not hidden:
        return records
    return [record for record in records if getattr(record, owner) not in hidden]


def _left_out(everything: Sequence[R], kept: Sequence[R]) -> set[UUID]:
    if kept is everything:
        return set()
    return {record.id for record in everything} - {record.id for record in kept}


def _by_month(records: Sequence[R], owner: str, hidden: AbstractSet[UUID]) -> dict[UUID, dict[str, R]]:
    place = attrgetter(owner, "month")
    rows: dict[UUID, dict[str, R]] = defaultdict(dict)
    for record in records:
        whose, month = place(record)
        rows[whose][month] = record
    return {whose: months for whose, months in rows.items() if whose not in hidden}


def _by_owner(doses: Sequence[Immunization], hidden: AbstractSet[UUID]) -> dict[UUID, list[Immunization]]:
    rows: dict[UUID, list[Immunization]] = defaultdict(list)
    for dose in doses:
        rows[dose.person_id].append(dose)
    return {whose: given for whose, given in rows.items() if whose not in hidden}

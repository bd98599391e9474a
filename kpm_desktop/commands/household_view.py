"""A household with everybody who ever was in it, as the register shows and corrects it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.commands.comment_list import Thread, read_threads
from kpm_desktop.commands.record_states import RecordState, States, read_states
from kpm_desktop.db import household_records
from kpm_desktop.db.rows import marks_of
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.places import Household, Person, Pregnancy
from kpm_desktop.domain.scorecard.village import VillageRecords


@dataclass(frozen=True, slots=True)
class Member:
    """A person as entered, also one who moved, died or was entered in error; pregnancies newest first."""

    person: Person
    pregnancies: tuple[Pregnancy, ...]
    state: RecordState
    marks: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """posyandu: (id, name) of those of the village. questions: about the household or its people, not settled."""

    region: str
    household: Household
    members: tuple[Member, ...]
    posyandu: tuple[tuple[UUID, str], ...]
    state: RecordState
    marks: Mapping[str, list[str]]
    questions: tuple[Thread, ...]


def household_view(store: Store, household: UUID) -> HouseholdView:
    """Everything the register shows of a household. Refused where it is not held."""
    with store.reading() as tx:
        place = household_records.region_of_household(tx, household)
        if place is None:
            raise refused("repair.no_record", value=household)
        records = household_records.records_of_household(tx, place[0], household)
        own = next((one for one in records.households if one.id == household), None)
        if own is None:
            raise refused("repair.no_record", value=household)
        states = read_states(tx)
        return HouseholdView(
            region=place[1],
            household=own,
            members=tuple(_member(tx, person, records, states) for person in sorted(records.persons, key=_order)),
            posyandu=tuple(household_records.posyandu_of(tx, place[0])),
            state=states.of("household", household),
            marks=marks_of(tx, "household", household),
            questions=tuple(one for one in read_threads(tx, closed=False) if one.subject.household == household),
        )


def village_posyandu(store: Store, region: str) -> list[tuple[UUID, str]]:
    """The posyandu of a village, by name, for a household that is not there yet."""
    with store.reading() as tx:
        return household_records.posyandu_of_village(tx, region)


def _member(tx: Transaction, person: Person, records: VillageRecords, states: States) -> Member:
    carried = [one for one in records.pregnancies if one.person_id == person.id]
    return Member(
        person=person,
        pregnancies=tuple(sorted(carried, key=lambda one: one.id, reverse=True)),
        state=states.of("person", person.id),
        marks=marks_of(tx, "person", person.id),
    )


def _order(person: Person) -> tuple[bool, str]:
    return person.status != "active", person.birth_date.isoformat()

"""A household with everybody who ever was in it, as the register shows and corrects it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.commands.questions.comment_list import Thread, read_threads
from kpm_desktop.commands.records.record_states import RecordState, read_states
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.groups import as_one
from kpm_desktop.db.journal.rows import marks_of_group
from kpm_desktop.db.queries import household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy


@dataclass(frozen=True, slots=True)
class Member:
    """A person as everybody reads it, also one who moved, died or was entered in error; pregnancies newest first.
    entries: the ids of the linked records the person is read from. merged_pregnancy: the newest that is read from
    several. carrying: the marks of each pregnancy, by its id. base: by the id of the person and of each pregnancy the
    heads that are shown of its fields."""

    region: str
    person: Person
    pregnancies: tuple[Pregnancy, ...]
    state: RecordState
    marks: Mapping[str, list[str]]
    entries: tuple[UUID, ...]
    carrying: Mapping[UUID, Mapping[str, list[str]]]
    base: Mapping[UUID, Mapping[str, list[str]]]
    merged_pregnancy: UUID | None = None


@dataclass(frozen=True, slots=True)
class VillageNames:
    """What a household may lie in or belong to. posyandu: (id, name) of those of the village."""

    posyandu: tuple[tuple[UUID, str], ...] = ()
    hamlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """names: the hamlets and posyandu of the village. base: by field the heads that are shown of the household.
    entries: the ids the household is read from. questions: about the household or its people, not settled."""

    region: str
    household: Household
    members: tuple[Member, ...]
    names: VillageNames
    state: RecordState
    marks: Mapping[str, list[str]]
    base: Mapping[str, list[str]]
    entries: tuple[UUID, ...]
    questions: tuple[Thread, ...]


def household_view(store: Store, household: UUID, *, region: str = "") -> HouseholdView:
    """Everything the register shows of a household and of those linked with it. Refused where it is not held."""
    with store.reading() as tx:
        return _Reading(tx, held_at(tx, "household", household, region), household).view()


def village_names(store: Store, region: str) -> VillageNames:
    """The hamlets and posyandu of a village, by name, for a household that is not there yet."""
    with store.reading() as tx:
        region_no = household_records.region_no_of(tx, region)
        if region_no is None:
            return VillageNames()
        return _names(tx, region_no, household_records.posyandu_groups(tx, region_no))


def _names(tx: Transaction, region_no: int, posyandu: Groups[Posyandu]) -> VillageNames:
    return VillageNames(
        tuple(household_records.listed_posyandu(posyandu)), tuple(household_records.hamlets(tx, region_no))
    )


class _Reading:
    """One reading of a household, in one transaction."""

    def __init__(self, tx: Transaction, place: tuple[int, str], household: UUID) -> None:
        records = household_records.records_of_household(tx, place[0], household)
        self._tx, self._place = tx, place
        self._states = read_states(tx)
        self._posyandu = household_records.posyandu_groups(tx, place[0])
        self._homes = resolve(records.households, posyandu_id=self._posyandu)
        self._people = resolve(records.persons, household_id=self._homes)
        self._carried = resolve(records.pregnancies, person_id=self._people)
        self._home = next(iter((*self._homes.records, *self._homes.withdrawn)), None)
        if self._home is None:
            raise refused("repair.no_record", value=household)

    def view(self) -> HouseholdView:
        home = self._home
        assert home is not None
        people = (*self._people.records, *self._people.withdrawn)
        own = sorted((person for person in people if person.household_id == home.id), key=_order)
        return HouseholdView(
            region=self._place[1],
            household=home,
            members=tuple(self._member(person) for person in own),
            names=_names(self._tx, self._place[0], self._posyandu),
            state=self._states.of_group(self._place[0], "household", self._homes.members_of(home.id)),
            marks=marks_of_group(self._tx, "household", self._homes.members_of(home.id), self._place[0]),
            base=self._base("household", home.id),
            entries=self._homes.members_of(home.id),
            questions=self._questions(own),
        )

    def _questions(self, people: Sequence[Person]) -> tuple[Thread, ...]:
        """About any of the entries the household and its people are read from."""
        assert self._home is not None
        homes = set(self._homes.members_of(self._home.id))
        entries = {entry for person in people for entry in self._people.members_of(person.id)}
        threads = read_threads(self._tx, closed=False)
        return tuple(
            one
            for one in threads
            if one.region == self._place[1]
            and (one.subject.person in entries if one.subject.person is not None else one.subject.household in homes)
        )

    def _member(self, person: Person) -> Member:
        entries = self._people.members_of(person.id)
        every = (*self._carried.records, *self._carried.withdrawn)
        carried = sorted((one for one in every if one.person_id == person.id), key=lambda one: one.id, reverse=True)
        return Member(
            region=self._place[1],
            person=person,
            pregnancies=tuple(carried),
            state=self._states.of_group(self._place[0], "person", entries),
            marks=marks_of_group(self._tx, "person", entries, self._place[0]),
            entries=entries,
            carrying={one.id: self._marks_of(one) for one in carried},
            base={
                person.id: self._base("person", person.id),
                **{one.id: self._base("pregnancy", one.id) for one in carried},
            },
            merged_pregnancy=next((one.id for one in carried if len(self._carried.members_of(one.id)) > 1), None),
        )

    def _base(self, kind: str, record: UUID) -> dict[str, list[str]]:
        return as_one(self._tx, kind, self._place[0], record).base()

    def _marks_of(self, pregnancy: Pregnancy) -> dict[str, list[str]]:
        return marks_of_group(self._tx, "pregnancy", self._carried.members_of(pregnancy.id), self._place[0])


def _order(person: Person) -> tuple[bool, str]:
    return person.status != "active", person.birth_date.isoformat()

"""What the people and households of a village are found by: their own names and numbers, and those of their family."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.search.name_search import search_key


class FoundBy:
    """The keys of one village (`name_search.search_key`); everything is given as it is read.

    means: what a reference to a person means. posyandu: their names.
    """

    def __init__(
        self,
        people: Iterable[Person],
        homes: Mapping[UUID, Household],
        pregnancies: Iterable[Pregnancy],
        means: Callable[[UUID], UUID],
        posyandu: Mapping[UUID, str] | None = None,
    ) -> None:
        self._people = {one.id: one for one in people}
        self._homes, self._means, self._posyandu = homes, means, posyandu or {}
        self._children: dict[UUID, list[Person]] = defaultdict(list)
        self._members: dict[UUID, list[Person]] = defaultdict(list)
        self._books: dict[UUID, list[str | None]] = defaultdict(list)
        for one in self._people.values():
            self._members[one.household_id].append(one)
            if one.mother_id is not None:
                self._children[means(one.mother_id)].append(one)
        for carried in pregnancies:
            self._books[carried.person_id].append(carried.kia_number)

    def person(self, person: Person, name: str | None = None) -> str:
        """By mother, children, guardian and head of the household, and by every number; `name` stands for the
        person's own."""
        home = self._homes.get(person.household_id)
        mother = self._people.get(self._means(person.mother_id)) if person.mother_id is not None else None
        family = [mother, *self._children[person.id]]
        return search_key(
            person.full_name if name is None else name,
            *(one.full_name for one in family if one is not None),
            person.guardian_name,
            *self._numbers(person),
            *(self._place(home) if home is not None else ()),
            phones=(person.phone, home.phone if home is not None else None),
        )

    def unfinished(self, name: str, household: UUID | None, numbers: Iterable[str | None]) -> str:
        """By the little that is known of somebody whose record has not come whole."""
        home = self._homes.get(household) if household is not None else None
        place = self._place(home) if home is not None else ()
        return search_key(name, *numbers, *place, phones=(home.phone if home is not None else None,))

    def household(self, home: Household) -> str:
        """By its head and everybody in it, and by every number."""
        members = self._members[home.id]
        mothers = {self._means(one.mother_id) for one in members if one.mother_id is not None}
        return search_key(
            home.head_name,
            *self._place(home),
            *(one.full_name for one in members),
            *(self._people[one].full_name for one in mothers if one in self._people),
            *(one.guardian_name for one in members),
            *(number for one in members for number in self._numbers(one)),
            phones=(home.phone, *(one.phone for one in members)),
        )

    def _numbers(self, person: Person) -> Iterable[str | None]:
        return (person.nik, person.kia_number, *self._books[person.id])

    def _place(self, home: Household) -> Iterable[str | None]:
        post = self._posyandu.get(home.posyandu_id) if home.posyandu_id is not None else None
        return (home.head_name, home.family_card_no, home.household_no, home.hamlet, post)

"""What the people and households of a village are found by: their own names and numbers, and those of their family."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from uuid import UUID

from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.search.name_search import search_key
from kpm_desktop.domain.search.why_found import KnownAs, key_of


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
        return key_of(self.known(person, name))

    def known(self, person: Person, name: str | None = None) -> tuple[KnownAs, ...]:
        """The same as texts, each with what it is."""
        home = self._homes.get(person.household_id)
        mother = self._people.get(self._means(person.mother_id)) if person.mother_id is not None else None
        return (
            ("name", person.full_name if name is None else name),
            *([("mother", mother.full_name)] if mother is not None else ()),
            *(("child", one.full_name) for one in self._children[person.id]),
            *_given("guardian", person.guardian_name),
            *self._numbers(person),
            *(_place(home, self._posyandu) if home is not None else ()),
            *_given("phone", person.phone),
            *_given("phone", home.phone if home is not None else None),
        )

    def unfinished(self, name: str, household: UUID | None, nik: str | None, kia: str | None) -> tuple[KnownAs, ...]:
        """The little that is known of somebody whose record has not come whole."""
        home = self._homes.get(household) if household is not None else None
        place = (*_place(home, self._posyandu), *_given("phone", home.phone)) if home is not None else ()
        return (("name", name), *_given("nik", nik), *_given("kia_number", kia), *place)

    def home(self, home: Household) -> tuple[KnownAs, ...]:
        """What a household is known as, without the people in it."""
        return (*_place(home, self._posyandu), *_given("phone", home.phone))

    def household(self, home: Household) -> str:
        """By its head and everybody in it, and by every number."""
        members = self._members[home.id]
        mothers = {self._means(one.mother_id) for one in members if one.mother_id is not None}
        return search_key(
            home.head_name,
            *(text for _, text in _place(home, self._posyandu)),
            *(one.full_name for one in members),
            *(self._people[one].full_name for one in mothers if one in self._people),
            *(one.guardian_name for one in members),
            *(number for one in members for _, number in self._numbers(one)),
            phones=(home.phone, *(one.phone for one in members)),
        )

    def _numbers(self, person: Person) -> Iterator[KnownAs]:
        yield from _given("nik", person.nik)
        for book in dict.fromkeys((person.kia_number, *self._books[person.id])):
            yield from _given("kia_number", book)


def _place(home: Household, posyandu: Mapping[UUID, str]) -> Iterator[KnownAs]:
    """A household by itself: its head, its numbers, and where it lies."""
    post = posyandu.get(home.posyandu_id) if home.posyandu_id is not None else None
    yield ("head", home.head_name)
    yield from _given("family_card_no", home.family_card_no)
    yield from _given("household_no", home.household_no)
    yield from _given("hamlet", home.hamlet)
    yield from _given("posyandu", post)


def _given(by: str, text: str | None) -> Iterator[KnownAs]:
    if text:
        yield (by, text)

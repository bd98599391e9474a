"""People who may be recorded in two villages: pairs for somebody to look at. Who moved is marked, nobody is merged."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from kpm_desktop.domain.merging.candidates import (
    ONE_YEAR_DAYS,
    Pair,
    VillageGroups,
    judged,
    neighbours,
    same,
    telling,
)
from kpm_desktop.domain.merging.names import name_words, names_alike, spelled_alike
from kpm_desktop.domain.records.person import Person, book_number
from kpm_desktop.domain.search.name_search import together

#: A person's id and the code of the village the person lives in.
Lives = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who lives in a village, as far as it takes to know the person again elsewhere. id: with the village, for
    two of them may hold one id. entries: the ids of the records the person is read from. name, mother: their words
    (`likeness.name_words`)."""

    id: Lives
    entries: tuple[UUID, ...]
    name: tuple[str, ...]
    mother: tuple[str, ...]
    sex: str
    born: date
    nik: str
    book: str

    @property
    def region(self) -> str:
        """The village's code."""
        return self.id[1]


def residents(region: str, village: VillageGroups) -> Iterator[Resident]:
    """Everybody who is counted in a village; who moved out or died is not."""
    people: Mapping[UUID, Person] = {one.id: one for one in village.persons.records}
    words = cache(name_words)  # families share names
    for one in people.values():
        if one.status != "active" or one.household_id in village.households.hidden:
            continue
        mother = people.get(village.means("person", one.mother_id)) if one.mother_id is not None else None
        yield Resident(
            id=(one.id, region),
            entries=village.persons.members_of(one.id),
            name=words(one.full_name),
            mother=words(mother.full_name) if mother is not None else (),
            sex=one.sex,
            born=one.birth_date,
            nik=one.nik or "",
            book=book_number(one.kia_number),
        )


def pairs_across(people: Sequence[Resident], said: Collection[tuple[Lives, UUID]]) -> list[Pair[Lives]]:
    """The pairs of which each lives in another village, by NIK, by KIA number and name, or by name, mother's name and
    day of birth. said: what somebody said is not the same: a record of a village, and the id of one of another."""
    niks, books = telling({one.id: one.nik for one in people}), telling({one.id: one.book for one in people})

    def rules(one: Resident, other: Resident) -> Iterator[str]:
        if one.region == other.region or one.sex != other.sex:
            return
        alike, apart = names_alike(one.name, other.name), abs((one.born - other.born).days)
        if same(niks, one, other) and (alike or not apart):
            yield "nik"
        if same(books, one, other) and alike and apart <= ONE_YEAR_DAYS:
            yield "kia"
        if not apart and names_alike(one.mother, other.mother) and spelled_alike(one.name, other.name):
            yield "mother_name"

    blocks = (
        neighbours(people, lambda one: niks.get(one.id), lambda one: one.born),
        neighbours(people, lambda one: books.get(one.id), lambda one: one.born),
        neighbours(people, lambda one: one.born if one.mother else None, lambda one: together(one.name)),
    )
    found = judged("person", (pair for block in blocks for pair in block), rules)
    return _unsaid(found, people, said)


def _unsaid(
    pairs: Iterable[Pair[Lives]], people: Sequence[Resident], said: Collection[tuple[Lives, UUID]]
) -> list[Pair[Lives]]:
    """Those of which nobody said that they are not the same."""
    different = set(said)
    entries = {one.id: one.entries for one in people}

    def is_said(one: Lives, other: Lives) -> bool:
        told = [(each, one[1]) for each in entries[one]]
        return any((each, entry) in different for each in told for entry in entries[other])

    return [pair for pair in pairs if not is_said(pair.first, pair.second) and not is_said(pair.second, pair.first)]

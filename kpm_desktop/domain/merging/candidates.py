"""Which records of a village may be the same one entered twice: pairs for somebody to look at, never a decision.

Nobody is compared with everybody: records meet only in blocks (one NIK, one mother, one head of household…), sorted so
that the likely ones are neighbours, and each looks at a few neighbours alone. The work grows as the records do.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from kpm_desktop.domain.merging.groups import Groups
from kpm_desktop.domain.merging.names import days_between, name_words, names_alike, spelled_alike
from kpm_desktop.domain.merging.obstacles import are_twins, same_pregnancy
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.person import Person, book_number
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.search.name_search import fold, together

#: Why two may be one, the strongest first.
RULES = ("nik", "kia", "mother", "home", "name", "mother_name", "family_card", "head", "pregnancy", "posyandu")
#: How many of those that follow it in its block a record is compared with.
NEIGHBOURS = 12
#: A number that more have than this is nobody's own: sixteen zeros where there is no NIK yet.
_MOST_OF_ONE_NUMBER = 6
#: Days of birth that may be one, written down twice; where one is estimated, much further apart.
_NEAR_DAYS, _NEAR_ESTIMATED_DAYS, ONE_YEAR_DAYS = 31, 730, 366
_RULE = "duplicate_of:"


class Known(Protocol):
    """What is compared has an id."""

    @property
    def id(self) -> Any:
        """Its own, or that of the record a group is read as; of people of several villages with the village."""


R = TypeVar("R", bound=Known)
Id = TypeVar("Id")
Said = Collection[tuple[str, UUID, UUID]]


@dataclass(frozen=True, slots=True)
class Pair(Generic[Id]):
    """Two records that may be one, the older id first. rules: why, of `RULES`."""

    kind: str
    first: Id
    second: Id
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VillageGroups:
    """What a village is searched in, linked records read as one."""

    households: Groups[Household]
    persons: Groups[Person]
    pregnancies: Groups[Pregnancy]
    posyandu: Groups[Posyandu]

    def means(self, kind: str, record: UUID) -> UUID:
        """What a reference means; of a kind nobody merges, that record alone."""
        by_kind: dict[str, Groups[Any]] = {
            "household": self.households,
            "person": self.persons,
            "pregnancy": self.pregnancies,
            "posyandu": self.posyandu,
        }
        return by_kind[kind].means(record) if kind in by_kind else record


def rule_of(other: UUID) -> str:
    """The rule of the `flag_answer` by which somebody says that a record is not the same as another one."""
    return f"{_RULE}{other}"


def other_of(rule: str) -> UUID | None:
    """The record such a rule names; None for any other rule."""
    try:
        return UUID(rule.removeprefix(_RULE)) if rule.startswith(_RULE) else None
    except ValueError:
        return None


def likely_pairs(village: VillageGroups, said: Said) -> list[Pair[UUID]]:
    """The pairs of a village, the likeliest first. said: (kind, id, id) of what somebody said is not the same."""
    different = {(kind, frozenset((village.means(kind, one), village.means(kind, other)))) for kind, one, other in said}
    found = [*_people(village), *_households(village), *_pregnancies(village), *_posyandu(village)]
    kept = [pair for pair in found if (pair.kind, frozenset((pair.first, pair.second))) not in different]
    return sorted(kept, key=lambda pair: (RULES.index(pair.rules[0]), pair.first, pair.second))


def _people(village: VillageGroups) -> Iterator[Pair[Any]]:
    homes = {home.id: home for home in village.households.records}
    living = [
        one
        for one in village.persons.records
        if one.status == "active" and one.household_id not in village.households.hidden
    ]
    heads = {home.id: together(name_words(home.head_name)) for home in homes.values()}
    names = {one.id: name_words(one.full_name) for one in living}

    def mother(one: Person) -> UUID | None:
        return village.means("person", one.mother_id) if one.mother_id else None

    def head(one: Person) -> Hashable:
        return heads.get(one.household_id)

    niks = telling({one.id: one.nik for one in living})
    books = telling({one.id: book_number(one.kia_number) for one in living})

    def rules(one: Person, other: Person) -> Iterator[str]:
        if one.sex != other.sex:
            return
        apart = days_between(one.birth_date, other.birth_date) or 0
        is_rough = one.birth_date_is_estimated or other.birth_date_is_estimated
        near = apart <= (_NEAR_ESTIMATED_DAYS if is_rough else _NEAR_DAYS)
        same_nik, same_book = same(niks, one, other), same(books, one, other)
        if not (near or same_nik or (same_book and apart <= ONE_YEAR_DAYS)):
            return
        if mother(one) == other.id or mother(other) == one.id or are_twins(one, other, village.means):
            return
        alike = names_alike(names[one.id], names[other.id])
        found = []
        if same_nik and (alike or not apart):
            found.append("nik")
        if alike and same_book:
            found.append("kia")
        if alike and near and mother(one) is not None and mother(one) == mother(other):
            found.append("mother")
        if alike and near and head(one) is not None and head(one) == head(other):
            found.append("home")
        if alike and not apart and _same_name(names[one.id], names[other.id], may_slip=not found):
            found.append("name")
        yield from found

    def by_birth(one: Person) -> Any:
        return one.birth_date

    blocks = (
        neighbours(living, lambda one: niks.get(one.id), by_birth),
        neighbours(living, lambda one: books.get(one.id), by_birth),
        neighbours(living, mother, by_birth),
        neighbours(living, head, by_birth),
        neighbours(living, lambda one: one.birth_date, lambda one: together(names[one.id])),
    )
    return judged("person", (pair for block in blocks for pair in block), rules)


def _households(village: VillageGroups) -> Iterator[Pair[Any]]:
    homes = [home for home in village.households.records if home.status == "active"]
    cards = telling({home.id: home.family_card_no for home in homes})

    places = {home.id: (together(name_words(home.head_name)), _as_one_word(home.hamlet)) for home in homes}

    def where(home: Household) -> Hashable:
        return places[home.id]

    def rules(one: Household, other: Household) -> Iterator[str]:
        if same(cards, one, other):
            yield "family_card"
        near = all(_agree(getattr(one, name), getattr(other, name)) for name in ("rt", "rw", "family_card_no"))
        if near and where(one) == where(other):
            yield "head"

    blocks = (
        neighbours(homes, lambda home: cards.get(home.id), lambda home: home.head_name),
        neighbours(homes, where, lambda home: (home.rt or "", home.rw or "")),
    )
    return judged("household", (pair for block in blocks for pair in block), rules)


def _pregnancies(village: VillageGroups) -> Iterator[Pair[Any]]:
    def rules(one: Pregnancy, other: Pregnancy) -> Iterator[str]:
        if same_pregnancy(one, other):
            yield "pregnancy"

    carried = [one for one in village.pregnancies.records if one.person_id not in village.persons.hidden]
    return judged("pregnancy", neighbours(carried, lambda one: one.person_id, lambda one: str(one.due())), rules)


def _posyandu(village: VillageGroups) -> Iterator[Pair[Any]]:
    posts = village.posyandu.records
    return judged(
        "posyandu",
        neighbours(posts, lambda one: together(name_words(one.name)), lambda one: one.id),
        lambda one, other: ["posyandu"],
    )


def _same_name(one: tuple[str, ...], other: tuple[str, ...], *, may_slip: bool) -> bool:
    """Whether two names are one, however they are joined; of those for whom nothing else speaks also with one wrong
    letter."""
    return together(one) == together(other) or (may_slip and spelled_alike(one, other))


def _as_one_word(text: str | None) -> str:
    return together(fold(text or "").split())


def telling(numbers: Mapping[Id, str | None]) -> dict[Id, str]:
    """The numbers that say who somebody is: those that a few have."""
    many = Counter(numbers.values())
    return {one: number for one, number in numbers.items() if number and many[number] <= _MOST_OF_ONE_NUMBER}


def same(numbers: Mapping[Any, str], one: Known, other: Known) -> bool:
    """Whether two have one of these numbers."""
    return one.id in numbers and numbers[one.id] == numbers.get(other.id)


def _agree(one: object, other: object) -> bool:
    """Whether two values are the same, or one is not known."""
    return one is None or other is None or one == other


def neighbours(
    records: Sequence[R], block: Callable[[R], Hashable | None], order: Callable[[R], Any]
) -> Iterator[tuple[R, R]]:
    """The pairs that stand close together in a block; what has no block is in none."""
    blocks: dict[Hashable, list[R]] = defaultdict(list)
    for record in records:
        key = block(record)
        if key is not None:
            blocks[key].append(record)
    for members in blocks.values():
        if len(members) > 1:
            members.sort(key=lambda one: (order(one), one.id))
            for at, one in enumerate(members):
                yield from ((one, other) for other in members[at + 1 : at + 1 + NEIGHBOURS])


def judged(kind: str, pairs: Iterable[tuple[R, R]], rules: Callable[[R, R], Iterable[str]]) -> Iterator[Pair[Any]]:
    """Each pair once, with all that speaks for it."""
    seen: set[tuple[Any, Any]] = set()
    for one, other in pairs:
        why = tuple(rules(one, other))
        ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if why and ids not in seen:
            seen.add(ids)
            yield Pair(kind, *ids, why)

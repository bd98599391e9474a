"""Names of people and places for practice villages, put together from the lists in `resources/practice`.

Natar lies in Lampung, where families from all over the country settled: Javanese, Sundanese, Lampung, Batak,
Balinese, Minang and Bugis names live in one street.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from kpm_desktop import paths
from kpm_desktop.practice.chance import Chance


class People(msgspec.Struct, frozen=True):
    """How people of one origin are named. share: how many of a hundred families.

    by_birth: Balinese names by order of birth. families: a marga, carried by the children.
    """

    share: int
    of_women: str
    of_men: str
    women: tuple[str, ...]
    women_after: tuple[str, ...]
    women_first: tuple[str, ...]
    men: tuple[str, ...]
    men_after: tuple[str, ...]
    girls: tuple[str, ...]
    girls_after: tuple[str, ...]
    boys: tuple[str, ...]
    boys_after: tuple[str, ...]
    families: tuple[str, ...]
    by_birth: tuple[tuple[str, ...], ...]
    by_birth_men: tuple[tuple[str, ...], ...]


class Twins(msgspec.Struct, frozen=True):
    """Pairs of names that belong together; `both`: a boy's and a girl's."""

    boys: tuple[tuple[str, str], ...]
    girls: tuple[tuple[str, str], ...]
    both: tuple[tuple[str, str], ...]


class Names(msgspec.Struct, frozen=True):
    """The file of people's names."""

    people: dict[str, People]
    twins: Twins
    cadres: tuple[str, ...]
    midwives: tuple[str, ...]
    supervisors: tuple[str, ...]
    new_cadres: tuple[str, ...]
    village_heads: tuple[str, ...]
    sponsors: tuple[tuple[str, str], ...]


class FacilityWords(msgspec.Struct, frozen=True):
    """A facility every village has: name with `{village}`, kind, and the services it offers."""

    name: str
    kind: str
    services: tuple[str, ...]


class VillageWords(msgspec.Struct, frozen=True):
    """The file of what else is written in a village: places, obstacles, sessions, remarks."""

    hamlets: tuple[str, ...]
    hamlet_names: tuple[str, ...]
    posyandu: tuple[str, ...]
    sessions: tuple[tuple[str, str], ...]
    obstacles: tuple[tuple[str, str, str], ...]
    risk_places: tuple[str, ...]
    referral_results: dict[str, str]
    deliveries: tuple[str, ...]
    flag_reason: str
    comment: str
    placeholder_child: str
    trainings: tuple[tuple[str, str, int], ...]
    facilities: tuple[FacilityWords, ...]
    posyandu_services: tuple[str, ...]


@cache
def names() -> Names:
    """People's names."""
    return msgspec.json.decode((paths.resources() / "practice" / "names.json").read_bytes(), type=Names)


@cache
def village_words() -> VillageWords:
    """Places and sentences."""
    file = paths.resources() / "practice" / "names_village.json"
    return msgspec.json.decode(file.read_bytes(), type=VillageWords)


def origin(chance: Chance) -> str:
    """Where a family's names come from."""
    return chance.weighted([(name, people.share) for name, people in names().people.items()])


def family_name(chance: Chance, of: str) -> str:
    """A marga where there is such a thing, else nothing."""
    families = names().people[of].families
    return chance.pick(families) if families else ""


def woman(chance: Chance, of: str) -> str:
    """A grown woman: often one name, sometimes two; a Batak wife keeps her father's marga."""
    people = names().people[of]
    first = chance.pick(people.women)
    if people.by_birth:
        return _joined(people.of_women, chance.pick(chance.pick(people.by_birth)), first)
    if people.families:
        return _joined(first, people.of_women, chance.pick(people.families))
    style = chance.share()
    if people.women_first and style < 0.3:
        return _joined(chance.pick(people.women_first), _other(chance, people.women_after, first))
    return _joined(first, _other(chance, people.women_after, first) if style < 0.65 else "")


def man(chance: Chance, of: str, family: str) -> str:
    """A grown man."""
    people = names().people[of]
    first = chance.pick(people.men)
    if people.by_birth_men:
        return _joined(people.of_men, chance.pick(chance.pick(people.by_birth_men)), first)
    return _joined(first, family or (_other(chance, people.men_after, first) if chance.yes(0.6) else ""))


def child(chance: Chance, of: str, family: str, *, girl: bool, order: int) -> str:
    """A child, named as children are today; `order` of birth, from 1."""
    people = names().people[of]
    first, after = (people.girls, people.girls_after) if girl else (people.boys, people.boys_after)
    own = chance.pick(first)
    if people.by_birth:
        orders = people.by_birth if girl else people.by_birth_men
        place = chance.pick(orders[(order - 1) % len(orders)])
        return _joined(people.of_women if girl else people.of_men, place, own, _other(chance, after, own))
    return _joined(own, _other(chance, after, own) if not family or chance.yes(0.4) else "", family)


def twins(chance: Chance, of: str, family: str, girls: tuple[bool, bool]) -> tuple[str, str]:
    """Two names that belong together; a boy comes before a girl."""
    found = names().twins
    pairs = found.both if girls[0] != girls[1] else found.girls if girls[0] else found.boys
    people = names().people[of]
    after = chance.pick(people.girls_after if girls[0] else people.boys_after)
    one, other = chance.pick(pairs)
    return _joined(one, family or after), _joined(other, family or after)


def _other(chance: Chance, after: Sequence[str], first: str) -> str:
    """A second name that is not the first again."""
    found = chance.pick(after) if after else ""
    return "" if found == first else found


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)

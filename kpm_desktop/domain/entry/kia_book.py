"""One KIA book in two families: asked of people and of pregnancies alike."""

from collections.abc import Iterator, Sequence

from kpm_desktop.domain.entry.of_person import is_here, person_of
from kpm_desktop.domain.entry.rule_context import Neighbours
from kpm_desktop.domain.merging.names import name_words, names_alike
from kpm_desktop.domain.records.base import Finding, warning
from kpm_desktop.domain.records.person import Person, book_number
from kpm_desktop.domain.records.pregnancy import Pregnancy

#: A KIA number that more have than this is nobody's own: what is written where there is no book yet.
MOST_OF_ONE_BOOK = 6
_ONE_YEAR = 366


def book_taken(record: Person | Pregnancy, region: str, around: Neighbours) -> Iterator[Finding]:
    """One KIA book in two families. A mother, her pregnancies and her children are one."""
    if not any(sign.isdigit() for sign in book_number(record.kia_number)):
        return
    holders = around.book_holders(record, region)
    if len(holders) <= MOST_OF_ONE_BOOK and any(_are_strangers(record, one, around) for one in holders):
        yield warning("kia_number", "rules.kia_taken")


def _are_strangers(one: Person | Pregnancy, other: Person | Pregnancy, around: Neighbours) -> bool:
    """Whether two that have one book are of two families. A family that was entered twice is proposed as such."""
    owner, holder = (_owner(each, around) for each in (one, other))
    if owner is None or holder is None or not is_here(holder, around):
        return False
    pairs = [(each, their) for each in _family(owner, around) for their in _family(holder, around)]
    return not any(_may_be_one(each, their, around) for each, their in pairs) and not _may_be_child_of_house(
        (owner, holder), around
    )


def _owner(record: Person | Pregnancy, around: Neighbours) -> Person | None:
    return person_of(record.person_id, around) if isinstance(record, Pregnancy) else record


def _family(owner: Person, around: Neighbours) -> list[Person]:
    mother = person_of(owner.mother_id, around)
    return [owner, mother] if mother is not None else [owner]


def _may_be_one(one: Person, other: Person, around: Neighbours) -> bool:
    if around.means("person", one.id) == around.means("person", other.id):
        return True
    near = abs((one.birth_date - other.birth_date).days) <= _ONE_YEAR
    return one.sex == other.sex and near and names_alike(name_words(one.full_name), name_words(other.full_name))


def _may_be_child_of_house(owners: Sequence[Person], around: Neighbours) -> bool:
    """Whether two live in one household and it is not said who the mother of one of them is."""
    homes = {around.means("household", one.household_id) for one in owners}
    return len(homes) == 1 and any(one.mother_id is None for one in owners)

"""Whether two records can be the same person, household, pregnancy or posyandu: never, or only after a second look."""

from collections.abc import Callable, Collection, Iterator
from uuid import UUID

from kpm_desktop.domain.merging.names import days_between, name_words, names_alike
from kpm_desktop.domain.records.base import Finding, Record, finding, warning
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import BETWEEN_BIRTHS_DAYS, Pregnancy

#: What can be merged by hand.
MERGEABLE = ("person", "household", "pregnancy", "posyandu")
#: Two entries of one pregnancy differ by no more: in what they expect, or in what they expect and when it ended.
_BOTH_ONGOING_DAYS, _SAME_PREGNANCY_DAYS = 150, 60

#: What a reference means: the representative of the record it names.
Means = Callable[[str, UUID], UUID]


def sameness(one: Record, other: Record, entries: Collection[UUID], means: Means) -> Iterator[Finding]:
    """What speaks against merging two records as they are read; what blocks cannot be.

    entries: every id of either group.
    """
    if isinstance(one, Person) and isinstance(other, Person):
        yield from _people(one, other, entries, means)
    elif isinstance(one, Household) and isinstance(other, Household):
        yield from _households(one, other)
    elif isinstance(one, Pregnancy) and isinstance(other, Pregnancy):
        yield from _pregnancies(one, other, means)
    elif isinstance(one, Posyandu) and isinstance(other, Posyandu) and not _alike(one.name, other.name):
        yield warning("name", "duplicates.name")


def same_pregnancy(one: Pregnancy, other: Pregnancy) -> bool:
    """Whether two pregnancies of one woman can only be two entries of the same."""
    apart = days_between(one.delivery_date or one.due(), other.delivery_date or other.due())
    if one.outcome == other.outcome == "ongoing":
        return apart is None or apart <= _BOTH_ONGOING_DAYS
    return apart is not None and apart <= _SAME_PREGNANCY_DAYS


def are_twins(one: Person, other: Person, means: Means) -> bool:
    """Whether two people are said to be children of one birth."""
    if one.mother_id is None or other.mother_id is None or None in (one.birth_order, other.birth_order):
        return False
    same_mother = means("person", one.mother_id) == means("person", other.mother_id)
    return same_mother and one.birth_order != other.birth_order


def _people(one: Person, other: Person, entries: Collection[UUID], means: Means) -> Iterator[Finding]:
    if one.sex != other.sex:
        yield finding("sex", "duplicates.sex")
    if one.mother_id in entries or other.mother_id in entries:
        yield finding("mother_id", "duplicates.mother")
    if one.birth_date != other.birth_date:
        yield warning("birth_date", "duplicates.birth_date")
    if not _alike(one.full_name, other.full_name):
        yield warning("full_name", "duplicates.name")
    if one.nik and other.nik and one.nik != other.nik:
        yield warning("nik", "duplicates.nik")
    if are_twins(one, other, means):
        yield warning("birth_order", "duplicates.birth_order")
    elif one.mother_id and other.mother_id and means("person", one.mother_id) != means("person", other.mother_id):
        yield warning("mother_id", "duplicates.other_mother")
    if one.status != other.status:
        yield warning("status", "duplicates.status")


def _households(one: Household, other: Household) -> Iterator[Finding]:
    if not _alike(one.head_name, other.head_name):
        yield warning("head_name", "duplicates.head")
    if one.family_card_no and other.family_card_no and one.family_card_no != other.family_card_no:
        yield warning("family_card_no", "duplicates.family_card")
    if one.status != other.status:
        yield warning("status", "duplicates.status")


def _pregnancies(one: Pregnancy, other: Pregnancy, means: Means) -> Iterator[Finding]:
    if means("person", one.person_id) != means("person", other.person_id):
        yield finding("person_id", "duplicates.two_women")
    apart = days_between(one.delivery_date, other.delivery_date)
    if apart is not None and apart > BETWEEN_BIRTHS_DAYS:
        yield finding("delivery_date", "duplicates.two_births")
    elif not same_pregnancy(one, other):
        yield warning("expected_delivery_date", "duplicates.due")


def _alike(one: str, other: str) -> bool:
    return names_alike(name_words(one), name_words(other))

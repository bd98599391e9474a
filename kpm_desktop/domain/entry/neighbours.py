"""What a record says against its neighbours: one number for two people, two pregnancies at once, a visit after a death.

All of it may be right, so all of it only asks for a second look: at entry, in `kpm load`, and in the list of findings.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Protocol
from uuid import UUID

from kpm_desktop.domain.entry.entry import RuleContext, entry_findings
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.merging.names import name_words, names_alike
from kpm_desktop.domain.records.base import Finding, Record, warning
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person, book_number
from kpm_desktop.domain.records.pregnancy import BETWEEN_BIRTHS_DAYS, Pregnancy

#: Two births of one woman lie at least so many days apart; children born within the first few are of one birth, the
#: second of them perhaps after midnight.
ONE_BIRTH_DAYS = 2
#: A KIA number that more have than this is nobody's own: what is written where there is no book yet.
MOST_OF_ONE_BOOK = 6
_GONE = ("died", "moved_out")
_ONE_YEAR = 366


class Neighbours(RuleContext, Protocol):
    """What may be asked about the records beside one. All are given as they are read, linked ones as one, without what
    was entered in error and without the record itself."""

    def people_with_nik(self, person: Person) -> Sequence[Person]:
        """Other people with the NIK of a person, in any village that is held; a few of them, if there are many."""

    def book_holders(self, record: Person | Pregnancy, region: str) -> Sequence[Person | Pregnancy]:
        """Other people and pregnancies of a village with the same KIA number; one too many, if there are many."""

    def other_pregnancies(self, pregnancy: Pregnancy) -> Sequence[Pregnancy]:
        """The other pregnancies of the same woman."""

    def siblings(self, person: Person) -> Sequence[Person]:
        """The other children of the same mother."""

    def last_visit(self, person: UUID) -> date | None:
        """The newest visit of a person, as a child or as a mother."""

    def means(self, kind: str, id: UUID) -> UUID:
        """What a reference means: the record its group is read as."""


def findings_around(record: Record, region: str, around: Neighbours) -> Iterator[Finding]:
    """What the rules of entry say of a record, and then what it says against its neighbours."""
    return chain(entry_findings(record, region, around), neighbour_findings(record, region, around))


def neighbour_findings(record: Record, region: str, around: Neighbours) -> Iterator[Finding]:
    """Only warnings. A record that is hidden, or read as another one, has no neighbours."""
    if record.status == IN_ERROR or record.merged_into_id is not None:
        return
    if isinstance(record, Person):
        yield from _person(record, region, around)
    elif isinstance(record, Pregnancy):
        yield from _pregnancy(record, region, around)
    elif isinstance(record, ChildVisit):
        yield from _visit(record.visit_date, record.person_id, around)
    elif isinstance(record, PregnancyVisit):
        carried = around.record("pregnancy", record.pregnancy_id)
        if isinstance(carried, Pregnancy):
            yield from _visit(record.visit_date, carried.person_id, around)
    elif isinstance(record, Immunization):
        person = around.record("person", record.person_id)
        if isinstance(person, Person) and person.status == "died":
            yield from _after("given_date", record.given_date, person)


def after_leaving(visited: date, person: Person, home: Household | None) -> Iterator[Finding]:
    """A visit after somebody died or moved out, alone or with the household; told once."""
    found = chain(_after("visit_date", visited, person), _after("visit_date", visited, home) if home else ())
    yield from list(found)[:1]


def _visit(visited: date, person_id: UUID, around: Neighbours) -> Iterator[Finding]:
    person = around.record("person", person_id)
    if isinstance(person, Person):
        home = around.record("household", person.household_id)
        yield from after_leaving(visited, person, home if isinstance(home, Household) else None)


def _after(name: str, day: date | None, gone: Person | Household) -> Iterator[Finding]:
    if gone.status in _GONE and day is not None and gone.status_date is not None and day > gone.status_date:
        code = "rules.after_death" if gone.status == "died" else "rules.after_moving"
        yield warning(name, code, value=day, limit=gone.status_date)


def _person(person: Person, region: str, around: Neighbours) -> Iterator[Finding]:
    if person.status == "active":
        yield from _nik(person, region, around)
        yield from _book(person, region, around)
    elif person.status in _GONE and person.status_date is not None:
        last = around.last_visit(person.id)
        if last is not None and last > person.status_date:
            yield warning("status_date", "rules.visited_after", value=person.status_date, limit=last)
    yield from _siblings(person, around)


def _nik(person: Person, region: str, around: Neighbours) -> Iterator[Finding]:
    """Two people with one NIK, here or in another village. A child's temporary NIK has a digit more than its mother's
    and so is another number."""
    others = [one for one in around.people_with_nik(person) if _is_here(one, around)] if person.nik else []
    places = {around.region_of("person", one.id) for one in others}
    if region in places:
        yield warning("nik", "rules.nik_taken")
    elif places:
        yield warning("nik", "rules.nik_taken_elsewhere", place=min(place or "" for place in places))


def _book(record: Person | Pregnancy, region: str, around: Neighbours) -> Iterator[Finding]:
    """One KIA book in two families. A mother, her pregnancies and her children are one."""
    if not any(sign.isdigit() for sign in book_number(record.kia_number)):
        return
    holders = around.book_holders(record, region)
    if len(holders) <= MOST_OF_ONE_BOOK and any(_are_strangers(record, one, around) for one in holders):
        yield warning("kia_number", "rules.kia_taken")


def _are_strangers(one: Person | Pregnancy, other: Person | Pregnancy, around: Neighbours) -> bool:
    """Whether two that have one book are of two families. A family that was entered twice is proposed as such."""
    owner, holder = (_owner(each, around) for each in (one, other))
    if owner is None or holder is None or not _is_here(holder, around):
        return False
    pairs = [(each, their) for each in _family(owner, around) for their in _family(holder, around)]
    return not any(_may_be_one(each, their, around) for each, their in pairs) and not _may_be_child_of_house(
        (owner, holder), around
    )


def _owner(record: Person | Pregnancy, around: Neighbours) -> Person | None:
    found = around.record("person", record.person_id) if isinstance(record, Pregnancy) else record
    return found if isinstance(found, Person) else None


def _family(owner: Person, around: Neighbours) -> list[Person]:
    mother = around.record("person", owner.mother_id) if owner.mother_id is not None else None
    return [owner, mother] if isinstance(mother, Person) else [owner]


def _may_be_one(one: Person, other: Person, around: Neighbours) -> bool:
    if around.means("person", one.id) == around.means("person", other.id):
        return True
    near = abs((one.birth_date - other.birth_date).days) <= _ONE_YEAR
    return one.sex == other.sex and near and names_alike(name_words(one.full_name), name_words(other.full_name))


def _may_be_child_of_house(owners: Sequence[Person], around: Neighbours) -> bool:
    """Whether two live in one household and it is not said who the mother of one of them is."""
    homes = {around.means("household", one.household_id) for one in owners}
    return len(homes) == 1 and any(one.mother_id is None for one in owners)


def _is_here(person: Person, around: Neighbours) -> bool:
    """Whether somebody is there to be counted, and the household too."""
    home = around.record("household", person.household_id)
    return person.status == "active" and (home is None or home.status == "active")


def _siblings(person: Person, around: Neighbours) -> Iterator[Finding]:
    """Children of one mother are born on one day or half a year apart. An estimated day says nothing."""
    if person.mother_id is None or person.birth_date_is_estimated:
        return
    for other in around.siblings(person):
        apart = abs((person.birth_date - other.birth_date).days)
        if ONE_BIRTH_DAYS < apart < BETWEEN_BIRTHS_DAYS and not other.birth_date_is_estimated:
            yield warning(
                "birth_date", "rules.siblings_too_close", value=person.birth_date, limit=other.birth_date, count=apart
            )
            return


def _pregnancy(pregnancy: Pregnancy, region: str, around: Neighbours) -> Iterator[Finding]:
    yield from _book(pregnancy, region, around)
    for other in around.other_pregnancies(pregnancy):
        found = _together(pregnancy, other)
        if found is not None:
            yield found
            return


def _together(one: Pregnancy, other: Pregnancy) -> Finding | None:
    """What two pregnancies of one woman cannot both be."""
    if one.outcome == other.outcome == "ongoing":
        return warning("outcome", "rules.pregnant_twice")
    if one.delivery_date is not None and other.delivery_date is not None:
        apart = abs((one.delivery_date - other.delivery_date).days)
        if apart < BETWEEN_BIRTHS_DAYS:
            return warning(
                "delivery_date",
                "rules.births_too_close",
                value=one.delivery_date,
                limit=other.delivery_date,
                count=apart,
            )
    mine, others = _span(one), _span(other)
    if mine is None or others is None or mine[0] >= others[1] or others[0] >= mine[1]:
        return None
    known = [name for name in _BEGINNINGS if getattr(one, name) is not None]
    return warning(known[0] if known else "outcome", "rules.pregnancies_overlap")


_BEGINNINGS = ("last_menstrual_date", "expected_delivery_date", "delivery_date", "ended_on")


def _span(pregnancy: Pregnancy) -> tuple[date, date] | None:
    """From the last menstrual period to the end, be it to come; a beginning that is not known is not before the end.
    None where no end is known."""
    end = date.max if pregnancy.outcome == "ongoing" else pregnancy.delivery_date or pregnancy.ended_on
    return None if end is None else (pregnancy.begun() or end, end)

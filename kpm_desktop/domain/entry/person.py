"""Rules of a person among the records around: the mother, the household, brothers and sisters, whoever has the NIK."""

from collections.abc import Iterator

from kpm_desktop.domain.entry.kia_book import book_taken
from kpm_desktop.domain.entry.of_person import GONE, is_here, person_of
from kpm_desktop.domain.entry.rule_context import EntryRules, Neighbours, RuleContext
from kpm_desktop.domain.records.base import Finding, finding, warning
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import BETWEEN_BIRTHS_DAYS

#: Two births of one woman lie at least so many days apart; children born within the first few are of one birth, the
#: second of them perhaps after midnight.
ONE_BIRTH_DAYS = 2


def _among(person: Person, region: str, around: RuleContext) -> Iterator[Finding]:
    first = around.earliest_service(person.id)
    if first is not None and person.birth_date > first:
        yield finding("birth_date", "rules.born_after_service", value=person.birth_date, limit=first)
    home = around.record("household", person.household_id)
    if person.status == "active" and isinstance(home, Household) and home.status == "moved_out":
        yield warning("household_id", "rules.household_left", value=home.status_date or "–")
    yield from _mother(person, around)


def _mother(person: Person, around: RuleContext) -> Iterator[Finding]:
    if person.mother_id == person.id:
        yield finding("mother_id", "rules.own_mother")
    mother = person_of(person.mother_id, around)
    if mother is None:
        return
    if mother.sex == "male":
        yield finding("mother_id", "rules.not_a_woman")
    if mother.birth_date >= person.birth_date:
        yield finding("mother_id", "rules.mother_younger", value=mother.birth_date, limit=person.birth_date)
    if person.nik_kind == "temporary" and person.nik and mother.nik and person.nik[:16] != mother.nik[:16]:
        yield warning("nik", "rules.nik_not_mothers")


def _beside(person: Person, region: str, around: Neighbours) -> Iterator[Finding]:
    if person.status == "active":
        yield from _nik(person, region, around)
        yield from book_taken(person, region, around)
    elif person.status in GONE and person.status_date is not None:
        last = around.last_visit(person.id)
        if last is not None and last > person.status_date:
            yield warning("status_date", "rules.visited_after", value=person.status_date, limit=last)
    yield from _siblings(person, around)


def _nik(person: Person, region: str, around: Neighbours) -> Iterator[Finding]:
    """Two people with one NIK, here or in another village. A child's temporary NIK has a digit more than its mother's
    and so is another number."""
    others = [one for one in around.people_with_nik(person) if is_here(one, around)] if person.nik else []
    places = {around.region_of("person", one.id) for one in others}
    if region in places:
        yield warning("nik", "rules.nik_taken")
    elif places:
        yield warning("nik", "rules.nik_taken_elsewhere", place=min(place or "" for place in places))


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


RULES = EntryRules(Person, _among, _beside)

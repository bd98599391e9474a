"""What blocks at entry and in `kpm load`, and only there: today's date, other records, the profile's own villages.

After a merge the same findings are data-quality remarks; a change that arrives is never refused for them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from kpm_desktop.domain.calendar import first_day
from kpm_desktop.domain.entry.plausibility import Measured, measures_of, mother_looks, second_looks
from kpm_desktop.domain.records.base import Finding, Record, finding, not_before, warning
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.comment import Comment
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import PREGNANCY_DAYS, Pregnancy
from kpm_desktop.domain.schedules.doses import dose_findings

YOUNGEST_MOTHER, OLDEST_MOTHER = 10, 55
#: So long after its due date a pregnancy still stands in the lists (docs/scorecard.md, decision 6).
OVERDUE_DAYS = 42


class RuleContext(Protocol):
    """What a rule may ask about the other records. All answers are by the merged, shown values."""

    today: date

    def record(self, kind: str, id: UUID) -> Record | None:
        """A record, or None where it is not held."""

    def region_of(self, kind: str, id: UUID) -> str | None:
        """The region of a record, or None where it is not held."""

    def earliest_service(self, person: UUID) -> date | None:
        """The first visit or dose recorded for a person."""

    def measures_around(
        self, row: ChildVisit | PregnancyVisit
    ) -> tuple[Mapping[str, Measured], Mapping[str, Measured]]:
        """The measures of the same child or pregnancy nearest before and after a monthly row."""

    def doses_of(self, person: UUID) -> Sequence[Immunization]:
        """Every dose recorded for a person."""

    def is_listed(self, region: str) -> bool:
        """Whether a region code is in the Ministry's list or was in an earlier one."""


def entry_findings(record: Record, region: str, around: RuleContext) -> Iterator[Finding]:
    """Everything the rules say about a record that is about to be saved for `region`."""
    yield from record.check()
    yield from _not_in_future(record, around.today)
    yield from _references(record, region, around)
    if isinstance(record, PregnancyVisit):
        yield from _pregnancy_visit(record, around)
    elif isinstance(record, ChildVisit):
        yield from _child_visit(record, around)
    elif isinstance(record, Immunization):
        yield from _dose(record, around)
    elif isinstance(record, Pregnancy):
        yield from _mother(record, around)
        yield from in_no_list(record, around.today)
    elif isinstance(record, Person):
        yield from _person(record, around)
    elif isinstance(record, Comment):
        yield from _answer(record, around)
    elif record.HANGS_ON == "village_code" and not around.is_listed(region):
        yield warning("village_code", "rules.region_not_listed", value=region)


def _not_in_future(record: Record, today: date) -> Iterator[Finding]:
    for field in fields(record.KIND).values():
        if field.spec.past_only:
            value = getattr(record, field.name)
            day = first_day(value) if field.spec.form == "month" and value else value
            if day is not None and day > today:
                yield finding(field.name, "rules.in_future", value=value, limit=today)


def _references(record: Record, region: str, around: RuleContext) -> Iterator[Finding]:
    for field in fields(record.KIND).values():
        value = getattr(record, field.name)
        if field.spec.foreign or value is None or field.spec.form not in ("reference", "references"):
            continue
        for kind in field.spec.refers_to or (getattr(record, "about_kind", record.KIND),):
            for id in value if field.is_list else (value,):
                yield from _reference(field.name, kind, id, region, around)


def _reference(name: str, kind: str, id: UUID, region: str, around: RuleContext) -> Iterator[Finding]:
    found = around.region_of(kind, id)
    if found is None:
        yield finding(name, "rules.not_held", value=id, kind=kind)
    elif found != region:
        yield finding(name, "rules.other_region", value=found, limit=region)


def _after_birth(person_id: UUID, name: str, day: date | None, around: RuleContext) -> Iterator[Finding]:
    person = around.record("person", person_id)
    if isinstance(person, Person):
        yield from not_before(name, day, "birth_date", person.birth_date)


def _child_visit(visit: ChildVisit, around: RuleContext) -> Iterator[Finding]:
    """Not before birth; measures no child has are measured again (docs/growth.md)."""
    yield from _after_birth(visit.person_id, "visit_date", visit.visit_date, around)
    child = around.record("person", visit.person_id)
    if isinstance(child, Person) and measures_of(visit):
        yield from second_looks(child, visit, *around.measures_around(visit))


def _dose(dose: Immunization, around: RuleContext) -> Iterator[Finding]:
    """Not before birth; number, order, interval and age are looked at again (`domain/schedules/doses.py`)."""
    yield from _after_birth(dose.person_id, "given_date", dose.given_date, around)
    child = around.record("person", dose.person_id)
    born = child.birth_date if isinstance(child, Person) else None
    yield from dose_findings(dose, around.doses_of(dose.person_id), born)


def _pregnancy_visit(visit: PregnancyVisit, around: RuleContext) -> Iterator[Finding]:
    """A nifas check needs a delivery date (docs/records.md, pregnancy_visit); measures likewise."""
    pregnancy = around.record("pregnancy", visit.pregnancy_id)
    if not isinstance(pregnancy, Pregnancy):
        return
    if visit.pnc_visits and pregnancy.delivery_date is None:
        yield finding("pnc_visits", "rules.no_delivery", value=visit.pnc_visits)
    if measures_of(visit):
        yield from mother_looks(pregnancy, visit, *around.measures_around(visit))


def _mother(pregnancy: Pregnancy, around: RuleContext) -> Iterator[Finding]:
    """A pregnant person is a woman; under 10 or over 55 is looked at again (docs/records.md, person)."""
    mother = around.record("person", pregnancy.person_id)
    if not isinstance(mother, Person):
        return
    if mother.sex == "male":
        yield finding("person_id", "rules.not_a_woman")
    when = pregnancy.delivery_date or pregnancy.due()
    if when is not None:
        age = when.year - mother.birth_date.year - ((when.month, when.day) < mother.birth_date.timetuple()[1:3])
        if not YOUNGEST_MOTHER <= age <= OLDEST_MOTHER:
            yield warning("person_id", "rules.age_of_mother", value=age)


def in_no_list(pregnancy: Pregnancy, today: date) -> Iterator[Finding]:
    """An ongoing pregnancy that the lists of the month do not hold, or not for long: nobody knows how far it is, it
    should have ended by now, or it would begin later than today."""
    if pregnancy.outcome != "ongoing" or pregnancy.delivery_date is not None or pregnancy.ended_on is not None:
        return
    due = pregnancy.due()
    if due is None:
        yield warning("expected_delivery_date", "rules.pregnancy_undated")
    elif (today - due).days > OVERDUE_DAYS:
        yield warning("expected_delivery_date", "rules.pregnancy_overdue", value=due, limit=OVERDUE_DAYS)
    elif (due - today).days > PREGNANCY_DAYS:
        yield warning("expected_delivery_date", "rules.pregnancy_not_begun", value=due, limit=PREGNANCY_DAYS)


def _person(person: Person, around: RuleContext) -> Iterator[Finding]:
    first = around.earliest_service(person.id)
    if first is not None and person.birth_date > first:
        yield finding("birth_date", "rules.born_after_service", value=person.birth_date, limit=first)
    home = around.record("household", person.household_id)
    if person.status == "active" and isinstance(home, Household) and home.status == "moved_out":
        yield warning("household_id", "rules.household_left", value=home.status_date or "–")
    if person.mother_id == person.id:
        yield finding("mother_id", "rules.own_mother")
    mother = around.record("person", person.mother_id) if person.mother_id else None
    if not isinstance(mother, Person):
        return
    if mother.sex == "male":
        yield finding("mother_id", "rules.not_a_woman")
    if mother.birth_date >= person.birth_date:
        yield finding("mother_id", "rules.mother_younger", value=mother.birth_date, limit=person.birth_date)
    if person.nik_kind == "temporary" and person.nik and mother.nik and person.nik[:16] != mother.nik[:16]:
        yield warning("nik", "rules.nik_not_mothers")


def _answer(comment: Comment, around: RuleContext) -> Iterator[Finding]:
    """An answer belongs to a question and is about the same thing, or about the question itself."""
    question = around.record("comment", comment.reply_to_id) if comment.reply_to_id else None
    if not isinstance(question, Comment):
        return
    if question.reply_to_id is not None:
        yield finding("reply_to_id", "rules.not_a_question")
    same = (question.about_kind, question.about_id, question.about_field)
    if (comment.about_kind, comment.about_id, comment.about_field) != same and comment.about_id != question.id:
        yield finding("reply_to_id", "rules.other_question")

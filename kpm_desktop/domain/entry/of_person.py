"""What several kinds ask about the person they name: born by then, still there, not entered in error."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from kpm_desktop.domain.entry.rule_context import RuleContext
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.base import Finding, Record, finding, not_before, warning
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person

GONE = ("died", "moved_out")


def person_of(person_id: UUID | None, around: RuleContext) -> Person | None:
    """The person of this id; None where nobody is named, or nobody is held."""
    found = around.record("person", person_id) if person_id is not None else None
    return found if isinstance(found, Person) else None


def after_birth(person_id: UUID, name: str, day: date | None, around: RuleContext) -> Iterator[Finding]:
    """A service is not given before the birth."""
    person = person_of(person_id, around)
    if person is not None:
        yield from not_before(name, day, Person.named("birth_date"), person.birth_date)


def named_people(
    record: Record, field: str, ids: Iterable[UUID], day: tuple[str, date], around: RuleContext
) -> Iterator[Finding]:
    """What holds of whomever a register names in a field: nobody is entered there who is entered in error, and nothing
    happened, on the day of another field, before somebody was born."""
    for id in ids:
        person = person_of(id, around)
        if person is None:
            continue
        if person.status == IN_ERROR and not _is_named(record, field, id, around):
            yield finding(field, "rules.person_in_error", value=id)
        if day[1] < person.birth_date:
            yield finding(day[0], "rules.before_birth", value=day[1], limit=person.birth_date)


def _is_named(record: Record, field: str, id: UUID, around: RuleContext) -> bool:
    """Whether the record as it is held names somebody already: what became of them since hinders no other change."""
    held = around.record(record.KIND, record.id)
    named = getattr(held, field) if held is not None else None
    return id == named or (isinstance(named, list) and id in named)


def is_here(person: Person, around: RuleContext) -> bool:
    """Whether somebody is there to be counted, and the household too."""
    home = around.record("household", person.household_id)
    return person.status == "active" and (home is None or home.status == "active")


def after_leaving(name: str, day: date | None, gone: Person | Household) -> Iterator[Finding]:
    """A day after somebody died or moved out."""
    if gone.status in GONE and day is not None and gone.status_date is not None and day > gone.status_date:
        code = "rules.after_death" if gone.status == "died" else "rules.after_moving"
        yield warning(name, code, value=day, limit=gone.status_date)

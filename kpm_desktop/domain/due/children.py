"""What is due for a child: doses, vitamin A, weighing, length, newborn checks, and its place in PAUD."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kpm_desktop.domain.calendar import Quarter, completed_months, last_day, month_of
from kpm_desktop.domain.due.item import Due
from kpm_desktop.domain.due.whose import Whose
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.schedules.care import capsule_for, care_rules, contact_on
from kpm_desktop.domain.schedules.dose_plan import PlannedDose, open_doses
from kpm_desktop.domain.scorecard.cells import month_name
from kpm_desktop.domain.scorecard.ruleset import ChildRules, Doses, PaudRules

#: The answer of the month that says the book is complete, where no dose is recorded one by one.
_BOOK = "immunization_up_to_date"


def child_due(
    whose: Whose,
    doses: Sequence[Immunization],
    attended: Mapping[str, Any],
    rules: ChildRules,
    paud: PaudRules,
    region: str,
) -> Iterator[Due]:
    """Everything of a child to its fifth birthday, and PAUD at the ages of form 2C."""
    born, on = whose.person.birth_date, whose.on
    months = completed_months(born, on)
    yield from _newborn(whose)
    if months <= care_rules().weighing.until_month:
        yield from _doses(whose, doses, rules, region)
        yield from _this_month(whose, months)
    if paud.first_months <= months <= paud.last_months and month_of(on) not in attended:
        why = reason("due.why.paud", month=month_name(month_of(on)))
        yield whose.due("paud", why, due_on=last_day(month_of(on)))


def _newborn(whose: Whose) -> Iterator[Due]:
    born, on = whose.person.birth_date, whose.on
    days = (on - born).days
    found = contact_on(care_rules().newborn.contacts, days)
    had = sum(getattr(row, "neonatal_visits", None) or 0 for row in whose.visits.values())
    if found is None or had >= found[0]:
        return
    _, contact = found
    yield whose.due(
        "neonatal",
        reason("due.why.neonatal", day=days, code=contact.code, first=contact.from_day, last=contact.until_day),
        detail=contact.code,
        since=born + timedelta(days=contact.from_day),
        due_on=born + timedelta(days=contact.until_day),
    )


def _doses(whose: Whose, doses: Sequence[Immunization], rules: ChildRules, region: str) -> Iterator[Due]:
    """One row a dose. Where none is recorded but the KIA book was found complete, those asked for since then."""
    on = whose.on
    complete_on = None if doses else _book_complete(whose.visits)
    needed = _of_the_form(rules, completed_months(whose.person.birth_date, Quarter.of(month_of(on)).last))
    for dose in open_doses(whose.person.birth_date, doses, on, region):
        if complete_on is None or dose.asked > complete_on:
            is_of_form = f"{dose.vaccine}-{dose.dose}" in needed
            yield whose.due(
                "dose",
                _why_dose(dose),
                detail=dose.name,
                since=max(dose.since, dose.asked),
                due_on=dose.asked,
                on_time_until=dose.on_time_until,
                cell="immunization" if is_of_form else "",
            )


def _why_dose(dose: PlannedDose) -> Reason:
    name = "due.why.dose" if dose.standing == "due" else "due.why.dose_catch_up"
    return reason(name, dose=dose.name, since=dose.asked, on_time=dose.on_time_until, until=dose.until)


def _book_complete(visits: Mapping[str, Any]) -> date | None:
    """The day of the last answer about the book, where it was yes."""
    for month in sorted(visits, reverse=True):
        answer = getattr(visits[month], _BOOK)
        if answer is not None:
            return visits[month].visit_date if answer else None
    return None


def _of_the_form(rules: ChildRules, months: int) -> frozenset[str]:
    """The doses form 3B counts at an age."""
    spans = (span for rule in rules.indicators if isinstance(rule, Doses) for span in rule.ages)
    return frozenset(dose for span in spans if span.first <= months <= span.last for dose in span.doses)


def _this_month(whose: Whose, months: int) -> Iterator[Due]:
    """Weight every month; length and vitamin A in theirs."""
    on, month = whose.on, month_of(whose.on)
    row, ends = whose.visits.get(month), last_day(month)
    rules = care_rules()
    if row is None or (row.weight_g is None and not row.was_weighed):
        last = _last_measure(whose.visits, "weight_g", month)
        why = reason("due.why.weighing")
        if last is not None:
            why = reason("due.why.weighing_after", month=month_name(last[0]), kg=Decimal(last[1]) / 1000)
        yield whose.due("weighing", why, due_on=ends, cell="weighing")
    if on.month in rules.length.months and (row is None or (row.length_mm is None and not row.was_length_measured)):
        yield whose.due("length", reason("due.why.length", month=month_name(month)), due_on=ends, cell="length")
    capsule = capsule_for(whose.person.birth_date, on)
    if capsule is not None and (row is None or row.vitamin_a is None):
        detail = reason(f"due.capsule.{capsule.colour}")
        yield whose.due("vitamin_a", reason("due.why.vitamin_a", capsule=detail), detail=detail, due_on=ends)


def _last_measure(visits: Mapping[str, Any], name: str, before: str) -> tuple[str, Any] | None:
    found = max((month for month, row in visits.items() if month < before and getattr(row, name)), default=None)
    return None if found is None else (found, getattr(visits[found], name))

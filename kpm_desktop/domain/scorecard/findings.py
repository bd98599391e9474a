"""What the data of a quarter contradicts: rows outside a target's span, ends without a date, owners not held.

A finding changes no number; it is listed beside the scorecard for repair (decision 9).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter, completed_months, first_day, last_day
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.checklists import PregnancyVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard.cells import month_name
from kpm_desktop.domain.scorecard.result import DataFinding, TargetRow
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.targets import gestational_months, is_delivered, span
from kpm_desktop.domain.scorecard.village import Row, Village


def findings_of(village: Village, quarter: Quarter, rules: RuleSet) -> Iterator[DataFinding]:
    """Everything found in the quarter's rows, in no particular order."""
    for pregnancy_id, visits in village.pregnancy_visits.items():
        here = [visits[month] for month in quarter.months if month in visits]
        pregnancy = village.pregnancies.get(pregnancy_id)
        if pregnancy is None:
            yield from _without_owner("pregnancy_visit", here)
        elif here:
            yield from _of_pregnancy(village, pregnancy, visits, quarter, rules)
    for person_id, child_visits in village.child_visits.items():
        rows = [child_visits[month] for month in quarter.months if month in child_visits]
        child = village.persons.get(person_id)
        if child is None:
            yield from _without_owner("child_visit", rows)
        else:
            yield from _of_child(village, child, rows, rules)
    for pregnancy in village.pregnancies.values():
        visits = village.pregnancy_visits.get(pregnancy.id, {})
        if not any(month in visits for month in quarter.months) and _is_unlisted(pregnancy, quarter, rules):
            name = village.person_name(pregnancy.person_id)
            yield DataFinding("pregnancy", pregnancy.id, name, reason("scorecard.finding.unlisted"))


def doubtful_doses(children: Iterable[TargetRow]) -> Iterator[DataFinding]:
    """The doses that children's cells rest on and that are to be looked at again."""
    for child in children:
        for cell in child.cells.values():
            for doubt in cell.doubts:
                yield DataFinding("immunization", doubt.dose, child.name, doubt.why)


def _is_unlisted(pregnancy: Pregnancy, quarter: Quarter, rules: RuleSet) -> bool:
    """Nothing tells when it ended or will end, so it cannot be listed as not reported, though by its due date, if
    known, it might have to be."""
    if span(pregnancy, rules.pregnancies) is not None:
        return False
    due, own = pregnancy.due(), rules.pregnancies
    return due is None or (
        due - timedelta(days=own.pregnancy_days) <= quarter.last
        and due + timedelta(days=own.postpartum_days) >= quarter.first
    )


def _without_owner(kind: str, rows: Sequence[Row]) -> Iterator[DataFinding]:
    for row in rows:
        yield DataFinding(kind, row.id, "", reason("scorecard.finding.no_owner", month=month_name(row.month)))


def _of_pregnancy(
    village: Village, pregnancy: Pregnancy, visits: Mapping[str, PregnancyVisit], quarter: Quarter, rules: RuleSet
) -> Iterator[DataFinding]:
    name = village.person_name(pregnancy.person_id)
    here = [visits[month] for month in quarter.months if month in visits]
    for code in _contradictions(pregnancy, here, visits, quarter, rules):
        yield DataFinding("pregnancy", pregnancy.id, name, reason(f"scorecard.finding.{code}"))
    days = span(pregnancy, rules.pregnancies)
    if days is not None:
        for row in here:
            yield from _outside("pregnancy_visit", row, name, *days)
    yield from _after_leaving(village, pregnancy.person_id, "pregnancy_visit", here)


def _contradictions(
    pregnancy: Pregnancy,
    here: Sequence[PregnancyVisit],
    visits: Mapping[str, PregnancyVisit],
    quarter: Quarter,
    rules: RuleSet,
) -> Iterator[str]:
    births = rules.pregnancies.births
    if pregnancy.outcome in births and pregnancy.delivery_date is None:
        yield "birth_without_date"
    if pregnancy.outcome == "miscarriage" and pregnancy.ended_on is None:
        yield "end_without_date"
    if pregnancy.outcome not in births and pregnancy.delivery_date is not None:
        yield "date_without_birth"
    delivered = is_delivered(pregnancy, quarter, rules.pregnancies)
    if not delivered and gestational_months(pregnancy, here[-1], visits, rules.pregnancies) is None:
        yield "month_unknown"


def _outside(kind: str, row: Row, name: str, start: date, end: date) -> Iterator[DataFinding]:
    """A row counts by its month, so it lies outside only when the whole month does."""
    month = month_name(row.month)
    if first_day(row.month) > end:
        yield DataFinding(kind, row.id, name, reason("scorecard.finding.after_span", month=month, end=end))
    elif last_day(row.month) < start:
        yield DataFinding(kind, row.id, name, reason("scorecard.finding.before_span", month=month, start=start))


def _of_child(village: Village, child: Person, rows: Sequence[Row], rules: RuleSet) -> Iterator[DataFinding]:
    for row in rows:
        age = completed_months(child.birth_date, row.visit_date)
        month = month_name(row.month)
        if age < 0:
            why = reason("scorecard.finding.before_birth", month=month)
            yield DataFinding("child_visit", row.id, child.full_name, why)
        elif age >= rules.children.until_months:
            why = reason("scorecard.finding.too_old", month=month, age=age, limit=rules.children.until_months - 1)
            yield DataFinding("child_visit", row.id, child.full_name, why)
    yield from _after_leaving(village, child.id, "child_visit", rows)


def _after_leaving(village: Village, person_id: UUID, kind: str, rows: Sequence[Row]) -> Iterator[DataFinding]:
    """Rows of months after somebody moved out or died; they count, but somebody should look."""
    person = village.persons.get(person_id)
    if person is None or not rows:
        return
    for record in (person, village.households.get(person.household_id)):
        if record is not None and record.status != "active" and record.status_date is not None:
            for row in rows:
                if first_day(row.month) > record.status_date:
                    why = reason("scorecard.finding.after_leaving", month=month_name(row.month))
                    yield DataFinding(kind, row.id, person.full_name, why)

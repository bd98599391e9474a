"""Who is a target of a quarter, in which column of the matrix, and who should have been but has no row.

Decisions 5 to 9 of docs/scorecard.md; Form 3A and 3B, KPM guide 2018.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.calendar import Period, Quarter, completed_months, month_number
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard.ruleset import DELIVERED, Band, ChildRules, PregnancyRules, band_of
from kpm_desktop.domain.scorecard.village import Row, Village

#: What somebody is who is here no longer.
GONE = ("moved_out", "died")


class Seen(msgspec.Struct, frozen=True):
    """What the rules look at for one target.

    band: the column of the matrix. months: completed months of a child, month in progress of a pregnancy (None:
    unknown, or delivered). rows: the quarter's, in order, at least one. history: every month, later ones too.
    believed: (id, rule) of the doubts about doses that somebody looked at and confirmed.
    """

    quarter: Quarter
    bands: tuple[Band, ...]
    band: str
    months: int | None
    rows: Sequence[Row]
    history: Mapping[str, Row]
    at_risk: bool = False
    delivered_on: date | None = None
    born: date | None = None
    doses: Sequence[Immunization] = ()
    believed: AbstractSet[tuple[UUID, str]] = frozenset()

    def last_answer(self, name: str) -> tuple[Any, Row] | None:
        """The last non-empty answer of the quarter and its row (decision 10)."""
        return _last_answer(self.rows, name)

    def last_value(self, name: str) -> Any:
        """The last non-empty answer of the quarter; None when there is none."""
        answer = _last_answer(self.rows, name)
        return answer[0] if answer else None


def _last_answer(rows: Sequence[Row], name: str) -> tuple[Any, Row] | None:
    for row in reversed(rows):
        value = getattr(row, name)
        if value is not None:
            return value, row
    return None


def is_active(village: Village, person_id: UUID, period: Period) -> bool:
    """Active person and household, or moved out or died after the period's first day (decision 6). What is not
    held makes nobody inactive."""
    person = village.persons.get(person_id)
    if person is None:
        return True
    household = village.households.get(person.household_id)
    return all(
        record is None
        or record.status == "active"
        or (record.status_date is not None and record.status_date > period.first)
        for record in (person, household)
    )


def gone_by(village: Village, person_id: UUID, on: date) -> str:
    """Whether a person had `moved_out` or `died` by a day, be it with the whole household; empty while they were here.
    Who is gone without a date is gone at any time."""
    person = village.persons.get(person_id)
    home = village.households.get(person.household_id) if person is not None else None
    for record in (person, home):
        if record is not None and record.status in GONE and (record.status_date or on) <= on:
            return record.status
    return ""


def seen_pregnancy(
    pregnancy: Pregnancy, visits: Mapping[str, PregnancyVisit], quarter: Quarter, rules: PregnancyRules
) -> Seen | None:
    """A pregnancy as form 3A sees it; None when it is no target of the quarter."""
    rows = [visits[month] for month in quarter.months if month in visits]
    if not rows or is_over(pregnancy, quarter, rules):
        return None
    answers = (_last_answer(rows, name) for name in rules.risk_fields)
    at_risk = any(answer is not None and answer[0] for answer in answers)
    if is_delivered(pregnancy, quarter, rules):
        born = pregnancy.delivery_date
        return Seen(quarter, rules.bands, DELIVERED, None, rows, visits, at_risk, born)
    months = gestational_months(pregnancy, rows[-1], visits, rules)
    band = band_of(rules.bands, months or 0).name
    return Seen(quarter, rules.bands, band, months, rows, visits, at_risk)


def is_over(pregnancy: Pregnancy, quarter: Quarter, rules: PregnancyRules) -> bool:
    """Whether it was delivered too long ago, or ended without birth before the quarter (decision 9)."""
    born, ended = pregnancy.delivery_date, pregnancy.ended_on
    if born is not None:
        if born < quarter.first - timedelta(days=rules.postpartum_days):
            return True
        if is_delivered(pregnancy, quarter, rules):
            return False
    return ended is not None and ended < quarter.first


def is_delivered(pregnancy: Pregnancy, quarter: Quarter, rules: PregnancyRules) -> bool:
    """Whether the mother is *bersalin* in the quarter (decision 9)."""
    born = pregnancy.delivery_date
    if born is None or pregnancy.outcome not in rules.births:
        return False
    return quarter.first - timedelta(days=rules.postpartum_days) <= born <= quarter.last


def gestational_months(
    pregnancy: Pregnancy, row: PregnancyVisit, visits: Mapping[str, PregnancyVisit], rules: PregnancyRules
) -> int | None:
    """The month in progress at a row: typed, else from the due date (decision 8), else counted on from the last
    row on which it was typed; None when nothing tells."""
    if row.gestational_age_months is not None:
        return row.gestational_age_months
    due = pregnancy.due()
    if due is not None:
        return month_in_progress(due, row.visit_date, rules)
    typed = [m for m, v in visits.items() if m < row.month and v.gestational_age_months is not None]
    if not typed:
        return None
    months = (visits[max(typed)].gestational_age_months or 0) + (month_number(row.month) - month_number(max(typed)))
    return min(max(months, rules.month_of_days.lowest), rules.month_of_days.highest)


def month_in_progress(due: date, on: date, rules: PregnancyRules) -> int:
    """The month of pregnancy on a day, from the due date (decision 8)."""
    unit = rules.month_of_days
    days = (on - due).days + rules.pregnancy_days
    return min(max(days * unit.months // unit.days + 1, unit.lowest), unit.highest)


def seen_child(
    child: Person,
    visits: Mapping[str, ChildVisit],
    doses: Sequence[Immunization],
    quarter: Quarter,
    rules: ChildRules,
    believed: AbstractSet[tuple[UUID, str]] = frozenset(),
) -> Seen | None:
    """A child as form 3B sees it; None when it is no target: no row, or 24 months at the last (decision 7)."""
    rows = [visits[month] for month in quarter.months if month in visits]
    if not rows:
        return None
    months = max(completed_months(child.birth_date, rows[-1].visit_date), 0)
    if months >= rules.until_months:
        return None
    band = band_of(rules.bands, months).name
    born = child.birth_date
    return Seen(quarter, rules.bands, band, months, rows, visits, born=born, doses=doses, believed=believed)


def span(pregnancy: Pregnancy, rules: PregnancyRules) -> tuple[date, date] | None:
    """First and last day on which a pregnancy should be monitored (decision 6); None when its dates do not tell."""
    born, ended, due = pregnancy.delivery_date, pregnancy.ended_on, pregnancy.due()
    after = timedelta(days=rules.postpartum_days)
    if born is not None:
        end = born + after
    elif ended is not None:
        end = ended
    elif pregnancy.outcome == "ongoing" and due is not None:
        end = due + after
    else:
        return None
    length = timedelta(days=rules.pregnancy_days)
    start = pregnancy.last_menstrual_date or (due or born or end) - length
    return start, end


def should_be_monitored(pregnancy: Pregnancy, period: Period, rules: PregnancyRules) -> bool:
    """Whether its span meets the period (decision 6)."""
    days = span(pregnancy, rules)
    return days is not None and days[0] <= period.last and days[1] >= period.first


def is_child_of(child: Person, period: Period, rules: ChildRules) -> bool:
    """Born on or before the last day and under 24 completed months on it (decision 6)."""
    born, last = child.birth_date, period.last
    return born <= last and completed_months(born, last) < rules.until_months

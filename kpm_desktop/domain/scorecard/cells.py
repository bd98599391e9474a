"""The machine that runs the rules: one small function for each kind of rule, Y, T or TS with its reason."""

from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter, completed_months, last_day, month_of
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.schedules.doses import dose_name, unconfirmed
from kpm_desktop.domain.scorecard.result import NO, NOT_DUE, YES, Cell, Doubt, Value
from kpm_desktop.domain.scorecard.ruleset import (
    AgeMonths,
    Doses,
    Events,
    LastAnswer,
    MonthsWithYes,
    Rule,
    SinceDelivery,
    SpecialMonths,
    Tablets,
)
from kpm_desktop.domain.scorecard.targets import Seen
from kpm_desktop.domain.scorecard.village import Row


def judge(rule: Rule, seen: Seen) -> Cell:
    """The cell of one indicator for one target."""
    match rule:
        case Events():
            return _events(rule, seen)
        case LastAnswer():
            return _last_answer(rule.code, rule.field, seen)
        case MonthsWithYes():
            return _months(rule, seen)
        case Tablets():
            return _tablets(rule, seen)
        case SinceDelivery():
            return _since_delivery(rule, seen)
        case SpecialMonths():
            return _special_months(rule, seen)
        case Doses():
            return _doses(rule, seen)


@lru_cache(maxsize=1024)
def month_name(month: str) -> Reason:
    """`2025-07` as "Juli 2025" or "July 2025"."""
    return reason(f"scorecard.month.{month[5:]}", year=month[:4])


def _met(count: int, needed: int) -> Value:
    return YES if count >= needed else NO


@lru_cache(maxsize=64)
def _band_name(band: str) -> Reason:
    return reason(f"scorecard.band.{band}")


def _band(seen: Seen) -> Reason:
    return _band_name(seen.band)


def _not_due(seen: Seen, first: int | None = None) -> Cell:
    """TS by the matrix; `first`: the age from which the service is due."""
    name = "child" if seen.born else "delivered" if seen.delivered_on else "not_delivered"
    why = reason(f"scorecard.not_due.{name}", age=seen.months, first=first)
    return Cell(NOT_DUE, why, (seen.rows[-1].id,))


def _unanswered(code: str, rows: Iterable[Record], needed: int, months: int = 3) -> Cell:
    """No answer at all is T with a reason of its own (decision 10)."""
    what = reason(f"scorecard.what.{code}")
    return Cell(NO, reason("scorecard.unanswered", what=what, needed=needed, months=months), _ids(rows))


def _ids(rows: Iterable[Record]) -> tuple[UUID, ...]:
    return tuple([row.id for row in rows])


def _unknown_month(seen: Seen) -> Reason | None:
    """A pregnancy whose month nobody told is judged by the first band, and says so."""
    known = seen.months is not None or seen.delivered_on is not None
    return None if known else reason("scorecard.note.month_unknown")


def _events(rule: Events, seen: Seen) -> Cell:
    needed = rule.needed[seen.band]
    if needed is None:
        return _not_due(seen)
    if rule.not_at_risk and not seen.at_risk:
        name = "normal" if rule.not_at_risk == NOT_DUE else "normal_counts"
        value = NOT_DUE if rule.not_at_risk == NOT_DUE else NO
        return Cell(value, reason(f"scorecard.{name}", needed=needed), _ids(seen.rows))
    answers = [value for row in seen.rows if (value := getattr(row, rule.field)) is not None]
    if not answers:
        return _unanswered(rule.code, seen.rows, needed)
    count = sum(answers)
    who = "risk" if rule.not_at_risk else "child" if seen.born else "mother"
    why = reason(f"scorecard.events.{rule.code}.{who}", count=count, needed=needed, band=_band(seen))
    return Cell(_met(count, needed), why, _ids(seen.rows), _unknown_month(seen))


def _tablets(rule: Tablets, seen: Seen) -> Cell:
    needed = rule.needed[seen.band]
    if needed is None:
        return _not_due(seen)
    given = [row for row in seen.rows if getattr(row, rule.field) is not None]
    if not given:
        return _unanswered(rule.code, seen.rows, needed)
    drunk = sum(getattr(row, rule.field) for row in given if getattr(row, rule.unless_no) is not False)
    refused = sum(getattr(row, rule.field) for row in given) - drunk
    why = reason("scorecard.tablets", count=drunk, needed=needed)
    note = reason("scorecard.note.not_drunk", count=refused) if refused else None
    return Cell(_met(drunk, needed), why, _ids(given), note)


def _since_delivery(rule: SinceDelivery, seen: Seen) -> Cell:
    """Over all rows from the month of delivery to the end of the quarter (decision 9)."""
    needed = rule.needed[seen.band]
    if needed is None or seen.delivered_on is None:
        return _not_due(seen)
    since, until = month_of(seen.delivered_on), seen.quarter.months[2]
    rows = [seen.history[month] for month in sorted(seen.history) if since <= month <= until]
    answers = [value for row in rows if (value := getattr(row, rule.field)) is not None]
    if not answers:
        return _unanswered(rule.code, rows, needed)
    count = sum(answers)
    why = reason("scorecard.since_delivery", count=count, needed=needed, since=month_name(since))
    return Cell(_met(count, needed), why, _ids(rows))


def _last_answer(code: str, field: str, seen: Seen) -> Cell:
    answer = seen.last_answer(field)
    if answer is None:
        return Cell(NO, reason("scorecard.no_answer", what=reason(f"scorecard.what.{code}")), _ids(seen.rows))
    value, row = answer
    name = f"scorecard.{'has' if value else 'has_not'}.{code}"
    return Cell(YES if value else NO, reason(name, month=month_name(row.month)), (row.id,))


def has_yes(rule: MonthsWithYes | SpecialMonths, row: Row) -> bool:
    """A yes, or a value that implies it (decision 12)."""
    for name in rule.yes_fields:
        if getattr(row, name):
            return True
    for name in rule.value_fields:  # noqa: SIM110 - called for every month of every child
        if getattr(row, name) is not None:
            return True
    return False


def _has_answer(rule: MonthsWithYes, rows: Iterable[Row]) -> bool:
    names = (*rule.yes_fields, *rule.value_fields)
    return any(getattr(row, name) is not None for row in rows for name in names)


def _months(rule: MonthsWithYes, seen: Seen) -> Cell:
    """A month counts at most once; a month without a row counts as no (decisions 7 and 12)."""
    window = rule.needed[seen.band]
    if window is None:
        due = (band.first for band in seen.bands if rule.needed[band.name] is not None)
        return _not_due(seen, min(due, default=None))
    months = _window(seen.quarter, window.quarters)
    rows = [row for month in months if (row := seen.history.get(month)) is not None]
    count = sum(has_yes(rule, row) for row in rows)
    if count == 0 and not _has_answer(rule, rows):
        return _unanswered(rule.code, rows or seen.rows, window.months, len(months))
    why = reason(
        f"scorecard.months.{rule.code}",
        count=count,
        months=len(months),
        first=month_name(months[0]),
        last=month_name(months[-1]),
        band=_band(seen),
        needed=window.months,
    )
    return Cell(_met(count, window.months), why, _ids(rows))


@lru_cache(maxsize=1024)
def _window(quarter: Quarter, quarters: int) -> tuple[str, ...]:
    return tuple(sorted(quarter.window(quarters)))


def _special_months(rule: SpecialMonths, seen: Seen) -> Cell:
    """Length in February and August of the reported year, by the quarter and the age at the last row."""
    spans = rule.quarters[str(seen.quarter.number)]
    age = seen.months or 0
    due = next((span for span in spans if span.first <= age <= span.last), None)
    if due is None:
        why = reason("scorecard.not_due.length", age=age, first=spans[0].first, quarter=seen.quarter.number)
        return Cell(NOT_DUE, why, (seen.rows[-1].id,))
    return _measured(rule, due, seen)


def _measured(rule: SpecialMonths, due: AgeMonths, seen: Seen) -> Cell:
    months = [f"{seen.quarter.year:04d}-{number:02d}" for number in due.months]
    rows = [row for month in months if (row := seen.history.get(month)) is not None]
    done = {row.month for row in rows if has_yes(rule, row)}
    missed = [month for month in months if month not in done]
    why = reason(
        "scorecard.length.missed" if missed else "scorecard.length.measured",
        age=seen.months,
        needed=[month_name(month) for month in months],
        missed=[month_name(month) for month in missed],
        count=len(done),
        of=len(months),
    )
    return Cell(NO if missed else YES, why, _ids(rows or seen.rows[-1:]), _too_young(rule, missed, seen))


def _too_young(rule: SpecialMonths, missed: list[str], seen: Seen) -> Reason | None:
    """The official rule gives T to a child who could not have been measured; say so (7.3, the trap of Q2)."""
    for month in missed:
        assert seen.born is not None
        if seen.born > last_day(month):
            return reason("scorecard.note.not_born", month=month_name(month))
        age = completed_months(seen.born, last_day(month))
        if age <= rule.too_young_until:
            return reason("scorecard.note.too_young", month=month_name(month), age=age)
    return None


def _doses(rule: Doses, seen: Seen) -> Cell:
    """From recorded doses when the child has any, otherwise as the KIA book says (decision 13)."""
    due = next((span for span in rule.ages if span.first <= (seen.months or 0) <= span.last), None)
    if due is None:
        return _not_due(seen, rule.ages[0].first)
    if not seen.doses:
        return _last_answer(rule.code, rule.otherwise, seen)
    counted = {
        f"{dose.vaccine}-{dose.dose}": dose
        for dose in seen.doses
        if dose.given_date is None or dose.given_date <= seen.quarter.last
    }
    lacking = [name for name in due.doses if name not in counted]
    why = reason(
        "scorecard.doses.lacking" if lacking else "scorecard.doses.complete",
        age=seen.months,
        count=len(due.doses) - len(lacking),
        needed=len(due.doses),
        lacking=[_dose_name(name) for name in lacking],
    )
    given = [counted[name] for name in due.doses if name in counted]
    if lacking:
        return Cell(NO, why, _ids(given))
    doubts = tuple(Doubt(dose, why) for dose, why in unconfirmed(given, seen.doses, seen.born, seen.believed))
    note = reason("scorecard.note.doses", doubts=[doubt.why for doubt in doubts]) if doubts else None
    return Cell(YES, why, _ids(given), note, doubts)


def _dose_name(name: str) -> str:
    """`DPT_HB_HIB-2` as the KIA book prints it."""
    vaccine, _, number = name.partition("-")
    return dose_name(vaccine, int(number))

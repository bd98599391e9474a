"""The months a cell looks at, each met or not: the rows behind it, for whoever wants to see them."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kpm_desktop.domain.calendar import Quarter, month_number, month_of, month_text
from kpm_desktop.domain.scorecard.cells import has_yes
from kpm_desktop.domain.scorecard.result import NOT_DUE, ChildRow, MotherRow, TargetRow
from kpm_desktop.domain.scorecard.ruleset import (
    Doses,
    Events,
    LastAnswer,
    MonthsWithYes,
    PaudRules,
    Rule,
    SinceDelivery,
    SpecialMonths,
    Tablets,
)

Rows = Mapping[str, Any]


class MonthMark(NamedTuple):
    """A month (`2026-07`) and whether the service is recorded for it."""

    month: str
    is_met: bool


def month_strip(rule: Rule, target: TargetRow, quarter: Quarter, rows: Rows) -> tuple[MonthMark, ...]:
    """The window of a target's cell, oldest month first; nothing for a cell that is not due or that counts doses.

    rows: the target's monthly rows by month.
    """
    if target.cells[rule.code].value == NOT_DUE:
        return ()
    match rule:
        case MonthsWithYes() | SpecialMonths():
            return _marks(_months(rule, target, quarter), rows, lambda row: has_yes(rule, row))
        case Events() | SinceDelivery():
            return _marks(_months(rule, target, quarter), rows, lambda row: bool(getattr(row, rule.field)))
        case Tablets():
            return _marks(quarter.months, rows, lambda row: _is_drunk(rule, row))
        case LastAnswer():
            return _marks(quarter.months, rows, lambda row: bool(getattr(row, rule.field)))
        case Doses():
            rests_on_doses = ".doses." in target.cells[rule.code].why.code
            months = () if rests_on_doses else quarter.months
            return _marks(months, rows, lambda row: bool(getattr(row, rule.otherwise)))


def attendance_strip(rules: PaudRules, quarter: Quarter, rows: Rows) -> tuple[MonthMark, ...]:
    """The quarter's months of a child of two to six."""
    return _marks(quarter.months, rows, lambda row: row.attendance == rules.active_answer)


def _marks(months: Iterable[str], rows: Rows, is_met: Any) -> tuple[MonthMark, ...]:
    return tuple(MonthMark(month, month in rows and is_met(rows[month])) for month in months)


def _is_drunk(rule: Tablets, row: Any) -> bool:
    return bool(getattr(row, rule.field)) and getattr(row, rule.unless_no) is not False


def _months(rule: Rule, target: TargetRow, quarter: Quarter) -> Iterable[str]:
    if isinstance(rule, MonthsWithYes):
        window = rule.needed[target.band]
        return sorted(quarter.window(window.quarters)) if window is not None else ()
    if isinstance(rule, SpecialMonths) and isinstance(target, ChildRow):
        spans = rule.quarters[str(quarter.number)]
        due = (span.months for span in spans if span.first <= target.age_months <= span.last)
        return [f"{quarter.year:04d}-{number:02d}" for number in next(due, ())]
    if isinstance(rule, SinceDelivery) and isinstance(target, MotherRow) and target.delivery_date is not None:
        first, last = month_number(month_of(target.delivery_date)), month_number(quarter.months[2])
        return [month_text(number) for number in range(first, last + 1)]
    return quarter.months

"""What the answers mean for the quarter's scorecard: received, still to be reached, no longer to be reached.

The scorecard is built twice: from the records, and from the records as if everything that can still happen in the
quarter did. What becomes Y only the second time can still be reached; the rules themselves decide, none is repeated:
they also say which answers count, and the declared limits of these how much a month can bring.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.scorecard.at_best import best_month, month_done
from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.result import NO, YES, Cell, Share, TargetRow
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.village import VillageRecords


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one person, and whether it can still be reached when it is not yet."""

    code: str
    cell: Cell
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """One target's indicators that apply, in the order of the forms."""

    kind: Literal["pregnancy", "child"]
    id: UUID
    name: str
    share: Share
    lines: tuple[Line, ...]

    @property
    def reached(self) -> list[Line]:
        """What was received."""
        return [line for line in self.lines if line.cell.value == YES]

    @property
    def still(self) -> list[Line]:
        """What can still be reached in this quarter."""
        return [line for line in self.lines if line.cell.value == NO and line.is_reachable]

    @property
    def lost(self) -> list[Line]:
        """What can no longer be reached in this quarter."""
        return [line for line in self.lines if line.cell.value == NO and not line.is_reachable]


def forecasts(records: VillageRecords, month: str, today: date, rules: RuleSet) -> list[Forecast]:
    """The outlook of everybody who is a target of the quarter `month` lies in."""
    quarter = Quarter.of(month)
    now = build_scorecard("", quarter, records, rules)
    best = build_scorecard("", quarter, _at_best(records, quarter, today, rules), rules)
    at_best = {(row.kind, row.id): row for row in best.people}
    return [_forecast(row, at_best.get((row.kind, row.id))) for row in now.people]


def with_row(records: VillageRecords, row: PregnancyVisit | ChildVisit) -> VillageRecords:
    """The records with one monthly row put in the place of what was there."""
    if isinstance(row, PregnancyVisit):
        return replace(records, pregnancy_visits=[*_others(records.pregnancy_visits, row.id), row])
    return replace(records, child_visits=[*_others(records.child_visits, row.id), row])


def _others(rows: Iterable[Any], id: UUID) -> list[Any]:
    return [row for row in rows if row.id != id]


def _forecast(row: TargetRow, best: TargetRow | None) -> Forecast:
    lines = tuple(
        Line(code, cell, best is not None and best.cells[code].value != NO)
        for code, cell in row.cells.items()
        if cell.value in (YES, NO)
    )
    return Forecast(row.kind, row.id, row.name, row.share, lines)


def _at_best(records: VillageRecords, quarter: Quarter, today: date, rules: RuleSet) -> VillageRecords:
    """Everything that can still be done, done: in this month and in those of the quarter that are to come."""
    of_mother = best_month(PregnancyVisit, rules.pregnancies.indicators)
    of_child = best_month(ChildVisit, rules.children.indicators)
    open_months = [month for month in quarter.months if month >= month_of(today)]
    mothers = {row.id: row for row in records.pregnancy_visits}
    children = {row.id: row for row in records.child_visits}
    for pregnancy in records.pregnancies:
        mothers |= dict(_filled(PregnancyVisit, "pregnancy_id", pregnancy.id, open_months, mothers, of_mother))
    for child in records.persons:
        children |= dict(_filled(ChildVisit, "person_id", child.id, open_months, children, of_child))
    return replace(
        records,
        pregnancy_visits=list(mothers.values()),
        child_visits=list(children.values()),
        immunizations=() if open_months else records.immunizations,
    )


def _filled(
    cls: type[Any], owner: str, id: UUID, months: list[str], rows: Mapping[UUID, Any], best: Mapping[str, Any]
) -> Iterator[tuple[UUID, Any]]:
    for month in months:
        record = derived_id(cls.KIND, {owner: str(id), "month": month})
        assert record is not None
        yield record, month_done(cls, owner, id, record, month, rows.get(record), best)

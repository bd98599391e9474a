"""What one child's recorded doses mean for the scorecard of the quarter that runs."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.cells import judge
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.result import Cell
from kpm_desktop.domain.scorecard.ruleset import Doses
from kpm_desktop.domain.scorecard.targets import seen_child


def dose_cell(
    child: Person,
    visits: Mapping[str, ChildVisit],
    doses: Sequence[Immunization],
    today: date,
    believed: AbstractSet[tuple[UUID, str]] = frozenset(),
) -> Cell | None:
    """The cell of the quarter a day lies in; None for a child that is no target in it. Who was not visited in the
    quarter yet is judged as if visited on the day.

    believed: (id, rule) of the doubts about doses that somebody confirmed.
    """
    quarter, month = Quarter.of(month_of(today)), month_of(today)
    rules = official_rules(quarter).children
    if not any(one in visits for one in quarter.months):
        visits = {**visits, month: ChildVisit(id=child.id, person_id=child.id, month=month, visit_date=today)}
    seen = seen_child(child, visits, doses, quarter, rules, believed)
    rule = next((one for one in rules.indicators if isinstance(one, Doses)), None)
    return judge(rule, seen) if seen is not None and rule is not None else None

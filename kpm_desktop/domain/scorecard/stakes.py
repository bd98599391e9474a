"""Which cells are still lost when nothing more is done: in the month that runs, or until the quarter ends.

The rules decide, none is repeated: a target's cells are judged from its records, from its records with everything done
that still can be done, and from those with all of it but this month's.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter, month_of
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard.at_best import best_month, month_done
from kpm_desktop.domain.scorecard.cells import judge
from kpm_desktop.domain.scorecard.result import NO, YES
from kpm_desktop.domain.scorecard.ruleset import Doses, Rule, RuleSet
from kpm_desktop.domain.scorecard.targets import Seen, seen_child, seen_pregnancy
from kpm_desktop.domain.scorecard.village import Village

_Rows = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stakes:
    """Codes of the indicators of one target that are not received yet and still can be, in the order of the form.

    this_month: those that nothing makes good once this month is over; quarter: all of them.
    """

    this_month: tuple[str, ...] = ()
    quarter: tuple[str, ...] = ()


NOTHING = Stakes()


class VillageStakes:
    """Looks at the targets of a village in the quarter a day lies in, one by one."""

    def __init__(self, village: Village, today: date, rules: RuleSet) -> None:
        self._village, self._rules = village, rules
        self._month = month_of(today)
        self._quarter = Quarter.of(self._month)
        self._best_of_mother = best_month(PregnancyVisit, rules.pregnancies.indicators)
        self._best_of_child = best_month(ChildVisit, rules.children.indicators)

    def of_mother(self, pregnancy: Pregnancy) -> Stakes:
        """The stakes of a pregnancy, until and after the birth."""
        own, visits = self._rules.pregnancies, self._village.pregnancy_visits.get(pregnancy.id, {})

        def seen(rows: _Rows) -> Seen | None:
            return seen_pregnancy(pregnancy, rows, self._quarter, own)

        done = self._months_done(PregnancyVisit, "pregnancy_id", pregnancy.id, visits, self._best_of_mother)
        return self._stakes(own.indicators, visits, done, seen)

    def of_child(self, child: Person) -> Stakes:
        """The stakes of a child under two."""
        own, visits = self._rules.children, self._village.child_visits.get(child.id, {})
        doses = self._village.doses.get(child.id, ())

        def seen(rows: _Rows) -> Seen | None:
            return seen_child(child, rows, doses, self._quarter, own)

        done = self._months_done(ChildVisit, "person_id", child.id, visits, self._best_of_child)
        return self._stakes(own.indicators, visits, done, seen)

    def _months_done(self, kind: type[Any], owner: str, id: UUID, visits: _Rows, best: _Rows) -> dict[str, Any]:
        """The months of the quarter that are not over, everything done. No row is kept, so their own ids do."""
        open_months = (month for month in self._quarter.months if month >= self._month)
        return {month: month_done(kind, owner, id, id, month, visits.get(month), best) for month in open_months}

    def _stakes(
        self, indicators: Iterable[Rule], visits: _Rows, done: _Rows, see: Callable[[_Rows], Seen | None]
    ) -> Stakes:
        best = see({**visits, **done})
        if best is None:
            return NOTHING
        now = see(visits) if visits else None
        later = {month: row for month, row in done.items() if month != self._month}
        without = see({**visits, **later}) if later else None
        this_month, quarter = [], []
        for rule in indicators:
            value = judge(rule, now).value if now is not None else None
            if value == YES or not _can_be(rule, best):
                continue
            quarter.append(rule.code)
            if not later:
                is_lost = value is None or value == NO
            elif isinstance(rule, Doses):  # given in any month
                is_lost = False
            else:
                is_lost = without is None or judge(rule, without).value == NO
            if is_lost:
                this_month.append(rule.code)
        return Stakes(tuple(this_month), tuple(quarter))


def _can_be(rule: Rule, best: Seen) -> bool:
    """Whether an indicator is received when everything is done; doses are given beside the monthly rows."""
    found = judge(rule, best).value
    return found == YES or (isinstance(rule, Doses) and bool(best.doses) and found == NO)

"""Whom something is due for, with what all of her or its rows have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.domain.calendar import Quarter, last_day, month_of
from kpm_desktop.domain.due.item import Due, What
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Level
from kpm_desktop.domain.scorecard.stakes import NOTHING, Stakes


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A pregnancy with its mother, or a child: the checklists by month, what is at stake, and how urgent it is."""

    person: Person
    household: Household | None
    on: date
    visits: Mapping[str, Any]
    stakes: Stakes = NOTHING
    level: Level | None = None
    pregnancy: UUID | None = None

    def due(
        self,
        what: What,
        why: Reason,
        *,
        detail: str | Reason = "",
        since: date | None = None,
        due_on: date | None = None,
        on_time_until: date | None = None,
        cell: str = "",
        level: Level | None = None,
        record: tuple[str, UUID] | None = None,
    ) -> Due:
        """One thing. cell: the indicator it fills; it is named where that is still to be received. level: of what is to
        be referred itself; whatever else is due for somebody who is, is a risk."""
        turns_on = self._turns(cell)
        return Due(
            what=what,
            why=why,
            household=self.household,
            person=self.person,
            pregnancy=self.pregnancy,
            detail=detail,
            since=since,
            due_on=due_on,
            on_time_until=on_time_until,
            service=cell if turns_on is not None else "",
            turns_on=turns_on,
            level=level or ("risk" if self.level == "refer" else self.level),
            record=record,
        )

    def _turns(self, cell: str) -> date | None:
        """The last day on which the cell can still be received."""
        if cell in self.stakes.this_month:
            return last_day(month_of(self.on))
        return Quarter.of(month_of(self.on)).last if cell in self.stakes.quarter else None

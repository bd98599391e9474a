"""One thing that is due, and the order in which a month's work is done."""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Level

What = Literal[
    "visit",
    "anc",
    "iron",
    "pnc",
    "neonatal",
    "birth",
    "dose",
    "vitamin_a",
    "weighing",
    "length",
    "referral",
    "question",
    "support",
    "paud",
]
#: The most urgent first.
LEVELS: tuple[Level, ...] = ("refer", "risk", "watch")


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do for one person, or for a household as a whole.

    detail: which of several (`MR 1`, `KF 3`), in words that need no language, or a reason that has one. since: from
    when on it can be done. due_on: the day by which, of a dose the one the schedule asks for; None where nobody named
    one. on_time_until: how long a dose is on time after that. service: the indicator that is T when this is not done,
    and turns_on the last day on which that can be helped; empty and None where no cell hangs on it. level: the highest
    risk of the person. record: what is to be opened, where it is not the month's checklist.
    """

    what: What
    why: Reason
    household: Household | None
    person: Person | None = None
    pregnancy: UUID | None = None
    detail: str | Reason = ""
    since: date | None = None
    due_on: date | None = None
    on_time_until: date | None = None
    service: str = ""
    turns_on: date | None = None
    level: Level | None = None
    record: tuple[str, UUID] | None = None

    @property
    def name(self) -> str:
        """Whom it is about; the household's head where that is the household."""
        if self.person is not None:
            return self.person.full_name
        return self.household.head_name if self.household is not None else ""

    def late_days(self, on: date) -> int:
        """Days since the day by which it should have been done; 0 while that is not over."""
        return max((on - self.due_on).days, 0) if self.due_on is not None else 0

    def is_late(self, on: date) -> bool:
        """Whether it is called late; a dose is not while its window is open."""
        until = self.on_time_until or self.due_on
        return until is not None and on > until

    def days_left(self, on: date) -> int | None:
        """Days until the day by which it is to be done; None where nobody named one or it is over."""
        return (self.due_on - on).days if self.due_on is not None and self.due_on >= on else None


def turning(due: Due) -> Reason | None:
    """What is T when it is not done, and from when on; None where no cell hangs on it."""
    if due.turns_on is None:
        return None
    return reason("due.turns", day=due.turns_on, what=reason(f"scorecard.what.{due.service}"))


def when(due: Due, on: date) -> Reason:
    """How it stands with its day: late, due for some days, so many days left, or any day."""
    if due.is_late(on):
        return reason("due.line.late", days=due.late_days(on))
    if due.late_days(on):
        return reason("due.line.since", days=due.late_days(on))
    left = due.days_left(on)
    near = {None: "due.line.open", 0: "due.line.today", 1: "due.line.tomorrow"}
    return reason(near[left]) if left in near else reason("due.line.left", days=left)


def urgency(due: Due, on: date) -> tuple[int, bool, int, int, str, str, str]:
    """The order: risk, of equal ones who is to be referred, lateness, days left, hamlet, household, name."""
    level = LEVELS.index(due.level) if due.level is not None else len(LEVELS)
    left = due.days_left(on)
    home = due.household
    return (
        level,
        due.what != "referral",
        -due.late_days(on),
        left if left is not None else 10**6,
        (home.hamlet or "") if home is not None else "",
        home.head_name if home is not None else "",
        due.name,
    )

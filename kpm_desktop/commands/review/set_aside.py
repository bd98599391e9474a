"""What of a revoked device is kept and does not count: how much, and up to which day it can be let count again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kpm_desktop.db.delivery import revoked
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day


@dataclass(frozen=True, slots=True)
class SetAsideDay:
    """The changes written on a day by their author's clock, and those whose release lets everything up to the end of
    that day count (names)."""

    day: date
    count: int
    release: tuple[str, ...]


def days_in(tx: Transaction, device: str) -> list[SetAsideDay]:
    """Per day, the oldest first."""
    found = [(civil_day(datetime.fromisoformat(each.at)), each) for each in revoked.set_aside_of(tx, device)]
    return [
        SetAsideDay(day, sum(other == day for other, _ in found), _last_of([each for at, each in found if at <= day]))
        for day in sorted({at for at, _ in found})
    ]


def _last_of(changes: Sequence[revoked.SetAside]) -> tuple[str, ...]:
    """The last change of every run; what lies below it counts with it."""
    last = {each.segment_no: each for each in sorted(changes, key=lambda each: each.seq)}
    return tuple(sorted(each.change for each in last.values()))

"""Which backups made by themselves are let go: pure rules over the moments they were made at.

Counted are days, weeks and months that have a backup, not days that passed: whoever comes back after half a year still
has what was kept, and a clock that ran ahead for a day takes nothing away.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime

from kpm_desktop.domain.calendar import civil_day

DAYS, WEEKS, MONTHS = 3, 4, 3


def kept(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """The newest of each of the last 3 days, 4 weeks and 3 months that have one. What is dated after now was made by a
    clock that is wrong, or is now: it is kept, and counts only once its day has come."""
    known = set(made)
    past = sorted((each for each in known if each <= now), reverse=True)
    later = known.difference(past)
    return later.union(*(_newest_of(past, span, most) for span, most in _SPANS))


def _newest_of(newest_first: list[datetime], span: Callable[[date], Hashable], most: int) -> set[datetime]:
    newest: dict[Hashable, datetime] = {}
    for each in newest_first:
        newest.setdefault(span(civil_day(each)), each)
    return set(list(newest.values())[:most])


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month


_SPANS: tuple[tuple[Callable[[date], Hashable], int], ...] = ((_day, DAYS), (_week, WEEKS), (_month, MONTHS))

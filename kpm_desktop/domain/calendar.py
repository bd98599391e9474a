"""Days, months, quarters and ages by the calendar; days decide z-scores, calendar months decide every quarterly rule.

An instant is UTC; a day is what the calendar on the wall says where the laptop stands.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Protocol

#: No date of a record lies outside these, nor a month or quarter outside their years: what does is a slip of the hand.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)

#: Between which instants writes are ordered, as the wire spells them.
FIRST_INSTANT, LAST_INSTANT = f"{FIRST_DAY}T00:00:00.000000Z", f"{LAST_DAY}T23:59:59.999999Z"

#: How a month is written.
MONTH = r"\A(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])\Z"
_DAY = re.compile(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_MONTH = re.compile(MONTH)
_QUARTER = re.compile(r"\A(19[0-9]{2}|20[0-9]{2}|2100)-Q([1-4])\Z")


def local(instant: datetime, zone: tzinfo | None = None) -> datetime:
    """An instant on the clock of this laptop, or of `zone`. One at the very edge of what a calendar holds, which only a
    clock gone astray writes, stays as it is."""
    try:
        return instant.astimezone(zone)
    except (OverflowError, OSError, ValueError):
        return instant


def civil_day(instant: datetime, zone: tzinfo | None = None) -> date:
    """The day of an instant where the laptop stands (or in `zone`): what every rule means by today."""
    return local(instant, zone).date()


def in_range(at: str) -> str:
    """An instant as it orders what was written: one outside 1900 to 2100 as the nearer end."""
    return min(max(at, FIRST_INSTANT), LAST_INSTANT)


def parse_day(text: str) -> date:
    """`2025-07-31` and no other spelling of a day; raises ValueError."""
    if _DAY.match(text) is None:
        raise ValueError(text)
    return date.fromisoformat(text)


def told_month(value: object) -> str:
    """The month a value as it was written names, `2025-07`; empty where it is none."""
    return value if isinstance(value, str) and _MONTH.match(value) else ""


def month_number(month: str) -> int:
    """`2025-07` as a count of months since year 0, for windows."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


@lru_cache(maxsize=4096)
def month_text(number: int) -> str:
    """The month of a `month_number`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def month_of(day: date) -> str:
    """The month a day lies in."""
    return f"{day.year:04d}-{day.month:02d}"


@lru_cache(maxsize=4096)
def first_day(month: str) -> date:
    """The first day of a month."""
    return date(int(month[:4]), int(month[5:7]), 1)


@lru_cache(maxsize=4096)
def last_day(month: str) -> date:
    """The last day of a month."""
    return first_day(month_text(month_number(month) + 1)) - timedelta(days=1)


def completed_months(born: date, on: date) -> int:
    """Completed calendar months between two days; a child born on the 31st completes one on the first of a
    shorter month's successor."""
    months = (on.year - born.year) * 12 + on.month - born.month
    return months - (on.day < born.day)


@lru_cache(maxsize=8192)
def completes(born: date, months: int) -> date:
    """The day on which somebody completes so many months, as `completed_months` counts them."""
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    try:
        return date(year, month + 1, born.day)
    except ValueError:  # a shorter month: the first of the one after
        return date(year + (month == 11), (month + 1) % 12 + 1, 1)


@lru_cache(maxsize=4096)
def _months_of_quarter(year: int, number: int) -> tuple[str, str, str]:
    start = year * 12 + (number - 1) * 3
    return month_text(start), month_text(start + 1), month_text(start + 2)


class Period(Protocol):
    """Any stretch of days with a first and a last one."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month, `2025-07`, as a period."""

    text: str

    @property
    def first(self) -> date:
        """Its first day."""
        return first_day(self.text)

    @property
    def last(self) -> date:
        """Its last day."""
        return last_day(self.text)

    def __add__(self, months: int) -> "Month":
        return Month(month_text(month_number(self.text) + months))


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A calendar quarter (triwulan): Q1 January to March, and so on."""

    year: int
    number: int

    @classmethod
    def of(cls, month: str) -> "Quarter":
        """The quarter a month lies in."""
        return cls(int(month[:4]), (int(month[5:7]) + 2) // 3)

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """`2025-Q3` of a year from 1900 to 2100; raises ValueError on anything else."""
        match = _QUARTER.match(text)
        if match is None:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.number}"

    def __add__(self, quarters: int) -> "Quarter":
        at = self.year * 4 + self.number - 1 + quarters
        return Quarter(at // 4, at % 4 + 1)

    @property
    def months(self) -> tuple[str, str, str]:
        """Its three months."""
        return _months_of_quarter(self.year, self.number)

    @property
    def first(self) -> date:
        """Its first day."""
        return first_day(self.months[0])

    @property
    def last(self) -> date:
        """Its last day."""
        return last_day(self.months[2])

    def is_running(self, today: date) -> bool:
        """Whether a day lies in it: what is counted of it is not final yet."""
        return self.first <= today <= self.last

    def window(self, quarters: int) -> frozenset[str]:
        """The months of this quarter and the `quarters - 1` before it."""
        end = month_number(self.months[2])
        return frozenset(month_text(end - back) for back in range(quarters * 3))

"""Dates as people type them in Indonesia: `19-11-2026`, `19/11/26`, `19 nov 2026`, `19112026`, `19/11`, `kemarin`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

#: Beginnings of month names, Indonesian and English; three letters tell most apart.
_MONTHS = {
    **{"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8},
    **{"ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12},
}
_DAYS = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1}
_NUMBERS = re.compile(r"\A([0-9]{1,2})[-/. ]+([0-9]{1,2})(?:[-/. ]+([0-9]{4}|[0-9]{2}))?\Z")
_WORDS = re.compile(r"\A([0-9]{1,2})[-/. ]*([a-z]{3,9})(?:[-/. ]*([0-9]{4}|[0-9]{2}))?\Z")
_ISO = re.compile(r"\A([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z")
_RUN = re.compile(r"\A([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})\Z")
_YEARS_AHEAD = 10  # of two digits: further ahead means the century before
_LEAP_YEARS = 8  # the most that lie between two leap years


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What was understood, or why not (`not_a_date`, `no_such_day`, `too_early`, `too_late`); neither when nothing
    was typed."""

    value: date | None = None
    problem: str = ""


def parse_date(text: str, today: date, earliest: date | None = None, latest: date | None = None) -> TypedDate:
    """Reads what was typed. A year left out is the one that lies nearest to today, within the limits if it can."""
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    if not plain:
        return TypedDate()
    if plain in _DAYS:
        return _limited(today - timedelta(days=_DAYS[plain]), earliest, latest)
    iso = _ISO.match(plain)
    if iso is not None:
        return _made(iso[3], int(iso[2]), int(iso[1]), earliest, latest)
    match = _RUN.match(plain) or _NUMBERS.match(plain) or _WORDS.match(plain)
    if match is None:
        return TypedDate(problem="not_a_date")
    month = _month(match[2])
    if month is None:
        return TypedDate(problem="not_a_date")
    if match[3] is None:
        return _nearest(int(match[1]), month, today, earliest, latest)
    return _made(match[1], month, _year(match[3], today), earliest, latest)


def date_text(day: date) -> str:
    """A date as fields show it: `19-11-2026`."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def _month(text: str) -> int | None:
    return int(text) if text.isdigit() else _MONTHS.get(text[:3])


def _year(text: str, today: date) -> int:
    if len(text) == 4:
        return int(text)
    year = 2000 + int(text)
    return year if year <= today.year + _YEARS_AHEAD else year - 100


def _nearest(day: int, month: int, today: date, earliest: date | None, latest: date | None) -> TypedDate:
    """The day without its year: of those that lie within the limits, or else of all, the nearest to today. A 29
    February may lie up to eight years away."""
    years = range(max(today.year - _LEAP_YEARS, date.min.year), min(today.year + _LEAP_YEARS, date.max.year) + 1)
    made = [_made(str(day), month, year, earliest, latest) for year in years]
    real = [one for one in made if one.value is not None]
    if not real:
        return TypedDate(problem="no_such_day")
    return min(real, key=lambda one: (bool(one.problem), abs((one.value or today) - today)))


def _made(day: str, month: int, year: int, earliest: date | None, latest: date | None) -> TypedDate:
    try:
        return _limited(date(year, month, int(day)), earliest, latest)
    except ValueError:
        return TypedDate(problem="no_such_day")


def _limited(day: date, earliest: date | None, latest: date | None) -> TypedDate:
    if earliest is not None and day < earliest:
        return TypedDate(day, "too_early")
    if latest is not None and day > latest:
        return TypedDate(day, "too_late")
    return TypedDate(day)

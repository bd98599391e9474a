"""Dates as people type them in Indonesia."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import kpm_desktop
from kpm_desktop.ui.format.date_text import TypedDate, date_text, parse_date

TODAY = date(2026, 11, 19)
DAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    "text",
    [
        "19-11-2026",
        "19/11/26",
        "19.11.2026",
        "19 nov 2026",
        "19 Nov. 2026",
        "19 November 2026",
        "19-Nov-26",
        "19nopember2026",
        "19112026",
        "191126",
        "2026-11-19",
        " 19  11  2026 ",
        "hari ini",
        "today",
        "１９-１１-２０２６",
    ],
)
def test_understood(text: str) -> None:
    assert parse_date(text, TODAY) == TypedDate(DAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 agt 25", date(2025, 8, 1)),
        ("1 agustus 2025", date(2025, 8, 1)),
        ("3 mei 2025", date(2025, 5, 3)),
        ("3 may 2025", date(2025, 5, 3)),
        ("7 des 24", date(2024, 12, 7)),
        ("7 okt 24", date(2024, 10, 7)),
        ("1/2/95", date(1995, 2, 1)),
        ("29-02-2024", date(2024, 2, 29)),
        ("kemarin", date(2026, 11, 18)),
    ],
)
def test_months_centuries_and_words(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == TypedDate(day)


@pytest.mark.parametrize(
    ("text", "latest", "day"),
    [
        ("5/3", None, date(2027, 3, 5)),  # 106 days ahead, 259 behind
        ("5/1", None, date(2027, 1, 5)),  # a due date typed in November
        ("29/2", None, date(2028, 2, 29)),
        ("29/2", TODAY, date(2024, 2, 29)),
        ("20/11", TODAY, date(2025, 11, 20)),
        ("19/11", TODAY, date(2026, 11, 19)),
        ("24 des", TODAY, date(2025, 12, 24)),
    ],
)
def test_a_year_left_out(text: str, latest: date | None, day: date) -> None:
    assert parse_date(text, TODAY, latest=latest) == TypedDate(day)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-180, 180))
def test_a_year_left_out_is_the_nearest(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    assume((day.month, day.day) != (2, 29))
    assert parse_date(f"{day.day}/{day.month}", today) == TypedDate(day)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 364))
def test_a_past_day_without_its_year_is_the_last_one(today: date, days: int) -> None:
    day = today - timedelta(days=days)
    assume((day.month, day.day) != (2, 29))
    assert parse_date(f"{day.day}/{day.month}", today, latest=today) == TypedDate(day)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31-02-2026", "no_such_day"),
        ("29-02-2025", "no_such_day"),
        ("00-01-2026", "no_such_day"),
        ("1-13-2026", "no_such_day"),
        ("1-1-0000", "no_such_day"),
        ("besok", "not_a_date"),
        ("19 xyz", "not_a_date"),
        ("19", "not_a_date"),
        ("1-1-1-1", "not_a_date"),
        ("19-11-026", "not_a_date"),
    ],
)
def test_not_understood(text: str, problem: str) -> None:
    assert parse_date(text, TODAY) == TypedDate(problem=problem)


def test_limits() -> None:
    earliest, latest = date(2020, 1, 1), TODAY
    assert parse_date("31-12-2019", TODAY, earliest, latest).problem == "too_early"
    assert parse_date("20-11-2026", TODAY, earliest, latest).problem == "too_late"
    assert parse_date("", TODAY, earliest, latest) == TypedDate()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_what_is_written_is_read_back(day: date) -> None:
    assert parse_date(date_text(day), TODAY) == TypedDate(day)


@given(st.text(max_size=30))
def test_pasted_rubbish_is_never_a_fault(text: str) -> None:
    parse_date(text, TODAY, latest=TODAY)


def test_only_a_field_shows_a_date_in_digits() -> None:
    """Everything else says it as `CalendarWords` does."""
    ui = Path(kpm_desktop.__file__).parent / "ui"
    users = {file.name for file in ui.rglob("*.py") if "date_text(" in file.read_text(encoding="utf-8")}
    of_doses = {"dose_words.py", "entering.py", "typed_day.py"}  # a page of nothing but fields for dates
    assert users == {"date_text.py", "date_field.py"} | of_doses
    digits = re.compile(r"%d-%m|\[8:10\]")
    assert not [file for file in ui.rglob("*.py") if digits.search(file.read_text(encoding="utf-8"))]

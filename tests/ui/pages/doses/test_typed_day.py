"""A day typed into a dose's field: dashes by themselves, every key taken back one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.ui.format.date_text import date_text
from kpm_desktop.ui.pages.doses.typed_day import TypedDay


def typed(keys: str) -> TypedDay:
    made = TypedDay()
    for sign in keys:
        made.add(sign)
    return made


@pytest.mark.parametrize(
    ("keys", "text", "is_whole"),
    [
        ("", "", False),
        ("1", "1", False),
        ("19", "19-", False),
        ("1911", "19-11-", True),
        ("1-3-", "01-03-", True),
        ("1/3/", "01-03-", True),
        ("19112", "19-11-2", False),
        ("19112026", "19-11-2026", True),
        ("191120267", "19-11-2026", True),
        ("19-11-2026", "19-11-2026", True),
    ],
)
def test_digits_fill_day_month_and_year(keys: str, text: str, is_whole: bool) -> None:
    assert (typed(keys).text, typed(keys).is_whole) == (text, is_whole)


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("19-11-2026", "19-11-2026"),
        (" 2026-11-19 ", "19-11-2026"),
        ("19 nov 2026", "19-11-2026"),
        ("19/11", "19-11-"),
        ("belum", "belum"),
        ("1e5", "1e5"),
    ],
)
def test_what_is_pasted_is_a_day_or_stands_there_as_it_is(pasted: str, text: str) -> None:
    made = typed("0102")
    made.paste(pasted)
    assert made.text == text


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 8))
def test_what_is_taken_back_can_be_typed_again(day: date, back: int) -> None:
    digits = date_text(day).replace("-", "")
    made = typed(digits)
    for _ in range(back):
        made.remove()
    for sign in digits[8 - back :]:
        made.add(sign)
    assert made.text == date_text(day)


@given(st.text(alphabet="0123456789-/. ", max_size=12))
def test_taking_everything_back_leaves_nothing(keys: str) -> None:
    made = typed(keys)
    for _ in range(10):
        made.remove()
    assert made.is_empty

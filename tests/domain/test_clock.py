"""A clock that cannot be right is told; one laptop gone astray makes no right clock look wrong."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop import RELEASED, __version__
from kpm_desktop.domain.clock import (
    CLEARLY_BEFORE,
    FAR_AHEAD,
    OWN_DAYS,
    Witnesses,
    clock_doubt,
    is_impossible,
)
from kpm_desktop.domain.wording import LANGUAGES, Wording

ROOT = Path(__file__).parents[2]
MADE = date(2026, 11, 1)
DAY = timedelta(days=1)
#: Days on which a program made on MADE is in use.
USED = st.dates(MADE, MADE + timedelta(days=2000))
WORK = st.lists(st.integers(0, 60), max_size=OWN_DAYS)


def code(today: date, own: list[date] | None = None, others: list[date] | None = None) -> str | None:
    found = clock_doubt(today, Witnesses(own or [], others or []), MADE)
    return None if found is None else found.code


@given(st.dates(date(1970, 1, 1), MADE - 2 * DAY))
def test_nobody_ran_a_program_before_it_was_made(today: date) -> None:
    assert code(today) == "before_release"
    assert is_impossible(today, MADE)


def test_a_day_may_be_another_in_another_zone() -> None:
    assert code(MADE - DAY) is None
    assert not is_impossible(MADE - DAY, MADE)


@given(USED, WORK, st.lists(st.integers(0, 60), max_size=5))
def test_a_clock_that_goes_with_the_work_is_believed(today: date, own: list[int], others: list[int]) -> None:
    """Work of the last weeks, here and elsewhere, and the program not older than the work may be idle."""
    days = [max(MADE, today - timedelta(days=back)) for back in own]
    newest = [max(MADE, today - timedelta(days=back)) for back in others]
    if today <= MADE + FAR_AHEAD or newest:
        assert code(today, days, newest) is None


@given(USED, st.lists(USED, max_size=OWN_DAYS), st.dates(date(2040, 1, 1), date(2099, 1, 1)))
def test_one_laptop_far_ahead_makes_no_right_clock_wrong(today: date, own: list[date], astray: date) -> None:
    own = [min(day, today) for day in own]
    assert code(today, own, [astray]) in (None, "far_ahead")
    assert code(today, own, [today, today - DAY, astray]) is None


@given(USED, st.integers(1, OWN_DAYS))
def test_a_clock_set_back_behind_the_own_work_is_told(today: date, days: int) -> None:
    work = today + CLEARLY_BEFORE + DAY
    assert code(today, [work + timedelta(days=at) for at in range(days)]) == "before_work"
    assert code(today, [today + CLEARLY_BEFORE]) != "before_work"


def test_most_of_the_others_are_believed() -> None:
    today, later = date(2027, 1, 1), date(2028, 1, 1)
    assert code(today, [], [later, later]) == "before_work"
    assert code(today, [], [later, later, today]) is None
    assert code(today, [today], [later, later, later, today]) == "before_work"


def test_a_slip_of_the_own_clock_is_outvoted() -> None:
    today = date(2027, 1, 10)
    work = [today - timedelta(days=back) for back in range(3)]
    assert code(today, [date(2035, 1, 1), *work]) is None
    assert code(date(2035, 1, 2), [date(2035, 1, 1), *work]) == "far_ahead"


def test_a_clock_far_ahead_of_everything_is_told() -> None:
    ahead = MADE + FAR_AHEAD + DAY
    assert code(ahead) == "far_ahead"
    assert code(ahead - DAY) is None
    assert code(ahead, [], [MADE + 30 * DAY]) is None
    assert code(ahead, [ahead - n * DAY for n in range(4)]) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", [date(2019, 1, 1), date(2026, 12, 1), date(2090, 1, 1)])
def test_the_sentence_names_both_days(language: str, today: date) -> None:
    doubt = clock_doubt(today, Witnesses([date(2027, 6, 1)]), MADE)
    assert doubt is not None
    said = Wording(language).say(doubt.reason())
    assert str(today) in said and str(doubt.limit) in said
    assert language != "id" or said.startswith("Jam laptop tampaknya salah: ")


def test_the_day_of_release_is_that_of_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    dated = dict(re.findall(r"^## \[([^\]]+)\] - (\d{4}-\d{2}-\d{2})", text, re.MULTILINE))
    assert all(date.fromisoformat(day) <= RELEASED for day in dated.values())
    assert dated.get(__version__, str(RELEASED)) == str(RELEASED)

"""What is kept of backups: never too few, never too many, whatever the days and whatever the clock says."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.commands.backups.rotation import DAYS, MONTHS, WEEKS, kept
from kpm_desktop.domain.calendar import civil_day

NOON = datetime(2026, 11, 30, 5, tzinfo=UTC)
MOST = DAYS + WEEKS + MONTHS
#: Hours before noon, at which a backup was made.
HOURS = st.lists(st.integers(min_value=0, max_value=24 * 400), min_size=1, max_size=60, unique=True)
#: On how many days later the next one is made.
GAPS = st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=60)


def at(hours: int) -> datetime:
    return NOON - timedelta(hours=hours)


@given(HOURS)
def test_the_newest_of_the_last_days_weeks_and_months_that_have_one_stay(hours: list[int]) -> None:
    made = [at(each) for each in hours]
    left = kept(made, NOON)
    assert left <= set(made)
    assert max(made) in left
    assert len(left) <= MOST
    for day in sorted({civil_day(each) for each in made}, reverse=True)[:DAYS]:
        assert max(each for each in made if civil_day(each) == day) in left
    assert len({civil_day(each) for each in left}) >= min(DAYS, len({civil_day(each) for each in made}))
    months = {(civil_day(each).year, civil_day(each).month) for each in made}
    assert len({(civil_day(each).year, civil_day(each).month) for each in left}) >= min(MONTHS, len(months))


@given(HOURS)
def test_looking_twice_takes_nothing_more(hours: list[int]) -> None:
    left = kept([at(each) for each in hours], NOON)
    assert kept(left, NOON) == left


@given(GAPS)
def test_let_go_day_by_day_there_are_still_weeks_and_months(gaps: list[int]) -> None:
    """What is let go today is never wanted tomorrow: the result is that of one look at everything ever made."""
    now, ever, left = NOON, [NOON], {NOON}
    for gap in gaps:
        now += timedelta(days=gap)
        ever.append(now)
        left = kept(left | {now}, now)
    assert left == kept(ever, now)


@given(HOURS, st.integers(min_value=-24 * 500, max_value=24 * 500))
def test_a_clock_that_is_wrong_takes_nothing_dated_later(hours: list[int], astray: int) -> None:
    made = [at(each) for each in hours]
    now = NOON + timedelta(hours=astray)
    assert {each for each in made if each > now} <= kept(made, now)


def test_a_quarter_of_a_year_with_one_a_day() -> None:
    left: set[datetime] = set()
    for days in range(120):
        now = NOON + timedelta(days=days)
        left = kept(left | {now}, now)
    days_left = sorted(civil_day(each) for each in left)
    assert days_left == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 14),
        date(2027, 3, 21),
        date(2027, 3, 27),
        date(2027, 3, 28),
        date(2027, 3, 29),
    ]

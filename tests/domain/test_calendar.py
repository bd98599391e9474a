"""Days, months and quarters: today is the laptop's, and each has one spelling within 1900 to 2100."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY, Quarter, civil_day, parse_day
from kpm_desktop.domain.change import within_limits
from kpm_desktop.domain.limits import limit_reason
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields

#: Every zone there is keeps a whole number of quarter hours.
ZONES = st.integers(-48, 56).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
INSTANTS = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
DATED: list[Field] = [f for kind in KINDS for f in fields(kind).values() if f.spec.form in ("date", "month")]


@given(INSTANTS, ZONES)
def test_today_is_the_day_on_the_wall(instant: datetime, zone: timezone) -> None:
    offset = zone.utcoffset(None)
    assert civil_day(instant, zone) == (instant.replace(tzinfo=None) + offset).date()


def test_an_instant_at_the_edge_of_the_calendar_has_a_day() -> None:
    east, west = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
    assert civil_day(datetime(9999, 12, 31, 23, tzinfo=UTC), east) == date(9999, 12, 31)
    assert civil_day(datetime(1, 1, 1, tzinfo=UTC), west) == date(1, 1, 1)


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["2025-W01-1", "20250101", "2025-1-1", "2025-02-30", "0000-01-01", " 2025-01-01", "2025-01-01\n", "２０２５-01-01"],
)
def test_no_other_spelling_is_a_day(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text.strip()[:4]) + "|day|year"):
        parse_day(text)


@pytest.mark.parametrize(
    "text", ["2025-Q0", "2025-Q5", "0000-Q1", "1899-Q4", "2101-Q1", "9999-Q4", "2025-Q1\n", "2025Q1"]
)
def test_no_other_text_is_a_quarter(text: str) -> None:
    with pytest.raises(ValueError, match="Q"):
        Quarter.parse(text)


@given(st.sampled_from(DATED), st.dates())
def test_dates_of_all_records_lie_between_1900_and_2100(field: Field, day: date) -> None:
    text = day.isoformat()[: 10 if field.spec.form == "date" else 7]
    inside = FIRST_DAY <= day <= LAST_DAY
    assert (within_limits(field, text) is None) == inside
    if not inside:
        why = limit_reason(field, text)
        assert why.code == ("rules.before_1900" if day < FIRST_DAY else "rules.after_2100")
        assert str(why.params["limit"]) in ("1900-01-01", "2100-12-31", "1900-01", "2100-12")


@pytest.mark.parametrize("field", DATED, ids=lambda field: field.name)
def test_what_is_no_date_is_called_so(field: Field) -> None:
    for text in ("2025-13", "0000-01", "2025-W01-1", "２０２５-07", "2025-07-32", "kemarin"):
        assert within_limits(field, text) is not None
        assert limit_reason(field, text).code == f"rules.not_a_{field.spec.form}"


def test_a_quarter_runs_from_its_first_day_to_its_last() -> None:
    days = (date(2026, 9, 30), date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [Quarter(2026, 4).is_running(day) for day in days] == [False, True, True, False]

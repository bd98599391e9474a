"""Children of two to six in PAUD (form 2C; decision 4)."""

import pytest

from tests.support.story import Story, day


def share(story: Story, quarter: str = "2025-Q3") -> tuple[int, int]:
    (indicator,) = (i for i in story.card(quarter).totals.indicators if i.group == "age_2_6")
    return indicator.share.received, indicator.share.should


@pytest.mark.parametrize(
    ("born", "counted"),
    [
        ("2023-10-01", 0),  # 23 months on 30 September 2025
        ("2023-09-30", 1),  # 24
        ("2018-10-01", 1),  # 83
        ("2018-09-30", 0),  # 84
    ],
)
def test_24_to_83_months_on_the_last_day(born: str, counted: int) -> None:
    story = Story()
    story.attends(story.child(born), "2025-09")
    assert share(story) == (counted, counted)


@pytest.mark.parametrize(
    ("month", "registered"), [("2024-12", 0), ("2025-01", 1), ("2025-12", 1), ("2026-01", 0)], ids=str
)
def test_registered_with_a_row_in_the_calendar_year(month: str, registered: int) -> None:
    story = Story()
    story.attends(story.child("2021-01-15"), month, "not_yet")
    assert share(story) == (0, registered)


@pytest.mark.parametrize(
    ("month", "attendance", "active"),
    [
        ("2025-07", "attended", 1),
        ("2025-09", "attended", 1),
        ("2025-06", "attended", 0),
        ("2025-10", "attended", 0),
        ("2025-08", "absent", 0),
        ("2025-08", "not_yet", 0),
    ],
)
def test_active_with_an_attended_month_in_the_quarter(month: str, attendance: str, active: int) -> None:
    story = Story()
    child = story.child("2021-01-15")
    story.attends(child, month, attendance)
    assert share(story) == (active, 1)


def test_several_months_count_once() -> None:
    story = Story()
    child = story.child("2021-01-15")
    for month in ("2025-07", "2025-08", "2025-09"):
        story.attends(child, month)
    assert share(story) == (1, 1)


@pytest.mark.parametrize(
    ("status", "on", "counted"),
    [
        ("moved_out", "2025-07-01", 0),
        ("moved_out", "2025-07-02", 1),
        ("died", None, 0),
        ("entered_in_error", None, 0),
    ],
)
def test_only_active_persons(status: str, on: str | None, counted: int) -> None:
    story = Story()
    child = story.child("2021-01-15", status=status, status_date=day(on) if on else None)
    story.attends(child, "2025-09")
    assert share(story) == (counted, counted)


def test_a_row_in_error_registers_nobody() -> None:
    story = Story()
    story.attends(story.child("2021-01-15"), "2025-09", status="entered_in_error")
    assert share(story) == (0, 0)


def test_paud_is_no_part_of_table_4() -> None:
    """Guide 2018, formula 4."""
    story = Story()
    story.attends(story.child("2021-01-15"), "2025-09")
    assert story.card().totals.convergence("pregnant", "children").should == 0

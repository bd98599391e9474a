"""What the data of a quarter contradicts (decision 9): listed, and no number changed."""

from typing import Any

import pytest

from tests.support.story import Story


def codes(story: Story, quarter: str = "2025-Q3") -> list[str]:
    return sorted(found.why.code.removeprefix("scorecard.finding.") for found in story.card(quarter).findings)


@pytest.mark.parametrize(
    ("facts", "month", "expected"),
    [
        ({"outcome": "live_birth", "delivery_date": "2025-05-20"}, "2025-07", []),  # nifas ends on 1 July
        ({"outcome": "live_birth", "delivery_date": "2025-05-20"}, "2025-08", ["after_span"]),
        ({"outcome": "live_birth", "delivery_date": "2025-03-01"}, "2025-07", ["after_span"]),
        ({"outcome": "miscarriage", "ended_on": "2025-07-31"}, "2025-07", []),
        ({"outcome": "miscarriage", "ended_on": "2025-07-31"}, "2025-08", ["after_span"]),
        ({"last_menstrual_date": "2025-07-31"}, "2025-07", []),
        ({"last_menstrual_date": "2025-08-01"}, "2025-07", ["before_span"]),
        ({"outcome": "live_birth", "expected_delivery_date": "2025-08-01"}, "2025-07", ["birth_without_date"]),
        ({"outcome": "miscarriage", "expected_delivery_date": "2025-08-01"}, "2025-07", ["end_without_date"]),
        ({"outcome": "unknown", "delivery_date": "2025-07-20"}, "2025-07", ["date_without_birth"]),
    ],
    ids=str,
)
def test_pregnancies(facts: dict[str, Any], month: str, expected: list[str]) -> None:
    story = Story()
    story.visit(story.pregnancy(**facts), month, gestational_age_months=5)
    assert codes(story) == expected


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        ("2025-08-16", "2025-08-15", ["before_birth"]),
        ("2025-08-15", "2025-08-15", []),
        ("2023-08-15", "2025-08-15", ["too_old"]),
        ("2023-08-16", "2025-08-15", []),
    ],
)
def test_children(born: str, on: str, expected: list[str]) -> None:
    story = Story()
    story.child_visit(story.child(born), "2025-08", on=on)
    assert codes(story) == expected
    assert codes(story, "2025-Q2") == []


def test_rows_whose_owner_is_not_held() -> None:
    story = Story()
    child, pregnancy = story.child("2025-01-15"), story.pregnancy()
    rows: list[Any] = [story.child_visit(child, "2025-09"), story.visit(pregnancy, "2025-09")]
    story.records[:] = rows
    assert codes(story) == ["no_owner", "no_owner"]
    assert story.card().people == ()


def test_a_finding_changes_no_number() -> None:
    story = Story()
    story.visit(story.pregnancy(outcome="live_birth", delivery_date="2025-05-20"), "2025-09", pnc_visits=3)
    assert story.cell("pnc").value == "Y"
    assert codes(story) == ["after_span"]

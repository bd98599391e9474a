"""Length in February and August: the official special rule of the KPM guide 2018, quarter by quarter (7.3)."""

from typing import Any

import pytest

from tests.support.story import Story, months

FEB, AUG = "2025-02", "2025-08"


def child_of(age: int, quarter: int, measured: tuple[str, ...], **values: Any) -> Story:
    """A child of `age` months on the 15th of the quarter's last month, with a row in every month of the year."""
    story = Story()
    last = quarter * 3
    year, number = divmod(2025 * 12 + last - 1 - age, 12)
    child = story.child(f"{year}-{number + 1:02d}-15")
    for month in months("2025-01", last):
        answers = values or {"was_length_measured": True}
        story.child_visit(child, month, **(answers if month in measured else {"was_length_measured": False}))
    return story


@pytest.mark.parametrize(
    ("quarter", "age", "none", "feb", "aug", "both"),
    [
        (1, 0, "TS", "TS", None, None),
        (1, 3, "TS", "TS", None, None),
        (1, 4, "T", "Y", None, None),
        (1, 23, "T", "Y", None, None),
        (2, 0, "TS", "TS", None, None),
        (2, 3, "TS", "TS", None, None),
        (2, 4, "T", "Y", None, None),
        (2, 23, "T", "Y", None, None),
        (3, 3, "TS", "TS", "TS", "TS"),
        (3, 4, "T", "T", "Y", "Y"),
        (3, 8, "T", "T", "Y", "Y"),
        (3, 9, "T", "T", "T", "Y"),
        (3, 23, "T", "T", "T", "Y"),
        (4, 3, "TS", "TS", "TS", "TS"),
        (4, 6, "TS", "TS", "TS", "TS"),
        (4, 7, "T", "T", "Y", "Y"),
        (4, 11, "T", "T", "Y", "Y"),
        (4, 12, "T", "T", "T", "Y"),
        (4, 23, "T", "T", "T", "Y"),
    ],
)
def test_by_quarter_and_age(quarter: int, age: int, none: str, feb: str, aug: str | None, both: str | None) -> None:
    """The whole table of 7.3, at its edges."""
    cases = {(): none, (FEB,): feb, (AUG,): aug, (FEB, AUG): both}
    for measured, value in cases.items():
        if value is not None:
            assert child_of(age, quarter, measured).cell("length", f"2025-Q{quarter}").value == value, measured


@pytest.mark.parametrize(
    "values",
    [
        {"was_length_measured": True},
        {"length_mm": 700},
        {"was_length_measured": False, "length_mm": 700},
    ],
)
def test_measured_by_a_yes_or_a_length(values: dict[str, Any]) -> None:
    """Decision 6: the row of the month in which was_length_measured is yes or length_mm is given."""
    assert child_of(10, 1, (FEB,), **values).cell("length", "2025-Q1").value == "Y"


def test_the_row_of_the_month_counts_whatever_its_date() -> None:
    """Decision 6: a row belongs to its month, never to its visit date."""
    story = Story()
    child = story.child("2024-06-15")
    story.child_visit(child, FEB, on="2025-03-04", was_length_measured=True)
    assert story.cell("length", "2025-Q1").value == "Y"
    other = Story()
    child = other.child("2024-06-15")
    other.child_visit(child, "2025-01", on="2025-02-10", was_length_measured=True)
    assert other.cell("length", "2025-Q1").value == "T"


def test_february_of_another_year_does_not_count() -> None:
    """7.3: months of the reported year."""
    story = Story()
    child = story.child("2023-12-15")
    story.child_visits(child, ["2024-02", "2024-08", "2025-07"], was_length_measured=True)
    assert story.cell("length").value == "T"


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ("2025-03-02", None),  # 3 months on 15 June: TS
        ("2025-02-15", "scorecard.note.too_young"),  # 4 months in June, 0 in February
        ("2024-12-20", "scorecard.note.too_young"),  # 2 months at the end of February
        ("2024-10-28", None),  # 4 months at the end of February: could have been measured
    ],
)
def test_the_trap_of_the_second_quarter_is_explained(born: str, code: str | None) -> None:
    """7.3: a child who was not born or 1 to 3 months old in February gets T without anybody's fault; say so."""
    story = Story()
    story.child_visit(story.child(born), "2025-06")
    note = story.cell("length", "2025-Q2").note
    assert (note and note.code) == code


def test_not_yet_born_in_february_is_explained() -> None:
    """A child of 4 months whose last visit was in July for June, born in March."""
    story = Story()
    story.child_visit(story.child("2025-03-02"), "2025-06", on="2025-07-05")
    cell = story.cell("length", "2025-Q2")
    assert cell.value == "T"
    assert cell.note is not None
    assert cell.note.code == "scorecard.note.not_born"


@pytest.mark.parametrize("age", [0, 3, 10, 23])
def test_any_month_of_the_quarter_in_the_comparison_rule_set(age: int) -> None:
    """Decision 3: OPENSID-COMPAT, one measurement inside the quarter is Y, else T, never TS."""
    assert child_of(age, 3, ("2025-07",)).cell("length", ruleset="OPENSID-COMPAT").value == "Y"
    assert child_of(age, 3, (FEB,)).cell("length", ruleset="OPENSID-COMPAT").value == "T"

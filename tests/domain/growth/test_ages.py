"""Corrected age: a second result for children born before 37 weeks, until 24 months."""

import pytest

from kpm_desktop.domain.growth.ages import corrected_age_days, corrected_growth_of, who_months
from kpm_desktop.domain.growth.child import Child, growth_of


@pytest.mark.parametrize(
    ("age", "weeks", "corrected"),
    [
        (100, 36, 72.0),
        (100, 36.9, 100 - 3.1 * 7),
        (100, 37, None),
        (100, 40, None),
        (84, 28, 0.0),
        (83, 28, None),
        (730, 32, 674.0),
        (730.49, 32, 674.49),
        (730.5, 32, None),
        (731, 32, None),
    ],
)
def test_corrected_age(age: float, weeks: float, corrected: float | None) -> None:
    """Counted from 40 weeks; born before 37; until 24 months (730.5 days); never before the due date."""
    found = corrected_age_days(age, weeks)
    assert found == (None if corrected is None else pytest.approx(corrected))


def test_the_second_result_is_that_of_the_corrected_age() -> None:
    """And the first one stays what it was."""
    child = Child("female", 128, 5.0, 57.0)
    corrected = corrected_growth_of(child, 36)
    assert corrected == growth_of(child._replace(age_days=100))
    assert corrected != growth_of(child)


def test_no_second_result_without_an_age_or_born_at_term() -> None:
    """Then there is nothing to correct."""
    assert corrected_growth_of(Child("female", None, 5.0, 57.0), 36) is None
    assert corrected_growth_of(Child("female", 128, 5.0, 57.0), 37) is None


@pytest.mark.parametrize(("days", "months"), [(0, 0), (30, 0), (30.4375, 1), (182, 5), (183, 6), (365, 11), (366, 12)])
def test_who_months(days: float, months: int) -> None:
    """Completed months of 30.4375 days."""
    assert who_months(days) == months

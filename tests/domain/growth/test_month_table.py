"""The printed tables by completed month: their bounds are those published, their classes stand apart."""

from datetime import date, timedelta

import pytest

from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.growth.ages import who_months
from kpm_desktop.domain.growth.child import Child, growth_of
from kpm_desktop.domain.growth.classes import classes_by_day
from kpm_desktop.domain.growth.month_table import bounds, classes_by_month_table, table_day


@pytest.mark.parametrize(
    ("key", "sex", "month", "printed"),
    [
        ("wei", "male", 0, [2.1, 2.5, 3.9]),
        ("wei", "male", 12, [6.9, 7.7, 10.8]),
        ("wei", "male", 24, [8.6, 9.7, 13.6]),
        ("wei", "female", 12, [6.3, 7.0, 10.1]),
        ("len", "male", 0, [44.2, 46.1, 55.6]),
        ("len", "male", 12, [68.6, 71.0, 82.9]),
        ("len", "male", 24, [78.0, 81.0, 96.3]),
        ("len", "female", 12, [66.3, 68.9, 81.7]),
        ("len", "female", 24, [76.0, 79.3, 95.4]),
        ("bmi", "male", 0, [10.2, 11.1, 14.8, 16.3, 18.1]),
        ("bmi", "male", 12, [13.4, 14.4, 18.2, 19.8, 21.6]),
    ],
)
def test_bounds_are_those_printed(key: str, sex: str, month: int, printed: list[float]) -> None:
    """Permenkes 2/2020 and WHO's simplified tables: -3, -2 and the upper bounds, one decimal."""
    found = [step.below if step.below is not None else step.up_to for step in bounds(key, sex, month)]
    assert found == [*printed, None]


@pytest.mark.parametrize(("month", "day"), [(0, 0), (1, 30), (9, 274), (12, 365), (23, 700), (24, 731), (59, 1796)])
def test_the_day_of_a_month(month: int, day: int) -> None:
    """round(month · 30.4375), halves up: 730.5 is day 731, so month 24 is measured standing."""
    assert table_day(month) == day


@pytest.mark.parametrize(
    ("kg", "code"), [(7.69, "underweight"), (7.7, "normal_weight"), (6.89, "severely_underweight")]
)
def test_the_measure_is_held_against_the_printed_bound(kg: float, code: str) -> None:
    """Boys, 12 completed months: -3 SD 6.9, -2 SD 7.7 kg."""
    found = classes_by_month_table(Child("male", None, kg), 12)["wei"]
    assert found == ("by_month_table", code)


def test_the_correction_follows_the_month() -> None:
    """Girls, 24 months: -2 SD is 79.3 cm standing; 80.0 lying is 79.3 standing, 79.9 is below."""
    for lying, code in ((80.0, "normal_length"), (79.9, "stunted")):
        child = Child("female", None, length_cm=lying, position="lying")
        assert classes_by_month_table(child, 24)["len"].code == code


def test_both_bases_may_differ_and_say_so() -> None:
    """A boy of 390 days is 12 completed months: 7.75 kg is below -2 SD of his day, not of the printed month."""
    child = Child("male", 390, 7.75)
    day, month = classes_by_day(growth_of(child))["wei"], classes_by_month_table(child, 12)["wei"]
    assert (day.code, month.code) == ("underweight", "normal_weight")
    assert (day.basis, month.basis) == ("by_day", "by_month_table")


@pytest.mark.parametrize("months", [-1, 60, 61])
def test_no_class_outside_the_tables(months: int) -> None:
    """The standards end at 60 months."""
    assert classes_by_month_table(Child("male", None, 7.0), months) == {}


def test_no_class_without_sex_measure_or_with_oedema() -> None:
    """Oedema leaves length only."""
    assert classes_by_month_table(Child(None, None, 7.0), 12) == {}
    assert classes_by_month_table(Child("male", None), 12) == {}
    assert set(classes_by_month_table(Child("male", None, 9.0, 75.0, oedema=True), 12)) == {"len"}


@pytest.mark.parametrize("born", [date(2024, 1, 31), date(2023, 3, 1), date(2024, 2, 29), date(2025, 5, 17)])
def test_a_first_birthday_is_11_months_for_who_and_12_by_the_calendar(born: date) -> None:
    """Both counts at the boundary: 365 days / 30.4375 is 11.99."""
    birthday = born + timedelta(days=365)
    assert who_months((birthday - born).days) == 11
    turned_one = date(born.year + 1, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + 1)
    assert completed_months(born, turned_one) == 12
    assert completed_months(born, turned_one - timedelta(days=1)) == 11

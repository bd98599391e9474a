"""Checks of mothers and newborns, vitamin A: Permenkes 21/2021, Permenkes 21/2015 and the KIA book 2023."""

from datetime import date, timedelta

import pytest

from kpm_desktop.domain.schedules.care import (
    capsule_for,
    care_rules,
    check_due,
    contact_on,
    last_day_of_week,
    trimester,
    weeks_pregnant,
)


@pytest.mark.parametrize(("week", "expected"), [(0, 1), (12, 1), (13, 2), (24, 2), (25, 3), (43, 3)])
def test_trimesters_end_with_week_12_and_week_24(week: int, expected: int) -> None:
    """Permenkes 21/2021: to 12 weeks, above 12 to 24, above 24 to the birth."""
    assert trimester(week) == expected


@pytest.mark.parametrize(
    ("week", "had", "code"),
    [
        (8, 0, "K1"),
        (8, 1, None),  # one visit in the first trimester
        (16, 1, "K2"),
        (16, 0, "K2"),  # the first trimester cannot be made up
        (20, 2, "K3"),
        (20, 3, None),  # two in the second
        (26, 3, "K4"),
        (37, 0, "K4"),
        (37, 5, "K6"),
        (37, 6, None),  # three in the third, six in all
    ],
)
def test_one_two_and_three_checks_in_the_trimesters(week: int, had: int, code: str | None) -> None:
    """Permenkes 21/2021: six in all, one, two and three."""
    found = check_due(week, had)
    assert (found[1].code if found else None) == code


def test_weeks_are_completed_ones_and_end_on_their_seventh_day() -> None:
    begun = date(2026, 3, 24)
    assert [weeks_pregnant(begun, begun + timedelta(days=days)) for days in (0, 6, 7, 90)] == [0, 0, 1, 12]
    assert last_day_of_week(begun, 12) == begun + timedelta(days=90)
    assert weeks_pregnant(begun, last_day_of_week(begun, 12) + timedelta(days=1)) == 13


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (0, "KF 1"),
        (2, "KF 1"),
        (3, "KF 2"),
        (7, "KF 2"),
        (8, "KF 3"),
        (28, "KF 3"),
        (29, "KF 4"),
        (42, "KF 4"),
        (43, None),
    ],
)
def test_nifas_checks(days: int, code: str | None) -> None:
    """Permenkes 21/2021: KF1 6-48 h, KF2 3-7 d, KF3 8-28 d, KF4 29-42 d."""
    found = contact_on(care_rules().postpartum.contacts, days)
    assert (found[1].code if found else None) == code


@pytest.mark.parametrize(("days", "code"), [(2, "KN 1"), (3, "KN 2"), (28, "KN 3"), (29, None)])
def test_newborn_checks(days: int, code: str | None) -> None:
    """Permenkes 25/2014: KN1 6-48 h, KN2 3-7 d, KN3 8-28 d."""
    found = contact_on(care_rules().newborn.contacts, days)
    assert (found[1].code if found else None) == code


@pytest.mark.parametrize(
    ("born", "on", "colour"),
    [
        (date(2026, 2, 1), date(2026, 8, 1), "blue"),  # six months on the day
        (date(2026, 2, 2), date(2026, 8, 1), None),
        (date(2025, 8, 2), date(2026, 8, 1), "blue"),  # eleven
        (date(2025, 8, 1), date(2026, 8, 1), "red"),  # twelve
        (date(2021, 8, 2), date(2026, 8, 1), "red"),  # 59
        (date(2021, 8, 1), date(2026, 8, 1), None),
        (date(2025, 8, 1), date(2026, 7, 31), None),  # neither February nor August
    ],
)
def test_vitamin_a_in_february_and_august(born: date, on: date, colour: str | None) -> None:
    """Permenkes 21/2015: 6-11 months blue, 12-59 months red."""
    found = capsule_for(born, on)
    assert (found.colour if found else None) == colour

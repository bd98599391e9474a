"""The growth card (KMS): least gains, statuses and when to refer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import month_of
from kpm_desktop.domain.growth import lms, tables
from kpm_desktop.domain.growth.weight_gain import Weighing, judged, minimum_gain, reasons_to_refer, status


@pytest.mark.parametrize(("month", "grams"), [(1, 800), (2, 900), (3, 800), (4, 600), (5, 500), (6, 400)])
@pytest.mark.parametrize("sex", ["male", "female"])
def test_least_gain_of_the_first_half_year(sex: str, month: int, grams: int) -> None:
    """KMS, minimum gain (KBM) by month of age."""
    assert minimum_gain(sex, month) == (grams, True)


@pytest.mark.parametrize(
    ("sex", "month", "grams"),
    [
        ("male", 7, 400),
        ("male", 8, 300),
        ("male", 11, 300),
        ("male", 12, 200),
        ("female", 7, 300),
        ("female", 10, 300),
        ("female", 11, 200),
        ("female", 60, 200),
    ],
)
def test_later_months_are_marked_unconfirmed(sex: str, month: int, grams: int) -> None:
    """Sources disagree from month 7: check the printed KMS."""
    assert minimum_gain(sex, month) == (grams, False)


@pytest.mark.parametrize("month", [-1, 0, 61])
def test_no_least_gain_outside_the_card(month: int) -> None:
    """The card has months 1 to 60."""
    assert minimum_gain("male", month) is None


def test_statuses() -> None:
    """B first, O not weighed the month before, N gained enough or follows its curve, T otherwise."""
    assert status(None, 800, first=True) == "B"
    assert status(None, 800) == "O"
    assert status(800, 800) == "N"
    assert status(799, 800) == "T"
    assert status(799, 800, follows_curve=True) == "N"


@pytest.mark.parametrize(
    ("statuses", "z", "reasons"),
    [
        (["N", "T", "T"], 0.0, ["two_without_gain"]),
        (["T", "N", "T"], 0.0, ["without_gain"]),
        (["T"], None, ["without_gain"]),
        (["T", "N"], 0.0, []),
        (["T", "O"], 0.0, []),
        (["T", "T", "N"], 0.0, []),
        (["N"], -3.0, []),
        (["N"], -3.01, ["below_red_line"]),
        (["N"], 1.0, []),
        (["N"], 1.01, ["above_orange_line"]),
        (["T", "T"], -3.5, ["two_without_gain", "below_red_line"]),
    ],
)
def test_when_to_refer(statuses: list[str], z: float | None, reasons: list[str]) -> None:
    """One T (KIA book 2023), 2T the stronger sign; below the red line (BB/U < -3), above the orange one (BB/U > +1)."""
    assert reasons_to_refer(statuses, z) == reasons


BORN = date(2025, 1, 1)


def weighing(day: int, grams: int) -> Weighing:
    on = BORN + timedelta(days=day)
    return Weighing(grams, month_of(on), on)


def test_fifty_grams_at_ten_months_is_t() -> None:
    found = judged("male", BORN, weighing(318, 9050), weighing(288, 9000))
    assert found == ("T", 50, (300, False))


def test_the_first_weighing_and_one_after_a_month_without() -> None:
    assert judged("male", BORN, weighing(318, 9050), None).status == "B"
    assert judged("male", BORN, weighing(318, 9050), weighing(240, 9000)) == ("O", None, (300, False))


@given(st.sampled_from(["male", "female"]), st.integers(0, 690), st.integers(24, 38), st.floats(-3, 3))
def test_a_child_that_follows_its_curve_gained(sex: str, day: int, gap: int, z: float) -> None:
    """The least gain decides only where the direction of the curve is in doubt."""
    rows = [tables.for_age("wei").lms(sex == "female", at) for at in (day, day + gap)]
    before, now = (round(1000 * lms.measure_at(z, row)) for row in rows)
    assert judged(sex, BORN, weighing(day + gap, now), weighing(day, before)).status in ("N", "O")


@given(st.integers(31, 690), st.integers(24, 38), st.integers(4000, 14_000), st.integers(0, 500))
def test_whoever_loses_weight_did_not_gain(day: int, gap: int, before: int, lost: int) -> None:
    assert judged("female", BORN, weighing(day + gap, before - lost), weighing(day, before)).status in ("T", "O")

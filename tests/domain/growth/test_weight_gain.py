"""The growth card (KMS): least gains, statuses and when to refer."""

import pytest

from kpm_desktop.domain.growth.weight_gain import minimum_gain, reasons_to_refer, status


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
        (["T", "N", "T"], 0.0, []),
        (["T"], None, []),
        (["N"], -3.0, []),
        (["N"], -3.01, ["below_red_line"]),
        (["N"], 1.0, []),
        (["N"], 1.01, ["above_orange_line"]),
        (["T", "T"], -3.5, ["two_without_gain", "below_red_line"]),
    ],
)
def test_when_to_refer(statuses: list[str], z: float | None, reasons: list[str]) -> None:
    """2T, below the red line (BB/U < -3), above the orange line (BB/U > +1)."""
    assert reasons_to_refer(statuses, z) == reasons

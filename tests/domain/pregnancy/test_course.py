"""Weight by body mass index (KIA book 2023), tablets and bottles of MMS (Kepmenkes 1092/2024), codes of checks
(Permenkes 21/2021)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.pregnancy.checks import checks_of, nifas_checks
from kpm_desktop.domain.pregnancy.tablets import bottle_of, tablet_months, total_taken
from kpm_desktop.domain.pregnancy.weight_band import band_for
from kpm_desktop.domain.records.checklists import PregnancyVisit


def visit(day: date, **more: Any) -> PregnancyVisit:
    return PregnancyVisit(id=UUID(int=3), pregnancy_id=UUID(int=1), month=f"{day:%Y-%m}", visit_date=day, **more)


@pytest.mark.parametrize(
    ("grams", "least", "most"),
    [(42_700, 12.5, 18), (43_000, 11.5, 16), (57_700, 11.5, 16), (58_000, 7, 11.5), (69_200, 7, 11.5), (69_400, 5, 9)],
)
def test_the_total_follows_the_body_mass_index(grams: int, least: float, most: float) -> None:
    """A mother of 152 cm: 18,5 is 42,7 kg, 25 is 57,8 kg, 30 is 69,3 kg."""
    band = band_for(grams, 1520)
    assert band is not None
    assert (band.least, band.most) == (least, most)
    assert band.at(40) == (least, most)


def test_the_band_begins_at_nothing_and_goes_straight_from_week_13() -> None:
    band = band_for(52_000, 1520)
    assert band is not None
    assert band.at(0) == (0, 0)
    assert band.at(13) == (0.5, 2)
    low, high = band.at(26.5)
    assert (round(low, 2), round(high, 2)) == (6.0, 9.0)
    assert [band.place(26.5, kg) for kg in (5.9, 6.0, 9.0, 9.1)] == ["below", "within", "within", "above"]


def test_without_height_or_weight_there_is_no_band() -> None:
    assert band_for(None, 1520) is None
    assert band_for(52_000, None) is None


def test_tablets_by_month_and_what_is_left_of_the_bottle() -> None:
    rows = [
        visit(date(2026, 5, 14), iron_tablets=30, iron_kind="fe"),
        visit(date(2026, 6, 14), iron_tablets=30, iron_kind="mms"),
        visit(date(2026, 8, 14), iron_tablets=28),
        visit(date(2026, 9, 14), iron_taken=False),
    ]
    months = tablet_months({row.month: row for row in rows}, "2026-05", "2026-10")
    assert [(each.taken, each.kind) for each in months] == [
        (30, "fe"),
        (30, "mms"),
        (None, "mms"),
        (28, "mms"),
        (0, "mms"),
        (None, "mms"),
    ]
    assert total_taken(months) == 88
    bottle = bottle_of(months)
    assert bottle is not None
    assert (bottle.since, bottle.taken, bottle.left, bottle.proposal) == ("2026-06", 58, 122, 30)


@pytest.mark.parametrize(("taken", "left", "proposal"), [(170, 10, 10), (180, 0, 0), (190, 170, 30)])
def test_a_bottle_proposes_until_it_is_used_up(taken: int, left: int, proposal: int) -> None:
    row = visit(date(2026, 6, 14), iron_tablets=taken, iron_kind="mms")
    bottle = bottle_of(tablet_months({row.month: row}, "2026-06", "2026-06"))
    assert bottle is not None
    assert (bottle.left, bottle.proposal) == (left, proposal)
    assert bottle.taken == 180 - left, "of the newest bottle"


def test_without_mms_there_is_no_bottle() -> None:
    row = visit(date(2026, 6, 14), iron_tablets=30, iron_kind="fe")
    assert bottle_of(tablet_months({row.month: row}, "2026-06", "2026-07")) is None


def test_the_first_check_is_pure_to_week_twelve() -> None:
    begun = date(2026, 3, 24)
    rows = [visit(date(2026, 4, 28), anc_visits=1), visit(date(2026, 7, 14), anc_visits=2), visit(date(2026, 8, 25))]
    assert [(each.code, each.week) for each in checks_of(begun, rows)] == [("K1A K1M", 5), ("K2", 16), ("K3", 16)]
    late = [visit(date(2026, 7, 14), anc_visits=1)]
    assert [each.code for each in checks_of(begun, late)] == ["K1A"]
    assert [(each.code, each.week) for each in checks_of(None, late)] == [("K1A", None)]


def test_nifas_checks_lie_in_their_days() -> None:
    """KF1 to 2 days, KF2 3 to 7, KF3 8 to 28, KF4 29 to 42 (Permenkes 21/2021)."""
    found = list(nifas_checks(date(2026, 12, 29), 1))
    assert [(each.code, each.first, each.last) for each in found] == [
        ("KF 1", date(2026, 12, 29), date(2026, 12, 31)),
        ("KF 2", date(2027, 1, 1), date(2027, 1, 5)),
        ("KF 3", date(2027, 1, 6), date(2027, 1, 26)),
        ("KF 4", date(2027, 1, 27), date(2027, 2, 9)),
    ]
    assert [each.is_had for each in found] == [True, False, False, False]

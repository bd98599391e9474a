"""Percentages and sums: Form 4, tables 1 to 4, of a village and of a larger area (decisions 1 and 16)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.scorecard import Share, add_scorecards
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.scorecard_json import scorecard_document
from tests.support.story import Story


@pytest.mark.parametrize(
    ("received", "should", "percent"),
    [
        (0, 0, None),
        (0, 7, "0.00"),
        (7, 7, "100.00"),
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (5, 7, "71.43"),
        (1, 800, "0.13"),  # 0.125: away from zero
        (3, 800, "0.38"),  # 0.375
        (1, 32, "3.13"),  # 3.125, where rounding to even gives 3.12
        (33, 43, "76.74"),
    ],
)
def test_percent_ties_away_from_zero(received: int, should: int, percent: str | None) -> None:
    assert Share(received, should).percent == (None if percent is None else Decimal(percent))


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_percent_is_the_nearest_hundredth(pair: tuple[int, int]) -> None:
    received, should = pair
    percent = Share(received, should).percent
    assert percent is not None
    error = percent * should - 100 * received
    assert -should <= 200 * error <= should
    assert 200 * error != -should  # a tie is never rounded down


def village(number: int, latrine: bool) -> Story:
    story = Story()
    for count in range(number):
        child = story.child("2025-08-15", full_name=f"Anak {count}")
        story.child_visit(child, "2025-09", has_latrine=latrine, mat_result="green", counselling_father=True)
    story.visit(story.pregnancy(), "2025-09", has_latrine=latrine, is_kek=True)
    story.child("2025-08-15")
    return story


def test_a_larger_area_adds_numerators_and_denominators() -> None:
    """1 of 1 and 0 of 3 are 1 of 4, not half."""
    area = add_scorecards("12.75.01", [village(1, True).card(), village(3, False).card()])
    totals = area.totals
    latrine = next(i for i in totals.indicators if (i.group, i.code) == ("children", "latrine"))
    counselling = next(i for i in totals.indicators if (i.group, i.code) == ("children", "counselling"))
    assert (latrine.share, counselling.men) == (Share(1, 4), 4)
    assert (totals.children, totals.pregnant, totals.pregnant_at_risk, totals.households) == (4, 2, 2, 6)
    assert (totals.mat["green"], totals.not_reported_children) == (4, 2)
    document = scorecard_document(area, Wording())
    assert (document["village_code"], document["people"]) == ("12.75.01", [])


def test_only_like_is_added_to_like() -> None:
    one = village(1, True)
    with pytest.raises(ValueError, match="one quarter"):
        add_scorecards("12", [one.card("2025-Q3"), one.card("2025-Q2")])
    with pytest.raises(ValueError, match="one quarter"):
        add_scorecards("12", [one.card(), one.card(ruleset="OPENSID-COMPAT")])
    with pytest.raises(ValueError, match="at least one"):
        add_scorecards("12", [])


def test_fully_served_and_the_indicator_sum() -> None:
    """Decision 1: table 4 is the sum over indicators; the head count stands beside it."""
    story = Story()
    owned = {"has_safe_water": True, "has_latrine": True, "has_birth_certificate": True}
    served, not_served = story.child("2025-08-15"), story.child("2025-08-15")
    story.child_visit(served, "2025-09", home_visits=2, has_health_insurance=True, **owned)
    story.child_visit(not_served, "2025-09", home_visits=1, has_health_insurance=True, **owned)
    totals = story.card().totals
    assert (totals.fully_served_children, totals.children) == (1, 2)
    assert totals.convergence("children") == Share(9, 10)  # five apply to each: all but one visit


def test_order_of_the_records_does_not_matter() -> None:
    story = village(3, True)
    card = story.card()
    story.records.reverse()
    assert story.card() == card

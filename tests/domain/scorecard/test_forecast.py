"""What can still be reached in a quarter: thresholds from forms 3A and 3B (docs/scorecard.md)."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.scorecard.forecast import Forecast, forecasts, with_row
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.ruleset import MonthsWithYes, RuleSet
from kpm_desktop.domain.scorecard.village import VillageRecords

HOME, MOTHER, CHILD, CARRIED = (UUID(int=n) for n in (1, 2, 3, 4))
TODAY = date(2026, 11, 19)


def child_row(month: str, **values: Any) -> ChildVisit:
    record = derived_id("child_visit", {"person_id": str(CHILD), "month": month})
    assert record is not None
    day = date(int(month[:4]), int(month[5:]), 10)
    return ChildVisit(id=record, person_id=CHILD, month=month, visit_date=day, **values)


def records(*rows: ChildVisit) -> VillageRecords:
    """A boy born on 2 January 2026: ten months in November, band 6–12."""
    return VillageRecords(
        households=[Household(id=HOME, village_code="12.75.01.1001", head_name="Pak Amir")],
        persons=[
            Person(id=CHILD, household_id=HOME, full_name="Ahmad", sex="male", birth_date=date(2026, 1, 2)),
        ],
        child_visits=rows,
    )


def forecast(found: VillageRecords, today: date = TODAY) -> Forecast:
    (one,) = forecasts(found, "2026-11", today, official_rules(Quarter(2026, 4)))
    return one


def codes(lines: list[Any]) -> set[str]:
    return {line.code for line in lines}


def test_counselling_needs_five_of_six_months_so_two_misses_are_too_many() -> None:
    """July and August without: four months are left at most; weighing missed once can still reach five."""
    rows = [
        child_row("2026-07", was_weighed=True),
        child_row("2026-08", was_weighed=True),
        child_row("2026-09", was_weighed=False, counselling_mother=True),
        child_row("2026-10", was_weighed=True, counselling_mother=True),
        child_row("2026-11"),
    ]
    found = forecast(records(*rows))
    assert "counselling" in codes(found.lost)
    assert "weighing" in codes(found.still)


def test_in_a_quarter_that_is_over_nothing_can_be_reached() -> None:
    rows = [child_row("2026-11", was_weighed=True, has_safe_water=True, has_latrine=False)]
    found = forecast(records(*rows), today=date(2027, 1, 3))
    assert found.still == []
    assert "latrine" in codes(found.lost)
    assert codes(found.reached) == {"water"}


def test_a_home_visit_more_is_enough_while_the_quarter_lasts() -> None:
    found = forecast(records(child_row("2026-11", home_visits=1)))
    assert "home_visit" in codes(found.still)
    found = forecast(records(child_row("2026-11", home_visits=2)))
    assert "home_visit" in codes(found.reached)


def test_a_row_that_is_being_entered_counts() -> None:
    held = records(child_row("2026-10"))
    entered = with_row(held, child_row("2026-11", home_visits=2))
    assert "home_visit" in codes(forecast(entered).reached)
    replaced = with_row(entered, child_row("2026-11", home_visits=0))
    assert "home_visit" in codes(forecast(replaced).still)


def test_a_normal_pregnancy_needs_no_home_visit_and_two_checks_in_the_third_trimester() -> None:
    record = derived_id("pregnancy_visit", {"pregnancy_id": str(CARRIED), "month": "2026-11"})
    assert record is not None
    row = PregnancyVisit(
        id=record,
        pregnancy_id=CARRIED,
        month="2026-11",
        visit_date=TODAY,
        is_kek=False,
        is_high_risk=False,
        anc_visits=1,
    )
    found = forecast(
        VillageRecords(
            households=[Household(id=HOME, village_code="12.75.01.1001", head_name="Pak Amir")],
            persons=[Person(id=MOTHER, household_id=HOME, full_name="Siti", sex="female", birth_date=date(1998, 4, 3))],
            pregnancies=[
                Pregnancy(id=CARRIED, person_id=MOTHER, outcome="ongoing", expected_delivery_date=date(2027, 2, 5))
            ],
            pregnancy_visits=[row],
        )
    )
    assert "home_visit" not in codes(list(found.lines))
    assert "anc" in codes(found.still)


def counting(*, yes: tuple[str, ...] = (), value: tuple[str, ...] = ()) -> RuleSet:
    """The rules of the quarter, with weighing told by other answers."""
    rules = official_rules(Quarter(2026, 4))
    indicators = tuple(
        structs.replace(rule, yes_fields=yes, value_fields=value)
        if isinstance(rule, MonthsWithYes) and rule.code == "weighing"
        else rule
        for rule in rules.children.indicators
    )
    return replace(rules, children=structs.replace(rules.children, indicators=indicators))


@pytest.mark.parametrize(
    ("rules", "met"),
    [
        (counting(yes=("vitamin_a",)), {"vitamin_a": True, "was_weighed": False}),
        (counting(value=("weight_g",)), {"vitamin_a": False, "weight_g": 8000}),
    ],
)
def test_what_counts_is_what_the_rules_read(rules: RuleSet, met: dict[str, Any]) -> None:
    """Five of six months: three were met by the answer these rules look at, and two are left."""
    rows = [child_row(month, **met) for month in ("2026-08", "2026-09", "2026-10")]
    (found,) = forecasts(records(*rows), "2026-11", TODAY, rules)
    assert "weighing" in codes(found.still)
    (found,) = forecasts(records(*rows[1:]), "2026-11", TODAY, rules)
    assert "weighing" in codes(found.lost)


_YES = (
    "was_weighed",
    "was_length_measured",
    "counselling_father",
    "counselling_mother",
    "basic_immunization_received",
    "immunization_up_to_date",
    "has_safe_water",
    "has_latrine",
    "has_birth_certificate",
    "has_health_insurance",
    "parenting_attended",
)
ROW = st.fixed_dictionaries({name: st.sampled_from([None, True, False]) for name in _YES}).flatmap(
    lambda answers: st.integers(0, 3).map(lambda visits: {**answers, "home_visits": visits})
)
MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12")


@given(st.dictionaries(st.sampled_from(MONTHS), ROW), st.sampled_from(MONTHS))
def test_what_is_lost_stays_lost_and_what_can_be_reached_is_by_doing_everything(
    said: dict[str, dict[str, Any]], month: str
) -> None:
    """Every cell that applies is in one of three groups; doing everything in this month moves none out of reach and
    loses none that was reached."""
    today = date(int(month[:4]), int(month[5:]), 19)
    rows = [child_row(m, **values) for m, values in said.items() if m <= month]
    before = forecasts(records(*rows), month, today, official_rules(Quarter.of(month)))
    for one in before:
        groups = [codes(one.still), codes(one.lost), codes(one.reached)]
        assert sum(map(len, groups)) == len(set().union(*groups)) == len(one.lines)
    best = dict.fromkeys(_YES, True)
    done = [row for row in rows if row.month != month] + [child_row(month, home_visits=31, **best)]
    after = {one.id: one for one in forecasts(records(*done), month, today, official_rules(Quarter.of(month)))}
    for one in before:
        assert codes(after[one.id].lost) <= codes(one.lost)
        assert codes(one.reached) <= codes(after[one.id].reached)

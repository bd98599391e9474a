"""Who is to be visited in a month: the spans of docs/scorecard.md, decision 6, by month."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.domain.calendar import Month, Quarter, month_of
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy, due_from_month
from kpm_desktop.domain.roster import Target, roster
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.targets import month_in_progress, should_be_monitored
from kpm_desktop.domain.scorecard.village import VillageRecords, arrange

HOME, MOTHER, CHILD, CARRIED = (UUID(int=n) for n in (1, 2, 3, 4))
TODAY = date(2026, 11, 19)


def home(**values: Any) -> Household:
    return Household(id=HOME, village_code="12.75.01.1001", head_name="Pak Amir", **values)


def mother(**values: Any) -> Person:
    return Person(id=MOTHER, household_id=HOME, full_name="Siti", sex="female", birth_date=date(1998, 4, 3), **values)


def child(born: date, **values: Any) -> Person:
    return Person(id=CHILD, household_id=HOME, full_name="Ahmad", sex="male", birth_date=born, **values)


def carried(**values: Any) -> Pregnancy:
    return Pregnancy(**{"id": CARRIED, "person_id": MOTHER, "outcome": "ongoing", **values})


def targets(month: str = "2026-11", **records: Any) -> list[Target]:
    village = arrange(VillageRecords(**{"households": [home()], **records}))
    return roster(village, Month(month), official_rules(Quarter.of(month)), TODAY)


@pytest.mark.parametrize(
    ("due", "month", "expected"),
    [
        (date(2027, 8, 7), "2026-10", True),  # 280 days before: 31 October 2026
        (date(2027, 8, 8), "2026-10", False),
        (date(2027, 8, 8), "2026-11", True),
        (date(2026, 9, 19), "2026-10", True),  # 42 days after: 31 October
        (date(2026, 9, 19), "2026-11", False),
    ],
)
def test_a_pregnancy_is_a_target_from_its_beginning_to_six_weeks_after_it_was_due(
    due: date, month: str, expected: bool
) -> None:
    found = targets(month, persons=[mother()], pregnancies=[carried(expected_delivery_date=due)])
    assert bool(found) is expected


def test_after_birth_the_mother_stays_for_six_weeks() -> None:
    born = carried(outcome="live_birth", delivery_date=date(2026, 10, 25))
    (found,) = targets(persons=[mother()], pregnancies=[born])
    assert found.is_postpartum
    assert found.days == 25
    assert found.months is None
    assert [(notice.code, notice.number) for notice in found.notices] == [("pnc_due", 1)]
    assert targets("2027-01", persons=[mother()], pregnancies=[born]) == []


@pytest.mark.parametrize(
    ("born", "kind"),
    [
        (date(2026, 11, 30), "child"),
        (date(2024, 12, 1), "child"),  # 23 completed months on the 30th
        (date(2024, 11, 30), None),  # 24 on the 30th, and not yet 24 today
        (date(2024, 11, 19), "older_child"),
        (date(2019, 11, 20), "older_child"),  # 83 completed months
        (date(2019, 11, 19), None),
    ],
)
def test_children_by_age(born: date, kind: str | None) -> None:
    found = targets(persons=[child(born)])
    assert [one.kind for one in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("status", "day", "month", "gone"),
    [
        ("moved_out", date(2026, 11, 1), "2026-11", True),
        ("moved_out", date(2026, 11, 19), "2026-11", True),  # today
        ("moved_out", date(2026, 11, 1), "2026-10", False),  # October as it was
        ("died", date(2026, 10, 31), "2026-11", True),
        ("died", date(2026, 10, 31), "2026-10", True),
        ("moved_out", None, "2026-10", True),
    ],
)
def test_who_left_is_visited_no_more(status: str, day: date | None, month: str, gone: bool) -> None:
    left = {"status": status, "status_date": day}
    (found,) = targets(month, persons=[child(date(2026, 1, 2), **left)])
    assert (found.is_due, found.gone) == (not gone, status if gone else "")
    assert [notice.code for notice in found.notices] == [status] * gone


def test_with_a_household_everybody_in_it_leaves() -> None:
    left = home(status="moved_out", status_date=date(2026, 11, 5))
    (found,) = targets(households=[left], persons=[child(date(2026, 1, 2))])
    assert (found.is_due, found.gone) == (False, "moved_out")


def test_who_left_after_the_visit_keeps_it_and_is_marked() -> None:
    row = ChildVisit(id=UUID(int=9), person_id=CHILD, month="2026-11", visit_date=date(2026, 11, 3), vitamin_a=True)
    moved = child(date(2026, 1, 2), status="moved_out", status_date=date(2026, 11, 10))
    (found,) = targets(persons=[moved], child_visits=[row])
    assert (found.is_due, found.row, [one.code for one in found.notices]) == (True, row, ["moved_out"])


def test_a_birth_leaves_the_months_before_it_as_they_were() -> None:
    row = PregnancyVisit(
        id=UUID(int=9), pregnancy_id=CARRIED, month="2026-10", visit_date=date(2026, 10, 14), anc_visits=1
    )
    later = PregnancyVisit(
        id=UUID(int=8), pregnancy_id=CARRIED, month="2026-11", visit_date=date(2026, 11, 14), pnc_visits=1
    )
    dates = {"expected_delivery_date": date(2026, 11, 20)}
    before = targets("2026-10", persons=[mother()], pregnancies=[carried(**dates)], pregnancy_visits=[row])
    born = carried(**dates, outcome="live_birth", delivery_date=date(2026, 11, 12))
    records: dict[str, Any] = {"persons": [mother()], "pregnancies": [born], "pregnancy_visits": [row, later]}
    (then,), (now,) = targets("2026-10", **records), targets(**records)
    assert (then.is_postpartum, then.months, then.days, then.notices) == (False, before[0].months, None, ())
    assert (now.is_postpartum, now.months, now.days) == (True, None, 7)
    assert [(notice.code, notice.number) for notice in now.notices] == [("pnc_due", 2)]


@given(st.dates(date(2026, 6, 1), TODAY), st.integers(-330, 330), st.integers(0, 12))
def test_nobody_is_days_after_a_birth_that_is_still_to_come(born: date, due_in: int, back: int) -> None:
    ended = carried(outcome="live_birth", delivery_date=born, expected_delivery_date=born + timedelta(days=due_in))
    month = (Month("2026-11") + -back).text
    for found in targets(month, persons=[mother()], pregnancies=[ended]):
        assert found.days is None or found.days >= 0
        assert found.is_postpartum is (born <= min(TODAY, Month(month).last))


def test_a_pregnancy_nobody_knows_the_date_of_is_visited_until_it_ends() -> None:
    unknown: dict[str, Any] = {"persons": [mother()], "pregnancies": [carried()]}
    assert [found.months for found in targets(**unknown)] == [None]
    assert targets("2026-10", **unknown) == []  # nobody knows whether she was pregnant then
    typed = PregnancyVisit(
        id=UUID(int=9), pregnancy_id=CARRIED, month="2026-09", visit_date=date(2026, 9, 14), gestational_age_months=5
    )
    told: dict[str, Any] = {**unknown, "pregnancy_visits": [typed]}
    assert [found.months for month in ("2026-06", "2026-10", "2026-11") for found in targets(month, **told)] == [
        None,
        6,
        7,
    ]
    assert targets("2026-03", **told) == []


@given(st.integers(1, 10), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_month_that_was_told_is_the_month_she_is_in(months: int, on: date) -> None:
    """The month in progress of decision 8 on that day."""
    rules = official_rules(Quarter.of(month_of(TODAY))).pregnancies
    assert month_in_progress(due_from_month(months, on), on, rules) == months
    told = carried(gestational_age_months=months, gestational_age_on=on)
    assert told.due() == due_from_month(months, on)
    assert should_be_monitored(told, Month(month_of(on)), rules)


def test_what_the_health_worker_told_last_counts() -> None:
    rows = [
        ChildVisit(
            id=UUID(int=10),
            person_id=CHILD,
            month="2026-09",
            visit_date=date(2026, 9, 10),
            nutrition_class="undernourished",
            is_stunted=True,
            mat_result="red",
        ),
        ChildVisit(
            id=UUID(int=11),
            person_id=CHILD,
            month="2026-10",
            visit_date=date(2026, 10, 10),
            nutrition_class="normal",
            mat_result="not_measured",
        ),
    ]
    (found,) = targets(persons=[child(date(2026, 1, 2))], child_visits=rows)
    assert [notice.code for notice in found.notices] == ["stunted"]
    assert found.row is None
    assert found.last is not None
    assert found.last.month == "2026-10"


@pytest.mark.parametrize(
    ("before", "gain", "expected"),
    [
        (9000, 50, ["not_gaining"]),
        (9000, 250, []),
        (12_000, 150, ["not_gaining"]),
        (12_000, 300, []),
    ],
    ids=["less", "less, along its curve", "less, below its curve", "enough, below its curve"],
)
def test_a_weight_that_gained_less_than_the_card_asks_for(before: int, gain: int, expected: list[str]) -> None:
    """Growth card (KMS): a boy of ten months gains at least 300 g or follows his curve (BB/U falls by at most 0.10)."""
    rows = [
        ChildVisit(id=UUID(int=20 + at), person_id=CHILD, month=month, visit_date=date(2026, at, 10), weight_g=weight)
        for at, month, weight in ((10, "2026-10", before), (11, "2026-11", before + gain))
    ]
    (found,) = targets(persons=[child(date(2025, 12, 20))], child_visits=rows)
    assert [notice.code for notice in found.notices] == expected


def test_the_month_of_pregnancy_follows_from_the_due_date() -> None:
    """Decision 8: month in progress, floor(days / 30.4375) + 1; due in 78 days means day 202, month 7."""
    rows = [
        PregnancyVisit(
            id=UUID(int=30), pregnancy_id=CARRIED, month="2026-10", visit_date=date(2026, 10, 14), is_kek=True
        )
    ]
    pregnancy = carried(expected_delivery_date=date(2027, 2, 5))
    (found,) = targets(persons=[mother()], pregnancies=[pregnancy], pregnancy_visits=rows)
    assert found.months == 7
    assert [notice.code for notice in found.notices] == ["kek"]


@pytest.mark.parametrize(
    ("said", "is_visited"),
    [
        ({}, False),
        ({"place": "home"}, False),
        ({"note": "tidak di rumah"}, False),
        ({"illnesses": []}, False),
        ({"was_weighed": False}, True),
        ({"home_visits": 0}, True),
        ({"illnesses": ["cough"]}, True),
    ],
)
def test_a_visit_is_made_of_answers(said: dict[str, Any], is_visited: bool) -> None:
    row = ChildVisit(id=UUID(int=9), person_id=CHILD, month="2026-11", visit_date=date(2026, 11, 4), **said)
    (found,) = targets(persons=[child(date(2026, 1, 2))], child_visits=[row])
    assert found.row == row
    assert (found.visit, found.last) == ((row, row) if is_visited else (None, None))


def test_signs_of_danger_are_told_in_their_month() -> None:
    rows = [
        PregnancyVisit(
            id=UUID(int=n), pregnancy_id=CARRIED, month=f"2026-{n}", visit_date=date(2026, n, 4), danger_signs=signs
        )
        for n, signs in ((10, ["bleeding"]), (11, None))
    ]
    due = carried(expected_delivery_date=date(2027, 2, 5))
    for month, codes in (("2026-10", ["danger_signs"]), ("2026-11", [])):
        (found,) = targets(month, persons=[mother()], pregnancies=[due], pregnancy_visits=rows)
        assert [notice.code for notice in found.notices] == codes


@pytest.mark.parametrize(("visited", "kind"), [(date(2026, 11, 9), "child"), (date(2026, 11, 10), "older_child")])
def test_a_child_leaves_form_2b_on_its_second_birthday_whatever_is_weighed_after(visited: date, kind: str) -> None:
    row = ChildVisit(id=UUID(int=9), person_id=CHILD, month="2026-11", visit_date=visited, weight_g=11000)
    (found,) = targets(persons=[child(date(2024, 11, 10))], child_visits=[row])
    assert found.kind == kind
    assert found.row == row

"""Who is to be visited in a month: the spans of docs/scorecard.md, decision 6, by month."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.calendar import Month
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.places import Household, Person, Pregnancy
from kpm_desktop.domain.roster import Target, roster
from kpm_desktop.domain.scorecard.ruleset import load_ruleset
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
    return roster(village, Month(month), load_ruleset("KPM-2018"), TODAY)


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
    assert [(remark.code, remark.number) for remark in found.remarks] == [("pnc_due", 1)]
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
    ("status", "day", "expected"),
    [
        ("moved_out", date(2026, 11, 1), False),
        ("moved_out", date(2026, 11, 2), True),
        ("died", date(2026, 10, 31), False),
        ("moved_out", None, False),
    ],
)
def test_who_left_is_a_target_while_they_were_there(status: str, day: date | None, expected: bool) -> None:
    found = targets(persons=[child(date(2026, 1, 2), status=status, status_date=day)])
    assert bool(found) is expected


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
    assert [remark.code for remark in found.remarks] == ["stunted"]
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
    assert [remark.code for remark in found.remarks] == expected


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
    assert [remark.code for remark in found.remarks] == ["kek"]

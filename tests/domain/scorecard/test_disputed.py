"""Which cells rest on a field in conflict."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from kpm_desktop.domain.records.base import Record
from tests.support.story import Story


def resting(story: Story, record: Record, field: str, quarter: str = "2025-Q3") -> dict[UUID | None, tuple[str, ...]]:
    card = story.card(quarter, conflicts=frozenset({(record.KIND, record.id, field)}))
    return {entry.target: entry.cells for entry in card.disputed}


@pytest.fixture
def told() -> tuple[Story, dict[str, Any]]:
    """A child of 10 months with rows in May and September, and a woman with KEK."""
    story = Story()
    home = story.household()
    child = story.child("2024-11-10", home)
    may = story.child_visit(child, "2025-05", was_weighed=True, has_latrine=True)
    september = story.child_visit(child, "2025-09", was_weighed=True, mat_result="green")
    dose = story.dose(child, "HB0-1")
    pregnancy = story.pregnancy(story.person(home))
    row = story.visit(pregnancy, "2025-09", is_kek=True, home_visits=1)
    records = {"home": home, "child": child, "may": may, "september": september, "dose": dose}
    return story, records | {"pregnancy": pregnancy, "row": row}


CHILD_CELLS = 10
MOTHER_CELLS = 8


@pytest.mark.parametrize(
    ("record", "field", "cells"),
    [
        ("may", "was_weighed", ("weighing",)),
        ("may", "weight_g", ("weighing",)),
        ("may", "has_latrine", None),  # another quarter's possession
        ("may", "visit_date", None),  # not the last row
        ("may", "counselling_father", ("counselling",)),
        ("september", "has_latrine", ("latrine",)),
        ("september", "home_visits", ("home_visit",)),
        ("september", "mat_result", ()),
        ("september", "muac_mm", None),
        ("dose", "given_date", ("immunization",)),
        ("row", "is_kek", ("home_visit",)),
        ("row", "iron_taken", ("iron",)),
        ("row", "pnc_visits", None),  # not delivered
        ("row", "note", None),
        ("child", "full_name", None),
        ("home", "phone", None),
    ],
)
def test_cells(told: tuple[Story, dict[str, Any]], record: str, field: str, cells: tuple[str, ...] | None) -> None:
    story, records = told
    target = records["pregnancy"] if record == "row" else records["child"]
    expected = {} if cells is None else {target.id: cells}
    assert resting(story, records[record], field) == expected


@pytest.mark.parametrize(
    ("record", "field", "counts"),
    [
        ("september", "visit_date", [CHILD_CELLS]),
        ("september", "status", [CHILD_CELLS]),
        ("child", "birth_date", [CHILD_CELLS]),
        ("child", "status", [CHILD_CELLS]),
        ("home", "status", [MOTHER_CELLS, CHILD_CELLS]),
        ("pregnancy", "expected_delivery_date", [MOTHER_CELLS]),
        ("row", "gestational_age_months", [MOTHER_CELLS]),
    ],
)
def test_whole_targets(told: tuple[Story, dict[str, Any]], record: str, field: str, counts: list[int]) -> None:
    story, records = told
    assert sorted(len(cells) for cells in resting(story, records[record], field).values()) == counts


def test_a_conflict_that_decides_whether_there_is_a_target() -> None:
    story = Story()
    child = story.child("2025-01-15", status="entered_in_error")
    story.child_visit(child, "2025-09")
    assert resting(story, child, "status") == {None: ()}


def test_a_members_conflict_is_the_groups(told: tuple[Story, dict[str, Any]]) -> None:
    story, records = told
    child = records["child"]
    double = story.child("2024-11-10")
    august = story.child_visit(double, "2025-08", was_weighed=True)
    assert resting(story, august, "was_weighed") == {double.id: ("weighing",)}
    story.replace(double, msgspec.structs.replace(double, merged_into_id=child.id))
    assert resting(story, august, "was_weighed") == {child.id: ("weighing",)}


def test_attendance_in_the_quarter() -> None:
    story = Story()
    child = story.child("2021-01-15")
    row = story.attends(child, "2025-09")
    assert resting(story, row, "attendance") == {child.id: ("paud",)}
    assert resting(story, row, "attendance", "2025-Q2") == {}


def test_without_conflicts_nothing_rests_on_one(told: tuple[Story, dict[str, Any]]) -> None:
    assert told[0].card().disputed == ()
    unknown = frozenset({("child_visit", UUID(int=12345), "weight_g"), ("referral", UUID(int=1), "result")})
    assert told[0].card(conflicts=unknown).disputed == ()

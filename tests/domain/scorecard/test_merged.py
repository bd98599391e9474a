"""Records merged into each other count once, at every level."""

from uuid import UUID

import msgspec
import pytest

from kpm_desktop.domain.records.base import Record
from tests.support.story import Story


def merge(story: Story, record: Record, into: UUID) -> None:
    story.replace(record, msgspec.structs.replace(record, merged_into_id=into))


def test_one_child_entered_twice() -> None:
    story = Story()
    home = story.household()
    kept, double = story.child("2024-11-10", home, full_name="Anak"), story.child("2024-11-10", home)
    story.child_visits(kept, ["2025-04", "2025-05", "2025-06"], was_weighed=True)
    story.child_visits(double, ["2025-06", "2025-07", "2025-08"], was_weighed=True, home_visits=1)
    story.dose(kept, "HB0-1")
    story.dose(double, "HB0-1")
    story.dose(double, "BCG-1")
    assert len(story.card().children) == 1
    assert len(story.card().not_reported) == 1
    merge(story, double, kept.id)
    row = story.infant()
    assert (row.id, row.name) == (kept.id, "Anak")
    assert row.cells["weighing"].why.params["count"] == 5
    assert row.cells["immunization"].why.params["count"] == 2
    assert story.card().not_reported == ()


def test_two_rows_of_one_month_count_once() -> None:
    """Read as one: the representative's value, an empty one from the other; never added."""
    story = Story()
    kept, double = story.child("2024-11-10"), story.child("2024-11-10")
    story.child_visit(kept, "2025-09", home_visits=1, has_latrine=True)
    story.child_visit(double, "2025-09", home_visits=2, has_latrine=False, has_safe_water=True)
    merge(story, double, kept.id)
    cells = story.infant().cells
    assert (cells["home_visit"].value, cells["latrine"].value, cells["water"].value) == ("T", "Y", "Y")


def test_one_pregnancy_entered_twice() -> None:
    story = Story()
    mother = story.person()
    kept, double = story.pregnancy(mother), story.pregnancy(mother)
    story.visit(kept, "2025-07", anc_visits=1)
    story.visit(double, "2025-08", anc_visits=1, gestational_age_months=7)
    merge(story, double, kept.id)
    row = story.mother()
    assert (row.id, row.band, row.cells["anc"].value) == (kept.id, "trimester_3", "Y")


def test_merged_mothers_keep_two_pregnancies() -> None:
    """Only what is linked is the same."""
    story = Story()
    one, two = story.person(), story.person()
    for mother in (one, two):
        story.visit(story.pregnancy(mother), "2025-09")
    assert story.card().totals.households == 2
    merge(story, two, one.id)
    totals = story.card().totals
    assert (totals.pregnant, totals.households) == (2, 1)


def test_merged_households_are_one() -> None:
    story = Story()
    homes = [story.household(), story.household(), story.household()]
    for home in homes:
        story.child_visit(story.child("2025-01-15", home), "2025-09")
    merge(story, homes[0], homes[1].id)
    merge(story, homes[1], homes[2].id)
    assert story.card().totals.households == 1


@pytest.mark.parametrize("wrong", [0, 1])
def test_a_group_is_hidden_only_if_all_are_in_error(wrong: int) -> None:
    story = Story()
    children = [story.child("2025-01-15"), story.child("2025-01-15")]
    story.child_visit(children[0], "2025-09")
    bad = msgspec.structs.replace(children[wrong], status="entered_in_error")
    story.replace(children[wrong], bad)
    merge(story, story.records[1], children[1].id)
    assert len(story.card().children) == 1


def test_a_hidden_household_group_hides_its_people() -> None:
    story = Story()
    homes = [story.household(status="entered_in_error"), story.household(status="entered_in_error")]
    story.child_visit(story.child("2025-01-15", homes[0]), "2025-09")
    merge(story, homes[0], homes[1].id)
    assert story.card().children == ()


def test_merged_into_a_record_not_held() -> None:
    story = Story()
    missing = UUID(int=999)
    one, two = story.child("2025-01-15"), story.child("2025-01-15")
    story.child_visit(one, "2025-08", home_visits=1)
    story.child_visit(two, "2025-09", home_visits=1)
    merge(story, one, missing)
    merge(story, two, missing)
    assert story.infant().cells["home_visit"].value == "Y"

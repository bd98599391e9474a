"""The charts of a child as they are read: linked entries as one, what was confirmed, its home and mother."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kpm_desktop.commands.growth.child_growth import child_growth
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.growth.chart_lines import CHARTS
from kpm_desktop.domain.records.identity import derived_id, new_id
from tests.support.children import THRIVING, TODAY, child
from tests.support.profiles import VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with cadre(tmp_path, "Ibu Sari") as opened:
        yield opened


def test_four_charts_from_birth_to_the_newest_visit(store: Store) -> None:
    found = child_growth(store, child(store))
    assert tuple(found.charts) == CHARTS
    assert [len(found.charts[key].points) for key in CHARTS] == [16, 3, 3, 0]
    assert [len(found.charts[key].used) for key in CHARTS] == [15, 3, 3, 0]
    assert (found.mother, found.posyandu, found.cadre, found.region) == ("Latifah", "Kenanga", "Ibu Sari", VILLAGE)
    assert found.household is not None
    assert found.household.head_name == "Hamdani"


def test_a_confirmed_measure_is_used(store: Store) -> None:
    """A flag answer about the visit's `measure.gained`, as the visit and the list of findings both write it."""
    made = child(store)
    visit = derived_id("child_visit", {"person_id": str(made), "month": "2026-07"})
    for rule in ("gained", "implausible_wei", "implausible_wfl"):
        answer = {"about_kind": "child_visit", "about_id": visit, "rule": rule, "answer": "confirmed"}
        save_records(store, [Edit("flag_answer", answer)], today=TODAY, sure=True)
    weight = child_growth(store, made).charts["wei"]
    assert "2026-07" in [point.month for point in weight.used]


def test_linked_entries_of_one_child_are_one_line(store: Store) -> None:
    made, twice = child(store, THRIVING), new_id()
    person = {"household_id": new_id(), "full_name": "Alya P.", "sex": "female", "birth_date": date(2025, 8, 4)}
    home = {"village_code": VILLAGE, "head_name": "Hamdan"}
    visit = {"person_id": twice, "month": "2026-07", "visit_date": date(2026, 7, 13), "weight_g": 8000}
    edits = [Edit("household", home, person["household_id"]), Edit("person", person, twice)]  # type: ignore[arg-type]
    save_records(store, [*edits, Edit("child_visit", visit)], today=TODAY, sure=True)
    save_records(store, [Edit("person", {"merged_into_id": made}, twice)], today=TODAY, sure=True)
    months = [point.month for point in child_growth(store, made).charts["wei"].points]
    assert months == ["", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]
    assert [point.month for point in child_growth(store, twice).charts["wei"].points] == months


def test_a_visit_entered_in_error_is_no_point(store: Store) -> None:
    made = child(store, THRIVING)
    visit = derived_id("child_visit", {"person_id": str(made), "month": "2026-10"})
    assert visit is not None
    save_records(store, [Edit("child_visit", {"status": "entered_in_error"}, visit)], today=TODAY, sure=True)
    assert "2026-10" not in [point.month for point in child_growth(store, made).charts["wei"].points]


def test_somebody_who_is_not_held_is_refused(store: Store) -> None:
    with pytest.raises(Refused):
        child_growth(store, new_id())

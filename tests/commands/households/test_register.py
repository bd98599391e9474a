"""Who enters the register and how they leave it (docs/records.md; forms.md's target groups)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households.end_pregnancy import end_pregnancy
from kpm_desktop.commands.households.household_view import HouseholdView, household_view
from kpm_desktop.commands.households.move_out import move_out
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.households.register_birth import register_birth
from kpm_desktop.commands.households.register_household import register_household
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.households.register_pregnancy import register_pregnancy
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.commands.records.save_records import Doubted
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.person import Person
from tests.support.family import MONTH, TODAY, family
from tests.support.profiles import VILLAGE, cadre

BIRTH = {
    "outcome": "live_birth",
    "delivery_date": date(2026, 11, 14),
    "delivery_place": "facility",
    "birth_attendant": "midwife",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    assert check_profile(opened).is_sound
    opened.close()


def persons(store: Store, household: UUID) -> dict[str, Person]:
    return {member.person.full_name: member.person for member in seen(store, household).members}


def seen(store: Store, household: UUID) -> HouseholdView:
    return household_view(store, household)


def names(store: Store, month: str = MONTH) -> set[str]:
    return {row.name for row in target_list(store, month, today=TODAY).due}


def refusals(*errors: Any) -> list[tuple[int, str, str]]:
    (error,) = errors
    return [(one.record, one.field, one.why.code) for one in error.objections]


def test_a_new_household_with_a_pregnant_woman_is_on_the_list(store: Store) -> None:
    home = register_household(store, {"village_code": VILLAGE, "head_name": "Pak Amir"}, today=TODAY)
    woman = {"full_name": "Dewi", "sex": "female", "birth_date": date(2000, 2, 1), "nik_kind": "none"}
    carried = {"last_menstrual_date": date(2026, 6, 1)}
    register_person(store, home, woman, pregnancy=carried, today=TODAY)
    (row,) = target_list(store, MONTH, today=TODAY).due
    assert (row.name, row.months, row.kind) == ("Dewi", 6, "pregnancy")


def test_a_woman_is_not_pregnant_twice_at_once(store: Store) -> None:
    made = family(store)
    with pytest.raises(Objected) as caught:
        register_pregnancy(store, made.mother, {"last_menstrual_date": date(2026, 9, 1)}, today=TODAY)
    assert refusals(caught.value) == [(0, "outcome", "entry.already_pregnant")]
    end_pregnancy(store, made.pregnancy, {"outcome": "miscarriage", "ended_on": date(2026, 8, 1)}, today=TODAY)
    register_pregnancy(store, made.mother, {"last_menstrual_date": date(2026, 9, 1)}, today=TODAY)
    assert [one.outcome for one in seen(store, made.household).members[0].pregnancies] == ["ongoing", "miscarriage"]


def test_twins_are_one_pregnancy_and_two_children(store: Store) -> None:
    made = family(store)
    twins = [
        {"full_name": "Hasan", "sex": "male", "birth_weight_g": 2400},
        {"full_name": "Husna", "sex": "female", "birth_weight_g": 2300, "nik_kind": "none"},
    ]
    register_birth(store, made.pregnancy, BIRTH, twins, today=TODAY)
    found = persons(store, made.household)
    assert [(found[name].birth_order, found[name].birth_date) for name in ("Hasan", "Husna")] == [
        (1, date(2026, 11, 14)),
        (2, date(2026, 11, 14)),
    ]
    assert {found[name].mother_id for name in ("Hasan", "Husna")} == {made.mother}
    assert {"Hasan", "Husna", "Siti Rahmah"} <= names(store), "the mother is postpartum"


def test_a_birth_with_a_bad_child_changes_nothing(store: Store) -> None:
    made = family(store)
    with pytest.raises(Objected) as caught:
        register_birth(store, made.pregnancy, BIRTH, [{"sex": "male"}], today=TODAY)
    assert refusals(caught.value) == [(1, "full_name", "rules.missing")]
    with pytest.raises(Objected) as caught:
        register_birth(store, made.pregnancy, BIRTH, [], today=TODAY)
    assert refusals(caught.value) == [(0, "outcome", "entry.no_child")]
    (mother,) = (member for member in seen(store, made.household).members if member.pregnancies)
    assert mother.pregnancies[0].outcome == "ongoing"


def test_a_stillbirth_needs_its_date_and_no_child(store: Store) -> None:
    made = family(store)
    with pytest.raises(Objected) as caught:
        end_pregnancy(store, made.pregnancy, {"outcome": "stillbirth"}, today=TODAY)
    assert refusals(caught.value) == [(0, "delivery_date", "rules.needed_for")]
    register_birth(store, made.pregnancy, {**BIRTH, "outcome": "stillbirth"}, [], today=TODAY)


def test_a_child_whose_mother_died_has_a_guardian(store: Store) -> None:
    made = family(store)
    assert record_death(store, made.mother, date(2026, 11, 5), guardian="Nenek Salma", today=TODAY) == 1
    assert persons(store, made.household)["Ahmad Fauzi"].guardian_name == "Nenek Salma"
    assert "Ahmad Fauzi" in names(store, MONTH)
    assert "Siti Rahmah" not in names(store, "2026-12")


def test_a_household_moves_out_with_everybody_in_it(store: Store) -> None:
    made = family(store)
    move_out(store, "household", made.household, date(2026, 11, 1), today=TODAY)
    assert names(store) == set()
    assert names(store, "2026-10") == {"Siti Rahmah", "Ahmad Fauzi"}
    with pytest.raises(Objected):
        move_out(store, "person", made.child, date(2026, 11, 20), today=TODAY)


def test_what_was_entered_in_error_can_be_taken_back(store: Store) -> None:
    made = family(store)
    enter_in_error(store, "person", made.child, today=TODAY)
    assert names(store) == {"Siti Rahmah"}
    assert persons(store, made.household)["Ahmad Fauzi"].status == "entered_in_error"
    take_back(store, "person", made.child, today=TODAY)
    assert names(store) == {"Siti Rahmah", "Ahmad Fauzi"}


def test_a_temporary_nik_has_seventeen_digits(store: Store) -> None:
    made = family(store)
    short = {"nik": "1275014304980001", "nik_kind": "temporary"}
    with pytest.raises(Objected) as caught:
        correct_record(store, "person", made.child, short, today=TODAY, sure=True)
    assert refusals(caught.value) == [(0, "nik", "rules.nik_length")]
    longer = {"nik": "12750143049800011", "nik_kind": "temporary"}
    assert correct_record(store, "person", made.child, longer, today=TODAY, sure=True) == 1


def test_an_unlikely_nik_asks_first(store: Store) -> None:
    made = family(store)
    with pytest.raises(Doubted):
        correct_record(store, "person", made.mother, {"nik": "1275010101900001"}, today=TODAY)

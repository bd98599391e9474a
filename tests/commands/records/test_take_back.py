"""Undoing a status gives back exactly what was there before; a birth is recorded once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.move_out import move_out
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.households.register_birth import register_birth
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from tests.support.family import TODAY, Family, family
from tests.support.profiles import cadre

DIED, LEFT = date(2026, 11, 5), date(2026, 11, 7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    assert check_profile(opened).is_sound
    opened.close()


def standing(store: Store, made: Family) -> dict[UUID, tuple[str, date | None]]:
    """Status and its day of the household and everybody in it."""
    view = household_view(store, made.household)
    people = {one.person.id: (one.person.status, one.person.status_date) for one in view.members}
    return {made.household: (view.household.status, view.household.status_date), **people}


def test_a_household_that_did_not_move_comes_back_with_everybody_who_left_with_it(store: Store) -> None:
    made = family(store)
    before = standing(store, made)
    move_out(store, "household", made.household, LEFT, today=TODAY)
    assert standing(store, made) == dict.fromkeys(before, ("moved_out", LEFT))
    take_back(store, "household", made.household, today=TODAY)
    assert standing(store, made) == before
    assert len(target_list(store, "2026-12", today=date(2026, 12, 1)).due) == 2


def test_who_had_left_or_died_before_does_not_come_back_with_the_household(store: Store) -> None:
    made = family(store)
    record_death(store, made.mother, DIED, today=TODAY)
    move_out(store, "person", made.child, DIED, today=TODAY)
    before = standing(store, made)
    move_out(store, "household", made.household, LEFT, today=TODAY)
    take_back(store, "household", made.household, today=TODAY)
    assert standing(store, made) == before


@pytest.mark.parametrize("hidden", ["mother", "household"])
def test_what_was_hidden_by_mistake_is_what_it_was_before(store: Store, hidden: str) -> None:
    made = family(store)
    record_death(store, made.mother, DIED, today=TODAY)
    move_out(store, "household", made.household, LEFT, today=TODAY)
    before = standing(store, made)
    kind, record = ("household", made.household) if hidden == "household" else ("person", made.mother)
    enter_in_error(store, kind, record, today=TODAY)
    assert standing(store, made)[record][0] == "entered_in_error"
    take_back(store, kind, record, today=TODAY)
    assert standing(store, made) == before


def test_a_death_recorded_by_mistake_is_undone(store: Store) -> None:
    made = family(store)
    before = standing(store, made)
    record_death(store, made.child, DIED, today=TODAY)
    take_back(store, "person", made.child, today=TODAY)
    enter_in_error(store, "person", made.child, today=TODAY)
    take_back(store, "person", made.child, today=TODAY)
    assert standing(store, made) == before


def test_a_pregnancy_entered_in_error_comes_back(store: Store) -> None:
    made = family(store)
    enter_in_error(store, "pregnancy", made.pregnancy, today=TODAY)
    take_back(store, "pregnancy", made.pregnancy, today=TODAY)
    (pregnancy,) = (one for member in household_view(store, made.household).members for one in member.pregnancies)
    assert (pregnancy.status, pregnancy.outcome) == ("active", "ongoing")


def test_a_birth_pressed_twice_is_recorded_once(store: Store) -> None:
    made = family(store)
    birth = {"outcome": "live_birth", "delivery_date": date(2026, 11, 14)}
    child = {"full_name": "Hasan", "sex": "male"}
    register_birth(store, made.pregnancy, birth, [child], today=TODAY)
    with pytest.raises(Objected) as caught:
        register_birth(store, made.pregnancy, birth, [child], today=TODAY)
    assert [one.why.code for one in caught.value.objections] == ["entry.already_ended"]
    assert len(household_view(store, made.household).members) == 3


def test_clocks_do_not_decide_what_stood_before(store: Store) -> None:
    made = family(store)
    record_death(store, made.child, DIED, today=TODAY, clock=lambda: datetime(2030, 1, 1, tzinfo=UTC))
    take_back(store, "person", made.child, today=TODAY, clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))
    enter_in_error(store, "person", made.child, today=TODAY, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    take_back(store, "person", made.child, today=TODAY)
    assert standing(store, made)[made.child] == ("active", None)

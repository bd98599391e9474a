"""A person recorded in two villages of one profile: proposed, told apart, or noted as moved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.save_records import Doubted, Edit, save_records
from kpm_desktop.commands.review.likely_duplicates import LikelyPair, likely_duplicates
from kpm_desktop.commands.review.mark_distinct import mark_distinct
from kpm_desktop.commands.review.note_move import note_move
from kpm_desktop.db.journal.groups import read_as_one
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.records.person import Person
from tests.support.profiles import PASSWORD

TODAY, MOVED = date(2026, 11, 19), date(2026, 9, 1)
ONE, OTHER = "12.75.01.1001", "12.75.01.1002"
NIK = "1275010201260001"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = init_profile(tmp_path / "s", role="supervisor", name="Bu Rina", villages=["12.75"], password=PASSWORD)
    with made.store as opened:
        yield opened


def child(store: Store, village: str, mother: str = "Siti Nur Aini", **more: Any) -> UUID:
    """A child with its household and mother."""
    home, woman, made = new_id(), new_id(), new_id()
    who = {"household_id": home, "full_name": mother, "sex": "female", "birth_date": date(1998, 4, 3)}
    baby = {"household_id": home, "full_name": "Nu'man", "sex": "male", "birth_date": date(2026, 1, 2), **more}
    edits = [
        Edit("household", {"village_code": village, "head_name": f"Pak {village[-1]}"}, home),
        Edit("person", who, woman),
        Edit("person", {"mother_id": woman, **baby}, made),
    ]
    save_records(store, edits, today=TODAY, sure=True)
    return made


def across(store: Store) -> list[LikelyPair]:
    return [pair for pair in likely_duplicates(store) if pair.is_across]


def person(store: Store, record: UUID) -> Person:
    with store.reading() as tx:
        region_no = tx.exec_driver_sql("SELECT region_no FROM person WHERE id = ?", (record.bytes,)).scalar_one()
        found = read_as_one(tx, "person", region_no, record)
    assert isinstance(found, Person)
    return found


@pytest.mark.parametrize(
    ("here", "there", "rules"),
    [
        ({"nik": NIK}, {"nik": NIK, "mother": "Wati", "full_name": "Bayu"}, ("nik",)),
        ({"kia_number": "KIA-7"}, {"kia_number": "kia 7", "mother": "Wati", "birth_date": date(2026, 1, 20)}, ("kia",)),
        ({}, {"full_name": "Numan", "mother": "Siti Nuraini"}, ("mother_name",)),
        ({}, {"full_name": "Nukman", "mother": "S. Nur Aini"}, ("mother_name",)),
    ],
)
def test_one_child_in_two_villages_is_proposed(
    store: Store, here: dict[str, Any], there: dict[str, Any], rules: tuple[str, ...]
) -> None:
    one, other = child(store, ONE, **here), child(store, OTHER, **there)
    (pair,) = [pair for pair in across(store) if pair.first.name != "Siti Nur Aini"]
    assert (pair.first.id, pair.second.id, pair.regions, pair.rules) == (one, other, (ONE, OTHER), rules)
    assert (pair.first.author, pair.first.head_name, pair.second.head_name) == ("Bu Rina", "Pak 1", "Pak 2")
    assert likely_duplicates(store, regions=[ONE]) == []


@pytest.mark.parametrize(
    "there",
    [
        {"mother": "Wati"},
        {"birth_date": date(2026, 1, 3)},
        {"full_name": "Ahmad"},
        {"sex": "female"},
        {"mother_id": None},
    ],
)
def test_who_only_looks_alike_is_not(store: Store, there: dict[str, Any]) -> None:
    child(store, ONE), child(store, OTHER, **there)
    assert across(store) == []


def test_who_moved_counts_in_one_village_and_is_asked_about_no_more(store: Store) -> None:
    old, new = child(store, ONE), child(store, OTHER)
    note_move(store, old, new, MOVED, today=TODAY)
    assert (person(store, old).status, person(store, old).status_date) == ("moved_out", MOVED)
    assert (person(store, new).status, person(store, new).moved_from_id) == ("active", old)
    assert across(store) == []
    with pytest.raises(Refused, match=r"duplicates\.not_there"):
        note_move(store, old, new, MOVED, today=TODAY)


def test_in_one_village_they_are_merged_instead(store: Store) -> None:
    with pytest.raises(Refused, match=r"duplicates\.same_region"):
        note_move(store, child(store, ONE), child(store, ONE), MOVED, today=TODAY)


@pytest.mark.parametrize(
    ("there", "wrong", "is_asked"),
    [
        ({"sex": "female"}, r"duplicates\.sex", False),
        ({"full_name": "Ahmad"}, r"duplicates\.name", True),
        ({"birth_date": date(2024, 1, 3)}, r"duplicates\.birth_date", True),
    ],
)
def test_who_is_somebody_else_does_not_move_there(
    store: Store, there: dict[str, Any], wrong: str, is_asked: bool
) -> None:
    old, new = child(store, ONE), child(store, OTHER, **there)
    with pytest.raises(Objected, match=wrong):
        note_move(store, old, new, MOVED, today=TODAY)
    assert person(store, old).status == "active"
    if is_asked:
        note_move(store, old, new, MOVED, today=TODAY, sure=True)
        assert person(store, new).moved_from_id == old
    else:
        with pytest.raises(Objected, match=wrong):
            note_move(store, old, new, MOVED, today=TODAY, sure=True)


def test_a_visit_after_the_move_is_asked_about(store: Store) -> None:
    old, new = child(store, ONE), child(store, OTHER)
    visit = {"person_id": old, "month": "2026-10", "visit_date": date(2026, 10, 12)}
    save_records(store, [Edit("child_visit", visit)], today=TODAY)
    with pytest.raises(Doubted, match=r"rules\.visited_after"):
        note_move(store, old, new, MOVED, today=TODAY)
    note_move(store, old, new, MOVED, today=TODAY, sure=True)
    assert person(store, old).status == "moved_out"


def test_nobody_moves_from_two_places(store: Store) -> None:
    old, new, third = child(store, ONE), child(store, OTHER), child(store, "12.75.01.1003")
    note_move(store, old, new, MOVED, today=TODAY)
    with pytest.raises(Refused, match=r"duplicates\.moved_before"):
        note_move(store, third, new, MOVED, today=TODAY)
    assert person(store, third).status == "active"


def test_said_to_be_two_they_are_asked_about_no_more(store: Store) -> None:
    one, other = child(store, ONE), child(store, OTHER)
    mark_distinct(store, other, one, today=TODAY)
    assert across(store) == []
    with store.reading() as tx:
        said = tx.exec_driver_sql(
            "SELECT r.code, f.about_id FROM flag_answer f JOIN region r ON r.no = f.region_no"
        ).all()
    assert said == [(ONE, min(one, other).bytes)]

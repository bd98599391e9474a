"""Records entered twice become one and two again (docs/architecture.md, "Merge")."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Doubted, Edit, save_records
from kpm_desktop.commands.review.likely_duplicates import likely_duplicates
from kpm_desktop.commands.review.mark_distinct import mark_distinct
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.review.merge_view import merge_candidates, merge_view
from kpm_desktop.commands.review.unmerge_record import unmerge_record
from kpm_desktop.commands.scorecards.village_scorecard import village_scorecard
from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import PASSWORD, VILLAGE, cadre

QUARTER = "2026-Q4"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    assert check_profile(opened).is_sound
    opened.close()


@pytest.fixture
def made(store: Store) -> Family:
    return family(store)


@pytest.fixture
def again(store: Store, made: Family) -> Family:
    """The same family entered once more, as by a second cadre."""
    return family(store, "Siti Rahma", "A. Fauzi")


def merge(store: Store, *records: UUID, sure: bool = True) -> UUID:
    return merge_records(store, records, today=TODAY, sure=sure).id


def unmerge(store: Store, record: UUID) -> None:
    unmerge_record(store, record, today=TODAY)


def new(store: Store, kind: str, **values: Any) -> UUID:
    return save_records(store, [Edit(kind, values)], today=TODAY, sure=True).ids[0]


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [why.code for why in caught.value.reasons]


def due(store: Store) -> list[str]:
    return sorted(row.name for row in target_list(store, MONTH, today=TODAY).due)


def targets(store: Store) -> tuple[int, int]:
    """Mothers and children of the quarter's scorecard."""
    card = village_scorecard(store, VILLAGE, QUARTER)
    return len(card.mothers), len(card.children)


def everything(store: Store) -> dict[UUID, dict[str, Any]]:
    """The shown values of every record, links left out."""
    with store.reading() as tx:
        return {
            UUID(bytes=record): {k: v for k, v in heads.shown(states).items() if k != "merged_into_id"}
            for _, _, record, _, states in heads.everything(tx)
        }


def test_a_merged_child_is_one_target_and_two_again(store: Store, made: Family, again: Family) -> None:
    assert due(store) == ["A. Fauzi", "Ahmad Fauzi", "Siti Rahma", "Siti Rahmah"]
    assert targets(store) == (2, 2)
    before = everything(store)
    assert merge(store, made.child, again.child) == made.child
    assert merge(store, made.mother, again.mother) == made.mother
    assert due(store) == ["Ahmad Fauzi", "Siti Rahmah"], "her two entries of one pregnancy are one as well"
    assert targets(store) == (1, 1)
    unmerge(store, made.child)
    unmerge(store, again.mother)
    assert due(store) == ["A. Fauzi", "Ahmad Fauzi", "Siti Rahma", "Siti Rahmah"]
    assert targets(store) == (2, 2)
    assert everything(store) == before


def test_the_first_named_leads_whatever_its_id(store: Store, made: Family, again: Family) -> None:
    assert merge(store, again.child, made.child) == again.child
    assert "A. Fauzi" in due(store)
    (one,) = [each for each in household_view(store, again.household).members if each.person.sex == "male"]
    assert (one.person.full_name, len(one.entries)) == ("A. Fauzi", 2)
    assert [each.person.sex for each in household_view(store, made.household).members] == ["female"]


def test_the_one_others_point_at_leaves_and_they_stay_together(store: Store, made: Family) -> None:
    child = {"household_id": made.household, "sex": "male", "birth_date": date(2026, 1, 2)}
    others = [new(store, "person", full_name=f"Ahmad Fauzi {n}", **child) for n in (1, 2, 3)]
    merge(store, made.child, *others)
    unmerge(store, made.child)
    people = [each for each in household_view(store, made.household).members if each.person.sex == "male"]
    assert sorted(len(each.entries) for each in people) == [1, 3]
    assert next(each for each in people if len(each.entries) == 1).person.id == made.child
    unmerge(store, others[1])
    unmerge(store, others[0])
    with pytest.raises(Refused) as caught:
        unmerge(store, others[2])
    assert codes(caught) == ["duplicates.not_merged"]


def test_what_cannot_be_is_refused(store: Store, made: Family, again: Family) -> None:
    girl = new(store, "person", household_id=made.household, full_name="Ani", sex="female", birth_date=date(2026, 1, 2))
    cases = {
        (made.child, made.child): "duplicates.need_two",
        (made.child, made.household): "duplicates.other_kind",
        (made.child, girl): "duplicates.sex",
        (made.pregnancy, again.pregnancy): "duplicates.two_women",
    }
    daughter = new(
        store,
        "person",
        household_id=made.household,
        full_name="Siti Rahmah",
        sex="female",
        birth_date=date(2024, 1, 1),
        mother_id=made.mother,
    )
    cases[made.mother, daughter] = "duplicates.mother"
    for records, code in cases.items():
        with pytest.raises(Refused) as caught:
            merge(store, *records)
        assert codes(caught)[0] == code
    merge(store, made.child, again.child)
    with pytest.raises(Refused) as caught:
        merge(store, again.child, made.child)
    assert codes(caught) == ["duplicates.already"]


def test_who_was_entered_in_error_has_nobody_to_be_merged_with(store: Store, made: Family, again: Family) -> None:
    enter_in_error(store, "person", made.child, today=TODAY)
    with pytest.raises(Refused) as caught:
        merge_candidates(store, made.child)
    assert codes(caught) == ["duplicates.in_error"]


def test_another_village_is_refused(tmp_path: Path) -> None:
    villages = [VILLAGE, "12.75.01.1002"]
    made = init_profile(tmp_path / "dua", role="cadre", name="Ibu Sari", villages=villages, password=PASSWORD)
    with made.store as store:
        homes = [new(store, "household", village_code=code, head_name="Pak Rahmat") for code in villages]
        with pytest.raises(Refused) as caught:
            merge(store, *homes)
        assert codes(caught) == ["duplicates.other_region"]
        assert likely_duplicates(store) == []


def test_what_differs_asks_first(store: Store, made: Family) -> None:
    other = new(
        store, "person", household_id=made.household, full_name="Budi", sex="male", birth_date=date(2026, 1, 20)
    )
    with pytest.raises(Doubted) as caught:
        merge(store, made.child, other, sure=False)
    assert codes(caught) == ["duplicates.birth_date", "duplicates.name"]
    view = merge_view(store, made.child, other)
    assert [why.code for _, why in view.doubts] == ["duplicates.birth_date", "duplicates.name"]
    shown = {line.field: (line.first, line.second, line.after) for line in view.lines}
    assert shown["full_name"] == ("Ahmad Fauzi", "Budi", "Ahmad Fauzi")
    assert shown["kia_number"] == ("0002-2026", None, "0002-2026")
    merge(store, made.child, other)


def test_an_unmerged_person_keeps_what_was_saved_meanwhile(store: Store, made: Family, again: Family) -> None:
    merge(store, made.child, again.child)
    save_records(store, [Edit("person", {"phone": "0812"}, again.child)], today=TODAY)
    unmerge(store, again.child)
    found = everything(store)
    assert (found[made.child]["phone"], found[again.child]["phone"]) == ("0812", "0812")
    assert (found[made.child]["full_name"], found[again.child]["full_name"]) == ("Ahmad Fauzi", "A. Fauzi")


def test_households_and_posyandu_are_merged_too(store: Store, made: Family, again: Family) -> None:
    posts = [new(store, "posyandu", village_code=VILLAGE, name=name) for name in ("Melati", "Posyandu Melati")]
    assert proposed(store)[pair("posyandu", *posts)] == ("posyandu",)
    merge(store, *posts)
    assert household_view(store, made.household).names.posyandu == ((posts[0], "Melati"),)
    merge(store, made.household, again.household)
    view = household_view(store, again.household)
    assert (view.household.id, view.entries) == (made.household, tuple(sorted((made.household, again.household))))
    assert len(view.members) == 4
    unmerge(store, again.household)
    assert len(household_view(store, again.household).members) == 2


def test_likely_pairs_are_proposed_until_somebody_says_no(store: Store, made: Family, again: Family) -> None:
    found = proposed(store)
    assert found[pair("person", made.child, again.child)] == ("kia", "home"), "their mothers are not yet one"
    assert found[pair("person", made.mother, again.mother)] == ("home",)
    assert pair("household", made.household, again.household) in found
    assert merge_candidates(store, again.child).likely == (made.child,)
    mark_distinct(store, again.child, made.child, today=TODAY)
    mark_distinct(store, made.child, again.child, today=TODAY)
    assert pair("person", made.child, again.child) not in proposed(store)
    with pytest.raises(Doubted) as caught:
        merge(store, made.child, again.child, sure=False)
    assert "duplicates.said_distinct" in codes(caught)


def pair(kind: str, one: UUID, other: UUID) -> tuple[str, frozenset[UUID]]:
    return kind, frozenset((one, other))


def proposed(store: Store) -> dict[tuple[str, frozenset[UUID]], tuple[str, ...]]:
    return {pair(each.kind, each.first.id, each.second.id): each.rules for each in likely_duplicates(store)}


def test_merged_pairs_are_not_proposed(store: Store, made: Family, again: Family) -> None:
    for one, other in ((made.child, again.child), (made.mother, again.mother), (made.household, again.household)):
        merge(store, one, other)
    assert likely_duplicates(store) == []
    with pytest.raises(Refused) as caught:
        mark_distinct(store, made.child, again.child, today=TODAY)
    assert codes(caught) == ["duplicates.merged_now"]

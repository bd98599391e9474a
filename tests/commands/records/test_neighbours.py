"""What a record says against its neighbours: asked about at entry, a warning in `kpm load`, listed, and confirmed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from kpm_desktop.commands.households.move_out import move_out
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.save_records import Doubted, Edit, save_records
from kpm_desktop.commands.review.confirm_finding import confirm_listed
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.tables.load_folder import load_folder
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from tests.support.profiles import PASSWORD, cadre, write_rows

TODAY = date(2026, 11, 19)
ONE, OTHER = "12.75.01.1001", "12.75.01.1002"
NIK = "1275010201260001"
ONGOING: dict[str, Any] = {"outcome": "ongoing", "expected_delivery_date": date(2027, 2, 5)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A cadre of two villages."""
    made = init_profile(tmp_path / "k", role="cadre", name="K", villages=[ONE, OTHER], password=PASSWORD)
    with made.store as opened:
        yield opened


def add(store: Store, kind: str, sure: bool = True, **values: Any) -> UUID:
    record = new_id()
    save_records(store, [Edit(kind, values, record)], today=TODAY, sure=sure)
    return record


def home(store: Store, village: str = ONE) -> UUID:
    return add(store, "household", village_code=village, head_name="Pak Rahmat")


def child(store: Store, household: UUID, sure: bool = True, **more: Any) -> UUID:
    values = {"household_id": household, "full_name": "Ahmad", "sex": "male", "birth_date": date(2026, 1, 2), **more}
    return add(store, "person", sure=sure, **values)


def woman(store: Store, household: UUID, **more: Any) -> UUID:
    values = {"full_name": "Siti", "sex": "female", "birth_date": date(1998, 4, 3), **more}
    return add(store, "person", household_id=household, **values)


def rules(store: Store) -> list[tuple[UUID, str, str]]:
    """What is listed, of the rules this is about."""
    found = [one for one in finding_list(store, today=TODAY) if one.rule.partition(".")[2] in NEW]
    assert not any(one.blocks for one in found)
    return sorted((one.id, one.field, one.rule) for one in found)


NEW = {
    "nik_taken",
    "nik_taken_elsewhere",
    "kia_taken",
    "siblings_too_close",
    "pregnant_twice",
    "births_too_close",
    "pregnancies_overlap",
    "after_death",
    "after_moving",
    "visited_after",
}


def doubts(call: Any, *args: Any, **values: Any) -> list[tuple[str, str]]:
    with pytest.raises(Doubted) as caught:
        call(*args, **values)
    return [(one.field, one.why.code) for one in caught.value.objections]


@pytest.mark.parametrize(("village", "rule"), [(ONE, "rules.nik_taken"), (OTHER, "rules.nik_taken_elsewhere")])
def test_one_nik_for_two_people_here_or_in_another_village(store: Store, village: str, rule: str) -> None:
    first = child(store, home(store), nik=NIK, nik_kind="permanent")
    there = home(store, village)
    assert ("nik", rule) in doubts(child, store, there, sure=False, nik=NIK, nik_kind="permanent")
    second = child(store, there, nik=NIK, nik_kind="permanent")
    assert rules(store) == sorted([(first, "nik", rule), (second, "nik", rule)])
    confirm_listed(store, first, rule, today=TODAY)
    assert rules(store) == [(second, "nik", rule)]
    move_out(store, "person", first, date(2026, 9, 1), today=TODAY)
    assert rules(store) == [], "who has left has no number that could be taken"


def test_a_childs_temporary_nik_is_not_the_mothers(store: Store) -> None:
    there = home(store)
    mother = woman(store, there, nik=NIK[:16], nik_kind="permanent")
    child(store, there, mother_id=mother, nik=f"{NIK}1", nik_kind="temporary")
    assert rules(store) == []


def test_two_records_read_as_one_are_one_person(store: Store) -> None:
    there = home(store)
    one, other = (child(store, there, nik=NIK, nik_kind="permanent", kia_number="KIA-7") for _ in range(2))
    assert len(rules(store)) == 2
    merge_records(store, [one, other], today=TODAY, sure=True)
    assert rules(store) == []


def test_a_family_shares_its_kia_book_and_two_families_do_not(store: Store) -> None:
    here, there = home(store), home(store)
    mother = woman(store, here, kia_number="KIA-2026/0114")
    add(store, "pregnancy", person_id=mother, **ONGOING, kia_number="KIA 2026 0114")
    child(store, here, mother_id=mother, kia_number="kia.2026.0114")
    child(store, here, kia_number="KIA-2026-0114")
    assert rules(store) == []
    stranger = woman(store, there, full_name="Rahmawati", birth_date=date(1995, 5, 5))
    values: dict[str, Any] = {"person_id": stranger, **ONGOING, "kia_number": "KIA 2026-0114"}
    assert doubts(add, store, "pregnancy", sure=False, **values) == [("kia_number", "rules.kia_taken")]
    carried = add(store, "pregnancy", **values)
    assert (carried, "kia_number", "rules.kia_taken") in rules(store)
    save_records(store, [Edit("pregnancy", {"kia_number": "KIA20260114"}, carried)], today=TODAY, sure=True)
    assert rules(store), "the others know how it may be written"


def test_what_many_write_for_a_number_is_no_number(store: Store) -> None:
    for _ in range(9):
        child(store, home(store), kia_number="0")
        child(store, home(store), kia_number="-")
    assert rules(store) == []


@pytest.mark.parametrize(
    ("first", "second", "field", "rule"),
    [
        ({**ONGOING}, {**ONGOING}, "outcome", "rules.pregnant_twice"),
        (
            {"outcome": "live_birth", "delivery_date": date(2026, 1, 2)},
            {"outcome": "stillbirth", "delivery_date": date(2026, 6, 30)},
            "delivery_date",
            "rules.births_too_close",
        ),
        (
            {"outcome": "miscarriage", "ended_on": date(2026, 3, 1)},
            {"outcome": "ongoing", "last_menstrual_date": date(2026, 2, 27)},
            "last_menstrual_date",
            "rules.pregnancies_overlap",
        ),
        (
            {"outcome": "live_birth", "delivery_date": date(2026, 3, 2)},
            {"outcome": "ongoing", "expected_delivery_date": date(2026, 12, 1)},
            "expected_delivery_date",
            "rules.pregnancies_overlap",
        ),
    ],
)
def test_a_woman_is_not_pregnant_twice(
    store: Store, first: dict[str, Any], second: dict[str, Any], field: str, rule: str
) -> None:
    mother = woman(store, home(store))
    add(store, "pregnancy", person_id=mother, **first)
    assert doubts(add, store, "pregnancy", sure=False, person_id=mother, **second) == [(field, rule)]
    later = add(store, "pregnancy", person_id=mother, **second)
    assert (later, field, rule) in rules(store)


def test_one_pregnancy_after_the_other_is_right(store: Store) -> None:
    mother = woman(store, home(store))
    for ended in (date(2024, 3, 1), date(2024, 8, 28), date(2026, 2, 1)):
        add(store, "pregnancy", sure=False, person_id=mother, outcome="live_birth", delivery_date=ended)
    values = {"last_menstrual_date": date(2026, 2, 1), "outcome": "ongoing"}
    add(store, "pregnancy", sure=False, person_id=mother, **values)
    assert rules(store) == []


@pytest.mark.parametrize(("apart", "is_doubted"), [(0, False), (2, False), (3, True), (179, True), (180, False)])
def test_children_of_one_mother_are_twins_or_half_a_year_apart(store: Store, apart: int, is_doubted: bool) -> None:
    there = home(store)
    mother, born = woman(store, there), date.fromordinal(date(2026, 1, 2).toordinal() + apart)
    child(store, there, mother_id=mother)
    more = {"mother_id": mother, "birth_date": born, "full_name": "Bayu"}
    if is_doubted:
        assert doubts(child, store, there, sure=False, **more) == [("birth_date", "rules.siblings_too_close")]
    else:
        child(store, there, sure=False, **more)
        assert rules(store) == []


def test_nobody_is_visited_after_death_or_moving_out(store: Store) -> None:
    there = home(store)
    mother, boy, baby = woman(store, there), child(store, there), child(store, there, full_name="Bayu")
    carried = add(store, "pregnancy", person_id=mother, outcome="ongoing")
    record_death(store, boy, date(2026, 8, 1), today=TODAY)
    move_out(store, "person", mother, date(2026, 8, 1), today=TODAY)
    row = {"month": "2026-08", "visit_date": date(2026, 8, 2)}
    dose = {"person_id": boy, "vaccine": "BCG", "dose": 1, "given_date": date(2026, 8, 2)}
    for kind, rule, field, values in (
        ("child_visit", "rules.after_death", "visit_date", {"person_id": boy, **row}),
        ("pregnancy_visit", "rules.after_moving", "visit_date", {"pregnancy_id": carried, **row}),
        ("immunization", "rules.after_death", "given_date", dose),
    ):
        assert doubts(save_records, store, [Edit(kind, values)], today=TODAY) == [(field, rule)]
        save_records(store, [Edit(kind, values)], today=TODAY, sure=True)
    on_the_day = {"month": "2026-08", "visit_date": date(2026, 8, 1), "person_id": baby}
    save_records(store, [Edit("child_visit", on_the_day)], today=TODAY)
    assert {rule for _, _, rule in rules(store)} == {"rules.after_death", "rules.after_moving", "rules.visited_after"}


@pytest.mark.parametrize("ends", ["died", "moved_out"])
def test_who_was_visited_later_is_asked_about_before_leaving(store: Store, ends: str) -> None:
    there = home(store)
    boy = child(store, there)
    visit = {"person_id": boy, "month": "2026-08", "visit_date": date(2026, 8, 2)}
    save_records(store, [Edit("child_visit", visit)], today=TODAY)

    def leave(on: date, **more: Any) -> None:
        if ends == "died":
            record_death(store, boy, on, today=TODAY, **more)
        else:
            move_out(store, "household", there, on, today=TODAY, **more)

    assert doubts(leave, date(2026, 8, 1)) == [("status_date", "rules.visited_after")]
    leave(date(2026, 8, 1), sure=True)
    assert rules(store) != []


def test_who_was_last_visited_that_day_leaves_unasked(store: Store) -> None:
    boy = child(store, home(store))
    visit = {"person_id": boy, "month": "2026-08", "visit_date": date(2026, 8, 2)}
    save_records(store, [Edit("child_visit", visit)], today=TODAY)
    record_death(store, boy, date(2026, 8, 2), today=TODAY)
    assert rules(store) == []


@pytest.mark.parametrize(
    ("known", "born", "is_doubted"),
    [
        ({"expected_delivery_date": date(2027, 1, 23)}, date(2026, 10, 15), True),
        ({"expected_delivery_date": date(2027, 1, 23)}, date(2026, 11, 15), False),
        ({"last_menstrual_date": date(2026, 1, 1)}, date(2026, 7, 15), True),
        ({"last_menstrual_date": date(2026, 1, 1)}, date(2026, 7, 16), False),
        ({"last_menstrual_date": date(2025, 12, 1)}, date(2026, 10, 11), False),
        ({"last_menstrual_date": date(2025, 12, 1)}, date(2026, 10, 12), True),
        ({}, date(2026, 7, 15), False),
    ],
)
def test_a_live_birth_in_no_likely_week_is_asked_about(
    store: Store, known: dict[str, Any], born: date, is_doubted: bool
) -> None:
    """Before week 28, and from week 45 on: a wrong month is the likelier reason."""
    mother = woman(store, home(store))
    ended = {"person_id": mother, "outcome": "live_birth", "delivery_date": born, **known}
    if is_doubted:
        found = doubts(save_records, store, [Edit("pregnancy", ended)], today=TODAY)
        assert found == [("delivery_date", "rules.birth_week")]
    else:
        save_records(store, [Edit("pregnancy", ended)], today=TODAY)


def test_a_household_that_left_takes_its_people_along(store: Store) -> None:
    there = home(store)
    boy = child(store, there)
    save_records(
        store, [Edit("household", {"status": "moved_out", "status_date": date(2026, 8, 1)}, there)], today=TODAY
    )
    row = {"person_id": boy, "month": "2026-08", "visit_date": date(2026, 8, 2)}
    assert doubts(save_records, store, [Edit("child_visit", row)], today=TODAY) == [
        ("visit_date", "rules.after_moving")
    ]


def test_a_folder_is_taken_and_warned_about(tmp_path: Path) -> None:
    people = [
        {
            "ref": f"p{n}",
            "household_id": "h",
            "full_name": "A",
            "sex": "male",
            "birth_date": f"2026-0{n}-02",
            "nik": NIK,
        }
        | {"nik_kind": "permanent", "mother_id": "m"}
        for n in (1, 4)
    ]
    mother = {"ref": "m", "household_id": "h", "full_name": "S", "sex": "female", "birth_date": "1998-04-03"}
    rows = {"household": [{"ref": "h", "village_code": ONE, "head_name": "K"}], "person": [mother, *people]}
    with cadre(tmp_path, "k") as store:
        account = load_folder(store, write_rows(tmp_path / "in", **rows))
        assert account.stored
        told = {(one.field, one.why.code) for one in account.warnings}
        assert {("nik", "rules.nik_taken"), ("birth_date", "rules.siblings_too_close")} <= told


def test_what_one_entry_asks_is_answered_by_indexes(store: Store) -> None:
    plans: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip().startswith("SELECT") and not many:
            asking = cursor.connection.cursor()
            asking.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in asking.fetchall())

    there = home(store)
    mother = woman(store, there)
    event.listen(Engine, "before_cursor_execute", explain)
    try:
        child(store, there, nik=NIK, nik_kind="permanent", kia_number="KIA-1", mother_id=mother)
        add(store, "pregnancy", person_id=mother, outcome="ongoing", kia_number="KIA-2")
        move_out(store, "person", mother, date(2026, 8, 1), today=TODAY)
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    assert any("ix_person_nik" in step for step in plans)
    assert any("ix_pregnancy_kia_number" in step for step in plans)
    assert not [step for step in plans if step.startswith(("SCAN person", "SCAN pregnancy", "SCAN child_visit"))]

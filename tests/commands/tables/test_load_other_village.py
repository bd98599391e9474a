"""A folder whose ids another village holds: its rows become records of their own, and say so."""

from pathlib import Path

import pytest

from kpm_desktop.commands.tables.load_folder import LoadAccount, load_folder
from kpm_desktop.db.queries.flag_answers import said_distinct
from kpm_desktop.domain.merging.candidates import rule_of
from kpm_desktop.domain.records.identity import copied_id, derived_id
from tests.support.devices import Device, Place
from tests.support.two_villages import CHILD, FALSE, HOME, MOTHER, TRUE, two_villages, visit_of

THIRD = "12.75.01.1003"


@pytest.fixture
def rina(place: Place) -> Device:
    return two_villages(place)


def load(device: Device, folder: Path, village: str, head: str) -> LoadAccount:
    """A dump of another village, with its code written over."""
    folder.mkdir(exist_ok=True)
    (folder / "household.csv").write_text(f"id,village_code,head_name\n{HOME},{village},{head}\n")
    people = [
        f"{MOTHER},{HOME},Siti,female,1996-01-14,\n",
        f"{CHILD},{HOME},Ahmad,male,2024-11-02,{MOTHER}\n",
    ]
    (folder / "person.csv").write_text("id,household_id,full_name,sex,birth_date,mother_id\n" + "".join(people))
    (folder / "child_visit.csv").write_text(
        f"id,person_id,month,visit_date,weight_g\n{visit_of(CHILD)},{CHILD},2025-06,2025-06-10,8300\n"
    )
    return load_folder(device.store, folder, clock=device.clock)


def test_rows_of_another_village_take_ids_of_their_own(rina: Device, tmp_path: Path) -> None:
    account = load(rina, tmp_path / "data", THIRD, "Pak Baru")
    assert (account.stored, account.problems) == (True, [])
    told = [one for one in account.warnings if one.why.code == "load.copied"]
    assert [(one.file, one.line) for one in told] == [("household.csv", 2), ("person.csv", 2), ("person.csv", 3)]
    home, mother, child = (copied_id(THIRD, one) for one in (HOME, MOTHER, CHILD))
    assert rina.shown(home, region=THIRD)["head_name"] == "Pak Baru"
    assert rina.shown(child, "person", THIRD)["household_id"] == str(home)
    assert rina.shown(child, "person", THIRD)["mother_id"] == str(mother)
    row = derived_id("child_visit", {"person_id": str(child), "month": "2025-06"})
    assert row is not None
    assert rina.shown(row, "child_visit", THIRD)["weight_g"] == 8300
    assert [rina.shown(HOME, region=code)["head_name"] for code in (TRUE, FALSE)] == ["Pak Asli", "Pak Palsu"]


def test_loaded_again_they_are_the_same_records(rina: Device, tmp_path: Path) -> None:
    load(rina, tmp_path / "data", THIRD, "Pak Baru")
    again = load(rina, tmp_path / "data", THIRD, "Pak Lain")
    assert (sum(again.new.values()), again.changed) == (0, {"household": 1})
    assert rina.shown(copied_id(THIRD, HOME), region=THIRD)["head_name"] == "Pak Lain"


def test_who_was_said_not_to_be_somebody_is_named_by_the_id_it_took(rina: Device, tmp_path: Path) -> None:
    """The rule of such an answer is part of its key, and names the other one."""
    folder = tmp_path / "data"
    folder.mkdir()
    said = {"about_kind": "person", "about_id": str(CHILD), "rule": rule_of(MOTHER)}
    given = derived_id("flag_answer", said)
    answers = f"id,about_kind,about_id,rule,answer\n{given},person,{CHILD},{rule_of(MOTHER)},confirmed\n"
    (folder / "flag_answer.csv").write_text(answers)
    account = load(rina, folder, THIRD, "Pak Baru")
    assert account.problems == []
    mother, child = copied_id(THIRD, MOTHER), copied_id(THIRD, CHILD)
    taken = derived_id("flag_answer", said | {"about_id": str(child), "rule": rule_of(mother)})
    assert taken is not None
    assert rina.shown(taken, "flag_answer", THIRD)["rule"] == rule_of(mother)
    with rina.store.reading() as tx:
        assert said_distinct(tx, THIRD) == [("person", child, mother)]


@pytest.mark.parametrize("village", [TRUE, FALSE])
def test_a_village_is_loaded_into_itself(rina: Device, tmp_path: Path, village: str) -> None:
    """Whatever else bears its ids."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "household.csv").write_text(f"id,village_code,rt\n{HOME},{village},7\n")
    (folder / "person.csv").write_text(f"id,household_id,phone\n{CHILD},{HOME},0812\n")
    account = load_folder(rina.store, folder, clock=rina.clock)
    assert (account.problems, account.warnings, account.changed) == ([], [], {"household": 1, "person": 1})
    assert {code for code in (TRUE, FALSE) if rina.shown(HOME, region=code).get("rt") == "7"} == {village}
    assert {code for code in (TRUE, FALSE) if "phone" in rina.shown(CHILD, "person", code)} == {village}


def test_a_row_that_does_not_say_where_is_not_guessed(rina: Device, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "household.csv").write_text(f"id,rt\n{HOME},2\n")
    account = load_folder(rina.store, folder, clock=rina.clock)
    assert [(one.field, one.why.code) for one in account.problems] == [("id", "rules.several_regions")]


def by_ref(device: Device, folder: Path, village: str, head: str) -> LoadAccount:
    """Rows that are called by a `ref` alone, as somebody types them anew in every village."""
    folder.mkdir(exist_ok=True)
    (folder / "household.csv").write_text(f"ref,village_code,head_name\nrt1,{village},{head}\n")
    (folder / "person.csv").write_text(
        f"ref,household_id,full_name,sex,birth_date,mother_id\nanak,rt1,Ahmad {head},male,2024-11-02,ibu\n"
        f"ibu,rt1,Siti {head},female,1996-01-14,\n"
    )
    return load_folder(device.store, folder, clock=device.clock)


def test_rows_matched_by_their_ref_alone_are_records_of_their_village_too(place: Place, tmp_path: Path) -> None:
    """Loaded by turns, each village goes on with its own records, and no third one is made."""
    rina = place.supervisor("Bu Rina")
    for turn in range(3):
        for village in (TRUE, FALSE, THIRD):
            account = by_ref(rina, tmp_path / village, village, f"Pak {village[-1]} {turn}")
            assert account.problems == []
            found = account.changed if turn else account.new
            assert (found, account.new if turn else {}) == ({"household": 1, "person": 2}, {})
            told = [str(one.why.params["value"]) for one in account.warnings if one.why.code == "load.copied"]
            assert sorted(told) == ([] if village == TRUE else ["anak", "ibu", "rt1"])
    with rina.store.reading() as tx:
        rows = tx.exec_driver_sql(
            "SELECT r.code, h.head_name, p.full_name, m.full_name FROM person p JOIN household h"
            " ON h.id = p.household_id AND h.region_no = p.region_no JOIN region r ON r.no = p.region_no"
            " JOIN person m ON m.id = p.mother_id AND m.region_no = p.region_no ORDER BY r.code"
        ).all()
    heads = [(code, f"Pak {code[-1]} 2") for code in sorted((TRUE, FALSE, THIRD))]
    assert [tuple(row) for row in rows] == [(code, head, f"Ahmad {head}", f"Siti {head}") for code, head in heads]


def test_a_ref_loaded_again_unchanged_changes_nothing_in_any_village(place: Place, tmp_path: Path) -> None:
    rina = place.supervisor("Bu Rina")
    for _ in range(2):
        accounts = [by_ref(rina, tmp_path / village, village, "Pak") for village in (TRUE, FALSE)]
    assert [(one.new, one.changed, sum(one.unchanged.values())) for one in accounts] == [({}, {}, 3)] * 2

"""A laptop of one village that writes the ids of another village's records changes nothing that is read of these."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.questions.comment_list import comment_list
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.registers.people_to_name import people_to_name
from kpm_desktop.commands.registers.register_list import register_list
from kpm_desktop.commands.review.finding_list import finding_list
from kpm_desktop.commands.review.likely_duplicates import likely_duplicates
from kpm_desktop.commands.scorecards.scorecard_view import scorecard_view
from kpm_desktop.commands.supervision.decision_list import decision_list
from kpm_desktop.db.queries.village_records import villages
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from tests.support.devices import NOON, VILLAGE, Place
from tests.support.extremes import Extremes, receive
from tests.support.profiles import PASSWORD

TODAY = date(2026, 11, 30)
ELSEWHERE, AT = "12.75.01.1002", "2025-07-01T08:30:00.000000Z"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, Wish("2026-11", villages=2, households=10, months=3, seed=7), PASSWORD)
    return folder


def read_of(store: Store, village: str) -> Iterator[tuple[str, Any]]:
    """Everything a supervisor reads of one village."""
    found = target_list(store, "2026-11", today=TODAY, regions=[village])
    yield "rows", found.rows
    yield "others", found.others
    yield "households", found.households
    for kind, register in REGISTERS.items():
        yield kind, register_list(store, register, villages=[village])
    yield "people", people_to_name(store, [village])
    yield "comments", [thread for thread in comment_list(store) if thread.region == village]
    yield "findings", finding_list(store, today=TODAY, village=village)
    yield "scorecard", scorecard_view(store, village, Quarter(2026, 4))
    yield "duplicates", likely_duplicates(store, regions=[village])
    waits = decision_list(store)
    yield "disputes", [one for one in waits.disputes if one.conflict.region == village]
    yield "repairs", [one for one in waits.repairs if one.withheld.region == village]
    yield "questions", [one for one in waits.questions if one.region == village]


def mirrored(store: Store, attacked: str, attacker: str, chance: random.Random) -> list[dict[str, Any]]:
    """A change for every record of a village, under its own kind and id, with everything about it made worse."""
    with store.reading() as tx:
        held = {
            kind: [
                UUID(bytes=row[0])
                for row in tx.exec_driver_sql(
                    f"SELECT t.id FROM {kind} t JOIN region r ON r.no = t.region_no WHERE r.code = ?", (attacked,)
                )
            ]
            for kind in DICTIONARY
        }
    made = []
    extremes = Extremes(chance, attacker, held)
    for kind, ids in held.items():
        for record in ids:
            change = extremes.change(kind)
            status = chance.choice(["entered_in_error", "active", "moved_out"])
            names = [name for name in fields(kind) if name not in DICTIONARY[kind].KEY]
            values = {name: value for name, value in change["fields"].items() if name in names}
            values |= {"status": status, "merged_into_id": str(chance.choice(ids))}
            made.append(change | {"id": record, "fields": values})
    return made


@pytest.mark.parametrize("seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 20))])
def test_nothing_read_of_a_village_changes(practice: Path, seed: int) -> None:
    folder = practice.parent / uuid4().hex
    shutil.copytree(practice / "penyelia", folder)
    chance = random.Random(seed)
    with open_store(folder, PASSWORD) as store:
        with store.reading() as tx:
            attacker, attacked = chance.sample(villages(tx), 2)
        before = dict(read_of(store, attacked))
        changes = mirrored(store, attacked, attacker, chance)
        with store.writing() as tx:
            receive(tx, f"{chance.getrandbits(256):064x}", attacker, changes)
        after = dict(read_of(store, attacked))
    shutil.rmtree(folder)
    assert {name for name in before if before[name] != after[name]} == set()


def test_what_is_written_goes_nowhere_else(place: Place) -> None:
    """A copied id neither takes a save to another village nor is it guessed which of two is meant."""
    supervisor = place.supervisor("Bu Rina")
    home, child = UUID(int=1), UUID(int=2)
    supervisor.save(home, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    born = {"full_name": "Ahmad", "sex": "male", "birth_date": "2024-11-02", "household_id": str(home)}
    supervisor.save(child, born, "person")
    visit = {"person_id": str(child), "month": "2025-06", "visit_date": "2025-06-10", "weight_g": 8100}
    row = derived_id("child_visit", visit)
    assert row is not None
    copied = {"kind": "child_visit", "id": row, "fields": visit, "base": {}, "user": "x", "at": AT, "app": ""}
    with supervisor.store.writing() as tx:
        receive(tx, "ab" * 32, ELSEWHERE, [copied])
    save_records(supervisor.store, [Edit("child_visit", visit)], today=NOON.date(), sure=True)
    assert supervisor.shown(row, "child_visit")["weight_g"] == 8100, "the row is where the child lives"

    with supervisor.store.writing() as tx:
        receive(
            tx, "cd" * 32, ELSEWHERE, [copied | {"kind": "household", "id": home, "fields": {"head_name": "Palsu"}}]
        )
    edit = Edit("household", {"rt": "2"}, home)
    with pytest.raises(Objected) as objected:
        save_records(supervisor.store, [edit], today=NOON.date(), sure=True)
    assert [each.why.code for each in objected.value.objections] == ["rules.several_regions"]
    save_records(supervisor.store, [replace(edit, region=VILLAGE)], today=NOON.date(), sure=True)
    assert supervisor.shown(home)["rt"] == "2"
    assert supervisor.shown(home, region=ELSEWHERE) == {"head_name": "Palsu"}

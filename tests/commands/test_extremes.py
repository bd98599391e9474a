"""Whatever the wire lets another laptop write, every page, view and report can be built, and no other row is lost."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.registers.register_list import register_list
from kpm_desktop.db.queries.village_records import villages
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.practice.demo import make_demo
from kpm_desktop.practice.plan import Wish
from tests.commands.every_reader import faults
from tests.support.extremes import receive_extremes
from tests.support.profiles import PASSWORD

TODAY = date(2026, 11, 30)
ROLES = ("kader-1", "penyelia")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("practice") / "latihan"
    make_demo(folder, Wish("2026-11", villages=2, households=8, months=3, seed=7), PASSWORD)
    return folder


class Copy:
    """A profile of its own for each example."""

    def __init__(self, practice: Path, role: str) -> None:
        self.folder = practice.parent / f"{role}-{uuid4().hex}"
        shutil.copytree(practice / role, self.folder)

    def __enter__(self) -> tuple[Store, list[str]]:
        self.store = open_store(self.folder, PASSWORD)
        with self.store.reading() as tx:
            return self.store, villages(tx)

    def __exit__(self, *_: object) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


def all_can_be_built(practice: Path, seed: int) -> None:
    for role in ROLES:
        with Copy(practice, role) as (store, codes):
            receive_extremes(store, seed, codes, each=2)
            found = faults(store, codes, TODAY, practice.parent / f"keluar-{uuid4().hex}")
            assert found == {}, role


@pytest.mark.parametrize("seed", [1])
def test_every_reader_takes_the_most_extreme_records(practice: Path, seed: int) -> None:
    all_can_be_built(practice, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_every_reader_takes_very_many_extreme_records(practice: Path, seed: int) -> None:
    all_can_be_built(practice, seed)


def shown(store: Store) -> Iterator[object]:
    found = target_list(store, "2026-11", today=TODAY)
    yield from ((row.kind, row.id, row.name) for row in (*found.rows, *found.others))
    yield from ((home.id, home.head_name) for home in found.households)
    for kind, register in REGISTERS.items():
        yield from ((kind, line.id, str(line.values)) for line in register_list(store, register))


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_that_were_there_stay_as_they_were(practice: Path, seed: int) -> None:
    for role in ROLES:
        with Copy(practice, role) as (store, codes):
            before = set(shown(store))
            receive_extremes(store, seed, codes, each=1, of_held=False)
            assert before <= set(shown(store)), role

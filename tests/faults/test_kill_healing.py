"""kill -9 while an earlier version's lines are written again: the old ones are there or the new ones, and the next
opening ends with the new ones."""

import errno
from pathlib import Path

import pytest

from kpm_desktop.db.store import open_store
from tests.faults.conftest import Pair
from tests.support.cli import PASSWORD, kpm_here, said
from tests.support.faults import copied, leftovers, write_village
from tests.support.faults_disk import FailingDisk
from tests.support.faults_kill import each_killed, undisturbed
from tests.support.unhealed import write_unhealed_into

FORMS = [pytest.param(range(2), id="short"), pytest.param(range(100, 125), id="long", marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def unhealed(known_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cadre of an earlier version, whose lines nobody takes from early on; not to be changed."""
    place = tmp_path_factory.mktemp("unhealed")
    profile = copied(known_pair.cadre, place / "cadre")
    with open_store(profile, PASSWORD) as store:
        write_unhealed_into(store)
    return profile


@pytest.fixture(scope="module")
def much_unhealed(unhealed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with 750 records on top; not to be changed."""
    place = tmp_path_factory.mktemp("much")
    profile = copied(unhealed, place / "cadre")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kpm_desktop.commands.profile.unlock_profile.heal_journal", _as_it_was)
        kpm_here("load", write_village(place / "village", range(1, 251)), profile=profile)
    return profile


def _as_it_was(store: object) -> object:
    from kpm_desktop.db.journal.healing import Healed

    return Healed()


def names(profile: Path) -> set[bytes]:
    with open_store(profile, PASSWORD) as store, store.reading() as tx:
        return set(tx.exec_driver_sql("SELECT name FROM change").scalars())


@pytest.mark.parametrize("seeds", FORMS)
def test_a_killed_healing_leaves_the_old_lines_or_the_new(much_unhealed: Path, seeds: range, tmp_path: Path) -> None:
    old = names(much_unhealed)
    done = copied(much_unhealed, tmp_path / "done")
    cost = undisturbed("check", profile=done)
    new = names(done)
    assert len(new) == len(old) and len(new - old) > 740

    def fresh(seed: int) -> tuple[tuple[str | Path, ...], Path]:
        return ("check",), copied(much_unhealed, tmp_path / str(seed))

    for seed, profile in each_killed(seeds, cost, fresh):
        assert names(profile) in (old, new), f"seed {seed}"
        kpm_here("check", profile=profile)
        assert names(profile) == new, f"seed {seed}: two healings write the same"
        assert leftovers(profile) == [], f"seed {seed}"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["ENOSPC", "EIO"])
def test_every_call_may_fail_while_it_heals(unhealed: Path, tmp_path: Path, number: int) -> None:
    """Nobody is kept from the records by it: the old lines are there, it is said, and the next opening heals them."""

    def attempt(name: str, disk: FailingDisk) -> tuple[Path, str]:
        profile = copied(unhealed, tmp_path / name)
        with disk.in_place():
            return profile, said(kpm_here("check", profile=profile, expect=None))

    counted = FailingDisk()
    whole, _ = attempt("counted", counted)
    old, new = names(unhealed), names(whole)
    assert {"write", "fsync", "rename"} & set(counted.calls)
    for fails_at in range(1, len(counted.calls) + 1):
        profile, told = attempt(str(fails_at), FailingDisk(fails_at, number))
        assert names(profile) == old, fails_at
        assert "belum dapat ditulis ulang" in told, fails_at
        assert leftovers(profile) == [], fails_at
        kpm_here("check", profile=profile)
        assert names(profile) == new, fails_at


def test_the_command_line_says_it_once(unhealed: Path, tmp_path: Path) -> None:
    profile = copied(unhealed, tmp_path / "cadre")
    first, second = kpm_here("check", profile=profile), kpm_here("check", profile=profile)
    assert "ditulis ulang" in first.stderr and str(profile) in first.stderr
    assert "ditulis ulang" not in said(second)

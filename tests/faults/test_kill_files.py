"""kill -9 in the middle of what makes files: init, backup, restore and export leave nothing that only looks whole."""

from pathlib import Path

import pytest

from kpm_desktop.db import settings
from kpm_desktop.db.store import open_store
from tests.faults.conftest import Pair
from tests.support.cli import PASSWORD, kpm_here, state
from tests.support.faults import VILLAGE, copied, leftovers, write_village
from tests.support.faults_kill import Undisturbed, each_killed, undisturbed

SHORT = range(2)
LONG = range(100, 125)
#: The short form, and the long one.
FORMS = [pytest.param(SHORT, id="short"), pytest.param(LONG, id="long", marks=pytest.mark.slow)]
Words = tuple[str | Path, ...]

INIT: Words = ("init", "--role", "cadre", "--name", "Ibu Kader", "--village", VILLAGE)


@pytest.fixture(scope="module")
def large_pair(known_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """A cadre with 750 records, none of them exported, and a supervisor; not to be changed."""
    place = tmp_path_factory.mktemp("large")
    pair = known_pair.copy(place)
    kpm_here("load", write_village(place / "village", range(1, 251)), profile=pair.cadre)
    return pair


@pytest.fixture(scope="module")
def backup_file(large_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "desa.kpmbackup"
    kpm_here("backup", "--out", file, profile=large_pair.cadre)
    return file


def life_of(profile: Path) -> str:
    with open_store(profile, PASSWORD) as store, store.reading() as tx:
        return settings.read_identity(tx).life


@pytest.mark.parametrize("seeds", FORMS)
def test_a_killed_init_is_a_profile_or_can_be_begun_again(seeds: range, tmp_path: Path) -> None:
    cost = undisturbed(*INIT, profile=tmp_path / "done")

    def fresh(seed: int) -> tuple[Words, Path]:
        return INIT, tmp_path / str(seed)

    for seed, profile in each_killed(seeds, cost, fresh):
        is_made = (profile / "keys.json").exists()
        again = kpm_here(*INIT, profile=profile, expect=None)
        assert again.returncode == (1 if is_made else 0), f"seed {seed}: {again}"
        kpm_here("check", profile=profile)
        assert sorted(path.name for path in profile.iterdir()) == ["keys.json", "lock", "records.db"], f"seed {seed}"


@pytest.mark.parametrize("seeds", FORMS)
def test_a_killed_backup_is_whole_or_not_there(large_pair: Pair, seeds: range, tmp_path: Path) -> None:
    source = copied(large_pair.cadre, tmp_path / "source")
    before = state(source)
    cost = undisturbed("backup", "--out", tmp_path / "done.kpmbackup", profile=source)

    def fresh(seed: int) -> tuple[Words, Path]:
        return ("backup", "--out", tmp_path / f"{seed}.kpmbackup"), source

    for seed, profile in each_killed(seeds, cost, fresh):
        file = tmp_path / f"{seed}.kpmbackup"
        if not file.exists():
            kpm_here("backup", "--out", file, profile=profile)
        kpm_here("restore", file, profile=tmp_path / f"back{seed}")
        assert state(tmp_path / f"back{seed}") == before, f"seed {seed}"
        kpm_here("backup", "--out", file, "--force", profile=profile)
        assert leftovers(tmp_path) == [], f"seed {seed}"


@pytest.mark.parametrize("seeds", FORMS)
def test_a_killed_restore_is_a_profile_of_a_new_life_or_can_be_begun_again(
    large_pair: Pair, backup_file: Path, seeds: range, tmp_path: Path
) -> None:
    before, old_life = state(large_pair.cadre), life_of(large_pair.cadre)
    words: Words = ("restore", backup_file)
    cost = undisturbed(*words, profile=tmp_path / "done")

    def fresh(seed: int) -> tuple[Words, Path]:
        return words, tmp_path / str(seed)

    for seed, profile in each_killed(seeds, cost, fresh):
        is_made = (profile / "keys.json").exists()
        again = kpm_here(*words, profile=profile, expect=None)
        assert again.returncode == (1 if is_made else 0), f"seed {seed}: {again}"
        assert state(profile) == before, f"seed {seed}"
        assert life_of(profile) != old_life, f"seed {seed}"


@pytest.mark.parametrize("seeds", FORMS)
def test_a_killed_export_leaves_whole_bundles_only(large_pair: Pair, seeds: range, tmp_path: Path) -> None:
    wanted = state(large_pair.cadre)
    cost = export_cost(large_pair, tmp_path)

    def fresh(seed: int) -> tuple[Words, Path]:
        return ("export", "--to", tmp_path / f"stick{seed}"), copied(large_pair.cadre, tmp_path / f"cadre{seed}")

    for seed, cadre in each_killed(seeds, cost, fresh):
        stick, supervisor = tmp_path / f"stick{seed}", copied(large_pair.supervisor, tmp_path / f"supervisor{seed}")
        left = sorted(stick.glob("*.kpmsync")) if stick.exists() else []
        for bundle in left:
            kpm_here("import", bundle, profile=supervisor)
        assert state(cadre) == wanted, f"seed {seed}"
        kpm_here("export", "--to", stick, profile=cadre)
        assert not stick.exists() or leftovers(stick) == [], f"seed {seed}"
        kpm_here("import", *stick.glob("*.kpmsync"), profile=supervisor)
        assert state(supervisor) == wanted, f"seed {seed}"


def export_cost(pair: Pair, place: Path) -> Undisturbed:
    done = copied(pair.cadre, place / "done")
    return undisturbed("export", "--to", place / "stick", profile=done)

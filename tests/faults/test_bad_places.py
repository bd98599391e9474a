"""Places that cannot be written to: read-only, forbidden, missing, a file where a folder belongs."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Pair
from tests.support.cli import Finished, kpm, kpm_here, said, state
from tests.support.faults import VILLAGE, copied, household, leftovers, write_table

#: Of Linux: linux/capability.h and linux/prctl.h.
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24
Words = tuple[str | Path, ...]


def writing_to(place: Path) -> dict[str, Words]:
    """Every command of a cadre that writes somewhere, told to write below `place`."""
    return {
        "export": ("export", "--to", place / "stick"),
        "backup": ("backup", "--out", place / "a.kpmbackup"),
        "dump": ("dump", place / "out"),
        "scorecard": ("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1", "--out", place / "k.json"),
    }


COMMANDS = list(writing_to(Path()))


def refused_at(place: Path, done: Finished, message: str) -> None:
    assert done.returncode == 1, said(done)
    assert str(place) in done.stderr
    assert message in done.stderr, said(done)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_place_whose_parent_is_missing(profile: Path, command: str, tmp_path: Path) -> None:
    before = state(profile)
    place = tmp_path / "no" / "where"
    refused_at(tmp_path / "no", kpm_here(*writing_to(place)[command], profile=profile, expect=1), "tidak ada")
    assert not (tmp_path / "no").exists()
    assert state(profile) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_where_a_folder_belongs(profile: Path, command: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    refused_at(file, kpm_here(*writing_to(file)[command], profile=profile, expect=1), "")
    assert file.read_text() == "mine"


@pytest.mark.parametrize("command", ["backup", "scorecard"])
@pytest.mark.parametrize("target", [".", "..", "/"])
def test_a_folder_where_a_file_belongs(profile: Path, command: str, target: str) -> None:
    words = (*writing_to(Path())[command][:-1], target)
    refused_at(Path(target), kpm_here(*words, profile=profile, expect=1), "ini folder, bukan berkas")


@pytest.mark.parametrize("name", ["records.db", "keys.json"])
def test_a_backup_never_replaces_what_is_no_backup(profile: Path, name: str, tmp_path: Path) -> None:
    """Least of all the records it is made of."""
    before = state(profile)
    refused = kpm_here("backup", "--out", profile / name, "--force", profile=profile, expect=1)
    assert f"{profile / name}: sudah ada berkas lain dengan nama ini" in refused.stderr
    assert state(profile) == before
    kpm_here("backup", "--out", tmp_path / "a", profile=profile)
    kpm_here("backup", "--out", tmp_path / "a", "--force", profile=profile)


def test_a_dump_beside_other_tables_is_refused(profile: Path, tmp_path: Path) -> None:
    kpm_here("dump", tmp_path / "out", profile=profile)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert "sudah ada berkas CSV di sini" in kpm_here("dump", tmp_path / "out", profile=profile, expect=1).stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A stick with its lock on."""
    place = tmp_path / "locked"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "ro", "none", str(place)]
    if os.name != "posix" or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount a read-only disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_stick_with_its_lock_on(profile: Path, command: str, read_only: Path) -> None:
    before = state(profile)
    done = kpm_here(*writing_to(read_only)[command], profile=profile, expect=1)
    refused_at(read_only, done, "hanya dapat dibaca")
    assert state(profile) == before


def test_no_profile_on_a_stick_with_its_lock_on(read_only: Path) -> None:
    words = ("init", "--role", "cadre", "--name", "Ibu", "--village", VILLAGE)
    refused_at(read_only, kpm_here(*words, profile=read_only / "p", expect=1), "hanya dapat dibaca")


def give_up_rights() -> None:
    """Takes from a process of root's, and all it starts, the right to write wherever it likes."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for right in CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH:
            assert libc.prctl(PR_CAPBSET_DROP, right, 0, 0, 0) == 0


def kpm_without_rights(*words: str | Path, profile: Path, expect: int = 1) -> Finished:
    """`kpm` of somebody who may write only where the owner of a file may."""
    return kpm(*words, profile=profile, expect=expect, prepare=give_up_rights)


@pytest.fixture
def forbidden(known_pair: Pair, tmp_path: Path) -> Iterator[Path]:
    """A folder one may only read, with a `profile` and a table in `in`."""
    if sys.platform != "linux":
        pytest.skip("rights as on Linux")
    place = tmp_path / "forbidden"
    place.mkdir()
    copied(known_pair.cadre, place / "profile")
    write_table(place / "in", "household", [household(5), household(6) | {"village_code": "x"}])
    closed = [*(place / "profile").iterdir(), place / "profile", place / "in", place]
    for path in closed:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield place
    for path in reversed(closed):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_one_may_not_write_to(forbidden: Path, profile: Path, command: str) -> None:
    done = kpm_without_rights(*writing_to(forbidden)[command], profile=profile)
    refused_at(forbidden, done, "tidak boleh")


def test_a_profile_one_may_not_write_to(forbidden: Path) -> None:
    refused_at(forbidden, kpm_without_rights("check", profile=forbidden / "profile"), "tidak boleh")


def test_bad_rows_that_cannot_be_kept_keep_all_out(forbidden: Path, profile: Path) -> None:
    """Without a place for `rejected/` nothing is stored: a refused row must never only scroll by."""
    before = state(profile)
    done = kpm_without_rights("load", forbidden / "in", "--skip-bad", profile=profile)
    refused_at(forbidden / "in" / "rejected", done, "tidak boleh")
    assert state(profile) == before
    assert leftovers(forbidden) == []


def test_good_rows_of_a_read_only_folder_need_no_place_for_bad_ones(forbidden: Path, profile: Path) -> None:
    (forbidden / "in").chmod(0o755)
    write_table(forbidden / "in", "household", [household(5)])
    (forbidden / "in").chmod(0o555)
    kpm_without_rights("load", forbidden / "in", "--skip-bad", profile=profile, expect=0)
    assert not (forbidden / "in" / "rejected").exists()

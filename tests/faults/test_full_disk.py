"""A disk that is full for the database itself: a sentence, nothing half stored, and all is well once there is room."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpm_desktop.db import engine
from tests.faults.conftest import Pair
from tests.support.cli import kpm, kpm_here, said, state
from tests.support.faults import VILLAGE, copied, export, leftovers, write_village

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and mounts of Linux")
FULL = "penuh"
CHILDREN = range(1, 301)
SCORECARD = ("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("no right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path, leave: int) -> Path:
    """Leaves so many bytes free."""
    filler = disk / "filler"
    filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - leave))
    return filler


@pytest.mark.parametrize("leave", [0, 16384, 65536, 262144])
def test_a_load_onto_a_full_disk(known_pair: Pair, small_disk: Path, leave: int, tmp_path: Path) -> None:
    profile, before = copied(known_pair.cadre, small_disk / "p"), state(known_pair.cadre)
    village = write_village(tmp_path / "village", CHILDREN, ("2025-02", "2025-03"))
    filler = fill(small_disk, leave)
    refused = kpm_here("load", village, profile=profile, expect=1)
    assert FULL in refused.stderr, said(refused)
    filler.unlink()
    assert state(profile) == before
    assert shutil.disk_usage(small_disk).free > leave


def test_an_import_onto_a_full_disk(known_pair: Pair, small_disk: Path, tmp_path: Path) -> None:
    pair = known_pair.copy(tmp_path)
    kpm_here("load", write_village(tmp_path / "village", CHILDREN, ("2025-02", "2025-03")), profile=pair.cadre)
    bundle = export(pair.cadre, tmp_path / "stick")
    profile, before = copied(pair.supervisor, small_disk / "p"), state(pair.supervisor)
    filler = fill(small_disk, 65536)
    refused = kpm_here("import", bundle, profile=profile, expect=1)
    assert FULL in refused.stderr, said(refused)
    filler.unlink()
    assert state(profile) == before


def test_a_backup_onto_a_full_stick(known_pair: Pair, small_disk: Path, profile: Path) -> None:
    before = state(profile)
    fill(small_disk, 16384)
    refused = kpm_here("backup", "--out", small_disk / "a.kpmbackup", profile=profile, expect=1)
    assert FULL in refused.stderr, said(refused)
    assert (leftovers(small_disk), state(profile)) == ([], before)
    assert not (small_disk / "a.kpmbackup").exists()


def test_a_restore_and_an_init_onto_a_full_disk_leave_no_profile(
    known_pair: Pair, small_disk: Path, tmp_path: Path
) -> None:
    kpm_here("backup", "--out", tmp_path / "a.kpmbackup", profile=known_pair.cadre)
    commands: list[tuple[str | Path, ...]] = [
        ("restore", tmp_path / "a.kpmbackup"),
        ("init", "--role", "cadre", "--name", "Ibu", "--village", VILLAGE),
    ]
    for words in commands:
        filler = fill(small_disk, 20000)
        refused = kpm_here(*words, profile=small_disk / "p", expect=1)
        assert FULL in refused.stderr, said(refused)
        filler.unlink()
        assert not (small_disk / "p").exists()
        kpm_here(*words, profile=small_disk / "p")
        shutil.rmtree(small_disk / "p")


@pytest.mark.parametrize("pages", [0, 1, 10, 100])
def test_a_database_that_may_not_grow(
    profile: Path, pages: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What SQLite says when there is no page left, whatever the file system."""
    before = state(profile)
    real = engine.prepare

    def tight(connection: sqlite3.Connection, data_key: bytes) -> None:
        real(connection, data_key)
        count = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {count + pages}")

    village = write_village(tmp_path / "village", CHILDREN)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "prepare", tight)
        refused = kpm_here("load", village, profile=profile, expect=1)
        assert FULL in refused.stderr, said(refused)
        assert state(profile) == before
    kpm_here("load", village, profile=profile)


def test_a_storage_that_takes_no_large_file(profile: Path, tmp_path: Path) -> None:
    """As FAT does with 4 GiB; the message says what to do."""
    before = state(profile)
    largest = (profile / "records.db").stat().st_size

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    village = write_village(tmp_path / "village", CHILDREN)
    refused = kpm("load", village, profile=profile, expect=1, prepare=limit)
    assert "gagal membaca atau menulis" in refused.stderr
    assert "Yang sudah tersimpan tetap ada" in refused.stderr
    assert state(profile) == before
    largest //= 2
    refused = kpm("backup", "--out", tmp_path / "a.kpmbackup", profile=profile, expect=1, prepare=limit)
    assert str(tmp_path / "a.kpmbackup") in refused.stderr
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("words", [("check",), ("status", "--json"), SCORECARD], ids=lambda words: words[0])
def test_an_output_that_takes_nothing(profile: Path, words: tuple[str, ...]) -> None:
    """`kpm … > FILE` on a full disk."""
    with Path("/dev/full").open("w") as full:
        done = kpm(*words, profile=profile, expect=1, out=full)
    assert FULL in done.stderr, said(done)
    assert "Exception" not in done.stderr


def test_a_reader_that_goes_away_is_no_fault(profile: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        assert kpm("check", profile=profile, out=nobody).stderr == ""

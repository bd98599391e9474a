"""The n-th write, fsync or rename fails, for every n: a sentence, nothing half done or lost, nothing left over."""

import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kpm_desktop.db.store import open_store
from tests.faults.conftest import Pair
from tests.support.cli import PASSWORD, Finished, kpm_here, said, state
from tests.support.faults import VILLAGE, copied, household, leftovers, new_supervisor, write_table
from tests.support.faults_disk import FailingDisk
from tests.sync.test_old_versions import become_receiver, only_bundle

Words = tuple[str | Path, ...]
#: What each failure must be called.
NUMBERS = {errno.ENOSPC: ("penuh",), errno.EIO: ("gagal", "hilang atau terlepas")}
NEW_PASSWORD = "sandi-yang-baru"


@dataclass(frozen=True)
class Attempt:
    """A command in a place of its own: its profile, its words, and what it makes, which must not be there after it
    failed and must be there after it went well. kept: a file that must stay as it was."""

    profile: Path
    words: Words
    makes: tuple[Path, ...]
    code: int = 0
    kept: Path | None = None


Setting = Callable[[Pair, Path], Attempt]


def exporting(pair: Pair, place: Path) -> Attempt:
    return Attempt(copied(pair.cadre, place / "p"), ("export", "--to", place / "stick"), (place / "stick",))


def backing_up(pair: Pair, place: Path) -> Attempt:
    out = place / "a.kpmbackup"
    return Attempt(copied(pair.cadre, place / "p"), ("backup", "--out", out), (out,))


def inviting(pair: Pair, place: Path) -> Attempt:
    words: Words = ("invite", "--out", place / "u.json", "--village", VILLAGE)
    return Attempt(copied(pair.supervisor, place / "p"), words, (place / "u.json",))


def inviting_first(pair: Pair, place: Path) -> Attempt:
    profile = new_supervisor(place / "p")
    return Attempt(profile, ("invite", "--out", place / "u.json", "--sheet", place / "s.txt"), (place / "u.json",))


def dumping(pair: Pair, place: Path) -> Attempt:
    files = tuple(place / "out" / f"{kind}.csv" for kind in ("household", "person", "child_visit"))
    return Attempt(copied(pair.cadre, place / "p"), ("dump", place / "out"), files)


def rejecting(pair: Pair, place: Path) -> Attempt:
    rows = [household(50), household(51) | {"village_code": "x"}]
    folder = write_table(place / "in", "household", rows).parent
    words: Words = ("load", folder, "--skip-bad")
    return Attempt(copied(pair.cadre, place / "p"), words, (folder / "rejected" / "household.csv",), code=1)


def writing_a_scorecard(pair: Pair, place: Path) -> Attempt:
    words: Words = ("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1", "--out", place / "k.json")
    return Attempt(copied(pair.cadre, place / "p"), words, (place / "k.json",))


def making(pair: Pair, place: Path) -> Attempt:
    words: Words = ("init", "--role", "cadre", "--name", "Ibu", "--village", VILLAGE)
    return Attempt(place / "new", words, (place / "new" / "keys.json", place / "new" / "records.db"))


def restoring(pair: Pair, place: Path) -> Attempt:
    kpm_here("backup", "--out", place / "a.kpmbackup", profile=pair.cadre)
    made = (place / "new" / "keys.json", place / "new" / "records.db")
    return Attempt(place / "new", ("restore", place / "a.kpmbackup"), made)


def changing_password(pair: Pair, place: Path) -> Attempt:
    (place / "new").write_text(NEW_PASSWORD, encoding="utf-8")
    profile = copied(pair.cadre, place / "p")
    return Attempt(profile, ("password", "--new-password-file", place / "new"), (), kept=profile / "keys.json")


def keeping_a_later_bundle(pair: Pair, place: Path) -> Attempt:
    profile = new_supervisor(place / "p")
    with open_store(profile, PASSWORD) as store:
        become_receiver(store, "format-2")
    return Attempt(profile, ("import", only_bundle("format-2")), (profile / "waiting",))


SETTINGS: list[Setting] = [
    keeping_a_later_bundle,
    exporting,
    backing_up,
    inviting,
    inviting_first,
    dumping,
    rejecting,
    writing_a_scorecard,
    making,
    restoring,
    changing_password,
]


def run(attempt: Attempt, disk: FailingDisk) -> Finished:
    with disk.in_place():
        return kpm_here(*attempt.words, profile=attempt.profile, expect=None)


def fails_well(attempt: Attempt, disk: FailingDisk, place: Path) -> None:
    """One failure, and the same command again on a disk that works."""
    before = state(attempt.profile) if (attempt.profile / "keys.json").exists() else None
    kept = attempt.kept.read_bytes() if attempt.kept else b""
    failed = run(attempt, disk)
    where = f"{disk.calls[-1]} {disk.fails_at} {errno.errorcode[disk.number]}: {said(failed)}"
    assert len(disk.calls) >= disk.fails_at, where
    assert failed.returncode == 1, where
    assert any(word in failed.stderr for word in NUMBERS[disk.number]), where
    made = [path for path in attempt.makes if path.is_file() or (path.is_dir() and any(path.iterdir()))]
    assert (made, leftovers(place)) == ([], []), where
    if attempt.kept:
        assert attempt.kept.read_bytes() == kept, where
    if before is not None:
        assert state(attempt.profile) == before, where
    assert kpm_here(*attempt.words, profile=attempt.profile, expect=None).returncode == attempt.code, where
    assert all(path.exists() for path in attempt.makes), where


def count_calls(setting: Setting, pair: Pair, place: Path) -> int:
    place.mkdir()
    attempt, disk = setting(pair, place), FailingDisk()
    assert run(attempt, disk).returncode == attempt.code
    assert {"write", "fsync"} <= set(disk.calls)
    assert {"replace", "rename", "link"} & set(disk.calls)
    return len(disk.calls)


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_call_may_fail(known_pair: Pair, setting: Setting, number: int, tmp_path: Path) -> None:
    for fails_at in range(1, count_calls(setting, known_pair, tmp_path / "count") + 1):
        place = tmp_path / str(fails_at)
        place.mkdir()
        fails_well(setting(known_pair, place), FailingDisk(fails_at, number), place)


def test_a_password_that_could_not_be_changed_still_opens(known_pair: Pair, tmp_path: Path) -> None:
    """The last call syncs the folder, after the new key file has its name."""
    calls = count_calls(changing_password, known_pair, tmp_path / "count")
    place = tmp_path / "last"
    place.mkdir()
    attempt = changing_password(known_pair, place)
    assert run(attempt, FailingDisk(calls, errno.EIO)).returncode == 1
    kpm_here("check", profile=attempt.profile, env={"KPM_PASSWORD": PASSWORD})
    kpm_here("check", profile=attempt.profile, env={"KPM_PASSWORD": NEW_PASSWORD}, expect=1)

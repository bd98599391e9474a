"""The n-th write, sync or rename fails in a real process, whoever asks for it, SQLite and SQLCipher included: a
sentence, all or nothing of the work, and all is well once the disk is.

A disk fails once, or from that call on: full (what needs room is refused) or gone (everything is)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kpm_desktop.commands.bundles.take_bundle import last_opened
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.questions.what_returned import last_returned
from kpm_desktop.db.store import open_store
from tests.faults.conftest import Pair, Tell
from tests.support.cli import PASSWORD, account, kpm_here, state
from tests.support.failing_calls import Failure, Warm
from tests.support.failing_stories import (
    CHANGED,
    NAMED,
    THERE,
    Attempt,
    Chosen,
    Held,
    Lay,
    Words,
    fails_well,
    find,
)
from tests.support.faults import VILLAGE, copied, export, write_village

OLD = Path(__file__).parent.parent / "old_versions" / "profile-0001"
NEW_PASSWORD = "sandi-yang-baru"


@dataclass(frozen=True)
class Sources:
    """What the attempts begin with, not to be changed."""

    pair: Pair
    village: Path
    bundle: Path
    backup: Path
    drafted: Path
    new_password: Path
    old: Path


def records(profile: Path) -> Callable[[Path], Held]:
    """What a sound profile holds, and what it says of the last bundle."""

    def look(place: Path) -> Held:
        found = account(profile)
        with open_store(profile, PASSWORD) as store:
            bundle, returned = last_opened(store), last_returned(store)
            drafts = profile_status(store)["drafts"]
        told = (bundle and bundle.number, returned and (returned.what.number, len(returned.records)))
        return found | {"journal": ""}, drafts, told

    return look


def by_hand(profile: Path, *words: str | Path) -> Attempt:
    return Attempt(profile, words, records(profile), program="by_hand")


def saving(source: Sources, place: Path) -> Attempt:
    return by_hand(copied(source.pair.cadre, place / "p"), "save")


def drafting(source: Sources, place: Path) -> Attempt:
    return by_hand(copied(source.pair.cadre, place / "p"), "draft")


def saving_a_visit(source: Sources, place: Path) -> Attempt:
    return by_hand(copied(source.drafted, place / "p"), "visit")


def loading(source: Sources, place: Path) -> Attempt:
    profile = copied(source.pair.cadre, place / "p")
    return Attempt(profile, ("load", source.village), records(profile))


def importing(source: Sources, place: Path) -> Attempt:
    profile = copied(source.pair.supervisor, place / "p")
    return Attempt(profile, ("import", source.bundle), records(profile))


def taking_in(source: Sources, place: Path) -> Attempt:
    """The same at a window, which keeps an account of what came."""
    return by_hand(copied(source.pair.supervisor, place / "p"), "take", source.bundle)


def exporting(source: Sources, place: Path) -> Attempt:
    profile, stick = copied(source.pair.cadre, place / "p"), place / "stick"

    def look(place: Path) -> Held:
        supervisor = copied(source.pair.supervisor, place / "supervisor")
        bundles = sorted(stick.glob("*.kpmsync"))
        if bundles:
            kpm_here("import", *bundles, profile=supervisor)
        return state(profile), state(supervisor)

    return Attempt(profile, ("export", "--to", stick), look, may_be_done=True)


def restored(backup: Path) -> Callable[[Path], Held]:
    """The state in a backup."""

    def look(place: Path) -> Held:
        if not backup.exists():
            return None
        kpm_here("restore", backup, profile=place / "back")
        return state(place / "back")

    return look


def backing_up(source: Sources, place: Path) -> Attempt:
    profile, out = copied(source.pair.cadre, place / "p"), place / "a.kpmbackup"
    return Attempt(profile, ("backup", "--out", out), restored(out), done_already=NAMED)


def opening_an_old_one(source: Sources, place: Path) -> Attempt:
    """Its journal is judged again, after a backup; the backup is what can be told apart."""
    profile = copied(source.old, place / "p")
    return Attempt(profile, ("check",), restored(profile / "before-0.1.0.kpmbackup"), may_be_done=True)


def made(profile: Path) -> Callable[[Path], Held]:
    """The state of a profile, None without one."""

    def look(place: Path) -> Held:
        return state(profile) if (profile / "keys.json").exists() else None

    return look


def restoring(source: Sources, place: Path) -> Attempt:
    return Attempt(place / "p", ("restore", source.backup), made(place / "p"), done_already=THERE)


def making(source: Sources, place: Path) -> Attempt:
    words: Words = ("init", "--role", "cadre", "--name", "Ibu", "--village", VILLAGE)
    return Attempt(place / "p", words, made(place / "p"), done_already=THERE)


def changing_password(source: Sources, place: Path) -> Attempt:
    profile = copied(source.pair.cadre, place / "p")

    def look(place: Path) -> Held:
        opens = [
            kpm_here("check", profile=profile, expect=None, env={"KPM_PASSWORD": word}).returncode == 0
            for word in (PASSWORD, NEW_PASSWORD)
        ]
        assert sum(opens) == 1
        return opens

    return Attempt(profile, ("password", "--new-password-file", source.new_password), look, done_already=CHANGED)


LAYS: list[Lay] = [
    saving,
    drafting,
    saving_a_visit,
    loading,
    exporting,
    importing,
    taking_in,
    backing_up,
    restoring,
    making,
    opening_an_old_one,
    changing_password,
]


@pytest.fixture(scope="module")
def source(known_pair: Pair, warm: Warm, tmp_path_factory: pytest.TempPathFactory) -> Sources:
    place = tmp_path_factory.mktemp("sources")
    village = write_village(place / "village", range(10, 13))
    sender = copied(known_pair.cadre, place / "sender")
    bundle = export(sender, place / "stick")
    backup = place / "a.kpmbackup"
    kpm_here("backup", "--out", backup, profile=known_pair.cadre)
    drafted = copied(known_pair.cadre, place / "drafted")
    assert warm.run("by_hand", ("draft",), drafted, place).done.returncode == 0
    (place / "new").write_text(NEW_PASSWORD, encoding="utf-8")
    return Sources(known_pair, village, bundle, backup, drafted, place / "new", quick(copied(OLD, place / "old")))


def quick(profile: Path) -> Path:
    """A profile of long ago whose password costs as little as that of the others."""
    kpm_here("password", profile=profile, env={"KPM_NEW_PASSWORD": PASSWORD})
    (profile / "keys.json.previous").unlink()
    return profile


CHOSEN: list[tuple[Lay, Chosen]] = [
    (saving, ("fsync records.db-wal", 2, "EIO", False)),
    (saving, ("pwrite64 records.db-wal", -1, "ENOSPC", True)),
    (drafting, ("pwrite64 records.db-shm", 1, "ENOSPC", True)),
    (saving_a_visit, ("pwrite64 records.db-wal", -1, "EIO", True)),
    (loading, ("pwrite64 records.db-wal", 20, "ENOSPC", True)),
    (loading, ("pwrite64 records.db", 3, "EIO", True)),
    (exporting, ("pwrite64 records.db-wal", -1, "ENOSPC", False)),
    (importing, ("fsync records.db-wal", -2, "EIO", True)),
    (taking_in, ("pwrite64 records.db-wal", -2, "ENOSPC", False)),
    (backing_up, ("pwrite64 a.kpmbackup.db.part", 9, "ENOSPC", True)),
    (restoring, ("pwrite64 records.db-journal", 2, "EIO", False)),
    (restoring, ("fsync records.db-wal", 2, "EIO", True)),
    (making, ("pwrite64 records.db-wal", 99, "ENOSPC", True)),
    (opening_an_old_one, ("fsync records.db-wal", 2, "ENOSPC", False)),
    (changing_password, ("rename keys.json.part", 1, "EIO", True)),
    (changing_password, ("fsync p", 1, "EIO", True)),
    (backing_up, ("linkat a.kpmbackup.part", 1, "EIO", True)),
]


@pytest.mark.parametrize(("lay", "chosen"), CHOSEN)
def test_a_call_may_fail(tell: Tell, lay: Lay, chosen: Chosen) -> None:
    told = tell(lay)
    fails_well(told, find(told.calls, chosen))


def test_what_a_failed_restore_left_does_not_spoil_the_next(tell: Tell, source: Sources, tmp_path: Path) -> None:
    """A journal that could not be taken away belongs to another database than the one restored next."""
    told = tell(restoring)
    attempt = told.lay()
    assert told.run(attempt, find(told.calls, ("unlink records.db-journal", -1, "EIO", True))).done.returncode == 1
    assert (attempt.profile / "records.db-journal").exists()
    other = tmp_path / "other.kpmbackup"
    kpm_here("backup", "--out", other, profile=source.pair.supervisor)
    kpm_here("restore", other, profile=attempt.profile)
    assert state(attempt.profile) == state(source.pair.supervisor)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("goes_on", [False, True], ids=["once", "on"])
@pytest.mark.parametrize("number", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("lay", LAYS)
def test_every_call_may_fail(tell: Tell, lay: Lay, number: str, goes_on: bool) -> None:
    told = tell(lay)
    for at in range(1, len(told.calls) + 1):
        fails_well(told, Failure(told.calls, at, number, goes_on))

"""The n-th write, sync or rename fails in a real process, whoever asks for it, SQLite and SQLCipher included: a
sentence, all or nothing of the work, and all is well once the disk is.

A disk fails once, or from that call on: full (what needs room is refused) or gone (everything is)."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kpm_desktop.commands.bundles.take_bundle import last_opened
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.profile.users import keyholders
from kpm_desktop.commands.questions.what_returned import last_returned
from kpm_desktop.db import settings, vault
from kpm_desktop.db.store import open_store, reading_with
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.invitation import read_invitation
from kpm_desktop.sync.sheet import Sheet, programme_key, rows_in
from tests.faults.conftest import Pair
from tests.support.cli import PASSWORD, account, kpm_here, said, state
from tests.support.failing_calls import KILL, Call, Failure, Ran, Warm, has_strace, may_trace
from tests.support.faults import VILLAGE, copied, export, leftovers, new_supervisor, write_village

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or (has_strace() and not may_trace()), reason="no process may trace another here"
)
OLD = Path(__file__).parent.parent / "old_versions" / "profile-0001"
NEW_PASSWORD = "sandi-yang-baru"
FAILED, CALM = ("gagal", "hilang atau terlepas"), ("tidak ada yang hilang", "tetap ada")

THERE, CHANGED, NAMED = "sudah ada profil", "Kata sandi tidak cocok", "sudah ada berkas"

Words = tuple[str | Path, ...]
#: Anything that can be compared; None where nothing is there.
Held = object


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
    founder: Path
    coded: Path
    code: str


@dataclass(frozen=True)
class Attempt:
    """A command laid out in a place of its own. holds: looks, without any failure, at what there is of its work.
    may_be_done: whether all of the work may be there although the command was refused after it. done_already: what it
    is told the second time where the work of the first was there after all."""

    profile: Path
    words: Words
    holds: Callable[[Path], Held]
    program: str = "kpm"
    may_be_done: bool = False
    done_already: str = "nothing"


Lay = Callable[[Sources, Path], Attempt]


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


def inviting_first(source: Sources, place: Path) -> Attempt:
    """Makes the programme: where there is one, its sheet lies there and so does an invitation into it."""
    profile, sheet, out = copied(source.founder, place / "p"), place / "lembar.txt", place / "undangan"
    words: Words = ("invite", "--out", out, "--sheet", sheet, "--force")

    def look(place: Path) -> Held:
        with open_store(profile, PASSWORD) as store, store.reading() as tx:
            programme = settings.read_identity(tx).programme
            at_hand = settings.read(tx, "sheet_at_hand", Sheet)
        written = sheet.read_text(encoding="utf-8") if sheet.exists() else ""
        if at_hand is not None:
            assert not programme, "nothing rests on a sheet that may still be handed over"
            assert not written or at_hand.is_in(written), "the same sheet"
        if not programme:
            return False
        assert programme_key(rows_in(written)).public == programme
        return read_invitation(out.read_bytes()).programme == programme

    return Attempt(profile, words, look)


def renewing_the_code(source: Sources, place: Path) -> Attempt:
    """Whether the old code holds; the password does in any case."""
    profile = copied(source.coded, place / "p")

    def look(place: Path) -> Held:
        open_store(profile, PASSWORD).close()
        return opens_with_code(profile, source.code)

    return Attempt(profile, ("recovery", "--yes"), look, may_be_done=True)


def removing_a_user(source: Sources, place: Path) -> Attempt:
    profile = copied(source.coded, place / "p")

    def look(place: Path) -> Held:
        open_store(profile, PASSWORD).close()
        return keyholders(profile).users

    words: Words = ("user", "remove", "Wati")
    return Attempt(profile, words, look, may_be_done=True, done_already="tidak ada pengguna")


def rekeying(source: Sources, place: Path) -> Attempt:
    """The records, and whether the key of before opens them: the password does in any case."""
    profile = copied(source.coded, place / "p")
    old_key = vault.unlock(vault.read_keys(profile), PASSWORD).data_key

    def look(place: Path) -> Held:
        found = state(profile)
        with reading_with(profile, old_key) as tx:
            is_old = tx is not None
        assert is_old == opens_with_code(profile, source.code)
        assert not list(profile.glob("*.rekeyed*"))
        return found, is_old

    return Attempt(profile, ("rekey", "--yes"), look)


def opens_with_code(profile: Path, code: str) -> bool:
    try:
        vault.unlock_with_recovery(vault.read_keys(profile), code)
    except Refused:
        return False
    return True


LAYS: list[Lay] = [
    inviting_first,
    renewing_the_code,
    removing_a_user,
    rekeying,
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
    coded = copied(known_pair.cadre, place / "coded")
    kpm_here("password", "--user", "Wati", profile=coded, env={"KPM_NEW_PASSWORD": NEW_PASSWORD})
    told = kpm_here("recovery", "--yes", profile=coded).stdout
    code = next(line.split(": ")[1] for line in told.splitlines() if line.startswith("Kode pemulihan: "))
    return Sources(
        known_pair,
        village,
        bundle,
        backup,
        drafted,
        place / "new",
        quick(copied(OLD, place / "old")),
        new_supervisor(place / "founder"),
        coded,
        code,
    )


def quick(profile: Path) -> Path:
    """A profile of long ago whose password costs as little as that of the others."""
    kpm_here("password", profile=profile, env={"KPM_NEW_PASSWORD": PASSWORD})
    (profile / "keys.json.previous").unlink()
    return profile


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    with Warm(tmp_path_factory.mktemp("warm")) as started:
        yield started


@dataclass(frozen=True)
class Story:
    """A command, undisturbed: what there is before and after it, and its calls in their order."""

    lay: Callable[[], Attempt]
    warm: Warm
    place: Path
    before: Held
    after: Held
    calls: tuple[Call, ...]

    def run(self, attempt: Attempt, failure: Failure | None = None) -> Ran:
        """One process."""
        return self.warm.run(attempt.program, attempt.words, attempt.profile, self.place, failure)

    def held(self, attempt: Attempt) -> Held:
        """What there is, without any failure."""
        return looked(attempt, self.place)


def looked(attempt: Attempt, place: Path) -> Held:
    aside = place.with_name("look")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    return attempt.holds(aside)


def story(warm: Warm, lay: Lay, source: Sources, folder: Path) -> Story:
    place = folder / lay.__name__ / "place"
    place.parent.mkdir()

    def again() -> Attempt:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return lay(source, place)

    before = looked(again(), place)
    attempt = again()
    ran = warm.run(attempt.program, attempt.words, attempt.profile, place)
    assert ran.done.returncode == 0, said(ran.done)
    return Story(again, warm, place, before, looked(attempt, place), ran.calls)


Tell = Callable[[Lay], Story]


@pytest.fixture(scope="module")
def tell(warm: Warm, source: Sources, tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """The story of a command, told once."""
    folder = tmp_path_factory.mktemp("stories")
    return cache(lambda lay: story(warm, lay, source, folder))


def fails_well(story: Story, failure: Failure) -> None:
    """One failure, what it left, and the same command again on a disk that works."""
    attempt = story.lay()
    ran = story.run(attempt, failure)
    where = f"{failure}: exit {ran.done.returncode}, {said(ran.done)}"
    assert ran.failed, where
    assert ran.done.returncode in (0, 1), where
    assert "Traceback" not in ran.done.stderr, where
    if ran.done.returncode:
        is_told(failure, ran, where)
    is_whole(story, attempt, failure, ran, where)
    again = story.run(attempt).done
    if CHANGED in again.stderr:
        assert "mungkin sudah berlaku" in ran.done.stderr, where
    is_there = attempt.done_already in again.stderr
    assert again.returncode == (1 if is_there else 0), f"{where}\nagain: {said(again)}"
    assert story.held(attempt) == story.after, where
    call = failure.calls[failure.at - 1]
    stays = {Path(path).name for path in call.paths if call.name == "unlink"}
    assert {Path(name).name for name in leftovers(story.place)} <= stays, where


def is_told(failure: Failure, ran: Ran, where: str) -> None:
    """The sentence says what is wrong with the disk and that nothing is lost."""
    call = failure.calls[failure.at - 1]
    needs_room = call.name in ("write", "pwrite64") and not call.paths[0].endswith("-shm")
    wanted = ("penuh",) if failure.number == "ENOSPC" and needs_room else (*FAILED, "penuh")
    assert any(word in ran.done.stderr for word in wanted), where
    assert any(word in ran.done.stderr for word in CALM), where


def is_whole(story: Story, attempt: Attempt, failure: Failure, ran: Ran, where: str) -> None:
    """All of the work is there where it was called done, else none of it. What a disk refuses to take back while it
    goes on failing may be there, whole; at a window the second try succeeds on a disk that failed once."""
    found = story.held(attempt)
    is_done = ran.done.returncode == 0 or (attempt.program == "by_hand" and not ran.done.stdout)
    if attempt.program == "by_hand" and not failure.goes_on:
        assert is_done or "NOT OPENED" in ran.done.stdout, where
    allowed = [story.after] if is_done else [story.before]
    if failure.goes_on or attempt.may_be_done:
        allowed.append(story.after)
    assert found in allowed, f"{where}\nfound {found}, not {allowed}"


def is_killed_well(story: Story, failure: Failure) -> None:
    """The process ends with one of its calls: all of the work is there or none, and the same command does it."""
    attempt = story.lay()
    ran = story.run(attempt, failure)
    where = f"{failure}: exit {ran.done.returncode}"
    assert ran.done.returncode == -signal.SIGKILL, where
    assert story.held(attempt) in (story.before, story.after), where
    again = story.run(attempt).done
    is_there = attempt.done_already in again.stderr
    assert again.returncode == (1 if is_there else 0), f"{where}\nagain: {said(again)}"
    assert story.held(attempt) == story.after, where
    assert leftovers(story.place) == [], where


#: A call, which of its kind, how it fails, and whether all after it do.
Chosen = tuple[str, int, str, bool]
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
    (inviting_first, ("rename undangan.part", 1, "ENOSPC", True)),
    (backing_up, ("linkat a.kpmbackup.part", 1, "EIO", True)),
    (inviting_first, ("fsync records.db-wal", -1, "EIO", False)),
    (renewing_the_code, ("rename keys.json.part", 2, "EIO", True)),
    (removing_a_user, ("fsync p", -1, "EIO", False)),
    (rekeying, ("pwrite64 records.db.rekeyed", 9, "ENOSPC", True)),
    (rekeying, ("rename records.db.rekeyed", 1, "EIO", True)),
    (rekeying, ("fsync p", -2, "EIO", True)),
    (rekeying, ("fsync p", -1, "EIO", False)),
]
#: The lays whose files change places, and where they are killed.
KEYS: list[Lay] = [inviting_first, renewing_the_code, removing_a_user, rekeying]
KILLED: list[tuple[Lay, tuple[str, int]]] = [
    (inviting_first, ("fsync lembar.txt.part", 1)),
    (inviting_first, ("fsync records.db-wal", -1)),
    (renewing_the_code, ("rename keys.json.part", 2)),
    (removing_a_user, ("rename keys.json.part", 1)),
    (rekeying, ("pwrite64 records.db.rekeyed", -1)),
    (rekeying, ("rename records.db.rekeyed", 1)),
    (rekeying, ("rename keys.json.rekeyed", 1)),
]


def find(calls: tuple[Call, ...], chosen: Chosen) -> Failure:
    """The n-th call of a kind, from the end where n is negative, as a failure."""
    kind, which, number, goes_on = chosen
    found = [at for at, call in enumerate(calls, 1) if f"{call.name} {Path(call.paths[0]).name}" == kind]
    return Failure(calls, found[which - 1 if which > 0 else which], number, goes_on)


@pytest.mark.parametrize(("lay", "chosen"), CHOSEN)
def test_a_call_may_fail(tell: Tell, lay: Lay, chosen: Chosen) -> None:
    told = tell(lay)
    fails_well(told, find(told.calls, chosen))


@pytest.mark.parametrize(("lay", "where"), KILLED)
def test_a_call_may_be_the_last(tell: Tell, lay: Lay, where: tuple[str, int]) -> None:
    told = tell(lay)
    is_killed_well(told, find(told.calls, (*where, KILL, False)))


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("lay", KEYS)
def test_every_call_may_be_the_last(tell: Tell, lay: Lay) -> None:
    told = tell(lay)
    for at in range(1, len(told.calls) + 1):
        is_killed_well(told, Failure(told.calls, at, KILL, False))


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

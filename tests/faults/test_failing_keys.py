"""What opens a profile, and the programme's sheet, under calls that fail or are the last: the old holds or the new one
does, never neither; and nothing rests on a sheet nobody was given."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kpm_desktop.commands.profile.users import keyholders
from kpm_desktop.db import settings, vault
from kpm_desktop.db.store import open_store, reading_with
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.invitation import read_invitation
from kpm_desktop.sync.sheet import Sheet, programme_key, rows_in
from tests.faults.conftest import Pair, Tell
from tests.support.cli import PASSWORD, kpm_here, state
from tests.support.failing_calls import KILL, Failure
from tests.support.failing_stories import (
    Attempt,
    Chosen,
    Held,
    Lay,
    Words,
    fails_well,
    find,
    is_killed_well,
    moments,
)
from tests.support.faults import copied, new_supervisor


@dataclass(frozen=True)
class Sources:
    """A supervisor who invited nobody, and a cadre's profile with a second user, whose recovery code is known."""

    founder: Path
    coded: Path
    code: str


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

    all_the_same = "Kunci baru tetap sudah berlaku"
    return Attempt(profile, ("rekey", "--yes"), look, may_be_done=True, all_the_same=all_the_same)


def opens_with_code(profile: Path, code: str) -> bool:
    try:
        vault.unlock_with_recovery(vault.read_keys(profile), code)
    except Refused:
        return False
    return True


@pytest.fixture(scope="module")
def source(known_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Sources:
    place = tmp_path_factory.mktemp("sources")
    coded = copied(known_pair.cadre, place / "coded")
    kpm_here("password", "--user", "Wati", profile=coded, env={"KPM_NEW_PASSWORD": "kata-sandi-wati"})
    told = kpm_here("recovery", "--yes", profile=coded).stdout
    code = next(line.split(": ")[1] for line in told.splitlines() if line.startswith("Kode pemulihan: "))
    return Sources(new_supervisor(place / "founder"), coded, code)


CHOSEN: list[tuple[Lay, Chosen]] = [
    (inviting_first, ("rename undangan.part", 1, "ENOSPC", True)),
    (inviting_first, ("fsync records.db-wal", -1, "EIO", False)),
    (renewing_the_code, ("rename keys.json.part", 2, "EIO", True)),
    (removing_a_user, ("fsync p", -1, "EIO", False)),
    (rekeying, ("pwrite64 records.db.rekeyed", 9, "ENOSPC", True)),
    (rekeying, ("rename records.db.rekeyed", 1, "EIO", True)),
    (rekeying, ("fsync p", -2, "EIO", True)),
    (rekeying, ("fsync p", -1, "EIO", False)),
    (rekeying, ("pwrite64 records.db-journal", -1, "ENOSPC", False)),
]
LAYS: list[Lay] = [inviting_first, renewing_the_code, removing_a_user, rekeying]
KILLED: list[tuple[Lay, tuple[str, int]]] = [
    (inviting_first, ("fsync lembar.txt.part", 1)),
    (inviting_first, ("fsync records.db-wal", -1)),
    (renewing_the_code, ("rename keys.json.part", 2)),
    (removing_a_user, ("rename keys.json.part", 1)),
    (rekeying, ("pwrite64 records.db.rekeyed", -1)),
    (rekeying, ("fsync keys.json.rekeyed.part", 1)),
    (rekeying, ("rename records.db.rekeyed", 1)),
    (rekeying, ("rename keys.json.rekeyed", 1)),
]


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
@pytest.mark.parametrize("lay", LAYS)
def test_every_call_may_be_the_last(tell: Tell, lay: Lay) -> None:
    told = tell(lay)
    for at in moments(told.calls):
        is_killed_well(told, Failure(told.calls, at, KILL, False))


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("goes_on", [False, True], ids=["once", "on"])
@pytest.mark.parametrize("number", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("lay", LAYS)
def test_every_call_may_fail(tell: Tell, lay: Lay, number: str, goes_on: bool) -> None:
    told = tell(lay)
    for at in moments(told.calls):
        fails_well(told, Failure(told.calls, at, number, goes_on))

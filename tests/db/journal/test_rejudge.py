"""What an older program did not know goes through it unharmed and wakes up when it is brought up to date."""

import errno
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection

from kpm_desktop.db import settings, vault
from kpm_desktop.db.engine import DATABASE, open_engine
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal import rejudge as understanding
from kpm_desktop.db.journal.quarantined import withheld
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain import judge
from tests.support.cli import PASSWORD, account, kpm_here, state
from tests.support.devices import VILLAGE, Device, quick_place
from tests.support.faults import copied, export, fixed_id, household, leftovers, new_cadre, write_table
from tests.support.faults_disk import FailingDisk
from tests.support.older import older_kpm

#: An older version had no sponsorships, no telephone numbers, and no rank of birth.
OLDER = {"sponsorship": None, "sponsorship_delivery": None, "household": ["phone"], "person": ["birth_order"]}
HOUSE = UUID(fixed_id("rt-1"))
CHILD = UUID(fixed_id("anak-1"))
BACKUP = "before-0.1.0.kpmbackup"


@pytest.fixture(scope="module")
def passed_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newer cadre wrote, an older supervisor took it in and passed it on to another newer cadre."""
    place = tmp_path_factory.mktemp("versions")
    writer, reader = new_cadre(place / "writer"), new_cadre(place / "reader")
    older, sheet = place / "older", place / "lembar.txt"
    invitations = [place / f"undangan-{cadre.name}.json" for cadre in (writer, reader)]
    older_kpm(
        OLDER,
        ["init", "--role", "supervisor", "--name", "Pak Camat", "--village", "12.75"],
        *(["invite", "--out", file, "--village", VILLAGE, "--sheet", sheet] for file in invitations),
        profile=older,
    )
    for cadre, file in zip((writer, reader), invitations, strict=True):
        kpm_here("join", file, "--confirm-words", profile=cadre)
    write_village(place / "in")
    kpm_here("load", place / "in", profile=writer)
    older_kpm(
        OLDER,
        ["import", export(writer, place / "up"), export(reader, place / "up")],
        *(["receipt", "--for", identity(cadre), "--to", place / f"down-{cadre.name}"] for cadre in (writer, reader)),
        ["check"],
        profile=older,
    )
    for cadre in (writer, reader):
        kpm_here("import", *(place / f"down-{cadre.name}").iterdir(), profile=cadre)
    return place


def write_village(folder: Path) -> None:
    """One household with a child, and what the older version does not know of them."""
    write_table(folder, "household", [household(1) | {"phone": "0812-3456", "residency": "resident"}])
    write_table(
        folder,
        "person",
        [
            {
                "id": str(CHILD),
                "ref": "anak-1",
                "household_id": "rt-1",
                "full_name": "Zubaedah 1",
                "sex": "female",
                "birth_date": "2024-03-04",
                "birth_order": "2",
            }
        ],
    )
    write_table(
        folder,
        "sponsorship",
        [
            {
                "ref": "asuh",
                "person_id": "anak-1",
                "sponsor_name": "Koperasi",
                "start_date": "2025-01-01",
                "support": "food",
            }
        ],
    )


def identity(profile: Path) -> str:
    with open_store(profile, PASSWORD) as store, store.reading() as tx:
        return settings.read_identity(tx).device[:8]


def rows(tx: Connection) -> list[object]:
    """What the older version did not know, as the rows hold it."""
    return [
        tx.exec_driver_sql("SELECT phone FROM household WHERE id = ?", (HOUSE.bytes,)).scalar(),
        tx.exec_driver_sql("SELECT birth_order FROM person WHERE id = ?", (CHILD.bytes,)).scalar(),
        tx.exec_driver_sql("SELECT sponsor_name FROM sponsorship").scalar(),
    ]


NOTHING = [None, None, None]
EVERYTHING = ["0812-3456", 2, "Koperasi"]


def raw_rows(profile: Path) -> list[object]:
    """The same, looked at without opening the profile as a program does."""
    engine = open_engine(profile / DATABASE, vault.unlock(vault.read_keys(profile), PASSWORD).data_key)
    try:
        with engine.connect() as tx:
            return rows(tx)
    finally:
        engine.dispose()


def test_it_goes_through_an_older_program_unharmed(passed_on: Path) -> None:
    with open_store(passed_on / "reader", PASSWORD) as store, store.reading() as tx:
        assert rows(tx) == EVERYTHING
    assert raw_rows(passed_on / "older") == NOTHING
    assert state(passed_on / "reader") == state(passed_on / "writer")


def test_it_wakes_up_when_the_program_is_brought_up_to_date(passed_on: Path, tmp_path: Path) -> None:
    profile = copied(passed_on / "older", tmp_path / "p")
    assert account(profile)["state"] == state(passed_on / "writer"), "a check finds rows and journal to be the same"
    assert raw_rows(profile) == EVERYTHING
    kpm_here("restore", profile / BACKUP, profile=tmp_path / "q")
    assert raw_rows(tmp_path / "q") == EVERYTHING
    (profile / BACKUP).unlink()
    kpm_here("check", profile=profile)
    assert not (profile / BACKUP).exists(), "it wakes up once"


#: A process that kills itself at a later call of a function.
DYING = """
import os
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
real, calls = {at}, []
def dying(*given):
    calls.append(1)
    if len(calls) > {after}:
        os.kill(os.getpid(), 9)
    return real(*given)
{at} = dying
"""


@pytest.mark.parametrize("at", ["heads.refresh", "settings.write"])
def test_killed_while_it_wakes_up(passed_on: Path, tmp_path: Path, at: str) -> None:
    profile = copied(passed_on / "older", tmp_path / "p")
    before = DYING.format(at=at, after=1 if at == "heads.refresh" else 0)
    older_kpm({}, ["check"], profile=profile, before=before, expect=-9)
    assert raw_rows(profile) == NOTHING
    kpm_here("check", profile=profile)
    assert raw_rows(profile) == EVERYTHING


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["ENOSPC", "EIO"])
def test_every_call_may_fail_while_it_wakes_up(passed_on: Path, tmp_path: Path, number: int) -> None:
    def attempt(name: str, disk: FailingDisk, expect: int) -> Path:
        profile = copied(passed_on / "older", tmp_path / name)
        with disk.in_place():
            kpm_here("check", profile=profile, expect=expect)
        return profile

    counted = FailingDisk()
    attempt("counted", counted, 0)
    assert {"write", "fsync", "rename"} & set(counted.calls)
    for fails_at in range(1, len(counted.calls) + 1):
        profile = attempt(str(fails_at), FailingDisk(fails_at, number), 1)
        assert raw_rows(profile) == NOTHING, fails_at
        assert leftovers(profile) == [], fails_at
        kpm_here("check", profile=profile)
        assert raw_rows(profile) == EVERYTHING, fails_at


def test_nothing_to_wake_up_needs_no_backup(tmp_path: Path) -> None:
    words = ["init", "--role", "cadre", "--name", "Ibu", "--village", VILLAGE]
    older_kpm(OLDER, words, profile=tmp_path / "p")
    kpm_here("check", profile=tmp_path / "p")
    assert not (tmp_path / "p" / BACKUP).exists()


@pytest.fixture
def device() -> Iterator[Device]:
    with quick_place() as place:
        yield place.cadre("Ibu Sari")


def reopened(device: Device) -> Store:
    device.close()
    return device.place.keep(Device(device.name, device.place, open_store(device.store.folder, PASSWORD))).store


def test_a_limit_drawn_anew_judges_again_what_it_concerns(device: Device) -> None:
    """As when a version that took texts of any length is followed by one that takes five letters."""
    device.save(HOUSE, {"village_code": VILLAGE, "head_name": "Pak Amir", "rt": "1"})
    device.save_badly(HOUSE, {"rt": "123456"})
    other = UUID(int=9)
    device.save(other, {"village_code": VILLAGE, "head_name": "Pak Budi"})
    with device.store.writing() as tx:
        was = settings.read(tx, understanding.UNDERSTOOD, understanding.Understood)
        was.limits["household"]["rt"] = "text of any length"
        settings.write(tx, understanding.UNDERSTOOD, was)
        assert len(understanding.concerned(tx)) == 2
    store = reopened(device)
    with store.reading() as tx:
        assert [(one.id, one.field, one.code) for one in withheld(tx)] == [(HOUSE, "rt", "out_of_limits")]
        assert heads.shown(heads.state_of(tx, "household", 1, HOUSE))["rt"] == "1"
        assert heads.differing_rows(tx) == []


def test_another_rule_version_judges_everything_again(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    device.save(HOUSE, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    with device.store.writing() as tx:
        tx.exec_driver_sql("INSERT INTO quarantine (change_no, field, code) SELECT no, 'head_name', 'old' FROM change")
        heads.rebuild(tx)
        assert heads.shown(heads.state_of(tx, "household", 1, HOUSE))["head_name"] is None
    monkeypatch.setattr(understanding, "RULE_VERSION", judge.RULE_VERSION + 1)
    store = reopened(device)
    with store.reading() as tx:
        assert heads.shown(heads.state_of(tx, "household", 1, HOUSE))["head_name"] == "Pak Amir"
        assert heads.differing_rows(tx) == []

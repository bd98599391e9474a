"""Files and databases of every version are read by every later one: the samples of `tests/old_versions`."""

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kpm_desktop.commands.access.issue_credential import record_credential
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.sync import bundle, seal
from kpm_desktop.sync.invitation import read_invitation
from tests.support.cli import account, kpm_here
from tests.support.devices import VILLAGE, Device, Place
from tests.sync.sample import RECORD
from tests.sync.test_format_document import reader

OLD = Path(__file__).parents[1] / "old_versions"
BUNDLES = sorted(OLD.glob("*-1/*.kpmsync"))
STATE = "6f96d4e397f67e955318ad2f365553e6a36bed267b9a7d1e3f3d7455a743892f"
JOURNAL = "d1703e1da2d982b6228c4e8e88a1dd22fa0ced30d16bd69ccb6613d84e516cd2"


def keys(folder: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((OLD / folder / "keys.json").read_text())
    return found


def only_bundle(folder: str) -> Path:
    (path,) = (OLD / folder).glob("*.kpmsync")
    return path


def receiver(place: Place, folder: str) -> Device:
    """The supervisor a sample was written for, with nothing in its profile but its keys."""
    device = place.supervisor("Bu Rina", "12.75")
    become_receiver(device.store, folder)
    return device


def become_receiver(store: Store, folder: str) -> None:
    """Gives a profile the keys of the supervisor a sample was written for."""
    with store.writing() as tx:
        known = keys(folder)
        identity = msgspec.structs.replace(
            settings.read_identity(tx),
            device=known["supervisor_public"],
            signing_secret=known["supervisor_signing"],
            age_secret=known["supervisor_age"],
            age=seal.AgeIdentity.from_text(known["supervisor_age"]).recipient,
            programme=known["programme_public"],
        )
        settings.write_identity(tx, identity)


def record_papers(device: Device, folder: str) -> None:
    """What a supervisor who let somebody in has in her journal: the samples carry papers beside their ranges alone."""
    opened = bundle.unpack(only_bundle(folder).read_bytes(), seal.AgeIdentity.from_text(device.identity.age_secret))
    with device.store.writing() as tx:
        for paper in opened.header.credentials:
            record_credential(tx, device.identity, device.clock, paper)
        release_waiting(tx, device.identity)


def test_there_is_a_sample_of_everything_that_travels() -> None:
    assert {path.parent.name for path in BUNDLES} == {"bundle-1", "branches-1", "later-1", "spread-1", "exchange-1"}


@pytest.mark.parametrize("path", BUNDLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_documents_reader_opens_every_sample(path: Path) -> None:
    known = keys(path.parent.name)
    manifest, heads, changes = reader()["read_bundle"](path.read_bytes(), known["supervisor_age"])
    assert manifest["sender"].startswith(path.name[4:12])
    opened = bundle.unpack(path.read_bytes(), seal.AgeIdentity.from_text(known["supervisor_age"]))
    assert [json.loads(line) for _, lines in opened for line in lines] == changes
    assert sum(head["head"] == "range" for head in heads) == len(opened.header.ranges)


def test_the_documents_reader_leaves_a_later_format_alone() -> None:
    with pytest.raises(AssertionError):
        reader()["read_bundle"](only_bundle("format-2").read_bytes(), keys("format-2")["supervisor_age"])


def test_what_spans_lines_is_joined_and_other_kinds_are_counted(place: Place) -> None:
    opened = bundle.unpack(
        only_bundle("spread-1").read_bytes(), seal.AgeIdentity.from_text(keys("spread-1")["supervisor_age"])
    )
    assert [len(line.pieces) for line in opened.header.have] == [2500]
    assert (len(opened.manifest.counts), opened.manifest.counts["other"]) == (64, 7)
    device = receiver(place, "spread-1")
    (taken,) = device.take(only_bundle("spread-1"))
    assert (sum(taken.new.values()), taken.refused) == (70, [])


def test_branches_are_both_kept(place: Place) -> None:
    device = receiver(place, "branches-1")
    (taken,) = device.take(only_bundle("branches-1"))
    assert (taken.outcome, taken.new, taken.refused) == ("taken", {"household": 8, "credential": 1}, [])
    record_papers(device, "branches-1")
    states = device.states(RECORD)
    assert {head.values["rt"] for head in states["rt"].heads} == {"8"}, "7 lies below it on the same branch"
    assert {head.values["head_name"] for head in states["head_name"].heads} >= {"Pak Kadér 5", "Pak Kadér 9"}
    assert device.faults() == []


def later_lines(device: Device) -> list[dict[str, Any]]:
    with device.store.reading() as tx:
        return [json.loads(row[0]) for row in tx.exec_driver_sql("SELECT line FROM change ORDER BY seq")]


def test_what_a_later_version_wrote_is_kept_shown_where_known_and_sent_on(place: Place) -> None:
    device = receiver(place, "later-1")
    (taken,) = device.take(only_bundle("later-1"))
    assert (taken.outcome, taken.new, taken.withheld) == ("taken", {"household": 1, "water_point": 1}, 0)
    first, second = later_lines(device)
    record_papers(device, "later-1")
    assert (first["fields"]["solar_panels"], second["kind"]) == (3, "water_point")
    with device.store.reading() as tx:
        row = tx.exec_driver_sql("SELECT head_name, residency FROM household").one()
    assert tuple(row) == ("Pak Amir", "seasonal")
    assert device.faults() == []
    cadre = keys("later-1")["cadre_public"]
    sent = device.due(cadre, everything=True)
    opened = [bundle.unpack(file.read_bytes(), seal.AgeIdentity.from_text(device.identity.age_secret)) for file in sent]
    theirs = [lines for one in opened for piece, lines in one if piece.device == cadre]
    assert [json.loads(line) for lines in theirs for line in lines] == [first, second]


def test_a_later_format_waits(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    device = receiver(place, "format-2")
    (waits,) = device.take(only_bundle("format-2"))
    assert (waits.outcome, later_lines(device)) == ("newer", [])
    monkeypatch.setattr(bundle, "READER", 2)
    (taken,) = device.take(only_bundle("format-2"))
    assert (taken.outcome, taken.new) == ("taken", {"household": 1, "water_point": 1})


def test_an_invitation_is_read() -> None:
    invitation = read_invitation((OLD / "exchange-1" / "undangan.json").read_bytes())
    assert (invitation.supervisor.name, invitation.regions) == ("Pak Camat", (VILLAGE,))
    assert invitation.supervisor.device == keys("exchange-1")["supervisor_public"]


@pytest.fixture
def old_profile(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OLD / "profile-0001", tmp_path / "p"))


def test_a_profile_of_version_0001_is_opened(old_profile: Path) -> None:
    found = account(old_profile)
    assert (found["state"], found["journal"], found["changes"]) == (STATE, JOURNAL, "28")
    assert (old_profile / "before-0.1.0.kpmbackup").exists(), "it noted nothing of what its program knew"
    kpm_here("rebuild", profile=old_profile)
    assert account(old_profile)["state"] == STATE


def test_its_receipt_and_its_bundle_are_known_there(old_profile: Path) -> None:
    receipt = next((OLD / "exchange-1").glob("kpm-b9f80545-*.kpmsync"))
    bundle_sent = next((OLD / "exchange-1").glob("kpm-ba019eb8-*.kpmsync"))
    done = kpm_here("import", receipt, bundle_sent, profile=old_profile)
    assert "sudah pernah diambil" in done.stdout
    assert account(old_profile)["journal"] == JOURNAL
    new = old_profile.parent / "new"
    kpm_here("init", "--role", "cadre", "--name", "Ibu", "--village", VILLAGE, profile=new)
    kpm_here("join", OLD / "exchange-1" / "undangan.json", "--confirm-words", profile=new)

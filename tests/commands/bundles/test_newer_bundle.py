"""A bundle of a later format waits in the profile and comes in by itself once the program knows it."""

from pathlib import Path

import msgspec
import pytest

from kpm_desktop.commands.bundles.take_bundle import Opened, take_bundle
from kpm_desktop.commands.profile import unlock_profile
from kpm_desktop.db.delivery.newer_bundles import FOLDER
from kpm_desktop.sync import bundle, seal
from kpm_desktop.sync.bundle import MAGIC
from tests.support.cli import kpm_here, state
from tests.support.devices import PASSWORD, Device, Place, acquaint, settle
from tests.support.faults import copied
from tests.sync.test_exchange import household


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Pak Camat")


@pytest.fixture
def cadre(place: Place, supervisor: Device) -> Device:
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, supervisor)
    settle((cadre, supervisor))
    return cadre


def of_format(number: int, sent: Path, cadre: Device, supervisor: Device) -> Path:
    """The same bundle as a later format may write it: another reader, and a manifest key nobody knows yet."""
    payload = seal.decrypt(sent.read_bytes(), seal.AgeIdentity.from_text(supervisor.identity.age_secret))
    end = 13 + int.from_bytes(payload[9:13], "big")
    manifest = msgspec.json.decode(payload[13:end]) | {"min_reader": number, "mood": "good"}
    text = msgspec.json.encode(manifest)
    signature = seal.sign_manifest(seal.SigningKey.from_hex(cadre.identity.signing_secret), text)
    file = sent.with_name(f"later-{number}.kpmsync")
    size = len(text).to_bytes(4, "big")
    file.write_bytes(seal.encrypt(MAGIC + size + text + signature + payload[end + 64 :], [supervisor.identity.age]))
    return file


def kept(device: Device) -> list[Path]:
    return sorted((device.store.folder / FOLDER).glob("*"))


def test_it_waits_and_comes_in_by_itself(cadre: Device, supervisor: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    record = household(cadre)
    (sent,) = cadre.export()
    file = of_format(2, sent, cadre, supervisor)
    before = supervisor.names()
    opened = take_bundle(supervisor.store, file, clock=supervisor.clock)
    assert (opened.outcome, [why.code for why in opened.reasons]) == ("newer", ["bundle.kept"])
    take_bundle(supervisor.store, file, clock=supervisor.clock)
    assert len(kept(supervisor)) == 1, "the same file twice is one that waits"
    assert supervisor.names() == before
    file.unlink()
    supervisor.close()

    same = unlock_profile.unlock_profile(supervisor.store.folder, PASSWORD)
    same.close()
    assert len(kept(supervisor)) == 1, "this version does not know it yet"
    monkeypatch.setattr(bundle, "READER", 2)
    monkeypatch.setattr(unlock_profile, "READER", 2)
    told: list[Opened] = []
    supervisor.store = unlock_profile.unlock_profile(supervisor.store.folder, PASSWORD, tell=told.append)
    try:
        assert [(one.outcome, one.person, one.new) for one in told] == [("taken", "Ibu Sari", 1)]
        assert supervisor.shown(record)["head_name"] == "Pak Amir"
        assert supervisor.faults() == []
        assert not (supervisor.store.folder / FOLDER).exists()
    finally:
        supervisor.store.close()


def test_one_that_turns_out_to_be_broken_keeps_nobody_out(
    cadre: Device, supervisor: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    household(cadre)
    file = of_format(2, cadre.export()[0], cadre, supervisor)
    supervisor.take(file)
    (waits,) = kept(supervisor)
    waits.write_bytes(waits.read_bytes()[:-1])
    supervisor.close()
    monkeypatch.setattr(unlock_profile, "READER", 2)
    told: list[Opened] = []
    supervisor.store = unlock_profile.unlock_profile(supervisor.store.folder, PASSWORD, tell=told.append)
    supervisor.store.close()
    assert [one.outcome for one in told] == ["refused"]
    assert kept(supervisor) == []


def test_kpm_names_what_waits_and_ends_well(cadre: Device, supervisor: Device, tmp_path: Path) -> None:
    household(cadre)
    (sent,) = cadre.export()
    file = of_format(2, sent, cadre, supervisor)
    supervisor.close()
    profile = copied(supervisor.store.folder, tmp_path / "p")
    before = state(profile)
    done = kpm_here("import", file, profile=profile, expect=0)
    assert "later-2.kpmsync: dari Ibu Sari, dibuat aplikasi yang lebih baru." in done.stdout
    assert (state(profile), len(list((profile / FOLDER).iterdir()))) == (before, 1)
    assert kpm_here("import", file, sent, profile=profile, expect=0).stdout.count("lebih baru") == 1
    assert state(profile) != before

"""The first invitation: nothing rests on a sheet before it was kept; after a failure the same one is handed over."""

from pathlib import Path

import pytest

from kpm_desktop.commands.access import invite as invite_module
from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.recover_programme import recover_programme
from kpm_desktop.commands.access.sheet_at_hand import sheet_at_hand
from kpm_desktop.db import settings
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.wording import Wording
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.ui.printing import sheet_file
from kpm_desktop.ui.printing.sheet_file import write_sheet
from tests.support.devices import VILLAGE, Device, Place


def programme_of(device: Device) -> str:
    with device.store.reading() as tx:
        return settings.read_identity(tx).programme


def fail(*_: object) -> None:
    raise refused("files.disk_full", path="lembar")


def test_whatever_fails_the_same_sheet_is_handed_over_again(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisor, seen = place.supervisor("Bu Rina"), list[Sheet]()

    def keep(sheet: Sheet) -> None:
        seen.append(sheet)

    def keep_and_fail(sheet: Sheet) -> None:
        seen.append(sheet)
        fail()

    def attempt(keep_sheet: object, out: Path = tmp_path / "undangan") -> None:
        invite(supervisor.store, out, villages=[VILLAGE], keep_sheet=keep_sheet)  # type: ignore[arg-type]

    with pytest.raises(Refused, match="disk_full"):
        attempt(keep_and_fail)
    assert (programme_of(supervisor), (tmp_path / "undangan").exists()) == ("", False)
    with pytest.raises(Refused):
        attempt(keep, tmp_path / "absent" / "undangan")
    with monkeypatch.context() as patch:
        patch.setattr(invite_module, "write_invitation", fail)
        with pytest.raises(Refused, match="disk_full"):
            attempt(keep)
    assert (programme_of(supervisor), (tmp_path / "undangan").exists()) == ("", False)
    attempt(keep)
    assert len(seen) == 4 and len(set(seen)) == 1, "one programme key, whatever happened"
    assert programme_of(supervisor) == seen[0].programme
    attempt(fail, tmp_path / "second")
    assert (tmp_path / "second").exists(), "the sheet is made once"


def test_nothing_but_paper_holds_the_keys_once_they_are_used(place: Place, tmp_path: Path) -> None:
    for recovers in (False, True):
        supervisor, seen = place.supervisor("Pak Budi" if recovers else "Bu Rina"), list[Sheet]()
        with pytest.raises(Refused):
            invite(supervisor.store, tmp_path / "absent" / "x", keep_sheet=seen.append)
        if recovers:
            keys = SigningKey.from_hex(seen[0].programme_secret), AgeIdentity.from_text(seen[0].recovery_secret)
            recover_programme(supervisor.store, *keys, clock=supervisor.clock)
        else:
            invite(supervisor.store, tmp_path / "x", villages=[VILLAGE], keep_sheet=seen.append)
        with supervisor.store.reading() as tx:
            assert settings.read(tx, "sheet_at_hand", Sheet) is None


@pytest.mark.parametrize("name", ["lembar.txt", "lembar.pdf"])
def test_a_sheet_is_read_back(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What lies there from the attempt before is enough; what reads back otherwise is not."""
    supervisor, file, wording = place.supervisor("Bu Rina"), tmp_path / name, Wording("id")
    with supervisor.store.writing() as tx:
        sheet = sheet_at_hand(tx, settings.read_identity(tx), supervisor.clock)
    write_sheet(file, sheet, wording)
    before = file.stat().st_mtime_ns, file.read_bytes()
    write_sheet(file, sheet, wording)
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    with place.supervisor("Pak Budi").store.writing() as tx:
        other = sheet_at_hand(tx, settings.read_identity(tx), supervisor.clock)
    with pytest.raises(Refused, match="exists"):
        write_sheet(file, other, wording)
    monkeypatch.setattr(sheet_file, "new_file", lambda path, data, **how: path.write_bytes(data[:-9]))
    with pytest.raises(Refused, match="not_read_back"):
        write_sheet(tmp_path / f"2{name}", sheet, wording)

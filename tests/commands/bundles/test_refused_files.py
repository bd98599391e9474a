"""A file that could not be taken in leaves a trace on the laptop whose name it bears, until its content came."""

from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.bundles import received
from kpm_desktop.commands.supervision.laptop_details import laptop_details
from kpm_desktop.commands.supervision.village_overview import village_overview
from kpm_desktop.db.delivery.refused_files import RefusedFile
from kpm_desktop.domain.errors import Refused, reason
from kpm_desktop.domain.wording import Wording
from tests.support.devices import DISTRICT, NOON, VILLAGE, Device, Place, acquaint, exchange


@pytest.fixture
def boss(place: Place) -> Device:
    return place.supervisor("Bu Rina")


@pytest.fixture
def sari(place: Place, boss: Device) -> Device:
    made = place.cadre("Ibu Sari")
    acquaint(made, boss, VILLAGE)
    return made


def trace(boss: Device, laptop: str) -> RefusedFile | None:
    """What the page of villages and the dialog of the laptop show: the same."""
    overview = village_overview(boss.store, today=NOON.date())
    found = next(one.refused for one in overview.laptops if one.key == laptop)
    assert laptop_details(boss.store, laptop).refused == found
    return found


def cut_off(file: Path) -> Path:
    """As a stick that was pulled out leaves it."""
    file.write_bytes(file.read_bytes()[:-200])
    return file


def refuse(boss: Device, file: Path) -> None:
    with pytest.raises(Refused):
        boss.take(file)


def test_a_file_that_was_cut_off_is_remembered_until_the_next_comes(boss: Device, sari: Device) -> None:
    sari.save(UUID(int=1), {"village_code": VILLAGE, "head_name": "Kepala"})
    (file,) = sari.export(boss)
    number = int(file.stem.rpartition("-")[2])
    refuse(boss, cut_off(file))
    left = trace(boss, sari.key)
    assert left is not None
    assert (left.number, left.why.code) == (number, "bundle.damaged")
    exchange(sari, boss)
    assert trace(boss, sari.key) is None


def test_why_within_why_is_kept_to_be_spoken(boss: Device, sari: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog of the laptop says it later, in whichever language."""
    why = reason("bundle.bad_line", why=reason("bundle.line_length"))

    def unreadable(*_: object) -> None:
        raise Refused(why)

    monkeypatch.setattr(received, "unpack", unreadable)
    sari.save(UUID(int=1), {"village_code": VILLAGE, "head_name": "Kepala"})
    refuse(boss, *sari.export(boss))
    left = trace(boss, sari.key)
    assert left is not None
    assert left.why.reason() == why
    assert "(terlalu panjang)" in Wording("id").say(left.why.reason())


def test_a_file_of_what_came_long_ago_leaves_no_trace(boss: Device, sari: Device) -> None:
    sari.save(UUID(int=1), {"village_code": VILLAGE, "head_name": "Kepala"})
    (file,) = sari.export(boss)
    boss.take(file)
    refuse(boss, cut_off(file))
    assert trace(boss, sari.key) is None


@pytest.mark.parametrize("name", ["kpm-00000000-9.kpmsync", "foto.kpmsync"])
def test_a_stranger_leaves_no_trace(boss: Device, sari: Device, tmp_path: Path, name: str) -> None:
    strange = tmp_path / name
    strange.write_bytes(b"kpmsync?")
    refuse(boss, strange)
    assert trace(boss, sari.key) is None


def test_what_is_meant_for_another_leaves_no_trace(place: Place, boss: Device, sari: Device) -> None:
    other = place.supervisor("Pak Budi")
    acquaint(other, boss, DISTRICT, role="supervisor")
    acquaint(sari, other, VILLAGE)
    sari.save(UUID(int=1), {"village_code": VILLAGE, "head_name": "Kepala"})
    (file,) = sari.export(other)
    refuse(boss, file)
    assert trace(boss, sari.key) is None

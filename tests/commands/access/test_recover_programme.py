"""The only supervisor's laptop burned: a new one takes the programme over, from the sheet alone."""

from uuid import UUID

import pytest

from kpm_desktop.commands.access.recover_programme import recover_programme
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.db.delivery.peers import peers, receivers
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.sheet import Sheet
from tests.support.devices import DISTRICT, VILLAGE, Device, Place, acquaint, settle
from tests.sync.refusals import refusing

CADRES = ("Ibu Sari", "Ibu Wati", "Ibu Desi")


def household(device: Device, name: str = "Pak Amir") -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": name})
    return record


def keys(sheet: Sheet) -> tuple[SigningKey, AgeIdentity]:
    return SigningKey.from_hex(sheet.programme_secret), AgeIdentity.from_text(sheet.recovery_secret)


def receivers_of(device: Device) -> set[str]:
    with device.store.reading() as tx:
        return {peer.device for peer in receivers(tx)}


@pytest.fixture
def burned(place: Place) -> tuple[Sheet, Device, list[Device], list[UUID]]:
    """A programme of three cadres whose supervisor wrote too; what she held is gone but for her sheet."""
    supervisor = place.supervisor("Bu Rina")
    sheet = supervisor.found_programme()
    cadres = [place.cadre(name) for name in CADRES]
    for cadre in cadres:
        acquaint(cadre, supervisor, VILLAGE)
    records = [household(cadre, f"Pak {cadre.name}") for cadre in cadres]
    settle(*((cadre, supervisor) for cadre in cadres))
    records.append(household(supervisor, "Pak Penyelia"))
    supervisor.save(records[0], {"rt": "3"})
    settle(*((cadre, supervisor) for cadre in cadres))
    supervisor.close()
    return sheet, supervisor, cadres, records


def successor(place: Place, sheet: Sheet) -> Device:
    new = place.supervisor("Pak Baru")
    programme, recovery = keys(sheet)
    recover_programme(new.store, programme, recovery, clock=new.clock)
    return new


def test_neither_secret_of_the_sheet_is_kept(
    place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]
) -> None:
    sheet = burned[0]
    new = successor(place, sheet)
    with new.store.reading() as tx:
        tables = [row[0] for row in tx.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        held = "".join(str(row) for table in tables for row in tx.exec_driver_sql(f"SELECT * FROM {table}"))
    assert sheet.programme in held
    assert sheet.programme_secret not in held and sheet.recovery_secret not in held


def test_an_invitation_under_the_programme_brings_everything_back(
    place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]
) -> None:
    sheet, _, cadres, records = burned
    new = successor(place, sheet)
    invitation = new.invite(VILLAGE)
    for cadre in cadres:
        cadre.join(invitation)
    settle(*((cadre, new) for cadre in cadres))
    settle(*((cadre, new) for cadre in cadres))
    assert new.waiting_devices() == [], "the burned laptop's word for them still counts"
    assert {device.state() for device in cadres} == {new.state()}
    assert new.shown(records[0]) | {"head_name": "Pak Ibu Sari", "rt": "3"} == new.shown(records[0])
    assert new.shown(records[3])["head_name"] == "Pak Penyelia"
    assert new.names() >= cadres[0].names()
    assert new.faults() == []


def test_sticks_in_a_drawer_are_read_and_a_receipt_makes_him_known(
    place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]
) -> None:
    """No invitation is carried round: what lay on old sticks tells him of the cadres, his receipt tells them of him."""
    sheet, supervisor, cadres, _ = burned
    late = household(cadres[0], "Pak Terlambat")
    sticks = [file for cadre in cadres for file in cadre.export(everything=True)]
    new = successor(place, sheet)
    with refusing("bundle.not_for_you"):
        new.take(sticks[0])
    for file in sticks:
        new.take_with(keys(sheet)[1], file)
    assert new.shown(late)["head_name"] == "Pak Terlambat"
    with new.store.reading() as tx:
        assert {peer.device for peer in peers(tx)} == {cadre.key for cadre in cadres}
    for cadre in cadres:
        (account,) = cadre.take(*new.due(cadre.key))
        assert account.receiver == "Pak Baru"
        assert receivers_of(cadre) == {supervisor.key, new.key}
    household(cadres[1], "Pak Sesudahnya")
    settle(*((cadre, new) for cadre in cadres))
    settle(*((cadre, new) for cadre in cadres))
    assert {device.state() for device in cadres} == {new.state()}


def test_what_was_meant_for_another_moves_no_number_of_ours(
    place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]
) -> None:
    """The bundle says that the burned laptop's number 7 was seen; that is no word about this one's."""
    sheet, _, cadres, _ = burned
    new = successor(place, sheet)
    life = new.identity.life
    new.take_with(keys(sheet)[1], *cadres[0].export(everything=True))
    assert new.identity.life == life
    with new.store.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM answer").scalar_one() == 0


def test_the_burned_laptops_receipts_are_read_and_it_is_no_peer(
    place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]
) -> None:
    sheet, supervisor, cadres, records = burned
    new = successor(place, sheet)
    receipts = sorted(supervisor.outbox().glob("*.kpmsync"))
    new.take_with(keys(sheet)[1], *receipts)
    assert new.shown(records[3])["head_name"] == "Pak Penyelia"
    assert not new.knows(supervisor.key)
    assert new.state() == cadres[0].state()


def test_a_stolen_laptop_is_stopped_by_the_programme_key_alone(
    place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]
) -> None:
    """Nobody stands above the only supervisor; the key that made her does."""
    sheet, supervisor, cadres, records = burned
    programme, _ = keys(sheet)
    new = successor(place, sheet)
    invitation = new.invite(VILLAGE)
    for cadre in cadres:
        cadre.join(invitation)
    settle(*((cadre, new) for cadre in cadres))
    thief = supervisor.copied()
    thief.save(records[0], {"head_name": "Pak Palsu"})
    with refusing("access.may_not_revoke"):
        revoke_device(new.store, supervisor.key[:8], clock=new.clock)
    with refusing("sheet.other_programme"):
        revoke_device(new.store, supervisor.key[:8], key=SigningKey.generate(), clock=new.clock)
    revoke_device(new.store, supervisor.key[:8], key=programme, clock=new.clock)
    settle(*((cadre, new) for cadre in cadres))
    cadres[0].take(*thief.receipt(cadres[0].key))
    assert receivers_of(cadres[0]) == {new.key}, "nothing goes to it any more"
    settle(*((cadre, new) for cadre in cadres))
    settle(*((cadre, new) for cadre in cadres))
    for device in (*cadres, new):
        assert device.shown(records[0])["head_name"] == "Pak Ibu Sari"
        assert device.shown(records[3])["head_name"] == "Pak Penyelia", "what was there before still counts"
        assert device.faults() == []
    assert len({device.state() for device in (*cadres, new)}) == 1
    release_device(new.store, supervisor.key[:8], key=programme, clock=new.clock)
    settle(*((cadre, new) for cadre in cadres))
    assert {device.shown(records[0])["head_name"] for device in (*cadres, new)} == {"Pak Palsu"}
    with new.store.reading() as tx:
        assert read_access(tx, new.identity).is_root(programme.public)


def test_who_may_not_recover(place: Place, burned: tuple[Sheet, Device, list[Device], list[UUID]]) -> None:
    sheet, _, cadres, _ = burned
    programme, recovery = keys(sheet)
    with refusing("profile.supervisor_only"):
        recover_programme(cadres[0].store, programme, recovery)
    other = place.supervisor("Bu Lain", DISTRICT)
    other.found_programme()
    before = other.identity
    with pytest.raises(Refused):
        recover_programme(other.store, programme, recovery)
    assert other.identity == before

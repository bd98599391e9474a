"""A revoked laptop asks to be let in again: it waits, whoever is asked, until it is released."""

from pathlib import Path

import pytest

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.commands.access.revoked_here import revoked_here
from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.supervision.laptop_details import laptop_details
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync import revoked_notice
from kpm_desktop.sync.standing import Standings
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, settle
from tests.sync.refusals import refusing


@pytest.fixture
def upper(place: Place) -> Device:
    return place.supervisor("Bu Bupati", REGENCY)


@pytest.fixture
def middle(place: Place, upper: Device) -> Device:
    middle = place.supervisor("Pak Camat", DISTRICT)
    acquaint(middle, upper, DISTRICT, role="supervisor")
    return middle


def test_it_waits_with_the_name_of_who_revoked_it(place: Place, upper: Device, middle: Device) -> None:
    cadre, beside = place.cadre("Ibu Sari"), place.supervisor("Bu Rina", DISTRICT)
    acquaint(cadre, middle, VILLAGE)
    acquaint(beside, upper, DISTRICT, role="supervisor")
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    settle((middle, upper), (beside, upper))
    cadre.join(beside.invite(VILLAGE))
    later = new_id()
    cadre.save(later, {"village_code": VILLAGE, "head_name": "Pak Hantu"})
    beside.take(*cadre.due(beside.key))
    assert beside.waiting_devices() == [cadre.key]
    details = laptop_details(beside.store, cadre.key)
    assert details.waits_for is not None
    assert (details.waits_for.code, details.waits_for.params["by"]) == ("access.enrolment_revoked", "Pak Camat")
    with refusing("access.revoked_waits"):
        accept_device(beside.store, cadre.key[:8], clock=beside.clock)
    assert beside.shown(later) == {}
    assert release_device(middle.store, cadre.key[:8], clock=middle.clock).still_by == "Pak Camat"
    assert release_device(middle.store, cadre.key[:8], lift=True, clock=middle.clock).still_by == ""
    settle((middle, upper), (beside, upper))
    accept_device(beside.store, cadre.key[:8], clock=beside.clock)
    assert beside.waiting_devices() == []


def test_a_revoked_laptop_gets_nothing_of_the_region_but_that_it_is_revoked(
    place: Place, upper: Device, middle: Device
) -> None:
    """It is told by whom, sees how much of its work does not count, and hears nothing of anybody else's."""
    cadre, other = place.cadre("Ibu Sari"), place.cadre("Ibu Lain")
    acquaint(cadre, middle, VILLAGE)
    acquaint(other, middle, VILLAGE)
    cadre.save(new_id(), {"village_code": VILLAGE, "head_name": "Pak Amir"})
    settle((cadre, middle), (other, middle))
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    secret, later = new_id(), new_id()
    other.save(secret, {"village_code": VILLAGE, "head_name": "Pak Rahasia"})
    cadre.save(later, {"village_code": VILLAGE, "head_name": "Pak Hantu"})
    settle((other, middle))
    assert due_receipts(middle.store) == [cadre.key]
    before = cadre.names()
    told = exchange_by_itself(cadre, middle)
    assert told and cadre.names() == before
    assert cadre.shown(secret) == {}
    with cadre.store.reading() as tx:
        (here,) = revoked_here(tx)
    assert (here.region, here.by, here.set_aside) == (VILLAGE, "Pak Camat", 1)
    assert middle.shown(later) == {}
    assert cadre.key not in due_receipts(middle.store)
    release_device(middle.store, cadre.key[:8], lift=True, clock=middle.clock)
    exchange_by_itself(cadre, middle)
    with cadre.store.reading() as tx:
        assert revoked_here(tx) == []
    assert cadre.shown(secret)["head_name"] == "Pak Rahasia"
    assert cadre.state() == middle.state()


def exchange_by_itself(below: Device, above: Device) -> list[Path]:
    """What is due, without anybody asking; gives what came down."""
    above.take(*below.due(above.key))
    down = above.due(below.key)
    below.take(*down)
    return down


def test_what_orders_add_up_to_is_read_once_however_many_are_stopped(
    place: Place, middle: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    cadres = [place.cadre(f"Ibu {at}") for at in range(3)]
    for cadre in cadres:
        acquaint(cadre, middle, VILLAGE)
        revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    read: list[str] = []

    def counted(tx: Transaction, programme: str) -> Standings:
        read.append(programme)
        return Standings(tx, programme)

    monkeypatch.setattr(revoked_notice, "Standings", counted)
    assert set(due_receipts(middle.store)) == {cadre.key for cadre in cadres}
    assert len(read) == 1

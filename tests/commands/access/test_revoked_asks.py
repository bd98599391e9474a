"""A revoked laptop asks to be let in again: it waits, whoever is asked, until it is released."""

import pytest

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.commands.supervision.laptop_details import laptop_details
from kpm_desktop.domain.records.identity import new_id
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

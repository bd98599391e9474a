"""What a supervisor sees of her villages: days without news, what waits, to whom a receipt is due."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.supervision.village_overview import village_overview
from tests.support.devices import DISTRICT, NOON, VILLAGE, Device, Place, acquaint, exchange

TODAY = NOON.date()
HOUSE = UUID(int=1)


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Bu Rina")


@pytest.fixture
def sari(place: Place, supervisor: Device) -> Device:
    made = place.cadre("Ibu Sari")
    acquaint(made, supervisor, VILLAGE)
    return made


def test_days_count_from_the_delivery_or_the_invitation(supervisor: Device, sari: Device) -> None:
    supervisor.invite(VILLAGE, person="Ibu Desi")
    (village,) = village_overview(supervisor.store, today=TODAY).villages
    assert [(laptop.name, laptop.standing) for laptop in village.laptops] == [
        ("Ibu Sari", "let_in"),
        ("Ibu Desi", "invited"),
    ]
    assert [laptop.quiet_days for laptop in village.laptops] == [0, 0]
    ten, eleven = (village_overview(supervisor.store, today=TODAY + timedelta(days=days)) for days in (10, 11))
    assert [laptop.is_quiet for laptop in ten.laptops] == [False, False]
    assert [laptop.is_quiet for laptop in eleven.laptops] == [True, True]


def test_an_invitation_that_ran_out_is_nobody(supervisor: Device, sari: Device) -> None:
    supervisor.invite(VILLAGE, person="Ibu Desi")
    late = village_overview(supervisor.store, today=date(2026, 11, 19))
    assert [laptop.standing for laptop in late.laptops] == ["let_in"]


def test_a_receipt_is_due_from_a_delivery_until_it_is_made(supervisor: Device, sari: Device) -> None:
    assert due_receipts(supervisor.store) == []
    sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    supervisor.take(*sari.export())
    assert due_receipts(supervisor.store) == [sari.key]
    supervisor.receipt(sari.key)
    assert due_receipts(supervisor.store) == []


def test_a_receipt_is_due_to_the_other_laptop_of_the_village(place: Place, supervisor: Device, sari: Device) -> None:
    wati = place.cadre("Ibu Wati")
    acquaint(wati, supervisor, VILLAGE)
    exchange(sari, supervisor)
    sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    exchange(sari, supervisor)
    assert due_receipts(supervisor.store) == [wati.key]


def test_a_level_above_counts_cadres_supervisors_and_villages_as_what_they_are(
    place: Place, supervisor: Device
) -> None:
    """Who supervises a kecamatan delivers from it: it is no village, and she is no cadre."""
    above, sari = place.supervisor("Kabupaten", "12.75"), place.cadre("Ibu Sari")
    acquaint(supervisor, above, DISTRICT, role="supervisor")
    acquaint(sari, supervisor, VILLAGE)
    sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    exchange(sari, supervisor)
    exchange(supervisor, above)
    above.invite(DISTRICT, role="supervisor", person="Bu Yanti")
    seen = village_overview(above.store, today=TODAY)
    assert [village.code for village in seen.villages] == [DISTRICT, VILLAGE]
    assert seen.village_count == 1
    assert seen.known == {"supervisor": 1}
    assert {laptop.name: laptop.role for laptop in seen.laptops} == {"Bu Rina": "supervisor", "Bu Yanti": "supervisor"}

"""What a supervisor sees of her villages: days without news, what waits, to whom a receipt is due."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.supervision.village_overview import village_overview
from tests.support.devices import NOON, VILLAGE, Device, Place, acquaint, exchange

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

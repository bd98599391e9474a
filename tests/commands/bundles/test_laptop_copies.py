"""A disk that was copied, a laptop put back from a backup: seen by the supervisor and by the laptop itself."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.commands.bundles.laptop_copies import Copies, copies_in, own_copies
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.commands.supervision.laptop_details import laptop_details
from kpm_desktop.commands.supervision.village_overview import village_overview
from tests.support.devices import VILLAGE, Device, acquaint, exchange, quick_place

Pair = tuple[Device, Device]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A cadre and her supervisor, one household exchanged."""
    with quick_place() as place:
        sari, rina = place.cadre("Ibu Sari"), place.supervisor("Bu Rina")
        acquaint(sari, rina, VILLAGE)
        house(sari, 1)
        exchange(sari, rina)
        yield sari, rina


def house(device: Device, number: int) -> None:
    """Another household."""
    device.save(UUID(int=number), {"village_code": VILLAGE, "head_name": f"Kepala {number}"})


def copies(of: Device, at: Device) -> Copies:
    """What is known at one laptop of another's copies."""
    with at.store.reading() as tx:
        return copies_in(tx).get(of.key, Copies())


def test_one_laptop_is_one_copy(pair: Pair) -> None:
    sari, rina = pair
    assert copies(sari, rina) == Copies()
    (listed,) = device_list(rina.store)
    assert (listed["copies"], listed["copied_since"], listed["lives"]) == (1, None, 1)


def test_two_laptops_with_one_disk_are_told_apart_from_a_backup(pair: Pair) -> None:
    sari, rina = pair
    other = sari.copied()
    house(other, 2)
    house(sari, 3)
    house(other, 4)
    rina.take(*sari.export(), *other.export())
    found = copies(sari, rina)
    assert (found.count, found.both_in_use) == (2, True)
    assert found.since is not None
    assert found.last_both is not None
    assert found.last_both > found.since
    assert laptop_details(rina.store, sari.key).copies == found
    assert device_list(rina.store)[0]["both_in_use"] is True
    (laptop,) = village_overview(rina.store, today=date(2025, 7, 20)).laptops
    assert laptop.has_two_copies
    (laptop,) = village_overview(rina.store, today=date(2025, 9, 20)).laptops
    assert not laptop.has_two_copies, "one of them was put away long ago"
    sari.take(*rina.receipt(sari.key))
    assert own_copies(sari.store).both_in_use


def test_a_laptop_put_back_from_a_backup_goes_on_alone(pair: Pair) -> None:
    sari, rina = pair
    backup = sari.backed_up()
    house(sari, 2)
    exchange(sari, rina)
    sari.close()
    again = sari.restored(backup)
    house(again, 3)
    exchange(again, rina)
    found = copies(again, rina)
    assert (found.count, found.both_in_use, found.last_both) == (2, False, None)
    assert found.lives == 2
    assert own_copies(again.store).was_put_back

"""What a revoked laptop knows of itself: where it holds the order its own saves are set aside at once, and it counts
nobody's work as still to be sent but its own."""

import pytest

from kpm_desktop.commands.access.judge_standing import judge_standing
from kpm_desktop.commands.access.revoke_device import revoke_device
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.records.record_states import record_states
from kpm_desktop.db.delivery import revoked
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, settle
from tests.support.extremes import receive_lines


@pytest.fixture
def upper(place: Place) -> Device:
    return place.supervisor("Bu Bupati", REGENCY)


@pytest.fixture
def middle(place: Place, upper: Device) -> Device:
    middle = place.supervisor("Pak Camat", DISTRICT)
    acquaint(middle, upper, DISTRICT, role="supervisor")
    return middle


def household(device: Device, name: str) -> None:
    device.save(new_id(), {"village_code": VILLAGE, "head_name": name})


def hand_over(theirs: Transaction, tx: Transaction, device: str) -> None:
    """All a device wrote, from one journal into another."""
    rows = theirs.exec_driver_sql(
        "SELECT r.code, c.line FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " JOIN region r ON r.no = s.region_no WHERE s.device = ? ORDER BY r.code, c.segment_no, c.seq",
        (device,),
    ).all()
    for region in dict.fromkeys(row[0] for row in rows):
        receive_lines(tx, device, region, [row[1] for row in rows if row[0] == region])


def test_where_it_holds_the_order_what_it_saves_is_set_aside_at_once(middle: Device, upper: Device) -> None:
    """The order came before it was known to be about this laptop: in a bundle of the one above, kept for another."""
    household(middle, "Pak Amir")
    settle((middle, upper))
    revoke_device(upper.store, middle.key, clock=upper.clock)
    with upper.store.reading() as theirs, middle.store.writing() as tx:
        hand_over(theirs, tx, upper.key)
        judge_standing(tx, middle.identity)
    stopped = new_id()
    middle.save(stopped, {"village_code": VILLAGE, "head_name": "Pak Hantu"})
    middle.save(stopped, {"rt": "9"})
    with middle.store.reading() as tx:
        at_once = revoked.count_set_aside(tx, middle.key)
    shown = middle.shown(stopped)
    with middle.store.writing() as tx:
        judge_standing(tx, middle.identity, always=True)
        assert revoked.count_set_aside(tx, middle.key) == at_once == 2
    assert shown == middle.shown(stopped) == {}


def test_it_counts_its_own_work_alone_as_still_to_be_sent(place: Place, middle: Device) -> None:
    cadre, other = place.cadre("Ibu Sari"), place.cadre("Ibu Lain")
    acquaint(cadre, middle, VILLAGE)
    acquaint(other, middle, VILLAGE)
    household(other, "Pak Lain")
    settle((other, middle), (cadre, middle))
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    household(cadre, "Pak Hantu")
    middle.take(*cadre.due(middle.key))
    cadre.take(*middle.due(cadre.key))
    middle.take(*cadre.due(middle.key))
    cadre.take(*middle.due(cadre.key))
    household(cadre, "Pak Hantu Kedua")
    counted = profile_status(cadre.store)["changes"]
    own = [key for key, _ in record_states(cadre.store).waiting]
    assert (counted["unsent"], counted["undelivered"], len(own)) == (1, 1, 1)

"""One number, wherever it is said: what is counted is what is listed."""

from uuid import UUID

from kpm_desktop.commands.access.revoke_device import revoke_device
from kpm_desktop.commands.records.record_states import RecordState, record_states
from kpm_desktop.commands.supervision.decision_count import DecisionCount, decision_count
from kpm_desktop.commands.supervision.decision_list import decision_list
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview, waiting_count
from kpm_desktop.commands.supervision.delivery_state import delivery_state
from kpm_desktop.commands.supervision.home_overview import home_overview
from kpm_desktop.commands.supervision.village_overview import village_overview
from tests.support.devices import NOON, VILLAGE, Device, Place, acquaint, exchange

TODAY = NOON.date()
HOUSE = UUID(int=1)


def listed(device: Device) -> DecisionCount:
    """Counted by the rows that are shown."""
    found = decision_list(device.store)
    ours = [each for each in found.questions if each.waits_for_us or each.is_answered]
    return DecisionCount(len(found.disputes), len(found.repairs), len(found.missing), len(ours))


def test_two_entries_that_differ_are_counted_the_same_everywhere(place: Place) -> None:
    boss = place.supervisor("Bu Rina")
    sari, wati = place.cadre("Ibu Sari"), place.cadre("Ibu Wati")
    for cadre in (sari, wati):
        acquaint(cadre, boss, VILLAGE)
    sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    exchange(sari, boss)
    exchange(wati, boss)
    sari.save(HOUSE, {"head_name": "Pak Amir", "hamlet": "Mawar"})
    wati.save(HOUSE, {"head_name": "Pak Amri", "hamlet": "Melati"})
    exchange(wati, boss)
    exchange(sari, boss)
    found = decision_count(boss.store)
    assert found == listed(boss)
    assert found == decision_list(boss.store).counted == delivery_state(boss.store).decisions
    assert found == village_overview(boss.store, today=TODAY).decisions
    assert home_overview(sari.store).decisions == listed(sari)
    assert found.differ == listed(sari).differ == 2


def test_what_is_to_be_repaired_and_not_received_is_on_its_way_too(place: Place) -> None:
    boss, sari, wati = place.supervisor("Bu Rina"), place.cadre("Ibu Sari"), place.cadre("Ibu Wati")
    for cadre in (sari, wati):
        acquaint(cadre, boss, VILLAGE)
    sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
    exchange(sari, boss)
    exchange(wati, boss)
    wati.save(HOUSE, {"head_name": "Pak Amri"})
    exchange(wati, boss)
    sari.save(HOUSE, {"head_name": "Pak Amir"})
    sari.take(*boss.receipt(sari.key))
    seen, states = delivery_overview(sari.store), record_states(sari.store)
    assert states.count(RecordState.REPAIR) == 1
    assert seen.counts[RecordState.SAVED] + seen.counts[RecordState.EXPORTED] == seen.on_the_way == 1
    assert waiting_count(sari.store) == home_overview(sari.store).states[RecordState.SAVED] == 1
    line = delivery_state(sari.store)
    assert line.unsent + line.unanswered == seen.on_the_way


def test_laptops_that_deliver_are_as_many_on_the_tile_as_in_the_status_line(place: Place) -> None:
    boss, sari, wati, stranger = place.supervisor("Bu Rina"), *map(place.cadre, ("Ibu Sari", "Ibu Wati", "Orang lain"))
    for cadre in (sari, wati):
        acquaint(cadre, boss, VILLAGE)
        exchange(cadre, boss)
    invitation = boss.invite(VILLAGE, person="Ibu Desi")
    for cadre in (place.cadre("Ibu Desi"), stranger):
        cadre.join(invitation)
        boss.take(*cadre.export())
    revoke_device(boss.store, wati.key)
    seen = village_overview(boss.store, today=TODAY)
    assert sorted(laptop.standing for laptop in seen.laptops) == ["let_in", "let_in", "revoked", "waiting"]
    assert seen.delivering == delivery_state(boss.store).laptops == 2

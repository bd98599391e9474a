"""Bundles lost, doubled and out of order; laptops thrown away, restored and copied: told one story at a time."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.access import read_access
from tests.support.devices import (
    DISTRICT,
    REGENCY,
    VILLAGE,
    Device,
    Place,
    acquaint,
    settle,
    settle_by_what_is_due,
)


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Pak Camat")


@pytest.fixture
def cadre(place: Place, supervisor: Device) -> Device:
    """A cadre who reports to the supervisor."""
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, supervisor, VILLAGE)
    return cadre


def household(device: Device, name: str = "Pak Amir") -> UUID:
    """A new household."""
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": name})
    return record


def assert_same(*devices: Device) -> None:
    """All hold the same changes, show the same, and their rows are what their journals add up to."""
    assert [device.faults() for device in devices] == [[]] * len(devices)
    assert len({device.state() for device in devices}) == 1
    assert all(device.names() == devices[0].names() for device in devices)


def test_what_a_cadre_writes_arrives_and_traffic_rests(cadre: Device, supervisor: Device) -> None:
    household(cadre)
    settle((cadre, supervisor))
    assert_same(cadre, supervisor)
    assert cadre.export() == []


def five_bundles(cadre: Device) -> list[Path]:
    """Five bundles of an unanswered cadre, each with an edit more."""
    record = household(cadre)
    files = cadre.export()
    for number in range(4):
        cadre.save(record, {"head_name": f"Pak {number}", "rt": str(number)})
        files += cadre.export()
    return files


@pytest.mark.parametrize("count", [3, pytest.param(5, marks=pytest.mark.slow)])
def test_bundles_in_every_order(cadre: Device, supervisor: Device, place: Place, count: int) -> None:
    files = five_bundles(cadre)[:count]
    supervisor.close()
    ends = set()
    for order in permutations(files):
        copy = supervisor.copied()
        for file in order:
            copy.take(file)
            assert copy.faults() == []
        ends.add((frozenset(copy.names()), copy.state()))
        copy.close()
    assert len(ends) == 1


def test_the_same_bundle_twice(cadre: Device, supervisor: Device) -> None:
    household(cadre)
    (file,) = cadre.export()
    first, second = supervisor.take(file, file)
    assert (first.outcome, second.outcome) == ("taken", "known")
    assert_same(cadre, supervisor)


def test_one_complete_bundle_heals_every_loss(cadre: Device, supervisor: Device) -> None:
    *_, last = five_bundles(cadre)
    supervisor.take(last)
    assert_same(cadre, supervisor)


def test_a_thrown_away_laptop_is_whole_again_from_the_receipt(cadre: Device, supervisor: Device, place: Place) -> None:
    record = household(cadre, "Pak Lama")
    settle((cadre, supervisor))
    cadre.close()
    fresh = place.cadre("Ibu Sari, laptop baru")
    acquaint(fresh, supervisor, VILLAGE)
    settle((fresh, supervisor))
    assert_same(fresh, supervisor)
    assert fresh.shown(record)["head_name"] == "Pak Lama"
    assert fresh.state() == supervisor.state()


def test_a_used_invitation_waits_and_comes_in_when_accepted(cadre: Device, supervisor: Device, place: Place) -> None:
    invitation = supervisor.invite(VILLAGE)
    cadre.join(invitation)
    settle((cadre, supervisor))
    first = place.cadre("Ibu Pertama")
    first.join(invitation)
    settle((first, supervisor))
    stranger = place.cadre("Ibu Kedua")
    stranger.join(invitation)
    household(stranger)
    (account,) = supervisor.take(*stranger.export())
    assert account.new == {} and account.waiting == [(stranger.key, 1)]
    assert supervisor.waiting_devices() == [stranger.key]
    assert accept_device(supervisor.store, stranger.key[:8], clock=supervisor.clock).changes == 1
    settle((cadre, supervisor), (stranger, supervisor), (cadre, supervisor), (first, supervisor))
    assert_same(cadre, stranger, supervisor, first)


def test_a_restored_cadre_gets_back_what_it_had_sent(cadre: Device, supervisor: Device, place: Place) -> None:
    record = household(cadre)
    settle((cadre, supervisor))
    backup = cadre.backed_up()
    for number in range(3):
        cadre.save(record, {"rt": str(number)})
        settle((cadre, supervisor))
    cadre.close()
    restored = cadre.restored(backup)
    assert restored.export() != [], "everybody is told what it holds by now"
    settle((restored, supervisor))
    assert_same(restored, supervisor)
    assert restored.shown(record)["rt"] == "2"


def test_a_restored_cadre_who_lost_nothing_is_answered_once(cadre: Device, supervisor: Device) -> None:
    household(cadre)
    settle((cadre, supervisor))
    backup = cadre.backed_up()
    cadre.close()
    restored = cadre.restored(backup)
    settle_by_what_is_due(restored, supervisor)
    assert_same(restored, supervisor)


def test_an_answer_to_a_restored_cadre_that_was_lost_is_made_again(cadre: Device, supervisor: Device) -> None:
    """Its own bundle came; only the answer did not, and neither has anything new to say."""
    household(cadre)
    settle((cadre, supervisor))
    backup = cadre.backed_up()
    cadre.close()
    restored = cadre.restored(backup)
    supervisor.take(*restored.export())
    assert supervisor.due(restored.key) != []
    settle_by_what_is_due(restored, supervisor)
    assert_same(restored, supervisor)


def test_a_first_bundle_that_was_lost_is_made_again(supervisor: Device, place: Place) -> None:
    """A laptop without a record of its own still has to be let in before it is filled."""
    fresh = place.cadre("Ibu Baru")
    fresh.join(supervisor.invite(VILLAGE))
    assert fresh.export() != []
    settle_by_what_is_due(fresh, supervisor)
    assert_same(fresh, supervisor)


def test_a_copy_that_was_never_answered_is_answered(supervisor: Device, place: Place) -> None:
    fresh = place.cadre("Ibu Baru")
    fresh.join(supervisor.invite(VILLAGE))
    copy = fresh.copied()
    household(fresh)
    settle_by_what_is_due(fresh, supervisor)
    fresh.close()
    settle_by_what_is_due(copy, supervisor)
    assert_same(copy, supervisor)


def test_a_restored_cadre_who_writes_first_makes_a_branch(cadre: Device, supervisor: Device, place: Place) -> None:
    record = household(cadre)
    settle((cadre, supervisor))
    backup = cadre.backed_up()
    cadre.save(record, {"rt": "1"})
    settle((cadre, supervisor))
    cadre.close()
    restored = cadre.restored(backup)
    restored.save(record, {"rw": "7"})
    settle((restored, supervisor))
    assert_same(restored, supervisor)
    assert restored.shown(record) | {"rt": "1", "rw": "7"} == restored.shown(record)


def test_a_restored_supervisor_is_filled_by_its_cadres(cadre: Device, supervisor: Device, place: Place) -> None:
    backup = supervisor.backed_up()
    household(cadre)
    settle((cadre, supervisor))
    restored = supervisor.restored(backup)
    restored.take(*cadre.export())
    cadre.take(*restored.receipt(cadre.key))
    settle((cadre, restored))
    assert_same(cadre, restored)


def test_a_supervisor_restored_from_before_an_enrolment_still_answers(
    cadre: Device, supervisor: Device, place: Place
) -> None:
    backup = supervisor.backed_up()
    second = place.cadre("Ibu Kedua")
    acquaint(second, supervisor, VILLAGE)
    household(second)
    settle((second, supervisor))
    restored = supervisor.restored(backup)
    household(second)
    settle((second, restored))
    assert restored.knows(second.key)
    settle((cadre, restored), (second, restored), (cadre, restored))
    assert_same(cadre, second, restored)


def test_a_new_supervisor_enrols_a_cadre_the_old_one_had_let_in(
    cadre: Device, supervisor: Device, place: Place
) -> None:
    upper = place.supervisor("Bu Bupati", REGENCY)
    first = place.supervisor("Pak Pertama")
    acquaint(first, upper, DISTRICT, role="supervisor")
    worker = place.cadre("Ibu Kerja")
    acquaint(worker, first, VILLAGE)
    household(worker)
    settle((worker, first))
    second = place.supervisor("Pak Kedua")
    acquaint(second, upper, DISTRICT, role="supervisor")
    worker.join(second.invite(VILLAGE))
    settle((worker, second))
    assert second.knows(worker.key)
    with second.store.reading() as tx:
        access = read_access(tx, second.identity)
    assert access.vouches(second.key, worker.key, (VILLAGE,)), "the old one may be revoked one day"
    assert second.names() >= worker.names()


def test_two_live_copies_until_one_is_retired(cadre: Device, supervisor: Device, place: Place) -> None:
    record = household(cadre)
    settle((cadre, supervisor))
    copy = cadre.copied()
    for number in range(3):
        cadre.save(record, {"rt": str(number)})
        supervisor.take(*cadre.export())
    copy.save(record, {"rw": "9"})
    supervisor.take(*copy.export())
    cadre.take(*supervisor.receipt(cadre.key))
    cadre.close()
    settle((copy, supervisor))
    settle((copy, supervisor))
    assert_same(copy, supervisor)
    assert copy.shown(record)["rt"] == "2" and copy.shown(record)["rw"] == "9"


def test_a_copy_that_is_behind_its_own_numbers_begins_a_new_life(
    cadre: Device, supervisor: Device, place: Place
) -> None:
    copy = cadre.copied()
    for _ in range(4):
        household(cadre)
        settle((cadre, supervisor))
    before = copy.identity.life
    copy.take(*supervisor.receipt(copy.key))
    assert copy.identity.life != before
    assert copy.export() != []
    settle((copy, supervisor))
    assert_same(copy, supervisor)


def test_clocks_years_apart_order_display_only(place: Place, supervisor: Device, cadre: Device) -> None:
    late = place.cadre("Ibu Besok", skew=timedelta(days=3650))
    acquaint(late, supervisor, VILLAGE)
    for waiting in supervisor.waiting_devices():
        accept_device(supervisor.store, waiting[:8], clock=supervisor.clock)
    record = household(cadre, "Pak Satu")
    settle((cadre, supervisor), (late, supervisor))
    late.save(record, {"head_name": "Pak Dua"})
    settle((late, supervisor), (cadre, supervisor))
    cadre.save(record, {"head_name": "Pak Tiga"})
    settle((late, supervisor), (cadre, supervisor), (late, supervisor))
    assert_same(cadre, late, supervisor)
    assert late.shown(record)["head_name"] == "Pak Tiga"
    assert late.conflicts() == 0


def test_a_conflict_is_seen_by_all_and_closed_by_one(place: Place, supervisor: Device, cadre: Device) -> None:
    other = place.cadre("Ibu Lain")
    acquaint(other, supervisor, VILLAGE)
    record = household(cadre)
    settle((cadre, supervisor), (other, supervisor))
    cadre.save(record, {"head_name": "Pak A"})
    other.save(record, {"head_name": "Pak B"})
    settle((cadre, supervisor), (other, supervisor), (cadre, supervisor))
    assert [d.conflicts() for d in (cadre, other, supervisor)] == [1, 1, 1]
    other.save(record, {"head_name": "Pak A"})
    settle((other, supervisor), (cadre, supervisor))
    assert [d.conflicts() for d in (cadre, other, supervisor)] == [0, 0, 0]
    assert_same(cadre, other, supervisor)


def test_an_upper_level_sees_the_work_of_a_cadre(place: Place) -> None:
    upper = place.supervisor("Bu Bupati", REGENCY)
    middle = place.supervisor("Pak Camat", DISTRICT)
    acquaint(middle, upper, DISTRICT, role="supervisor")
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, middle, VILLAGE)
    record = household(cadre)
    settle((cadre, middle), (middle, upper))
    assert upper.shown(record)["head_name"] == "Pak Amir"
    assert len({device.state() for device in (cadre, middle, upper)}) == 1
    upper.save(record, {"head_name": "Pak Amir bin Umar"})
    settle((middle, upper), (cadre, middle), (middle, upper))
    assert cadre.shown(record)["head_name"] == "Pak Amir bin Umar"
    assert_same(cadre, middle, upper)


def test_own_bundle_fills_a_copy_of_oneself(cadre: Device, place: Place) -> None:
    copy = cadre.copied()
    record = household(cadre)
    import_bundle(copy.store, cadre.export()[0])
    assert copy.shown(record)["head_name"] == "Pak Amir"

"""Revoked and released: later work is kept and passed on but not counted, whoever hears of it when."""

from collections.abc import Mapping
from uuid import UUID

import pytest

from kpm_desktop.commands.access.accept_device import accept_device
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.access.revoke_device import release_device, revoke_device
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.access import read_access
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, settle


@pytest.fixture
def upper(place: Place) -> Device:
    return place.supervisor("Bu Bupati", REGENCY)


@pytest.fixture
def middle(place: Place, upper: Device) -> Device:
    middle = place.supervisor("Pak Camat", DISTRICT)
    acquaint(middle, upper, DISTRICT, role="supervisor")
    return middle


@pytest.fixture
def cadre(place: Place, middle: Device) -> Device:
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, middle, VILLAGE)
    return cadre


@pytest.fixture
def other(place: Place, middle: Device) -> Device:
    other = place.cadre("Ibu Lain")
    acquaint(other, middle, VILLAGE)
    return other


def household(device: Device, name: str = "Pak Amir") -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": name})
    return record


def by_hand(below: Device, above: Device) -> None:
    """A bundle up and one down, also where the program would not send to whoever was revoked."""
    above.take(*below.due(above.key))
    if above.knows(below.key):
        below.take(*above.receipt(below.key))


def order(device: Device, kind: str, record: UUID, values: Mapping[str, object]) -> None:
    """An order written past every check, as a changed program could."""
    with device.store.writing() as tx:
        known = heads.state_of(tx, kind, 1, record)
        batch = RecordBatch(tx, settings.read_identity(tx), device.clock)
        batch.add(Entry(VILLAGE, kind, record, {"region_code": VILLAGE, **values}), is_new=not known)
        batch.flush()


def test_later_work_is_kept_and_passed_on_but_does_not_count(cadre: Device, middle: Device, upper: Device) -> None:
    record = household(cadre)
    settle((cadre, middle), (middle, upper))
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    cadre.save(record, {"head_name": "Pak Palsu"})
    later = household(cadre, "Pak Hantu")
    settle((cadre, middle), (middle, upper), (cadre, middle))
    for device in (middle, upper):
        assert device.shown(record)["head_name"] == "Pak Amir"
        assert device.shown(later) == {}
        assert device.faults() == []
    assert upper.names() >= cadre.names()
    assert upper.state() == middle.state()


def test_a_release_counts_what_it_names_and_all_below(cadre: Device, middle: Device, upper: Device) -> None:
    settle((cadre, middle), (middle, upper))
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    first, second = household(cadre, "Pak Satu"), household(cadre, "Pak Dua")
    settle((cadre, middle), (middle, upper))
    with middle.store.reading() as tx:
        name = tx.exec_driver_sql("SELECT name FROM change WHERE record = ?", (first.bytes,)).scalar_one().hex()
    release_device(middle.store, cadre.key[:8], [name], clock=middle.clock)
    settle((cadre, middle), (middle, upper))
    assert [middle.shown(first) != {}, middle.shown(second) != {}] == [True, False]
    assert upper.state() == middle.state()
    release_device(middle.store, cadre.key[:8], lift=True, clock=middle.clock)
    settle((cadre, middle), (middle, upper))
    assert middle.shown(second)["head_name"] == "Pak Dua"
    assert upper.state() == middle.state() == cadre.state()


def test_naming_what_was_set_aside_is_not_waiting(cadre: Device, middle: Device, other: Device) -> None:
    record = household(cadre)
    settle((cadre, middle), (other, middle))
    backup = middle.backed_up()
    cadre.save(record, {"head_name": "Pak Palsu"})
    settle((cadre, middle), (other, middle))
    other.save(record, {"head_name": "Pak Benar"})
    middle.close()
    middle = middle.restored(backup)
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    settle((other, middle), (cadre, middle))
    state = middle.states(record)["head_name"]
    assert state.shown == "Pak Benar"
    assert not state.waiting


def test_nobody_revokes_a_peer_or_anybody_above(cadre: Device, other: Device, middle: Device, upper: Device) -> None:
    for asked in (upper, middle):
        with pytest.raises(Refused):
            revoke_device(middle.store, asked.key[:8], clock=middle.clock)
    record = household(other)
    settle((cadre, middle), (other, middle))
    order(cadre, "revocation", new_id(), {"device_key": other.key, "accepted": []})
    order(cadre, "revocation", new_id(), {"device_key": middle.key, "accepted": []})
    settle((cadre, middle), (other, middle))
    for device in (cadre, middle, other):
        assert device.shown(record)["head_name"] == "Pak Amir"


def test_a_cadre_near_the_programme_revokes_nobody(place: Place, upper: Device, cadre: Device, middle: Device) -> None:
    """Distance alone does not make a supervisor."""
    near = place.cadre("Ibu Dekat")
    acquaint(near, upper, VILLAGE)
    record = household(cadre)
    settle((cadre, middle), (middle, upper), (near, upper))
    order(near, "revocation", new_id(), {"device_key": cadre.key, "accepted": []})
    settle((near, upper), (middle, upper), (cadre, middle))
    for device in (near, upper, middle, cadre):
        assert device.shown(record)["head_name"] == "Pak Amir"


def test_nobody_rewrites_what_another_ordered(cadre: Device, other: Device, middle: Device) -> None:
    """A change of somebody else's order is an order of one's own, and counts for no more."""
    kept = household(other)
    settle((cadre, middle), (other, middle))
    revoke_device(middle.store, cadre.key[:8], clock=middle.clock)
    later = household(cadre, "Pak Hantu")
    settle((cadre, middle), (other, middle))
    with middle.store.reading() as tx:
        record = UUID(bytes=tx.exec_driver_sql("SELECT id FROM revocation").scalar_one())
        region = tx.exec_driver_sql("SELECT region_no FROM revocation").scalar_one()
        told = heads.state_of(tx, "revocation", region, record)
    with cadre.store.writing() as tx:
        batch = RecordBatch(tx, settings.read_identity(tx), cadre.clock)
        base = {name: state.base for name, state in told.items()}
        batch.add(Entry(VILLAGE, "revocation", record, {"device_key": other.key}, base), is_new=False)
        batch.flush()
    settle((cadre, middle), (other, middle))
    for device in (middle, other):
        assert device.shown(kept)["head_name"] == "Pak Amir"
        assert device.shown(later) == {}


def test_a_revoked_supervisor_lets_nobody_in(place: Place, cadre: Device, middle: Device, upper: Device) -> None:
    record = household(cadre)
    settle((cadre, middle), (middle, upper))
    revoke_device(upper.store, middle.key[:8], clock=upper.clock)
    friend = place.cadre("Teman")
    acquaint(friend, middle, VILLAGE)
    ghost = household(friend, "Pak Hantu")
    for _ in range(2):
        by_hand(friend, middle)
        settle((middle, upper))
        by_hand(cadre, middle)
    settle((middle, upper))
    assert upper.shown(record)["head_name"] == "Pak Amir", "whom it had let in before still counts"
    assert upper.shown(ghost) == {}
    assert upper.faults() == []
    cadre.take(*upper.receipt(cadre.key))
    assert cadre.shown(ghost) == {}
    assert upper.state() == cadre.state()


def test_what_rests_on_a_revoked_supervisor_counts_for_nobody_whoever_held_it_before(
    place: Place, middle: Device, upper: Device
) -> None:
    """Two who hear of it in different order end up with the same."""
    backup = middle.backed_up()
    friend = place.cadre("Teman")
    acquaint(friend, middle, VILLAGE)
    ghost = household(friend, "Pak Hantu")
    settle((friend, middle), (middle, upper))
    assert upper.shown(ghost) != {}
    key = middle.key
    middle.close()
    second = place.supervisor("Pak Pengganti", DISTRICT)
    acquaint(second, upper, DISTRICT, role="supervisor")
    assert second.shown(ghost) != {}
    with upper.store.writing() as tx:
        access = read_access(tx, settings.read_identity(tx))
        assert access.statement_of(friend.key) is not None
    old = middle.restored(backup)
    with old.store.reading() as tx:
        tips = [
            row[0].hex()
            for row in tx.exec_driver_sql(
                "SELECT g.tip FROM segment g JOIN stream s ON s.no = g.stream_no WHERE s.device = ?", (key,)
            )
        ]
    order_of(upper, DISTRICT, {"device_key": key, "accepted": sorted(tips)})
    settle((second, upper))
    late = place.supervisor("Bu Terlambat", DISTRICT)
    acquaint(late, upper, DISTRICT, role="supervisor")
    settle((late, upper), (second, upper))
    assert [device.shown(ghost) for device in (upper, second, late)] == [{}, {}, {}]
    assert upper.names() == late.names(), "it is kept and passed on, and counts for nobody"
    assert upper.due(late.key) == []
    assert upper.state() == second.state() == late.state()


def test_nobody_else_records_what_a_revoked_supervisor_signs(
    place: Place, cadre: Device, middle: Device, upper: Device
) -> None:
    """A paper of a revoked issuer counts where it stands in the issuer's own accepted work, and nowhere else."""
    settle((cadre, middle), (middle, upper))
    revoke_device(upper.store, middle.key[:8], clock=upper.clock)
    friend = place.cadre("Teman")
    acquaint(friend, middle, VILLAGE)
    ghost = household(friend, "Pak Hantu")
    by_hand(friend, middle)
    by_hand(cadre, middle)
    with middle.store.reading() as tx:
        papers = [paper for paper in read_access(tx, middle.identity).papers.values() if friend.key in paper.statement]
    values = {"statement": papers[0].statement, "signature": papers[0].signature}
    order(cadre, "credential", new_id(), values)
    by_hand(cadre, middle)
    settle((middle, upper))
    cadre.take(*upper.receipt(cadre.key))
    assert upper.shown(ghost) == cadre.shown(ghost) == {}
    assert upper.state() == cadre.state()


def order_of(device: Device, region: str, values: Mapping[str, object]) -> None:
    """A revocation of exactly these changes."""
    with device.store.writing() as tx:
        identity = settings.read_identity(tx)
        batch = RecordBatch(tx, identity, device.clock)
        batch.add(Entry(region, "revocation", new_id(), {"region_code": region, **values}), is_new=True)
        batch.flush()
        release_waiting(tx, identity)


def test_an_order_that_waited_is_obeyed_when_its_author_is_let_in(
    place: Place, upper: Device, middle: Device, cadre: Device
) -> None:
    record = household(cadre)
    settle((cadre, middle), (middle, upper))
    invitation = upper.invite(DISTRICT, role="supervisor")
    first, second = place.supervisor("Pak Pertama"), place.supervisor("Bu Kedua")
    for device in (first, second):
        device.join(invitation)
    order_of(second, VILLAGE, {"device_key": cadre.key, "accepted": []})
    upper.take(*first.export(), *second.export())
    assert upper.shown(record) != {}
    accept_device(upper.store, second.key[:8], role="supervisor", clock=upper.clock)
    assert upper.shown(record) == {}
    assert upper.faults() == []


def test_revoking_in_one_region_leaves_the_others_alone(place: Place, upper: Device, middle: Device) -> None:
    """Who supervises one village says nothing about another one's work."""
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, middle, VILLAGE)
    stranger = place.supervisor("Pak Tetangga", "12.75.02")
    acquaint(stranger, upper, "12.75.02", role="supervisor")
    record = household(cadre)
    settle((cadre, middle), (middle, upper))
    order_of(stranger, "12.75.02", {"device_key": cadre.key, "accepted": []})
    settle((stranger, upper), (middle, upper))
    assert upper.shown(record)["head_name"] == middle.shown(record)["head_name"] == "Pak Amir"

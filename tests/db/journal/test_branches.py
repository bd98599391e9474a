"""A laptop with a thousand copies of itself stops nobody: its branches end at `full`, its work goes on."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest

from kpm_desktop.commands.access.judge_standing import judge_standing
from kpm_desktop.commands.access.revoke_device import revoke_device
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.journal import branches, segments
from kpm_desktop.db.journal.branches import full_streams
from kpm_desktop.db.journal.intake import Intake, Taken
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.domain.change import START
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.incoming import prove
from kpm_desktop.sync.outgoing import have_of
from kpm_desktop.sync.seal import SigningKey, seal_range
from tests.support.devices import DISTRICT, REGENCY, VILLAGE, Device, Place, acquaint, settle
from tests.sync.sample import RECORD, line

Run = tuple[Range, list[bytes]]


@contextmanager
def few() -> Iterator[None]:
    """With room for eight pieces, of what is set aside for four."""
    with mock.patch.multiple(branches, MOST_PIECES=8, MOST_ASIDE_PIECES=4, MANY_PIECES=2):
        yield


def run(key: SigningKey, first: int, count: int, prev: str, mark: str) -> Run:
    lines = []
    for number in range(first, first + count):
        lines.append(line(key.public, number, prev, rw=mark))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    stream = stream_id(key.public, VILLAGE)
    tip = hashlib.sha256(lines[-1]).digest()
    return Range(stream, VILLAGE, key.public, first, number, tip.hex(), seal_range(key, stream, number, tip)), lines


def take(device: Device, *runs: Run) -> Taken:
    total = Taken()
    with device.store.writing() as tx:
        intake = Intake(tx)
        for each in runs:
            total.add(intake.take(prove(*each)))
        intake.finish()
        judge_standing(tx, device.identity)
    return total


def pieces(device: Device, key: str) -> int:
    with device.store.reading() as tx:
        return len(segments.pieces(segments.segments_of_device(tx, key)))


@pytest.fixture
def above(place: Place) -> Device:
    above = place.supervisor("Pak Camat")
    above.found_programme()
    return above


@pytest.fixture
def cadre(place: Place, above: Device) -> Device:
    cadre = place.cadre("Ibu Sari")
    cadre.save(RECORD, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    acquaint(cadre, above, VILLAGE)
    return cadre


def key_of(device: Device) -> SigningKey:
    return SigningKey.from_hex(device.identity.signing_secret)


def test_branches_end_where_the_stream_is_full_and_its_work_goes_on(above: Device, cadre: Device) -> None:
    with few():
        forked = [run(key_of(cadre), 1, 2, START, f"{at:03}") for at in range(20)]
        taken = take(above, *forked)
        assert (pieces(above, cadre.key), taken.full) == (8, 2 * 13)
        higher = run(key_of(cadre), 3, 1, forked[0][0].tip, "9")
        assert take(above, higher).full == 0, "what goes on from a piece that is held is taken"
        cadre.save(RECORD, {"rt": "5"})
        settle((cadre, above))
        assert above.shown(RECORD)["rt"] == "5", "the honest end grows on"
        with above.store.reading() as tx:
            assert len(full_streams(tx)) == 1
            access, changes = read_access(tx, above.identity), HeldChanges(tx)
            told = have_of(changes, access.shared(changes, cadre.key))
        assert [have.full for have in told if str(have.stream) == str(stream_id(cadre.key, VILLAGE))] == [True]


def test_a_sender_leaves_out_what_a_full_stream_takes_no_more(place: Place) -> None:
    """And goes on from what was named: the traffic comes to rest."""
    upper, above, cadre = place.supervisor("Bu Bupati", REGENCY), place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(above, upper, DISTRICT, role="supervisor")
    cadre.save(RECORD, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    acquaint(cadre, above, VILLAGE)
    with few():
        take(above, *[run(key_of(cadre), 1, 2, START, f"{at:03}") for at in range(6)])
        settle((above, upper))
        assert pieces(upper, cadre.key) == pieces(above, cadre.key) == 7
    take(above, *[run(key_of(cadre), 1, 2, START, f"x{at:02}") for at in range(6)])
    with few():
        upper.take(*above.due(upper.key))
        above.take(*upper.due(above.key))
        assert pieces(upper, cadre.key) == 8
        cadre.save(RECORD, {"rt": "6"})
        settle((cadre, above))
        upper.take(*above.due(upper.key))
        assert upper.shown(RECORD)["rt"] == "6"
        above.take(*upper.due(above.key))
        assert above.due(upper.key) == []


def test_what_orders_set_aside_is_kept_up_to_a_limit_and_what_they_let_count_beyond(
    above: Device, cadre: Device
) -> None:
    settle((cadre, above))
    revoke_device(above.store, cadre.key[:8], clock=above.clock)
    with few():
        forked = [run(key_of(cadre), 1, 2, START, f"{at:03}") for at in range(12)]
        taken = take(above, *forked)
        assert pieces(above, cadre.key) == 5, "the honest piece and four"
        assert taken.full == 2 * 8
        again = run(key_of(cadre), 3, 1, forked[0][0].tip, "9")
        assert take(above, again).full == 1, "nothing goes on from what is set aside"
        named = forked[9][0].tip
        with above.store.writing() as tx:
            batch = RecordBatch(tx, above.identity, above.clock)
            values = {"region_code": VILLAGE, "device_key": cadre.key, "released": [named]}
            batch.add(Entry(VILLAGE, "release", new_id(), values), is_new=True)
            batch.flush()
            judge_standing(tx, above.identity)
        assert take(above, forked[9]).full == 0, "an order names it"
        assert above.shown(RECORD)["rw"] == "009"

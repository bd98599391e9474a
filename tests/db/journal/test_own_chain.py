"""Where an author goes on, and what becomes of numbers that do not follow."""

import hashlib
from uuid import UUID

from kpm_desktop.commands.access.judge_standing import judge_standing
from kpm_desktop.db.delivery import standing
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.incoming import prove
from kpm_desktop.sync.seal import SigningKey, seal_range
from tests.support.devices import VILLAGE, Device, Place, acquaint, settle
from tests.sync.sample import RECORD, line


def home(device: Device) -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    return record


def test_two_copies_of_a_disk_never_go_on_from_each_others_work(place: Place) -> None:
    """What came from the other copy is no place to write on: its author here was not shown it when she wrote."""
    above, one = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(one, above, VILLAGE)
    record = home(one)
    settle((one, above))
    other = one.copied()
    other.save(record, {"rt": "2"})
    other.save(record, {"rw": "2"})
    above.take(*other.due(above.key))
    one.take(*above.due(one.key, everything=True))
    assert one.shown(record)["rt"] == "2"
    with one.store.reading() as tx:
        end = segments.own_end(tx, stream_id(one.key, VILLAGE), VILLAGE, one.key)
        runs = segments.segments_of(tx, end.stream_no)
    assert end.place is not None and end.place.seq == max(run.last_seq for run in runs) - 2
    one.save(record, {"rt": "1"})
    assert one.shown(record)["rt"] == "1", "it names what was shown"
    one.save(record, {"hamlet": "Satu"})
    with one.store.reading() as tx:
        assert len(segments.pieces(segments.segments_of(tx, end.stream_no))) == 2


def run_of(key: SigningKey, *numbers: int, prev: str) -> tuple[Range, list[bytes]]:
    lines = []
    for number in numbers:
        lines.append(line(key.public, number, prev, rt=str(number)))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    stream = stream_id(key.public, VILLAGE)
    tip = hashlib.sha256(lines[-1]).digest()
    mark = seal_range(key, stream, numbers[-1], tip)
    return Range(stream, VILLAGE, key.public, numbers[0], numbers[-1], tip.hex(), mark), lines


def test_a_number_that_does_not_follow_is_kept_joined_and_set_aside_with_all_above(place: Place) -> None:
    device, record = place.cadre("Ibu Sari"), RECORD
    device.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    key = SigningKey.from_hex(device.identity.signing_secret)
    with device.store.writing() as tx:
        first = tx.exec_driver_sql("SELECT line FROM change ORDER BY no LIMIT 1").scalar_one()
        below = hashlib.sha256(first).hexdigest()
        wrong = run_of(key, 70, 71, prev=below)
        above = run_of(key, 72, prev=wrong[0].tip)
        for piece in (above, wrong):
            intake = Intake(tx)
            intake.take(prove(*piece))
            intake.finish()
            judge_standing(tx, device.identity)
        (stream,) = standing.streams_in(tx, VILLAGE)
        runs = segments.segments_of(tx, stream.no)
        assert [run.parent is not None for run in runs] == [False, True, True]
        assert segments.holes(runs) == [], "nothing is missing: it hangs on what is held"
        assert len(segments.pieces(runs)) == 1, "it is named as held"
        ignored = tx.exec_driver_sql("SELECT seq FROM change WHERE ignored = 1 ORDER BY seq").scalars().all()
        assert ignored == [70, 71, 72]
    assert device.shown(record).get("rt") is None
    assert device.faults() == []
    device.save(record, {"rt": "2"})
    assert device.shown(record)["rt"] == "2"

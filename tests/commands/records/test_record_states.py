"""What is said of a record while it is saved, sent, answered, disputed, reported and half-finished."""

from uuid import UUID

import pytest

from kpm_desktop.commands.records.record_states import RecordState, States, record_states
from kpm_desktop.db.journal import quarantined
from kpm_desktop.db.queries import drafts
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Device, Place, acquaint, exchange, settle


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Pak Camat")


@pytest.fixture
def cadre(place: Place, supervisor: Device) -> Device:
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, supervisor, VILLAGE)
    return cadre


def household(device: Device, name: str = "Pak Amir") -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": name})
    return record


def states(device: Device) -> States:
    return record_states(device.store)


def state(device: Device, record: UUID) -> RecordState:
    return states(device).of(device.region_no(), "household", record)


def draft(device: Device, record: UUID, user: str) -> None:
    with device.store.writing() as tx:
        drafts.keep(tx, user, VILLAGE, "household", record, {"rt": "2"}, {}, {}, "2026-11-19T03:00:00.000000Z")


def test_a_record_goes_its_way(cadre: Device, supervisor: Device) -> None:
    record = household(cadre)
    assert state(cadre, record) is RecordState.SAVED
    files = cadre.export()
    assert state(cadre, record) is RecordState.EXPORTED
    supervisor.take(*files)
    cadre.take(*supervisor.receipt(cadre.key))
    assert state(cadre, record) is RecordState.RECEIVED
    assert states(cadre).waiting == []
    cadre.save(record, {"rt": "2"})
    assert state(cadre, record) is RecordState.SAVED


def test_one_change_that_was_not_sent_keeps_a_record_saved(cadre: Device) -> None:
    record, other = household(cadre), household(cadre, "Pak Budi")
    cadre.export()
    cadre.save(record, {"rt": "2"})
    no = cadre.region_no()
    waiting = [((no, "household", record), RecordState.SAVED), ((no, "household", other), RecordState.EXPORTED)]
    assert states(cadre).waiting == waiting


def test_without_a_supervisor_everything_is_saved(place: Place) -> None:
    alone = place.cadre("Ibu Rina")
    record = household(alone)
    assert states(alone).waiting == [((alone.region_no(), "household", record), RecordState.SAVED)]


def test_a_supervisor_at_the_top_has_received_what_is_there(cadre: Device, supervisor: Device) -> None:
    record = household(cadre)
    exchange(cadre, supervisor)
    assert state(supervisor, record) is RecordState.RECEIVED
    assert states(supervisor).waiting == []


def test_a_supervisor_put_back_from_a_backup_is_believed_to_hold_less(cadre: Device, supervisor: Device) -> None:
    backup = supervisor.backed_up()
    record = household(cadre)
    settle((cadre, supervisor))
    assert state(cadre, record) is RecordState.RECEIVED
    again = supervisor.restored(backup)
    household(cadre, "Pak Budi")
    again.take(*cadre.export())
    cadre.take(*again.receipt(cadre.key))
    assert state(cadre, record) in (RecordState.SAVED, RecordState.EXPORTED)


def test_what_a_restored_supervisor_lacks_goes_back_to_exported_until_it_is_held_again(
    cadre: Device, supervisor: Device
) -> None:
    before = household(cadre)
    settle((cadre, supervisor))
    backup = supervisor.backed_up()
    after = household(cadre, "Pak Budi")
    settle((cadre, supervisor))
    again = supervisor.restored(backup)
    cadre.take(*again.receipt(cadre.key))
    assert state(cadre, before) is RecordState.RECEIVED
    assert state(cadre, after) is RecordState.EXPORTED
    settle((cadre, again))
    assert states(cadre).waiting == []
    assert again.state() == cadre.state()


def test_a_new_laptop_filled_again_holds_everything_as_received(
    place: Place, cadre: Device, supervisor: Device
) -> None:
    record = household(cadre)
    settle((cadre, supervisor))
    new = place.cadre("Ibu Sari")
    acquaint(new, supervisor, VILLAGE)
    assert new.state() == cadre.state()
    assert states(new).waiting == []
    new.save(record, {"rt": "2"})
    assert state(new, record) is RecordState.SAVED
    exchange(new, supervisor)
    assert state(new, record) is RecordState.RECEIVED


def test_what_differs_between_two_people_is_to_be_repaired(cadre: Device, supervisor: Device, place: Place) -> None:
    record = household(cadre)
    other = place.cadre("Ibu Wati")
    acquaint(other, supervisor, VILLAGE)
    settle((cadre, supervisor), (other, supervisor))
    cadre.save(record, {"head_name": "Pak Budi"})
    other.save(record, {"head_name": "Pak Cipto"})
    assert state(cadre, record) is RecordState.SAVED
    settle((cadre, supervisor), (other, supervisor), (cadre, supervisor))
    assert state(cadre, record) is RecordState.REPAIR
    assert states(cadre).count(RecordState.REPAIR) == 1


def test_a_draft_is_its_authors_alone(cadre: Device) -> None:
    mine, theirs = new_id(), new_id()
    draft(cadre, mine, cadre.identity.user)
    draft(cadre, theirs, "Ibu Wati")
    assert states(cadre).waiting == [((cadre.region_no(), "household", mine), RecordState.DRAFT)]


def test_what_the_supervisor_withholds_is_to_be_repaired_until_it_is_saved_again(
    cadre: Device, supervisor: Device
) -> None:
    record = household(cadre)
    exchange(cadre, supervisor)
    with supervisor.store.writing() as tx:  # a supervisor whose program has a limit this one does not know
        tx.exec_driver_sql(
            "INSERT INTO quarantine SELECT no, 'head_name', 'out_of_limits' FROM change WHERE record = ?",
            (record.bytes,),
        )
    cadre.take(*supervisor.receipt(cadre.key))
    assert state(cadre, record) is RecordState.REPAIR
    cadre.save(record, {"head_name": "Pak Amir"})
    assert state(cadre, record) is RecordState.SAVED


def test_an_older_report_changes_nothing(cadre: Device) -> None:
    with cadre.store.writing() as tx:
        for number, names in ((2, ("aa",)), (1, ("bb",))):
            quarantined.keep_report(tx, 1, quarantined.Report(life="x", number=number, changes=names))
        assert list(quarantined.reported(tx)) == ["aa"]

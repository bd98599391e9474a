"""Who chooses or repairs names what was shown, and nothing that came since; what waits while people differ is to be
chosen too."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.choose_value import choose_value
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.review.repair_value import repair_value, repair_view
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.commands.supervision.decision_count import decision_count
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Device, quick_place
from tests.support.rival import write_as_rival
from tests.sync.refusals import refusing

TODAY = date(2025, 7, 1)


@pytest.fixture
def device() -> Iterator[Device]:
    with quick_place() as place:
        yield place.cadre("Ibu Sari")


@pytest.fixture
def home(device: Device) -> UUID:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir", "rt": "1"})
    return record


def the_conflict(device: Device) -> Conflict:
    (found,) = (each.conflict for each in conflict_list(device.store))
    return found


def rival(device: Device, home: UUID, value: str, base: list[str] | None = None) -> None:
    write_as_rival(device.store, VILLAGE, "household", home, {"rt": value}, {"rt": base or []}, clock=device.clock)


def test_a_value_that_came_while_somebody_looked_is_not_chosen_away(device: Device, home: UUID) -> None:
    rival(device, home, "2")
    seen = the_conflict(device)
    rival(device, home, "3")
    shown = [choice.change for choice in seen.choices]
    with refusing("repair.changed_meanwhile"):
        resolve_conflict(device.store, home, "rt", shown[0], shown=shown, clock=device.clock)
    assert len(device.states(home)["rt"].heads) == 3
    rival(device, home, "2")
    now = [choice.change for choice in the_conflict(device).choices]
    resolve_conflict(device.store, home, "rt", shown[0], shown=now, clock=device.clock)
    assert conflict_list(device.store) == []


def test_another_number_is_not_entered_over_what_nobody_saw(device: Device) -> None:
    record = new_id()
    device.save(record, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    for count in (2, 3):
        write_as_rival(device.store, VILLAGE, "household", record, {"head_name": f"Pak {count}"}, clock=device.clock)
    seen = the_conflict(device)
    write_as_rival(device.store, VILLAGE, "household", record, {"head_name": "Pak Baru"}, clock=device.clock)
    with refusing("repair.changed_meanwhile"):
        choose_value(device.store, seen, 4, today=TODAY, clock=device.clock)


def test_a_repair_is_not_saved_over_what_came_since_it_was_looked_at(device: Device, home: UUID) -> None:
    device.save_badly(home, {"rt": "9" * 50})
    with device.store.writing() as tx:
        row = tx.exec_driver_sql("SELECT max(no) FROM change").scalar_one()
        tx.exec_driver_sql("INSERT INTO quarantine (change_no, field, code) VALUES (?, 'rt', 'out_of_limits')", (row,))
        heads.refresh(tx, "household", 1, [home.bytes])
    seen = repair_view(device.store, home, "rt")
    rival(device, home, "7")
    with pytest.raises(Objected):
        repair_value(device.store, home, "rt", "4", today=TODAY, shown=seen.shown, clock=device.clock)
    assert device.states(home)["rt"].is_withheld
    again = repair_view(device.store, home, "rt")
    repair_value(device.store, home, "rt", "4", today=TODAY, shown=again.shown, clock=device.clock)
    assert device.shown(home)["rt"] == "4"


def test_what_waits_while_people_differ_is_to_be_chosen(device: Device, home: UUID) -> None:
    """It blocks no ordinary save, and stands among the decisions."""
    rival(device, home, "2", ["f" * 32])
    state = device.states(home)["rt"]
    assert (state.waiting, state.in_conflict, state.differs) == (True, False, True)
    found = the_conflict(device)
    assert found.waiting and decision_count(device.store).differ == 1
    resolve_conflict(device.store, home, "rt", found.choices[0].change, clock=device.clock)
    assert decision_count(device.store).differ == 0
    rival(device, home, "5", ["e" * 32])
    save_records(device.store, [Edit("household", {"rt": "6"}, home)], today=TODAY, clock=device.clock)
    assert device.shown(home)["rt"] == "6"

"""A person's timeline: authors, laptops, what stood there before, and what became of every value."""

from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households.person_history import Entry, PersonHistory, person_history
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.records.value_fates import Fate, ValueChange
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.db.queries import drafts
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.identity import derived_id, new_id
from tests.support.devices import VILLAGE, Device, Place, acquaint, exchange, settle

MONTH = "2025-06"


@pytest.fixture
def supervisor(place: Place) -> Device:
    return place.supervisor("Pak Camat")


@pytest.fixture
def sari(place: Place, supervisor: Device) -> Device:
    cadre = place.cadre("Ibu Sari")
    acquaint(cadre, supervisor, VILLAGE)
    return cadre


@pytest.fixture
def rina(place: Place, supervisor: Device) -> Device:
    cadre = place.cadre("Ibu Rina")
    acquaint(cadre, supervisor, VILLAGE)
    return cadre


def child(device: Device, name: str = "Ahmad", **more: Any) -> UUID:
    home, record = new_id(), new_id()
    device.save(home, {"village_code": VILLAGE, "head_name": "Pak Amir"})
    values = {"household_id": str(home), "full_name": name, "sex": "male", "birth_date": "2024-11-02", **more}
    device.save(record, values, kind="person")
    return record


def visit(device: Device, person: UUID, **values: Any) -> UUID:
    key = {"person_id": str(person), "month": MONTH}
    record = derived_id("child_visit", key)
    assert record is not None
    device.save(record, key | {"visit_date": "2025-06-10"} | values, kind="child_visit")
    return record


def history(device: Device, person: UUID) -> PersonHistory:
    return person_history(device.store, person)


def changes(device: Device, person: UUID, field: str) -> list[tuple[Entry, ValueChange]]:
    """The entries that write a field, the newest first."""
    found = history(device, person).entries
    return [(entry, value) for entry in found for value in entry.values if value.field == field]


def fates(device: Device, person: UUID, field: str) -> list[tuple[Any, Fate, bool]]:
    return [(value.value, value.fate, value.is_open) for _, value in changes(device, person, field)]


def test_each_entry_says_who_when_where_and_what_stood_there_before(sari: Device, supervisor: Device) -> None:
    person = child(sari)
    row = visit(sari, person, weight_g=7800)
    sari.save(row, {"weight_g": 8100}, kind="child_visit")
    newest, first = changes(sari, person, "weight_g")
    assert (newest[1].value, newest[1].before, newest[1].fate) == (8100, (7800,), Fate.SHOWN)
    assert (first[1].before, first[1].fate, first[1].by) == ((), Fate.REPLACED, "Ibu Sari")
    assert (newest[0].user, newest[0].own, newest[0].role) == ("Ibu Sari", True, "cadre")
    assert (newest[0].month, newest[0].is_first, first[0].is_first) == (MONTH, False, True)
    exchange(sari, supervisor)
    there = changes(supervisor, person, "weight_g")[0][0]
    assert not there.own
    assert there.laptop == "Ibu Sari"
    assert [entry.kind for entry in history(supervisor, person).entries] == ["child_visit", "child_visit", "person"]


def test_a_laptop_nobody_named_is_told_by_its_key(sari: Device, rina: Device, supervisor: Device) -> None:
    person = child(sari)
    settle((sari, supervisor), (rina, supervisor))
    (entry,) = history(rina, person).entries
    assert (entry.user, entry.own, entry.laptop) == ("Ibu Sari", False, sari.key[:8])


def test_the_state_is_that_of_each_change(sari: Device, supervisor: Device) -> None:
    def found() -> list[RecordState]:
        return [entry.state for entry in history(sari, person).entries]

    person = child(sari)
    assert found() == [RecordState.SAVED]
    files = sari.export()
    assert found() == [RecordState.EXPORTED]
    sari.save(person, {"phone": "0811"}, kind="person")
    assert found() == [RecordState.SAVED, RecordState.EXPORTED]
    supervisor.take(*files)
    sari.take(*supervisor.receipt(sari.key))
    assert found() == [RecordState.SAVED, RecordState.RECEIVED]


def test_a_conflict_shows_both_and_what_was_not_chosen(sari: Device, rina: Device, supervisor: Device) -> None:
    person = child(sari)
    row = visit(sari, person, weight_g=7800)
    settle((sari, supervisor), (rina, supervisor))
    sari.save(row, {"weight_g": 7900}, kind="child_visit")
    rina.save(row, {"weight_g": 7400}, kind="child_visit")
    settle((sari, supervisor), (rina, supervisor))
    disputed = [entry for entry, value in changes(rina, person, "weight_g") if value.fate is Fate.DISPUTED]
    assert {entry.state for entry in disputed} == {RecordState.REPAIR}
    (conflict,) = disputed[0].disputes
    assert (conflict.id, sorted(choice.value for choice in conflict.choices)) == (row, [7400, 7900])
    chosen = next(choice.change for choice in conflict.choices if choice.value == 7900)
    resolve_conflict(rina.store, row, "weight_g", chosen, clock=rina.clock)
    settle((sari, supervisor), (rina, supervisor))
    for device in (sari, rina, supervisor):
        by_value = {(value, fate) for value, fate, _ in fates(device, person, "weight_g")}
        assert {(7900, Fate.SHOWN), (7400, Fate.NOT_CHOSEN)} <= by_value
        assert not any(entry.is_open for entry in history(device, person).entries)


def test_other_fields_of_one_record_merge_and_it_is_said(sari: Device, rina: Device, supervisor: Device) -> None:
    person = child(sari)
    settle((sari, supervisor), (rina, supervisor))
    sari.save(person, {"phone": "0811"}, kind="person")
    rina.save(person, {"guardian_name": "Nenek"}, kind="person")
    settle((sari, supervisor), (rina, supervisor))
    *later, first = history(supervisor, person).entries
    assert {entry.user: entry.beside for entry in later} == {"Ibu Sari": ("Ibu Rina",), "Ibu Rina": ("Ibu Sari",)}
    assert first.beside == ()
    assert {fate for _, fate, _ in fates(supervisor, person, "phone")} == {Fate.SHOWN}


def test_a_value_beyond_its_limits_is_withheld_until_it_is_replaced(sari: Device, supervisor: Device) -> None:
    person = child(sari)
    row = visit(sari, person, weight_g=7800)
    sari.save_badly(row, {"weight_g": 999_999}, kind="child_visit")
    exchange(sari, supervisor)
    entry, value = changes(supervisor, person, "weight_g")[0]
    assert (value.fate, value.is_open, value.limit) == (Fate.WITHHELD, True, "out_of_limits")
    assert entry.state is RecordState.REPAIR
    assert fates(supervisor, person, "weight_g")[1] == (7800, Fate.SHOWN, False)
    (reported, *_) = history(sari, person).entries
    assert (reported.is_reported, reported.state) == (True, RecordState.REPAIR)
    sari.save(row, {"weight_g": 8000}, kind="child_visit")
    exchange(sari, supervisor)
    assert not any(entry.is_open for entry in history(supervisor, person).entries)
    assert not any(entry.is_open for entry in history(sari, person).entries)


def test_a_draft_stands_on_top_and_another_users_is_only_named(sari: Device) -> None:
    person = child(sari)
    key = {"person_id": str(person), "month": MONTH}
    record = derived_id("child_visit", key)
    assert record is not None
    with sari.store.writing() as tx:
        at = "2020-01-01T00:00:00.000000Z"
        drafts.keep(tx, "Ibu Sari", VILLAGE, "child_visit", record, key | {"weight_g": 8000}, {}, {}, at)
        drafts.keep(tx, "Ibu Lain", VILLAGE, "person", person, {"phone": "0812"}, {}, {}, at)
    own, other, saved = history(sari, person).entries
    assert (own.state, own.month, [value.value for value in own.values][-1]) == (RecordState.DRAFT, MONTH, 8000)
    assert (other.state, other.user, other.values) == (RecordState.DRAFT, "Ibu Lain", ())
    assert saved.state is RecordState.SAVED


def test_linked_records_are_told_together(sari: Device) -> None:
    first = child(sari, "Ahmad", phone="0811")
    double = child(sari, "By. Ny. Siti")
    visit(sari, first, weight_g=7800)
    visit(sari, double, weight_g=7700, length_mm=700)
    sari.save(double, {"merged_into_id": str(first)}, kind="person")
    for person in (first, double):
        found = history(sari, person)
        assert found.person is not None
        assert (found.person.full_name, found.members, len(found.entries)) == ("Ahmad", 2, 5)
    weights = {value: fate for value, fate, _ in fates(sari, first, "weight_g")}
    assert weights == {7800: Fate.SHOWN, 7700: Fate.BESIDE}
    assert fates(sari, first, "length_mm") == [(700, Fate.SHOWN, False)]
    assert found.names[str(first)] == "Ahmad"


def test_who_was_taken_apart_still_tells_of_it(sari: Device) -> None:
    first, double = child(sari, "Ahmad"), child(sari, "By. Ny. Siti")
    sari.save(double, {"merged_into_id": str(first)}, kind="person")
    merge_and_part: list[dict[str, Any]] = [{"merged_into_id": str(first)}, {"merged_into_id": None}]
    sari.save(double, merge_and_part[1], kind="person")
    found = history(sari, first)
    parted, merged, made = found.entries
    assert found.members == 1
    assert {each.record for each in (parted, merged)} == {double}
    assert [{v.field: v.value for v in each.values} for each in (merged, parted)] == merge_and_part
    assert parted.values[0].before == (str(first),)
    assert made.record == first
    assert found.names[str(first)] == "Ahmad"
    assert [entry.record for entry in history(sari, double).entries] == [double] * 3


def test_merged_and_parted_households_are_told_in_their_peoples_history(sari: Device, supervisor: Device) -> None:
    person, other = child(sari, "Ahmad"), child(sari, "Budi")
    with sari.store.reading() as tx:
        rows = tx.exec_driver_sql("SELECT id, household_id FROM person").all()
    homes = {UUID(bytes=row[0]): UUID(bytes=row[1]) for row in rows}
    exchange(sari, supervisor)
    supervisor.save(homes[other], {"head_name": "Pak Amir (2)"})
    supervisor.save(homes[other], {"merged_into_id": str(homes[person])})
    exchange(sari, supervisor)
    for one in (person, other):
        merged, made = history(sari, one).entries
        assert (merged.kind, merged.record, merged.user) == ("household", homes[other], "Pak Camat")
        assert [(v.field, v.value) for v in merged.values] == [("merged_into_id", str(homes[person]))]
        assert made.record == one
        assert history(sari, one).names[str(homes[person])] == "Pak Amir"
    sari.save(homes[other], {"merged_into_id": None})
    for one in (person, other):
        assert [entry.kind for entry in history(sari, one).entries] == ["household", "household", "person"]


def test_what_hangs_on_the_person_belongs_to_it(sari: Device) -> None:
    person, other = child(sari), child(sari, "Budi")
    row = visit(sari, person, weight_g=7800)
    dose = {"person_id": str(person), "vaccine": "BCG", "dose": 1}
    made = derived_id("immunization", dose)
    flag = {"about_kind": "child_visit", "about_id": str(row), "rule": "rules.x"}
    answer = derived_id("flag_answer", flag)
    assert made is not None
    assert answer is not None
    sari.save(made, dose | {"given_date": "2024-12-20"}, kind="immunization")
    sari.save(answer, flag | {"answer": "confirmed"}, kind="flag_answer")
    notice = {"about_kind": "child_visit", "about_id": str(row), "text": "Ukur ulang", "progress": "open"}
    sari.save(new_id(), notice, kind="comment")
    found = history(sari, person)
    kinds = [entry.kind for entry in found.entries]
    assert kinds == ["comment", "flag_answer", "immunization", "child_visit", "person"]
    assert {entry.month for entry in found.entries if entry.kind in ("comment", "flag_answer")} == {MONTH}
    assert ("child_visit", "weight_g", 7800, MONTH) in found.latest
    assert [entry.kind for entry in history(sari, other).entries] == ["person"]


def test_a_person_nobody_holds_is_refused(sari: Device) -> None:
    with pytest.raises(Refused) as refusal:
        history(sari, new_id())
    assert [why.code for why in refusal.value.reasons] == ["repair.no_record"]

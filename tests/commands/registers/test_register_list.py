"""A register's rows: their order, whom they are about, what is hidden, and what only this user began."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.registers.register_list import RegisterLine, count_open, register_list
from kpm_desktop.commands.registers.register_record import register_record, save_register_record
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.registers.catalogue import REGISTERS
from tests.support.devices import VILLAGE, Place, acquaint, exchange, settle
from tests.support.family import TODAY, Family, family

REFERRALS, OBSTACLES, CLASSES = (REGISTERS[kind] for kind in ("referral", "obstacle", "education_session"))


@pytest.fixture
def store(place: Place) -> Store:
    return place.cadre("Ibu Sari").store


@pytest.fixture
def made(store: Store) -> Family:
    return family(store)


def refer(store: Store, person: UUID, **more: Any) -> UUID:
    values = {"person_id": person, "referral_date": date(2026, 11, 2), "reason": "kek", "progress": "open", **more}
    return save_records(store, [Edit("referral", values)], today=TODAY, sure=True).ids[0]


def lines(store: Store, register: Any = REFERRALS, **more: Any) -> list[RegisterLine]:
    return [line for line in register_list(store, register, **more) if not line.is_hidden]


def test_open_ones_come_first_and_of_them_those_that_are_due(store: Store, made: Family) -> None:
    done = refer(store, made.child, progress="done", due_date=date(2026, 11, 3))
    undated = refer(store, made.child)
    late = refer(store, made.mother, due_date=date(2026, 11, 30))
    soon = refer(store, made.mother, due_date=date(2026, 11, 10))
    assert [line.id for line in lines(store)] == [soon, late, undated, done]
    assert count_open(store, REFERRALS) == 3


def test_a_row_says_whom_it_is_about_and_what_became_of_it(store: Store, made: Family) -> None:
    refer(store, made.mother)
    (line,) = lines(store)
    assert line.about is not None
    assert (line.about.name, line.about.hamlet, line.region) == ("Siti Rahmah", "Mawar", VILLAGE)
    assert line.state is RecordState.SAVED
    assert lines(store, villages=("12.75.01",)) == [line]
    assert lines(store, villages=("12.75.02",)) == []


def test_somebody_who_was_entered_twice_is_named_once(store: Store, made: Family) -> None:
    home = save_records(
        store, [Edit("household", {"village_code": VILLAGE, "head_name": "Pak Rahmat"})], today=TODAY, sure=True
    ).ids[0]
    mother = {"household_id": home, "full_name": "Siti Rahma", "sex": "female", "birth_date": date(1998, 4, 3)}
    again = save_records(store, [Edit("person", mother)], today=TODAY, sure=True).ids[0]
    refer(store, again)
    merge_records(store, [made.mother, again], today=TODAY, sure=True)
    (line,) = lines(store)
    assert line.about is not None
    assert line.about.id == min(made.mother, again)


def test_what_was_entered_in_error_is_hidden_with_whoever_it_is_about_and_comes_back(
    store: Store, made: Family
) -> None:
    one = refer(store, made.mother)
    enter_in_error(store, "referral", one, today=TODAY)
    assert lines(store) == []
    assert [line.id for line in register_list(store, REFERRALS)] == [one]
    take_back(store, "referral", one, today=TODAY)
    assert [line.id for line in lines(store)] == [one]
    enter_in_error(store, "person", made.mother, today=TODAY)
    assert lines(store) == []
    assert count_open(store, REFERRALS) == 0


def test_what_was_begun_stands_first_until_it_is_saved_or_dropped(store: Store, made: Family) -> None:
    held, begun = refer(store, made.child), new_id()
    answers = {"person_id": str(made.mother), "reason": "anaemia"}
    keep_draft(store, "referral", begun, answers, {}, typed={"referral_date": "31-02"}, region="")
    first, second = register_list(store, REFERRALS)
    assert (first.id, first.is_draft, first.state) == (begun, True, RecordState.DRAFT)
    assert first.about is not None
    assert first.about.name == "Siti Rahmah"
    assert first.values["referral_date"] == "31-02"
    assert second.id == held
    found = register_record(store, REFERRALS, begun)
    assert found.is_new
    assert found.draft is not None
    assert found.draft.typed == {"referral_date": "31-02"}
    values = {**answers, "referral_date": date(2026, 11, 2), "progress": "open"}
    save_register_record(store, "referral", begun, values, today=TODAY)
    assert not any(line.is_draft for line in register_list(store, REFERRALS))
    assert register_record(store, REFERRALS, begun).draft is None


def test_two_who_answer_one_referral_are_told_of_each_other(store: Store, made: Family) -> None:
    one = refer(store, made.mother)
    shown = register_record(store, REFERRALS, one)
    first = {"progress": "done", "result": "Sudah diperiksa bidan", "result_date": date(2026, 11, 10)}
    save_register_record(store, "referral", one, first, today=TODAY, base=shown.base)
    second = {"progress": "refused", "result": "Tidak mau"}
    with pytest.raises(Objected) as refusal:
        save_register_record(store, "referral", one, second, today=TODAY, base=shown.base)
    assert {(each.field, each.why.code) for each in refusal.value.objections} == {
        ("progress", "rules.changed_meanwhile"),
        ("result", "rules.changed_meanwhile"),
    }
    save_register_record(store, "referral", one, second, today=TODAY, base=shown.base, overwrite=True)
    assert register_record(store, REFERRALS, one).values["progress"] == "refused"


def test_two_laptops_that_answer_one_referral_disagree_until_somebody_chooses(place: Place) -> None:
    supervisor, sari = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(sari, supervisor, VILLAGE)
    made = family(sari.store)
    one = refer(sari.store, made.mother)
    settle((sari, supervisor))
    save_register_record(sari.store, "referral", one, {"progress": "done"}, today=TODAY, sure=True)
    save_register_record(supervisor.store, "referral", one, {"progress": "refused"}, today=TODAY)
    settle((sari, supervisor))
    for device in (sari, supervisor):
        (line,) = lines(device.store)
        assert line.marks["conflict"] == ["progress"]
        assert line.state is RecordState.REPAIR


def test_an_obstacle_is_answered_by_the_supervisor_and_the_answer_comes_back(place: Place) -> None:
    supervisor, sari = place.supervisor("Pak Camat"), place.cadre("Ibu Sari")
    acquaint(sari, supervisor, VILLAGE)
    asked = {
        "village_code": VILLAGE,
        "reported_date": date(2026, 11, 2),
        "category": "supply",
        "description": "Pil Fe habis sejak dua minggu",
        "progress": "open",
    }
    (one,) = save_records(sari.store, [Edit("obstacle", asked)], today=TODAY).ids
    exchange(sari, supervisor)
    answer = {"progress": "resolved", "resolution": "Sudah dikirim", "resolved_date": date(2026, 11, 9)}
    save_register_record(supervisor.store, "obstacle", one, answer, today=TODAY)
    exchange(sari, supervisor)
    (line,) = lines(sari.store, OBSTACLES)
    assert (line.values["progress"], line.values["resolution"]) == ("resolved", "Sudah dikirim")


def test_a_person_of_another_village_is_refused_and_nothing_is_lost(place: Place) -> None:
    supervisor = place.supervisor("Pak Camat")
    made = family(supervisor.store)
    values = {
        "village_code": "12.75.01.1002",
        "session_date": date(2026, 11, 2),
        "topic": "nutrition",
        "person_ids": [str(made.mother)],
    }
    record = new_id()
    keep_draft(supervisor.store, "education_session", record, {"topic": "nutrition"}, {}, region="")
    with pytest.raises(Objected) as refusal:
        save_register_record(supervisor.store, "education_session", record, values, today=TODAY)
    assert [(each.field, each.why.code) for each in refusal.value.objections] == [("person_ids", "rules.other_region")]
    assert register_record(supervisor.store, CLASSES, record).draft is not None


def test_what_nobody_holds_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match=r"repair\.no_record"):
        register_record(store, REFERRALS, new_id())

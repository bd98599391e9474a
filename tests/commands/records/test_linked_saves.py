"""Every way of saving treats linked records as one (docs/architecture.md, "Merge")."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households.end_pregnancy import end_pregnancy
from kpm_desktop.commands.households.household_view import Member, household_view
from kpm_desktop.commands.households.move_out import move_out
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.households.register_birth import register_birth
from kpm_desktop.commands.households.register_pregnancy import register_pregnancy
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.choose_value import choose_value
from kpm_desktop.commands.review.conflict_list import conflict_list
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.groups import as_one
from kpm_desktop.db.journal.journal import Entry, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import VILLAGE, cadre
from tests.support.rival import write_as_rival

WHEN = date(2026, 11, 14)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    assert check_profile(opened).is_sound
    opened.close()


@pytest.fixture
def one(store: Store) -> Family:
    return family(store)


@pytest.fixture
def two(store: Store, one: Family) -> Family:
    """The same family entered twice and merged, person by person; its household stays another one."""
    made = family(store, "Siti Rahma", "A. Fauzi")
    for lead, other in ((one.child, made.child), (one.mother, made.mother)):
        merge_records(store, [lead, other], today=TODAY, sure=True)
    return made


def value(store: Store, kind: str, record: UUID, field: str) -> Any:
    with store.reading() as tx:
        return heads.shown(heads.state_of(tx, kind, segments.region_no(tx, VILLAGE), record)).get(field)


def write(store: Store, kind: str, record: UUID, field: str, said: object) -> None:
    """Somebody who was shown nothing of it writes a value."""
    write_as_rival(store, VILLAGE, kind, record, {field: said})


def codes(caught: pytest.ExceptionInfo[Objected]) -> list[str]:
    return [each.why.code for each in caught.value.objections]


def form(store: Store, household: UUID, kind: str) -> FormSheet:
    (found,) = (each for each in visit_sheet(store, household, MONTH, today=TODAY).forms if each.kind == kind)
    return found


def member(store: Store, household: UUID, sex: str) -> Member:
    (found,) = (each for each in household_view(store, household).members if each.person.sex == sex)
    return found


@pytest.mark.parametrize("through", ["the first", "the second"])
def test_a_correction_is_compared_with_what_is_read(store: Store, one: Family, two: Family, through: str) -> None:
    record = one.child if through == "the first" else two.child
    before = value(store, "person", two.child, "full_name")
    assert correct_record(store, "person", record, {"full_name": "Ahmad Fauzi"}, today=TODAY) == 0
    assert value(store, "person", two.child, "full_name") == before, "what is shown already is no change"
    assert correct_record(store, "person", record, {"full_name": "A. Fauzi"}, today=TODAY) == 1
    for each in (one.child, two.child):
        assert value(store, "person", each, "full_name") == "A. Fauzi"


def test_the_rows_read_are_those_the_group_reads(store: Store, one: Family, two: Family) -> None:
    """What the representative leaves empty comes from the other, whatever their ids."""
    merge_records(store, [two.household, one.household], today=TODAY, sure=True)
    write(store, "household", one.household, "phone", "0812")
    with store.reading() as tx:
        found = as_one(tx, "household", segments.region_no(tx, VILLAGE), one.household)
    assert found.order[0] == two.household
    assert found.shown()["phone"] == "0812"
    assert household_view(store, one.household).household.phone == "0812"


def test_a_draft_asks_when_the_other_entry_was_changed_meanwhile(store: Store, one: Family, two: Family) -> None:
    rows = save_records(
        store,
        [
            Edit("child_visit", {"person_id": each, "month": MONTH, "visit_date": TODAY, "weight_g": 8300})
            for each in (one.child, two.child)
        ],
        today=TODAY,
        sure=True,
    ).ids
    sheet = form(store, one.household, "child_visit")
    keep_draft(store, sheet.kind, sheet.record, {"weight_g": 8500}, {}, region=VILLAGE)
    other = next(each for each in rows if each != sheet.record)
    save_records(store, [Edit("person", {"phone": "0812"}, one.child)], today=TODAY)
    with store.writing() as tx:
        region = segments.region_no(tx, VILLAGE)
        base = {"weight_g": heads.state_of(tx, "child_visit", region, other)["weight_g"].base}
        batch = RecordBatch(tx, settings.read_identity(tx), system_clock)
        batch.add(Entry(VILLAGE, "child_visit", other, {"weight_g": 9100}, base), is_new=False)
        batch.flush()
    with pytest.raises(Objected) as caught:
        save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY)
    assert codes(caught) == ["rules.changed_meanwhile"]
    save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY, overwrite=True)
    assert {value(store, "child_visit", each, "weight_g") for each in rows} == {8500}


def test_a_draft_over_two_rows_is_saved_without_a_question(store: Store, one: Family, two: Family) -> None:
    for each in (one.child, two.child):
        row = {"person_id": each, "month": MONTH, "visit_date": TODAY, "weight_g": 8300}
        save_records(store, [Edit("child_visit", row)], today=TODAY, sure=True)
    sheet = form(store, one.household, "child_visit")
    keep_draft(store, sheet.kind, sheet.record, {"weight_g": 8500}, {}, region=VILLAGE)
    save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY)
    assert form(store, one.household, "child_visit").held["weight_g"] == 8500


def test_a_conflict_of_one_is_a_conflict_of_all(store: Store, one: Family, two: Family) -> None:
    write(store, "person", two.child, "full_name", "Ahmat")
    assert member(store, one.household, "male").marks == {"conflict": ["full_name"]}
    assert member(store, one.household, "male").state is RecordState.REPAIR
    with pytest.raises(Objected) as caught:
        correct_record(store, "person", one.child, {"full_name": "Ahmad"}, today=TODAY)
    assert codes(caught) == ["rules.in_conflict"]
    (conflict,) = (each.conflict for each in conflict_list(store))
    resolve_conflict(store, two.child, "full_name", conflict.choices[0].change)
    for each in (one.child, two.child):
        assert value(store, "person", each, "full_name") == conflict.choices[0].value
    assert conflict_list(store) == []


def test_another_value_is_chosen_for_all(store: Store, one: Family, two: Family) -> None:
    for weight in (3000, 3100):
        write(store, "person", two.child, "birth_weight_g", weight)
    (conflict,) = (each.conflict for each in conflict_list(store))
    choose_value(store, conflict, 3050, today=TODAY)
    assert [value(store, "person", each, "birth_weight_g") for each in (one.child, two.child)] == [3050, 3050]


def test_a_group_is_hidden_whole_and_comes_back(store: Store, one: Family, two: Family) -> None:
    enter_in_error(store, "person", two.child, today=TODAY)
    assert {value(store, "person", each, "status") for each in (one.child, two.child)} == {"entered_in_error"}
    assert member(store, one.household, "male").person.status == "entered_in_error"
    take_back(store, "person", one.child, today=TODAY)
    assert member(store, one.household, "male").person.status == "active"


def test_one_hidden_entry_does_not_hide_the_group(store: Store, one: Family, two: Family) -> None:
    write(store, "person", one.child, "status", "entered_in_error")
    assert member(store, one.household, "male").person.status == "active"
    enter_in_error(store, "person", one.child, today=TODAY)
    assert value(store, "person", two.child, "status") == "entered_in_error"


def test_a_household_moves_out_with_those_who_are_read_in_it(store: Store, one: Family, two: Family) -> None:
    move_out(store, "household", two.household, WHEN, today=TODAY)
    assert member(store, one.household, "male").person.status == "active", "read in the other household"
    merge_records(store, [one.household, two.household], today=TODAY, sure=True)
    move_out(store, "household", two.household, WHEN, today=TODAY)
    for each in (one.child, two.child, one.mother, two.mother):
        assert value(store, "person", each, "status") == "moved_out"
    take_back(store, "household", one.household, today=TODAY)
    assert {value(store, "person", each, "status") for each in (one.child, two.mother)} == {"active"}


def test_a_guardian_is_named_for_the_children_of_either_entry(store: Store, one: Family, two: Family) -> None:
    child = {"household_id": two.household, "full_name": "Rina", "sex": "female", "birth_date": date(2024, 3, 1)}
    (other,) = save_records(store, [Edit("person", {**child, "mother_id": two.mother})], today=TODAY).ids
    assert record_death(store, one.mother, WHEN, guardian="Nenek Salma", today=TODAY) == 2
    assert value(store, "person", other, "guardian_name") == "Nenek Salma"
    assert value(store, "person", two.mother, "status") == "died"


@pytest.mark.parametrize("through", ["the first", "the second"])
def test_nobody_is_pregnant_twice_through_another_entry(store: Store, one: Family, two: Family, through: str) -> None:
    woman = one.mother if through == "the first" else two.mother
    with pytest.raises(Objected) as caught:
        register_pregnancy(store, woman, {"last_menstrual_date": date(2026, 9, 1)}, today=TODAY)
    assert codes(caught) == ["entry.already_pregnant"]
    end_pregnancy(store, two.pregnancy, {"outcome": "miscarriage", "ended_on": date(2026, 8, 1)}, today=TODAY)
    assert value(store, "pregnancy", one.pregnancy, "outcome") == "miscarriage"
    register_pregnancy(store, woman, {"last_menstrual_date": date(2026, 9, 1)}, today=TODAY)


def test_a_birth_is_recorded_once_for_both_entries(store: Store, one: Family, two: Family) -> None:
    birth = {"outcome": "live_birth", "delivery_date": WHEN, "delivery_place": "facility"}
    (child,) = register_birth(store, two.pregnancy, birth, [{"full_name": "Hasan", "sex": "male"}], today=TODAY)
    assert value(store, "pregnancy", one.pregnancy, "outcome") == "live_birth"
    assert value(store, "person", child, "mother_id") == str(one.mother)
    assert value(store, "person", child, "household_id") == str(one.household)
    with pytest.raises(Objected) as caught:
        register_birth(store, one.pregnancy, birth, [{"full_name": "Hasan", "sex": "male"}], today=TODAY)
    assert codes(caught) == ["entry.already_ended"]


def test_one_action_about_two_entries_writes_each_once(store: Store, one: Family, two: Family) -> None:
    edits = [Edit("person", {"phone": "0812"}, each) for each in (one.child, two.child)]
    assert save_records(store, edits, today=TODAY).changes == 2
    with store.reading() as tx:
        for each in (one.child, two.child):
            state = heads.state_of(tx, "person", segments.region_no(tx, VILLAGE), each)["phone"]
            assert len(state.heads) == 1

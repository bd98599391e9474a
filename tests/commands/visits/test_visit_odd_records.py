"""Visits of records that are not as simple as they look: entered twice, disputed, hidden, incomplete, out of reach."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.households.person_history import person_history
from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.profile.check_profile import check_profile
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview
from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.journal import Entry, system_clock
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.identity import derived_id, new_id
from tests.support.family import MONTH, TODAY, Family, family
from tests.support.profiles import VILLAGE, cadre
from tests.support.rival import write_as_rival

DUPLICATE_ENTRY = UUID("ffffffff-0000-7000-8000-000000000001")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    assert check_profile(opened).is_sound
    opened.close()


def child_form(store: Store, household: UUID, month: str = MONTH) -> FormSheet:
    (found,) = (one for one in visit_sheet(store, household, month, today=TODAY).forms if one.kind == "child_visit")
    return found


def row_of(person: UUID, month: str = MONTH) -> UUID:
    found = derived_id("child_visit", {"person_id": str(person), "month": month})
    assert found is not None
    return found


def entered_again(store: Store, made: Family) -> UUID:
    """The same child in a second household, linked with the first entry, which it is read as; gives the household."""
    home = new_id()
    again = {"household_id": home, "full_name": "Ahmad F.", "sex": "male", "birth_date": date(2026, 1, 2)}
    save_records(
        store,
        [
            Edit("household", {"village_code": VILLAGE, "head_name": "Nenek"}, home),
            Edit("person", again, DUPLICATE_ENTRY),
        ],
        today=TODAY,
    )
    return home


def link(store: Store, made: Family) -> None:
    save_records(store, [Edit("person", {"merged_into_id": made.child}, DUPLICATE_ENTRY)], today=TODAY, sure=True)


def rows_for_both(store: Store, made: Family, first: dict[str, Any], second: dict[str, Any]) -> tuple[UUID, UUID]:
    """A monthly row of each entry; linked afterwards, as when two cadres entered the child."""
    entered_again(store, made)
    common = {"month": MONTH, "visit_date": TODAY}
    edits = [
        Edit("child_visit", {"person_id": made.child, **common, **first}),
        Edit("child_visit", {"person_id": DUPLICATE_ENTRY, **common, **second}),
    ]
    one, other = save_records(store, edits, today=TODAY, sure=True).ids
    link(store, made)
    return one, other


def dispute(store: Store, kind: str, record: UUID, field: str, value: object) -> None:
    """Somebody who was shown nothing of it wrote another value."""
    write_as_rival(store, VILLAGE, kind, record, {field: value})


def shown(store: Store, kind: str, record: UUID) -> dict[str, Any]:
    with store.reading() as tx:
        return heads.shown(heads.state_of(tx, kind, segments.region_no(tx, VILLAGE), record))


def test_an_answer_held_by_the_other_entry_alone_can_be_emptied(store: Store) -> None:
    made = family(store)
    rows_for_both(store, made, {}, {"weight_g": 8300})
    sheet = child_form(store, made.household)
    assert sheet.held["weight_g"] == 8300
    keep_draft(store, sheet.kind, sheet.record, {"weight_g": None}, {}, region=VILLAGE)
    save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY)
    assert "weight_g" not in child_form(store, made.household).held


def test_a_conflict_of_the_other_entry_is_shown_and_not_written_over(store: Store) -> None:
    made = family(store)
    _, other = rows_for_both(store, made, {}, {"weight_g": 8300})
    dispute(store, "child_visit", other, "weight_g", 8900)
    sheet = child_form(store, made.household)
    assert sheet.marks == {"conflict": ["weight_g"]}
    keep_draft(store, sheet.kind, sheet.record, {"weight_g": 8000}, {}, region=VILLAGE)
    with pytest.raises(Objected) as caught:
        save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY, overwrite=True)
    assert [one.why.code for one in caught.value.objections] == ["rules.in_conflict"]


def test_a_draft_begun_before_the_entries_were_linked_is_found_again(store: Store) -> None:
    made = family(store)
    home = entered_again(store, made)
    sheet = child_form(store, home)
    first = {**sheet.key, "month": MONTH, "visit_date": "2026-11-18"}
    keep_draft(store, sheet.kind, sheet.record, {**first, "weight_g": 8400}, {}, region=VILLAGE)
    link(store, made)
    found = child_form(store, made.household)
    assert found.draft is not None
    assert found.draft.answers["weight_g"] == 8400
    assert [row.is_draft for row in target_list(store, MONTH, today=TODAY).due if row.kind == "child"] == [True]
    save_visit(store, [(found.kind, found.record)], region=VILLAGE, today=TODAY)
    assert child_form(store, made.household).held["weight_g"] == 8400
    with store.reading() as tx:
        assert drafts.of_user(tx, store.user) == []


def test_a_draft_meets_the_row_the_other_entry_brought(store: Store) -> None:
    made = family(store)
    sheet = child_form(store, made.household)
    first = {**sheet.key, "month": MONTH, "visit_date": "2026-11-18"}
    keep_draft(store, sheet.kind, sheet.record, {**first, "weight_g": 8400, "vitamin_a": True}, {}, region=VILLAGE)
    entered_again(store, made)
    brought = {"person_id": DUPLICATE_ENTRY, "month": MONTH, "visit_date": date(2026, 11, 10), "weight_g": 8300}
    save_records(store, [Edit("child_visit", brought)], today=TODAY, sure=True)
    link(store, made)
    found = child_form(store, made.household)
    assert found.draft is not None
    assert found.draft.answers["weight_g"] == 8400
    with pytest.raises(Objected):
        save_visit(store, [(found.kind, found.record)], region=VILLAGE, today=TODAY)
    save_visit(store, [(found.kind, found.record)], region=VILLAGE, today=TODAY, overwrite=True)
    held = child_form(store, made.household).held
    assert (held["weight_g"], held["vitamin_a"]) == (8400, True)


def test_a_checklist_entered_in_error_can_be_filled_in_anew(store: Store) -> None:
    made = family(store)
    key = {"person_id": made.child, "month": MONTH, "visit_date": TODAY}
    record = save_records(store, [Edit("child_visit", {**key, "weight_g": 3000})], today=TODAY, sure=True).ids[0]
    enter_in_error(store, "child_visit", record, today=TODAY)
    sheet = child_form(store, made.household)
    assert sheet.held == {}
    first = {**sheet.key, "month": MONTH, "visit_date": "2026-11-19"}
    keep_draft(store, sheet.kind, sheet.record, {**first, "is_stunted": False}, {}, region=VILLAGE)
    save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY)
    held = child_form(store, made.household).held
    assert held["is_stunted"] is False
    assert "weight_g" not in held, "what was entered in error does not come back unseen"


def test_what_breaks_a_rule_can_still_be_entered_in_error_and_taken_back(store: Store) -> None:
    made = family(store)
    dispute(store, "child_visit", row_of(made.child, "2026-10"), "was_weighed", False)
    record = row_of(made.child, "2026-10")
    with store.writing() as tx:
        region = segments.region_no(tx, VILLAGE)
        base = {"was_weighed": heads.state_of(tx, "child_visit", region, record)["was_weighed"].base}
        batch = RecordBatch(tx, settings.read_identity(tx), system_clock)
        batch.add(Entry(VILLAGE, "child_visit", record, {"was_weighed": False}, base), is_new=False)
        batch.flush()
    enter_in_error(store, "child_visit", record, today=TODAY)
    assert shown(store, "child_visit", record)["status"] == "entered_in_error"
    take_back(store, "child_visit", record, today=TODAY)
    assert shown(store, "child_visit", record)["status"] == "active"


def test_an_incomplete_record_can_be_entered_in_error(store: Store) -> None:
    made = family(store)
    record = new_id()
    with store.writing() as tx:
        batch = RecordBatch(tx, settings.read_identity(tx), system_clock)
        batch.add(Entry(VILLAGE, "person", record, {"household_id": str(made.household), "sex": "male"}), is_new=True)
        batch.flush()
    enter_in_error(store, "person", record, today=TODAY)
    assert shown(store, "person", record)["status"] == "entered_in_error"


def test_a_draft_kept_once_more_after_it_was_saved_is_none(store: Store) -> None:
    """Leaving while the visit is being saved hands the same answers over again."""
    made = family(store)
    sheet = child_form(store, made.household)
    answers = {**sheet.key, "month": MONTH, "visit_date": "2026-11-19", "weight_g": 8400}
    keep_draft(store, sheet.kind, sheet.record, answers, {}, region=VILLAGE)
    save_visit(store, [(sheet.kind, sheet.record)], region=VILLAGE, today=TODAY)
    keep_draft(store, sheet.kind, sheet.record, answers, {}, region=VILLAGE)
    assert child_form(store, made.household).draft is None


def test_an_objection_names_the_record_it_was_given(store: Store) -> None:
    made = family(store)
    sheet = child_form(store, made.household)
    keep_draft(
        store, sheet.kind, sheet.record, {**sheet.key, "month": MONTH, "visit_date": "2026-10-19"}, {}, region=VILLAGE
    )
    with pytest.raises(Objected) as caught:
        save_visit(store, [("child_visit", new_id()), (sheet.kind, sheet.record)], region=VILLAGE, today=TODAY)
    assert [one.record for one in caught.value.objections] == [1]


def test_a_form_that_names_every_field_changes_only_what_differs_in_a_group(store: Store) -> None:
    made = family(store)
    entered_again(store, made)
    link(store, made)
    before = shown(store, "person", DUPLICATE_ENTRY)
    correct_record(store, "person", made.child, {"full_name": "Ahmad Fauzi", "sex": "male"}, today=TODAY, sure=True)
    assert shown(store, "person", DUPLICATE_ENTRY) == before


@pytest.mark.parametrize("hidden", ["person", "household"])
def test_a_draft_of_somebody_entered_in_error_is_still_told_of(store: Store, hidden: str) -> None:
    made = family(store)
    sheet = child_form(store, made.household)
    keep_draft(
        store, sheet.kind, sheet.record, {**sheet.key, "month": MONTH, "visit_date": "2026-11-19"}, {}, region=VILLAGE
    )
    enter_in_error(store, hidden, made.child if hidden == "person" else made.household, today=TODAY)
    (waiting,) = (one for one in delivery_overview(store).waiting if one.state is RecordState.DRAFT)
    assert (waiting.name, waiting.month, waiting.person) == ("Ahmad Fauzi", MONTH, made.child)
    assert any(one.state is RecordState.DRAFT for one in person_history(store, made.child).entries)

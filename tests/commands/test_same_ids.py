"""Every command that is given a record reads and changes the one of the region it is given, whatever else bears its id;
who says no region is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.commands.growth.child_growth import child_growth
from kpm_desktop.commands.households.assign_households import assign_households
from kpm_desktop.commands.households.end_assignment import end_assignment
from kpm_desktop.commands.households.end_pregnancy import end_pregnancy
from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.move_out import move_out
from kpm_desktop.commands.households.person_history import person_history, record_history
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.households.register_birth import register_birth
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.households.register_pregnancy import register_pregnancy
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.commands.questions.answer_comment import answer_comment
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import comment_thread
from kpm_desktop.commands.questions.comment_on import comment_on
from kpm_desktop.commands.questions.keep_answer import begun_answer, keep_answer
from kpm_desktop.commands.records.begun_forms import BegunPart, begun_forms, correction_id, keep_form
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.commands.records.enter_in_error import enter_in_error, take_back
from kpm_desktop.commands.registers.register_record import register_record, save_register_record
from kpm_desktop.commands.review.confirm_finding import Doubt, confirm_findings, take_back_answers
from kpm_desktop.commands.review.mark_distinct import mark_distinct
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.review.merge_view import merge_candidates, merge_view
from kpm_desktop.commands.review.merged_entries import merged_entries
from kpm_desktop.commands.review.note_move import note_move
from kpm_desktop.commands.review.repair_value import repair_value, repair_view
from kpm_desktop.commands.review.resolve_conflict import resolve_conflict
from kpm_desktop.commands.review.unmerge_record import unmerge_record
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview
from kpm_desktop.commands.visits.keep_draft import drop_draft, keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.commands.visits.visit_sheet import visit_sheet
from kpm_desktop.db.journal.conflicts import conflicts
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Refused
from kpm_desktop.domain.registers.catalogue import REGISTERS
from tests.support.devices import NOON, Device, Place
from tests.support.two_villages import (
    CHILD,
    FALSE,
    HOME,
    MOTHER,
    POST,
    PREGNANCY,
    QUESTION,
    REFERRAL,
    SECOND,
    TRUE,
    disputed,
    two_villages,
    visit_of,
)

TODAY = NOON.date()
REFERRALS = REGISTERS["referral"]
BOTH = pytest.mark.parametrize(("region", "tag"), [(TRUE, "Asli"), (FALSE, "Palsu")])
Read = Callable[[Store, str], Any]


@pytest.fixture
def rina(place: Place) -> Device:
    return two_villages(place)


#: What each command shows of a record, with the name of its village in it.
READS: dict[str, Read] = {
    "household": lambda store, region: household_view(store, HOME, region=region).household.head_name,
    "posyandu": lambda store, region: household_view(store, HOME, region=region).names.posyandu[0][1],
    "questions": lambda store, region: household_view(store, HOME, region=region).questions[0].question.text,
    "visit": lambda store, region: visit_sheet(store, HOME, "2025-06", region=region, today=TODAY).household.head_name,
    "doses": lambda store, region: dose_sheet(store, CHILD, region=region).person.full_name,
    "person": lambda store, region: person_history(store, CHILD, region=region).names[str(MOTHER)],
    "growth": lambda store, region: child_growth(store, CHILD, region=region).mother,
    "record": lambda store, region: record_history(store, "posyandu", POST, region=region).about,
    "register": lambda store, region: register_record(store, REFERRALS, REFERRAL, region=region).people[0].name,
    "thread": lambda store, region: comment_thread(store, QUESTION, region=region),
    "candidates": lambda store, region: merge_candidates(store, CHILD, region=region).own.name,
    "merge": lambda store, region: merge_view(store, CHILD, SECOND, region=region).lines,
    "entries": lambda store, region: merged_entries(store, CHILD, region=region)[0].name,
}


@pytest.mark.parametrize("name", READS)
def test_it_is_read_where_it_is_meant(rina: Device, name: str) -> None:
    assert "Asli" in str(READS[name](rina.store, TRUE))
    assert "Palsu" in str(READS[name](rina.store, FALSE))
    assert "Palsu" not in str(READS[name](rina.store, TRUE))
    with pytest.raises(Refused, match=r"repair\.several_regions"):
        READS[name](rina.store, "")


def _distinct(store: Store, region: str) -> None:
    mark_distinct(store, CHILD, SECOND, region=region, other_region=region, today=TODAY)


def _confirm(store: Store, region: str) -> None:
    answers = confirm_findings(store, [Doubt(region, "person", CHILD, "rules.x")], today=TODAY)
    take_back_answers(store, answers, today=TODAY)


def _merge(store: Store, region: str) -> None:
    merge_records(store, [CHILD, SECOND], region=region, today=TODAY, sure=True)
    unmerge_record(store, SECOND, region=region, today=TODAY)


def _take_back(store: Store, region: str) -> None:
    move_out(store, "household", HOME, date(2025, 6, 20), region=region, today=TODAY, sure=True)
    take_back(store, "household", HOME, region=region, today=TODAY)


def _visit(store: Store, region: str) -> None:
    record = visit_of(CHILD)
    keep_draft(store, "child_visit", record, {"weight_g": 8500}, {}, region=region)
    save_visit(store, [("child_visit", record)], region=region, today=TODAY)


def _assign(store: Store, region: str) -> None:
    helper = UUID(int=99)
    values = {"full_name": "Ibu Wati", "role": "kpm", "village_code": region, "started_on": "2025-01-01"}
    save_register_record(store, "cadre", helper, values, today=TODAY, sure=True)
    assign_households(store, [HOME], str(helper), region=region, today=TODAY)


BIRTH = {"outcome": "live_birth", "delivery_date": "2025-06-30", "delivery_place": "puskesmas"}
BABY = {"full_name": "Rafi", "sex": "male"}
GIRL = {"full_name": "Dewi", "sex": "female", "birth_date": "2024-01-02"}
ENDED = {"outcome": "miscarriage", "ended_on": date(2025, 6, 1)}
GONE = date(2025, 6, 20)

WRITES: dict[str, Callable[[Store, str], object]] = {
    "correct": lambda s, r: correct_record(s, "person", CHILD, {"phone": "0812"}, region=r, today=TODAY),
    "error": lambda s, r: enter_in_error(s, "person", CHILD, region=r, today=TODAY),
    "moved": lambda s, r: move_out(s, "household", HOME, GONE, region=r, today=TODAY, sure=True),
    "back": _take_back,
    "died": lambda s, r: record_death(s, MOTHER, GONE, guardian="Nenek", region=r, today=TODAY, sure=True),
    "birth": lambda s, r: register_birth(s, PREGNANCY, BIRTH, [BABY], region=r, today=TODAY, sure=True),
    "ended": lambda s, r: end_pregnancy(s, PREGNANCY, ENDED, region=r, today=TODAY, sure=True),
    "somebody": lambda s, r: register_person(s, HOME, GIRL, region=r, today=TODAY, sure=True),
    "register": lambda s, r: save_register_record(s, "referral", REFERRAL, {"result": "sehat"}, region=r, today=TODAY),
    "ask": lambda s, r: comment_on(s, "person", CHILD, "Mengapa?", region=r, today=TODAY),
    "answer": lambda s, r: answer_comment(s, QUESTION, "Karena.", region=r, today=TODAY),
    "close": lambda s, r: close_comment(s, QUESTION, region=r, today=TODAY),
    "merge": _merge,
    "distinct": _distinct,
    "confirm": _confirm,
    "visit": _visit,
    "assign": _assign,
}


def changed(store: Store) -> set[str]:
    """The regions this laptop has written in since its first changes."""
    with store.reading() as tx:
        rows = tx.exec_driver_sql(
            "SELECT r.code, count(*) FROM change c JOIN region r ON r.no = c.region_no GROUP BY r.code"
        ).all()
    return {f"{code} {count}" for code, count in rows}


@pytest.mark.parametrize("name", WRITES)
@BOTH
def test_it_is_changed_where_it_is_meant(rina: Device, name: str, region: str, tag: str) -> None:
    before = changed(rina.store)
    WRITES[name](rina.store, region)
    grown = {one.split()[0] for one in changed(rina.store) - before}
    assert grown == {region}, tag


@pytest.mark.parametrize("name", [name for name in WRITES if name not in ("confirm", "visit", "assign")])
def test_nobody_guesses_where(rina: Device, name: str) -> None:
    before = changed(rina.store)
    with pytest.raises((Refused, Objected)) as caught:
        WRITES[name](rina.store, "")
    assert "several_regions" in str(caught.value.reasons)
    assert changed(rina.store) == before


@BOTH
def test_a_woman_is_pregnant_in_one_of_them(rina: Device, region: str, tag: str) -> None:
    end_pregnancy(rina.store, PREGNANCY, ENDED, region=region, today=TODAY, sure=True)
    told = {"last_menstrual_date": "2025-06-05"}
    register_pregnancy(rina.store, MOTHER, told, region=region, today=TODAY, sure=True)
    other = FALSE if region == TRUE else TRUE
    with pytest.raises(Objected) as caught:
        register_pregnancy(rina.store, MOTHER, told, region=other, today=TODAY, sure=True)
    assert [one.why.code for one in caught.value.objections] == ["entry.already_pregnant"], tag


@BOTH
def test_a_task_is_ended_where_it_is(rina: Device, region: str, tag: str) -> None:
    task = UUID(int=50)
    for code in (TRUE, FALSE):
        rina.save(UUID(int=51), {"village_code": code, "full_name": "Ibu Wati", "role": "kpm"}, "cadre", code)
        values = {"household_id": str(HOME), "cadre_id": str(UUID(int=51)), "from_date": "2025-01-01"}
        rina.save(task, values, "assignment", code)
    end_assignment(rina.store, task, region=region, today=TODAY)
    ended = {code: "to_date" in rina.shown(task, "assignment", code) for code in (TRUE, FALSE)}
    assert ended == {code: code == region for code in (TRUE, FALSE)}, tag


def test_somebody_moves_from_one_copy_to_the_other(rina: Device) -> None:
    note_move(rina.store, CHILD, SECOND, GONE, region=TRUE, other_region=FALSE, today=TODAY, sure=True)
    assert rina.shown(CHILD, "person", TRUE)["status"] == "moved_out"
    assert "status" not in rina.shown(CHILD, "person", FALSE)
    assert rina.shown(SECOND, "person", FALSE)["moved_from_id"] == str(CHILD)


def test_drafts_stand_beside_their_own_record(rina: Device) -> None:
    """Two drafts of one id, one for each village; dropping one leaves the other."""
    store, record = rina.store, visit_of(CHILD)
    for region, weight in ((TRUE, 8500), (FALSE, 9500)):
        keep_draft(store, "child_visit", record, {"weight_g": weight}, {}, region=region)
        keep_answer(store, QUESTION, region, region=region)
        part = BegunPart("person", {"phone": "0812"}, {}, about=CHILD, region=region)
        keep_form(store, "change", correction_id("change", region, CHILD), [part])
    assert _drafted(store) == {TRUE: 8500, FALSE: 9500}
    assert {begun_answer(store, QUESTION, region=region) for region in (TRUE, FALSE)} == {TRUE, FALSE}
    assert {(one.region, one.name) for one in begun_forms(store)} == {(TRUE, "Ahmad Asli"), (FALSE, "Ahmad Palsu")}
    waiting = {(one.region, one.name) for one in delivery_overview(store).waiting if one.state.value == "draft"}
    assert waiting == {(TRUE, "Ahmad Asli"), (FALSE, "Ahmad Palsu")}
    drop_draft(store, "child_visit", record, region=FALSE)
    assert _drafted(store) == {TRUE: 8500, FALSE: None}


def _drafted(store: Store) -> dict[str, object]:
    found: dict[str, object] = {}
    for region in (TRUE, FALSE):
        sheet = visit_sheet(store, HOME, "2025-06", region=region, today=TODAY)
        form = next(one for one in sheet.forms if one.record == visit_of(CHILD))
        found[region] = form.draft.answers["weight_g"] if form.draft is not None else None
    return found


@BOTH
def test_a_conflict_is_closed_where_it_is(rina: Device, region: str, tag: str) -> None:
    disputed(rina, "household", HOME, rt="2")
    with rina.store.reading() as tx:
        found = {one.region: one for one in conflicts(tx) if one.field == "rt"}
    assert set(found) == {TRUE, FALSE}, tag
    change = found[region].choices[0].change
    with pytest.raises(Refused, match=r"repair\.several_regions"):
        resolve_conflict(rina.store, HOME, "rt", change)
    resolve_conflict(rina.store, HOME, "rt", change, region=region)
    with rina.store.reading() as tx:
        assert [one.region for one in conflicts(tx) if one.field == "rt"] == [FALSE if region == TRUE else TRUE]


@BOTH
def test_a_value_is_repaired_where_it_is(rina: Device, region: str, tag: str) -> None:
    disputed(rina, "household", HOME, rw="1" * 50)
    assert {repair_view(rina.store, HOME, "rw", region=code).repair.withheld.region for code in (TRUE, FALSE)} == {
        TRUE,
        FALSE,
    }, tag
    with pytest.raises(Refused, match=r"repair\.several_regions"):
        repair_value(rina.store, HOME, "rw", "3", today=TODAY)
    repair_value(rina.store, HOME, "rw", "3", region=region, today=TODAY)
    assert {code for code in (TRUE, FALSE) if rina.shown(HOME, region=code).get("rw") == "3"} == {region}

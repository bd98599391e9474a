"""What is read of a child's doses, and how they are saved: drafts, doubts that are believed, others' work, linked
children."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kpm_desktop.commands.immunization.dose_entries import KIND, DoseEntry
from kpm_desktop.commands.immunization.dose_sheet import dose_sheet
from kpm_desktop.commands.records.enter_in_error import enter_in_error
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.review.confirm_finding import Doubt, confirm_findings
from kpm_desktop.commands.review.merge_records import merge_records
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Refused
from kpm_desktop.domain.records.identity import new_id
from tests.support.family import TODAY, Family, family
from tests.support.profiles import VILLAGE, cadre
from tests.support.rival import write_as_rival


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = cadre(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def made(store: Store) -> Family:
    return family(store)


def give(store: Store, made: Family, vaccine: str, number: int, day: date | None) -> None:
    values = {"person_id": made.child, "vaccine": vaccine, "dose": number, "given_date": day}
    save_records(store, [Edit(KIND, values)], today=TODAY, sure=True)


def entry(store: Store, made: Family, vaccine: str = "MR", number: int = 1) -> DoseEntry:
    sheet = dose_sheet(store, made.child)
    return next(one for one in sheet.entries if (one.vaccine, one.dose) == (vaccine, number))


def draft(store: Store, made: Family, day: str | None, *, confirmed: str = "", typed: str = "") -> DoseEntry:
    found = entry(store, made)
    key = {} if found.held else {"person_id": str(made.child), "vaccine": "MR", "dose": 1}
    answers = key if typed else {**key, "given_date": day}
    texts = {"given_date": typed} if typed else {}
    keep_draft(
        store, KIND, found.record, answers, {confirmed: "dilihat"} if confirmed else {}, region=VILLAGE, typed=texts
    )
    return found


def test_every_dose_of_the_schedule_is_there_with_what_is_held_and_begun(store: Store, made: Family) -> None:
    give(store, made, "BCG", 1, date(2026, 2, 4))
    give(store, made, "OPV", 5, date(2026, 9, 4))
    draft(store, made, "2026-10-05")
    sheet = dose_sheet(store, made.child)
    found = {(one.vaccine, one.dose): one for one in sheet.entries}
    assert len(found) == 22  # twenty of the schedule, JE, and a fifth OPV the schedule does not have
    assert found["BCG", 1].held is not None and found["BCG", 1].held.given_date == date(2026, 2, 4)
    assert found["OPV", 5].held is not None
    begun = found["MR", 1].draft
    assert begun is not None and begun.answers["given_date"] == "2026-10-05"
    assert (sheet.mother, sheet.household and sheet.household.head_name) == ("Siti Rahmah", "Pak Rahmat")


def test_a_third_ipv_is_asked_of_older_children_alone(store: Store, made: Family) -> None:
    older = {"household_id": made.household, "full_name": "Kakak", "sex": "female", "birth_date": date(2023, 5, 2)}
    id = save_records(store, [Edit("person", older)], today=TODAY).ids[0]
    doses = {(one.vaccine, one.dose) for one in dose_sheet(store, id).entries}
    assert ("IPV", 3) in doses
    assert ("IPV", 3) not in {(one.vaccine, one.dose) for one in dose_sheet(store, made.child).entries}


def test_a_dose_is_saved_once_however_often_it_is_entered(store: Store, made: Family) -> None:
    for day in ("2026-10-05", "2026-10-06"):
        record = draft(store, made, day).record
        save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY)
    held = entry(store, made).held
    assert held is not None and held.given_date == date(2026, 10, 6)
    assert entry(store, made).draft is None
    assert sum(one.held is not None for one in dose_sheet(store, made.child).entries) == 1


@pytest.mark.parametrize("day", ["2026-01-01", "2026-11-20"], ids=["before the birth", "tomorrow"])
def test_a_day_that_cannot_be_is_refused_with_its_limit(store: Store, made: Family, day: str) -> None:
    record = draft(store, made, day).record
    with pytest.raises(Objected) as refusal:
        save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY)
    why = refusal.value.objections[0].why
    assert (refusal.value.objections[0].field, str(why.params["value"])) == ("given_date", day)
    assert str(why.params["limit"]) in ("2026-01-02", "2026-11-19")
    assert entry(store, made).draft is not None


def test_nothing_is_saved_beside_what_nobody_understood(store: Store, made: Family) -> None:
    record = draft(store, made, None, typed="31-02").record
    with pytest.raises(Objected):
        save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY)
    kept = entry(store, made).draft
    assert kept is not None and kept.typed == {"given_date": "31-02"}


def test_what_somebody_believes_is_kept_with_the_dose(store: Store, made: Family) -> None:
    record = draft(store, made, "2026-05-05", confirmed="too_young").record
    save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY)
    assert entry(store, made).confirmed == {"too_young"}
    confirm_findings(store, [Doubt(VILLAGE, KIND, record, "doses.not_after")], today=TODAY)
    assert entry(store, made).confirmed == {"too_young", "not_after"}


def test_what_another_laptop_recorded_meanwhile_is_told_before_it_is_written_over(store: Store, made: Family) -> None:
    record = draft(store, made, "2026-10-05").record
    values = {"person_id": str(made.child), "vaccine": "MR", "dose": 1, "given_date": "2026-10-07"}
    write_as_rival(store, VILLAGE, KIND, record, values)
    with pytest.raises(Objected) as refusal:
        save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY)
    assert {one.why.code for one in refusal.value.objections} == {"rules.changed_meanwhile"}
    found = entry(store, made)
    assert found.held is not None and found.held.given_date == date(2026, 10, 7)
    save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY, overwrite=True)
    found = entry(store, made)
    assert found.held is not None and found.held.given_date == date(2026, 10, 5)


def test_two_days_of_two_people_are_disputed(store: Store, made: Family) -> None:
    give(store, made, "MR", 1, date(2026, 10, 5))
    assert not entry(store, made).is_disputed
    write_as_rival(store, VILLAGE, KIND, entry(store, made).record, {"given_date": "2026-10-07"})
    assert entry(store, made).is_disputed


def test_what_was_entered_in_error_comes_back_as_it_is_entered_now(store: Store, made: Family) -> None:
    give(store, made, "MR", 1, date(2026, 10, 5))
    record = entry(store, made).record
    enter_in_error(store, KIND, record, region=VILLAGE, today=TODAY)
    assert (entry(store, made).held, entry(store, made).record) == (None, record)
    draft(store, made, "2026-10-12")
    save_visit(store, [(KIND, record)], region=VILLAGE, today=TODAY)
    found = entry(store, made).held
    assert found is not None and found.given_date == date(2026, 10, 12)


def test_drafts_of_a_child_that_was_entered_twice_come_together(store: Store, made: Family) -> None:
    twice = new_id()
    values = {"household_id": made.household, "full_name": "Ahmad Fauzi", "sex": "male", "birth_date": date(2026, 1, 2)}
    save_records(store, [Edit("person", values, twice)], today=TODAY, sure=True)
    other = next(one for one in dose_sheet(store, twice).entries if (one.vaccine, one.dose) == ("MR", 1))
    answers = {"person_id": str(twice), "vaccine": "MR", "dose": 1, "given_date": "2026-10-05"}
    keep_draft(store, KIND, other.record, answers, {}, region=VILLAGE)
    merge_records(store, [twice, made.child], region=VILLAGE, today=TODAY, sure=True)
    for person in (twice, made.child):
        found = next(one for one in dose_sheet(store, person).entries if (one.vaccine, one.dose) == ("MR", 1))
        assert found.draft is not None
        assert (found.draft.id, found.draft.answers["given_date"]) == (found.record, "2026-10-05")


def test_who_is_not_held_has_no_doses(store: Store) -> None:
    with pytest.raises(Refused):
        dose_sheet(store, new_id())

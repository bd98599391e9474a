"""What is typed into a form of a household or person is kept at once, and is gone in the transaction that saves it."""

from datetime import date
from pathlib import Path

import pytest

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.person_history import person_history
from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.households.register_household import register_household
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.records.begun_forms import (
    Begun,
    BegunPart,
    begun_forms,
    begun_in,
    correction_id,
    drop_form,
    keep_form,
)
from kpm_desktop.commands.records.correct_record import correct_record
from kpm_desktop.commands.records.record_states import RecordState, record_states
from kpm_desktop.commands.supervision.delivery_overview import delivery_overview
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.identity import new_id
from tests.support.family import Family, family
from tests.support.profiles import VILLAGE, cadre

TODAY = date(2026, 11, 19)
WOMAN = {"full_name": "Dewi", "birth_date": "1998-04-03"}


def test_a_form_of_two_records_is_one_and_goes_when_it_is_saved(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        home = register_household(store, {"village_code": VILLAGE, "head_name": "Amir"}, today=TODAY)
        record = new_id()
        person = BegunPart("person", WOMAN, {"nik": "12"}, {"household_id": str(home)})
        keep_form(store, "pregnant", record, [person, BegunPart("pregnancy", {"gravida": 2}, {})])
        (found,) = begun_in(store, "pregnant", {home})
        assert (found.record, found.name) == (record, "Dewi")
        first, second = found.parts
        assert first is not None
        assert first.typed == {"nik": "12"}
        assert second is not None
        assert second.answers == {"gravida": 2}
        drafted = [key for key, state in record_states(store).waiting if state is RecordState.DRAFT]
        assert drafted == [(0, "person", record)]
        assert begun_in(store, "pregnant", {new_id()}) == []
        with pytest.raises(Objected):
            register_person(store, home, {"full_name": "Dewi"}, today=TODAY, begun=Begun(record))
        assert len(begun_forms(store)) == 1
        whose = register_person(store, home, {**WOMAN, "sex": "female"}, today=TODAY, sure=True, begun=Begun(record))
        assert whose == record
        assert begun_forms(store) == []


def test_what_is_emptied_or_dropped_is_gone(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        around = {"household_id": str(new_id())}
        one, other = new_id(), new_id()
        for record in (one, other):
            keep_form(store, "child", record, [BegunPart("person", {"full_name": "Budi"}, {}, around)])
        keep_form(store, "child", one, [BegunPart("person", {}, {}, around)])
        assert [found.record for found in begun_forms(store)] == [other]
        drop_form(store, other)
        assert begun_forms(store) == []


def family_with_corrections(store: Store) -> tuple[Family, Begun, Begun]:
    """The mother's name and her death, both begun and not saved."""
    made = family(store)
    view = household_view(store, made.household)
    base = next(one.base[made.mother] for one in view.members if one.person.id == made.mother)
    forms = []
    for form, answers in (("change", {"full_name": "Siti Aminah"}), ("died", {"status_date": "2026-11-02"})):
        record = correction_id(form, VILLAGE, made.mother)
        keep_form(store, form, record, [BegunPart("person", answers, {}, about=made.mother, base=base, region=VILLAGE)])
        forms.append(Begun(record, {"person": base}))
    return made, forms[0], forms[1]


def test_two_corrections_of_one_person_stand_by_themselves(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        made, change, died = family_with_corrections(store)
        found = begun_forms(store)
        assert {(one.form, one.name, one.person, one.household) for one in found} == {
            (form, "Siti Rahmah", made.mother, made.household) for form in ("change", "died")
        }
        with store.reading() as tx:
            region_no, _ = held_at(tx, "person", made.mother)
        assert record_states(store).of(region_no, "person", made.mother) is RecordState.DRAFT
        drafted = [one for one in delivery_overview(store).waiting if one.state is RecordState.DRAFT]
        assert [(one.id, one.name) for one in drafted] == [(made.mother, "Siti Rahmah")]
        entries = [one for one in person_history(store, made.mother).entries if one.begun is not None]
        assert {(one.begun, one.record) for one in entries} == {(one.record, made.mother) for one in (change, died)}
        correct_record(store, "person", made.mother, {"full_name": "Siti Aminah"}, today=TODAY, begun=change)
        assert [one.record for one in begun_forms(store)] == [died.record]
        record_death(store, made.mother, date(2026, 11, 2), today=TODAY, sure=True, begun=died)
        assert begun_forms(store) == []


def test_what_changed_since_a_correction_began_is_asked_about(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        made, change, _ = family_with_corrections(store)
        correct_record(store, "person", made.mother, {"full_name": "Sitti Rahmah"}, today=TODAY)
        now = household_view(store, made.household).members[0].base[made.mother]
        opened_again = Begun(change.record, {"person": now})
        with pytest.raises(Objected) as caught:
            correct_record(store, "person", made.mother, {"full_name": "Siti Aminah"}, today=TODAY, begun=opened_again)
        assert [one.why.code for one in caught.value.objections] == ["rules.changed_meanwhile"]
        assert change.record in [one.record for one in begun_forms(store)]
        mine = Begun(change.record, overwrite=True)
        correct_record(store, "person", made.mother, {"full_name": "Siti Aminah"}, today=TODAY, begun=mine)
        assert change.record not in [one.record for one in begun_forms(store)]


def test_a_part_that_is_taken_out_is_gone_from_the_draft(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        made = family(store)
        record = correction_id("birth", VILLAGE, made.pregnancy)
        birth = BegunPart("pregnancy", {"delivery_date": "2026-11-18"}, {}, about=made.pregnancy, region=VILLAGE)
        babies = [BegunPart("person", {"full_name": name}, {}) for name in ("Hasan", "Husin", "Husna")]
        keep_form(store, "birth", record, [birth, *babies])
        keep_form(store, "birth", record, [birth, babies[0], babies[2]])
        (found,) = begun_forms(store)
        names = [part.answers.get("full_name") for part in found.parts if part is not None]
        assert names == [None, "Hasan", "Husna"]
        drop_form(store, record)
        assert begun_forms(store) == []


def test_what_is_about_nobody_who_is_held_leads_nowhere(tmp_path: Path) -> None:
    with cadre(tmp_path) as store:
        whose = new_id()
        part = BegunPart("person", {"phone": "0812"}, {}, about=whose, region=VILLAGE)
        keep_form(store, "change", correction_id("change", VILLAGE, whose), [part])
        assert [one.leads_on for one in begun_forms(store)] == [False]

"""What is typed into a form of somebody new is kept at once, and is gone in the transaction that saves it."""

from datetime import date
from pathlib import Path

import pytest

from kpm_desktop.commands.records.begun_forms import (
    Begun,
    BegunPart,
    begun_in,
    begun_forms,
    drop_form,
    keep_form,
)
from kpm_desktop.commands.households.register_household import register_household
from kpm_desktop.commands.households.register_person import register_person
from kpm_desktop.commands.records.record_states import RecordState, record_states
from kpm_desktop.domain.errors import Objected
from kpm_desktop.domain.records.identity import new_id
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
        drafted = [key for *key, state in record_states(store).waiting if state is RecordState.DRAFT]
        assert drafted == [["person", record]]
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

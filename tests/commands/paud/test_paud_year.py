"""Form 2C of a year: who is asked of in which month (two to six years; K1, form 2C)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from kpm_desktop.commands.households.record_death import record_death
from kpm_desktop.commands.paud.paud_year import KIND, PaudRow, paud_year
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id
from tests.support.family import TODAY
from tests.support.profiles import VILLAGE, cadre


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with cadre(tmp_path) as made:
        yield made


def child(store: Store, name: str, born: date) -> UUID:
    home, made = new_id(), new_id()
    person = {"household_id": home, "full_name": name, "sex": "female", "birth_date": born}
    house = {"village_code": VILLAGE, "head_name": f"Bapak {name}"}
    save_records(store, [Edit("household", house, home), Edit("person", person, made)], today=TODAY, sure=True)
    return made


def rows(store: Store) -> dict[str, PaudRow]:
    return {row.person.full_name: row for row in paud_year(store, year=TODAY.year, on=TODAY).rows}


def test_a_child_is_asked_of_from_its_second_birthday_on(store: Store) -> None:
    child(store, "Ayu", date(2024, 9, 20))
    child(store, "Bayi", date(2025, 1, 5))
    child(store, "Dewi", date(2022, 5, 1))
    found = rows(store)
    assert sorted(found) == ["Ayu", "Dewi"]
    assert list(found["Ayu"].cells) == ["2026-09", "2026-10", "2026-11"]
    assert len(found["Dewi"].cells) == 11, "months that have not begun are not asked"
    assert (found["Ayu"].is_of_class, found["Dewi"].is_of_class) == (False, True)


def test_held_drafted_and_emptied_answers(store: Store) -> None:
    made = child(store, "Dewi", date(2022, 5, 1))
    save_records(
        store,
        [Edit(KIND, {"person_id": made, "month": "2026-10", "attendance": "attended"})],
        today=TODAY,
        sure=True,
    )
    cells = rows(store)["Dewi"].cells
    key = {"person_id": str(made), "month": "2026-11"}
    keep_draft(store, KIND, cells["2026-11"].record, {**key, "attendance": "absent"}, {}, region=VILLAGE)
    keep_draft(store, KIND, cells["2026-10"].record, {"status": "entered_in_error"}, {}, region=VILLAGE)
    cells = rows(store)["Dewi"].cells
    assert (cells["2026-11"].held, cells["2026-11"].value) == (None, "absent")
    assert (cells["2026-10"].held, cells["2026-10"].value) == ("attended", "")
    assert cells["2026-09"].value == ""


def test_who_died_is_not_asked_of_any_more(store: Store) -> None:
    made = child(store, "Dewi", date(2022, 5, 1))
    record_death(store, made, date(2026, 9, 10), today=TODAY)
    assert max(rows(store)["Dewi"].cells) <= "2026-09"


def test_at_the_beginning_of_a_year_the_last_months_can_still_be_filled_in(store: Store) -> None:
    child(store, "Dewi", date(2022, 5, 1))
    assert paud_year(store, year=2027, on=date(2027, 1, 3)).months == ("2026-11", "2026-12", "2027-01")
    assert paud_year(store, year=2027, on=date(2027, 3, 3)).months == ("2027-01", "2027-02", "2027-03")
    assert paud_year(store, year=2026, on=date(2027, 1, 3)).months[-1] == "2026-12"


def test_what_was_begun_of_an_entry_that_was_linked_is_there(store: Store) -> None:
    one, twice = child(store, "Dewi", date(2022, 5, 1)), child(store, "Dewi R", date(2022, 5, 1))
    cell = rows(store)["Dewi R"].cells["2026-11"]
    answers = {"person_id": str(twice), "month": "2026-11", "attendance": "attended"}
    keep_draft(store, KIND, cell.record, answers, {}, region=VILLAGE)
    save_records(store, [Edit("person", {"merged_into_id": one}, twice)], today=TODAY, sure=True)
    assert rows(store)["Dewi"].cells["2026-11"].value == "attended"
    with store.reading() as tx:
        (draft,) = drafts.of_user(tx, store.user)
    assert draft.id == rows(store)["Dewi"].cells["2026-11"].record
    assert draft.answers["person_id"] == str(one)


def test_what_was_begun_can_be_taken_out_again_of_whoever_is_not_asked_of_any_more(store: Store) -> None:
    made = child(store, "Dewi", date(2022, 5, 1))
    answers = {"person_id": str(made), "month": "2026-11", "attendance": "attended"}
    keep_draft(store, KIND, rows(store)["Dewi"].cells["2026-11"].record, answers, {}, region=VILLAGE)
    record_death(store, made, date(2026, 9, 10), today=TODAY)
    found = rows(store)["Dewi"].cells
    assert found["2026-11"].value == "attended"
    assert "2026-10" not in found

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

"""A scorecard reads no more of a village than it rests on, and loses nothing by it."""

from collections.abc import Iterator
from datetime import date

import pytest

from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.scorecards.village_scorecard import KINDS, village_scorecard
from kpm_desktop.db.queries import village_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.ruleset import load_ruleset
from kpm_desktop.domain.scorecard.village import VillageRecords
from tests.support.family import TODAY
from tests.support.profiles import cadre, load
from tests.support.village import DATA

VILLAGE = "31.71.03.1004"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The hundred people at the edges of the rules, one of them entered twice with a wrong day of birth."""
    opened = cadre(tmp_path_factory.mktemp("profil"), village=VILLAGE)
    assert load(opened, DATA / "example_village_2").stored
    with opened.reading() as tx:
        doses = village_records.records_of(tx, "immunization", VILLAGE)
        persons = {person.id: person for person in village_records.records_of(tx, "person", VILLAGE)}
    child = persons[doses[0].person_id]
    twice = {
        "household_id": child.household_id,
        "full_name": child.full_name,
        "sex": child.sex,
        "birth_date": date(child.birth_date.year - 4, 1, 1),
        "merged_into_id": child.id,
    }
    dose = {"vaccine": "JE", "dose": 5, "person_id": save_records(opened, [Edit("person", twice)], today=TODAY).ids[0]}
    save_records(opened, [Edit("immunization", dose)], today=TODAY, sure=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("quarter", ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"])
def test_it_is_that_of_all_records(store: Store, quarter: str) -> None:
    with store.reading() as tx:
        everything = VillageRecords(*(village_records.records_of(tx, kind, VILLAGE) for kind in KINDS))
        conflicts = village_records.disputed(tx, KINDS, VILLAGE)
    whole = build_scorecard(VILLAGE, Quarter.parse(quarter), everything, load_ruleset("KPM-2018"), conflicts)
    found = village_scorecard(store, VILLAGE, quarter)
    for part in ("totals", "mothers", "children", "paud", "not_reported", "disputed"):
        assert getattr(found, part) == getattr(whole, part), part

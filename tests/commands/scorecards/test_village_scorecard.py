"""A scorecard reads no more of a village than it rests on, and loses nothing by it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.commands.scorecards.village_scorecard import KINDS, village_scorecard
from kpm_desktop.db.queries import village_records
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.result import Scorecard
from kpm_desktop.domain.scorecard.village import VillageRecords
from tests.support.family import TODAY
from tests.support.profiles import cadre, load
from tests.support.rules import with_rules
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


def of_all_records(store: Store, quarter: str) -> Scorecard:
    with store.reading() as tx:
        everything = VillageRecords(*(village_records.records_of(tx, kind, VILLAGE) for kind in KINDS))
        conflicts = village_records.disputed(tx, KINDS, VILLAGE)
    when = Quarter.parse(quarter)
    return build_scorecard(VILLAGE, when, everything, official_rules(when), conflicts)


@pytest.mark.parametrize("quarter", ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"])
def test_it_is_that_of_all_records(store: Store, quarter: str) -> None:
    found, whole = village_scorecard(store, VILLAGE, quarter), of_all_records(store, quarter)
    for part in ("totals", "mothers", "children", "paud", "not_reported", "disputed"):
        assert getattr(found, part) == getattr(whole, part), part


def wider(rules: dict[str, Any]) -> None:
    """From the third quarter of 2025 on children are counted for three years, over windows of three years, and leave
    early education at 81 months."""
    rules["quarters"]["from"] = "2025-Q3"
    weighing = next(rule for rule in rules["children"]["indicators"] if rule["code"] == "weighing")
    weighing["needed"]["18_to_23"] = {"months": 1, "quarters": 12}
    rules["children"]["until_months"] = 36
    rules["children"]["bands"][-1]["last"] = 35
    rules["paud"] |= {"first_months": 36, "last_months": 80}


def test_new_rules_count_from_their_quarter_on_and_past_quarters_stay_as_they_were(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    quarters, months = ("2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"), ("2025-06", "2025-07")
    cards = {quarter: village_scorecard(store, VILLAGE, quarter) for quarter in quarters}
    lists = {month: target_list(store, month, today=TODAY).rows for month in months}

    new = with_rules(monkeypatch, tmp_path, "KPM-2025", wider).stem
    for quarter in quarters[:3]:
        assert village_scorecard(store, VILLAGE, quarter) == cards[quarter]
    card = village_scorecard(store, VILLAGE, "2025-Q3")
    assert (card.ruleset_id, card.totals) == (new, of_all_records(store, "2025-Q3").totals)
    assert len(card.children) > len(cards["2025-Q3"].children)
    assert card.mothers == cards["2025-Q3"].mothers
    assert target_list(store, months[0], today=TODAY).rows == lists[months[0]]
    left = [row for row in lists[months[1]] if row.kind != "older_child" or (row.months or 0) <= 80]
    assert list(target_list(store, months[1], today=TODAY).rows) == left != list(lists[months[1]])

"""The example villages: expected values from an independent reading of the forms, never from this program."""

from typing import Any, cast

import msgspec
import pytest

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard import build_scorecard, official_rules
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.scorecard_json import scorecard_document
from tests.support.village import DATA, read_village

TABLES = ("targets", "growth_mat", "indicators", "convergence", "fully_served", "not_reported")


def expected(file: str) -> dict[str, Any]:
    return cast("dict[str, Any]", msgspec.json.decode((DATA / file).read_bytes()))


WORKED = expected("example_village/expected_scorecard_2025-Q3.json")
EDGES = expected("example_village_2/expected_scorecards.json")


def document(folder: str, village: str, quarter: str) -> dict[str, Any]:
    when = Quarter.parse(quarter)
    card = build_scorecard(village, when, read_village(folder), official_rules(when))
    return scorecard_document(card, Wording("id"))


@pytest.mark.parametrize("table", TABLES)
def test_worked_example_of_the_forms(table: str) -> None:
    assert document("example_village", "12.75.01.1001", "2025-Q3")[table] == WORKED[table]


def test_worked_example_cell_by_cell() -> None:
    people = document("example_village", "12.75.01.1001", "2025-Q3")["people"]
    shown = [{key: person[key] for key in WORKED["people"][0]} for person in people]
    assert shown == WORKED["people"]


def test_top_of_the_document() -> None:
    made = document("example_village", "12.75.01.1001", "2025-Q3")
    for key in ("village_code", "quarter", "ruleset"):
        assert made[key] == WORKED[key]
    extra = {"ruleset_hash", "resting_on_conflicts", "findings", "not_reported_people"}
    assert set(made) == set(WORKED) | extra
    assert set(made["people"][0]) == {*WORKED["people"][0], "kind", "id", "name", "reasons"}


@pytest.mark.parametrize("quarter", EDGES)
@pytest.mark.parametrize("table", TABLES)
def test_edges_of_the_rules(quarter: str, table: str) -> None:
    assert document("example_village_2", "31.71.03.1004", quarter)[table] == EDGES[quarter][table]


@pytest.mark.parametrize("quarter", EDGES)
def test_edges_of_the_rules_cell_by_cell(quarter: str) -> None:
    people = document("example_village_2", "31.71.03.1004", quarter)["people"]
    assert {person["ref"]: person["cells"] for person in people} == EDGES[quarter]["people"]
    assert all(set(person["reasons"]) == set(person["cells"]) for person in people)

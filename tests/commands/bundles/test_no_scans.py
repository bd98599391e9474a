"""No statement of a round or of a save walks through the whole journal: a supervisor's holds millions of changes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from kpm_desktop.domain.records.identity import new_id
from tests.support.devices import VILLAGE, Device, Place

#: How SQLite says that it reads a table from end to end. `c` is what statements call `change`.
WALKS = re.compile(r"SCAN (change|c)\b")


@pytest.fixture
def plans() -> Iterator[dict[str, list[str]]]:
    """Every statement that reads or writes from here on, with the steps SQLite means to take."""
    found: dict[str, list[str]] = {}

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        reads = statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH"))
        if reads and not many and statement not in found:
            asking = cursor.connection.cursor()
            asking.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found[statement] = [row[3] for row in asking.fetchall()]

    event.listen(Engine, "before_cursor_execute", explain)
    yield found
    event.remove(Engine, "before_cursor_execute", explain)


def record_household(cadre: Device) -> None:
    cadre.save(new_id(), {"village_code": VILLAGE, "head_name": "Kepala"})


def test_a_round_reads_what_it_needs(place: Place, plans: dict[str, list[str]]) -> None:
    boss, cadre = place.supervisor("Bu Rina"), place.cadre("Ibu Sari")
    cadre.join(boss.invite(VILLAGE, person="Ibu Sari"))
    plans.clear()
    for _ in range(2):
        record_household(cadre)
        boss.take(*cadre.export())
        cadre.take(*boss.receipt(cadre.key))
    walking = {statement: steps for statement, steps in plans.items() if any(map(WALKS.match, steps))}
    assert len(plans) > 30
    assert not walking

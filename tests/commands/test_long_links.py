"""Whoever links records without end makes nobody wait: each group is walked through once."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from kpm_desktop.commands.households.household_view import household_view
from kpm_desktop.commands.households.person_history import person_history
from kpm_desktop.commands.registers.register_list import register_list
from kpm_desktop.db.store import Store
from kpm_desktop.domain.registers.catalogue import REGISTERS
from tests.support.devices import VILLAGE, Device, Place
from tests.support.extremes import receive

HOME = UUID(int=1)


def chain(kind: str, count: int, **values: Any) -> list[dict[str, Any]]:
    """Each says that it is the same as the one after it."""
    ids = [UUID(int=100 + at) for at in range(count + 1)]
    return [
        {"kind": kind, "id": one, "fields": values | {"merged_into_id": str(other)}, "base": {}, "user": "x"}
        | {"at": "2025-07-01T08:30:00.000000Z", "app": ""}
        for one, other in pairwise(ids)
    ]


PERSON = {"household_id": str(HOME), "full_name": "Siti", "sex": "female", "birth_date": "2024-01-01"}
PREGNANCY = {"person_id": str(UUID(int=2)), "outcome": "ongoing", "last_menstrual_date": "2025-02-01"}
REFERRAL = {"person_id": str(UUID(int=100)), "referral_date": "2025-06-11", "reason": "stunted", "progress": "open"}
READERS: dict[str, tuple[dict[str, dict[str, Any]], Callable[[Store], object]]] = {
    "household": ({"person": PERSON, "pregnancy": PREGNANCY}, lambda store: household_view(store, HOME)),
    "history": (
        {"pregnancy": PREGNANCY},
        lambda store: person_history(store, UUID(int=2)),
    ),
    "register": ({"person": PERSON, "referral": REFERRAL}, lambda store: register_list(store, REGISTERS["referral"])),
}


def statements(device: Device, read: Callable[[Store], object]) -> int:
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    read(device.store)
    event.remove(Engine, "before_cursor_execute", note)
    return len(asked)


@pytest.mark.parametrize("what", READERS)
def test_twice_as_many_cost_twice_as_much(place: Place, what: str) -> None:
    kinds, read = READERS[what]
    asked = []
    for count in (30, 60):
        device = place.supervisor("Bu Rina")
        device.save(HOME, {"village_code": VILLAGE, "head_name": "Pak Amir"})
        device.save(UUID(int=2), PERSON | {"full_name": "Ani", "birth_date": "1996-01-01"}, "person")
        for number, (kind, values) in enumerate(kinds.items(), 10):
            with device.store.writing() as tx:
                receive(tx, str(number) * 32, VILLAGE, chain(kind, count, **values))
        asked.append(statements(device, read))
    assert asked[1] < 3 * asked[0]

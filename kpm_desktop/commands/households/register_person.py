"""Somebody enters the register: a woman, with her pregnancy or without, or a child, with a NIK or without."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.households.register_pregnancy import month_told
from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id


def register_person(
    store: Store,
    household: UUID,
    person: Mapping[str, Any],
    *,
    pregnancy: Mapping[str, Any] | None = None,
    region: str = "",
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> UUID:
    """Saves a new person of a household, and her pregnancy in the same transaction; gives the person's id.

    A pregnancy without an outcome is ongoing. Raises Objected or Doubted; record 0 is the person, 1 the pregnancy.
    begun: the id under which the person was kept while it was typed; that draft is gone then.
    """
    whose = begun.record if begun is not None else new_id()
    edits = [Edit("person", {"household_id": household, **person}, whose, region=region)]
    if pregnancy is not None:
        values = {"outcome": "ongoing", **month_told(pregnancy, today), "person_id": whose}
        edits.append(Edit("pregnancy", values, region=region))
    save_records(store, edits, today=today, sure=sure, begun=begun, clock=clock)
    return whose

"""Somebody enters the register: a woman, with her pregnancy or without, or a child, with a NIK or without."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.households.begun_forms import drop_begun
from kpm_desktop.commands.households.register_pregnancy import month_told
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import new_id


def register_person(
    store: Store,
    household: UUID,
    person: Mapping[str, Any],
    *,
    pregnancy: Mapping[str, Any] | None = None,
    today: date,
    sure: bool = False,
    begun: UUID | None = None,
    clock: Clock = system_clock,
) -> UUID:
    """Saves a new person of a household, and her pregnancy in the same transaction; gives the person's id.

    A pregnancy without an outcome is ongoing. Raises Objected or Doubted; record 0 is the person, 1 the pregnancy.
    begun: the id under which the person was kept while it was typed; that draft is gone then.
    """
    whose = begun or new_id()
    edits = [Edit("person", {"household_id": household, **person}, whose)]
    if pregnancy is not None:
        edits.append(Edit("pregnancy", {"outcome": "ongoing", **month_told(pregnancy, today), "person_id": whose}))
    with store.writing() as tx:
        save_in(tx, edits, today=today, sure=sure, clock=clock)
        drop_begun(tx, store.user, whose)
    return whose

"""A household enters the register."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.assigned_targets import own_cadres
from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries import assignments
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.identity import new_id


def register_household(
    store: Store,
    values: Mapping[str, Any],
    *,
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> UUID:
    """Saves a new household and gives its id. Raises Objected or Doubted as `save_records` does. Where its village's
    households are handed out and some are this cadre's, the new one is hers too. begun: the id under which it was kept
    while it was typed; that draft is gone then."""
    household = begun.record if begun is not None else new_id()
    with store.writing() as tx:
        edits = [Edit("household", values, household), *_own_task(tx, household, values, today)]
        save_in(tx, edits, today=today, sure=sure, begun=begun, clock=clock)
    return household


def _own_task(tx: Transaction, household: UUID, values: Mapping[str, Any], today: date) -> list[Edit]:
    own = {cadre.id for cadre in own_cadres(tx, settings.read_identity(tx))}
    held = [row for row in assignments.assignments(tx) if row.cadre in own and row.holds(today)]
    mine = next((row.cadre for row in held if row.region == values.get("village_code")), None)
    if mine is None:
        return []
    return [Edit("assignment", {"household_id": household, "cadre_id": mine, "from_date": today}, new_id())]

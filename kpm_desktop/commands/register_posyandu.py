"""A posyandu of the village is added, so that households can be assigned to it."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.household_view import village_posyandu
from kpm_desktop.commands.save_records import Edit, save_records
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.records.identity import fold_name


def register_posyandu(
    store: Store, values: Mapping[str, Any], *, today: date, sure: bool = False, clock: Clock = system_clock
) -> UUID:
    """Saves a new posyandu (village_code, name, hamlet, address) and gives its id; where the village already has one
    of that name, the id of that one. Raises Objected or Doubted as `save_records` does."""
    called = fold_name(values.get("name") or "")
    for held, name in village_posyandu(store, str(values.get("village_code"))):
        if fold_name(name) == called:
            return held
    return save_records(store, [Edit("posyandu", values)], today=today, sure=sure, clock=clock).ids[0]

"""A household enters the register."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.save_records import Edit, save_records
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def register_household(
    store: Store, values: Mapping[str, Any], *, today: date, sure: bool = False, clock: Clock = system_clock
) -> UUID:
    """Saves a new household and gives its id. Raises Objected or Doubted as `save_records` does."""
    return save_records(store, [Edit("household", values)], today=today, sure=sure, clock=clock).ids[0]

"""A pregnancy ends without a child that lives: miscarriage, stillbirth, or nobody knows."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def end_pregnancy(
    store: Store,
    pregnancy: UUID,
    values: Mapping[str, Any],
    *,
    region: str = "",
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> None:
    """Saves outcome and `ended_on` (or `delivery_date` of a stillbirth). Raises Objected or Doubted; begun as in
    `save_records`."""
    edit = Edit("pregnancy", values, pregnancy, region=region)
    save_records(store, [edit], today=today, sure=sure, begun=begun, clock=clock)

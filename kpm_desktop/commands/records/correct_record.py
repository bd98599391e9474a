"""What was entered is corrected; the old value stays in the history."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_records
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def correct_record(
    store: Store,
    kind: str,
    record: UUID,
    values: Mapping[str, Any],
    *,
    region: str = "",
    base: Mapping[str, list[str]] | None = None,
    today: date,
    sure: bool = False,
    overwrite: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> int:
    """Saves the fields that differ and gives how many changes that made. `base`: the heads that were shown when the
    form was opened, unless it was kept while it was typed (`begun`). Raises Objected or Doubted as `save_records`
    does."""
    edit = Edit(kind, values, record, base, region=region)
    saved = save_records(store, [edit], today=today, sure=sure, overwrite=overwrite, begun=begun, clock=clock)
    return saved.changes

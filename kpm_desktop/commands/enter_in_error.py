"""A record should not be there: it is hidden everywhere, counts nowhere, stays in the history and can come back."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.save_records import Edit, save_records
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def enter_in_error(store: Store, kind: str, record: UUID, *, today: date, clock: Clock = system_clock) -> None:
    """Marks a record of any kind as entered in error; what hangs on it is hidden with it. Raises Objected."""
    edit = Edit(kind, {"status": "entered_in_error"}, record)
    save_records(store, [edit], today=today, sure=True, clock=clock)


def take_back(store: Store, kind: str, record: UUID, *, today: date, clock: Clock = system_clock) -> None:
    """Makes it count again, also one that had moved out or died by mistake. Raises Objected."""
    values: dict[str, object] = {"status": "active"}
    if kind in ("household", "person"):
        values["status_date"] = None
    save_records(store, [Edit(kind, values, record)], today=today, sure=True, clock=clock)

"""A record should not be there: it is hidden everywhere, counts nowhere, stays in the history and can come back."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_in, save_records
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.groups import representative
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.families import left_with, status_of
from kpm_desktop.db.queries.former_status import HIDDEN, former_status
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction


def enter_in_error(
    store: Store, kind: str, record: UUID, *, region: str = "", today: date, clock: Clock = system_clock
) -> None:
    """Marks a record of any kind, and all that are read as one with it, as entered in error; what hangs on it is hidden
    with it. Raises Objected."""
    edit = Edit(kind, {"status": HIDDEN}, record, region=region)
    save_records(store, [edit], today=today, sure=True, clock=clock)


def take_back(
    store: Store, kind: str, record: UUID, *, region: str = "", today: date, clock: Clock = system_clock
) -> None:
    """Makes it count again. What was entered in error is what it was before; who moved out or died by mistake is here
    again, and with a household everybody who left it that day. Refused where it is not held. Raises Objected."""
    with store.writing() as tx:
        save_in(tx, _undone(tx, kind, record, *held_at(tx, kind, record, region)), today=today, sure=True, clock=clock)


def _undone(tx: Transaction, kind: str, record: UUID, region_no: int, region: str) -> list[Edit]:
    if status_of(tx, region_no, kind, record) == HIDDEN:
        former = former_status(tx, region_no, kind, representative(tx, kind, record, region_no))
        return [Edit(kind, {"status": former}, record, region=region)]
    here = {"status": "active", "status_date": None}
    with_it = left_with(tx, region_no, record) if kind == "household" else []
    people = [Edit("person", here, person, region=region) for person in with_it]
    return [Edit(kind, here, record, region=region), *people]

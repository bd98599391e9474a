"""A person or a whole household leaves the village; who moves within it is given another household instead."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.begun_forms import Begun
from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.queries.families import members_of
from kpm_desktop.db.store import Store


def move_out(
    store: Store,
    kind: str,
    record: UUID,
    on: date,
    *,
    region: str = "",
    today: date,
    sure: bool = False,
    begun: Begun | None = None,
    clock: Clock = system_clock,
) -> None:
    """Notes that a `person` or a `household` with everybody in it moved out on a day. Refused where it is
    not held. Raises Objected, and Doubted where there are later visits and not `sure`; begun as in `save_records`."""
    left = {"status": "moved_out", "status_date": on}
    with store.writing() as tx:
        region_no, code = held_at(tx, kind, record, region)
        members = members_of(tx, region_no, record) if kind == "household" else []
        people = [Edit("person", left, member, region=code) for member in members]
        edits = [Edit(kind, left, record, region=code), *people]
        save_in(tx, edits, today=today, sure=sure, begun=begun, clock=clock)

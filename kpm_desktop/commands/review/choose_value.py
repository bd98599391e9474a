"""The *Isi angka lain* of a conflict: neither of the written values is right, so another one is entered."""

from datetime import date

from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.commands.review.resolve_conflict import resolve_in
from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def choose_value(
    store: Store, conflict: Conflict, value: int, *, today: date, sure: bool = False, clock: Clock = system_clock
) -> None:
    """Closes a conflict with the value that is shown and saves another one above it, in one transaction, so that the
    new value goes through the rules of every entry. Raises as `save_records` does, and then nothing was changed."""
    with store.writing() as tx:
        shown = [choice.change for choice in conflict.choices]
        resolve_in(tx, conflict.id, conflict.field, shown[-1], clock, region=conflict.region, shown=shown)
        edit = Edit(conflict.kind, {conflict.field: value}, conflict.id, region=conflict.region)
        save_in(tx, [edit], today=today, sure=sure, clock=clock)

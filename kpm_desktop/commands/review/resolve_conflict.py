"""`kpm conflict resolve`, the *Pilih* of the windows: one of the written values becomes the value, everywhere."""

from collections.abc import Collection
from uuid import UUID

import msgspec

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.journal import conflicts, heads
from kpm_desktop.db.journal.groups import is_shared, same_record
from kpm_desktop.db.journal.journal import Clock, Entry, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Named, refused
from kpm_desktop.domain.merging.merge import FieldState
from kpm_desktop.domain.records.catalogue import KINDS

SHORTEST_NAME = 8


def resolve_conflict(
    store: Store,
    record: UUID,
    field: str,
    change: str,
    *,
    region: str = "",
    shown: Collection[str] = (),
    clock: Clock = system_clock,
) -> object:
    """Chooses the value a change wrote (its name, or at least its first eight digits) and gives that value.

    The choice is an ordinary change that names every head in its `base`; it travels and closes the conflict on
    every device. Linked records get the value too. shown: the heads among which somebody chose (names), where that was
    earlier than now. Refused where nothing is in conflict, no head has that name, or another value came meanwhile.
    """
    with store.writing() as tx:
        return resolve_in(tx, record, field, change, clock, region=region, shown=shown)


def resolve_in(
    tx: Transaction,
    record: UUID,
    field: str,
    change: str,
    clock: Clock,
    *,
    region: str = "",
    shown: Collection[str] = (),
) -> object:
    """The same within a transaction that does more."""
    kind, region_no, region = conflicts.find_record(tx, record, region)
    group = [record, *(same_record(tx, kind, region_no, record) if is_shared(kind, field) else ())]
    states = {one: heads.state_of(tx, kind, region_no, one) for one in group}
    if not any(field in found and _is_open(found[field]) for found in states.values()):
        raise refused("repair.no_conflict", value=record, field=Named(kind, field))
    if shown and _is_news(states[record].get(field), shown):
        raise refused("repair.changed_meanwhile", value=record, field=Named(kind, field))
    value = _chosen(states, kind, field, change)
    batch = RecordBatch(tx, settings.read_identity(tx), clock)
    for one, found in states.items():
        if field not in found or found[field].distinct != (msgspec.json.encode(value),):
            batch.add(_entry(region, kind, one, found, field, value), is_new=False)
    batch.flush()
    return value


def _is_open(state: FieldState) -> bool:
    """Whether there is something to choose; also while a change it rests on has not come."""
    return len(state.distinct) > 1


def _is_news(state: FieldState | None, shown: Collection[str]) -> bool:
    """Whether a head that was not shown says something none of the shown ones did."""
    if state is None:
        return False
    known = {msgspec.json.encode(head.values[state.field]) for head in state.heads if head.name in shown}
    return any(msgspec.json.encode(head.values[state.field]) not in known for head in state.heads)


def _chosen(states: dict[UUID, heads.States], kind: str, field: str, change: str) -> object:
    named = {
        head.name: head.values[field]
        for found in states.values()
        if field in found
        for head in found[field].heads
        if len(change) >= SHORTEST_NAME and head.name.startswith(change)
    }
    if len(named) != 1:
        choices = sorted({head.name[:12] for found in states.values() if field in found for head in found[field].heads})
        raise refused("repair.no_such_choice", value=change, field=Named(kind, field), choices=choices)
    return next(iter(named.values()))


def _entry(region: str, kind: str, record: UUID, found: heads.States, field: str, value: object) -> Entry:
    """The choice as a change. Key fields are only ever written together, so that a taker can check the id."""
    values = {field: value}
    if field in KINDS[kind].KEY:
        values = {name: found[name].shown for name in KINDS[kind].KEY} | values
    return Entry(region, kind, record, values, {name: found[name].base for name in values if name in found})

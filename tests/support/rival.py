"""Another laptop's change in a journal, as an import leaves it there: how two people come to disagree."""

from collections.abc import Mapping
from uuid import UUID

from msgspec.structs import replace

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import Clock, Entry, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.seal import SigningKey


def write_as_rival(
    store: Store,
    region: str,
    kind: str,
    record: UUID,
    values: Mapping[str, object],
    base: Mapping[str, list[str]] | None = None,
    *,
    clock: Clock = system_clock,
) -> None:
    """Somebody else writes into a record, shown what `base` names, else nothing of it."""
    with store.writing() as tx:
        write_in_as_rival(tx, region, kind, record, values, base, clock=clock)


def write_in_as_rival(
    tx: Transaction,
    region: str,
    kind: str,
    record: UUID,
    values: Mapping[str, object],
    base: Mapping[str, list[str]] | None = None,
    *,
    clock: Clock = system_clock,
) -> None:
    """The same within a transaction."""
    key = SigningKey.generate()
    rival = replace(settings.read_identity(tx), device=key.public, signing_secret=key.secret)
    batch = RecordBatch(tx, rival, clock)
    batch.add(Entry(region, kind, record, values, base or {}), is_new=False)
    batch.flush()

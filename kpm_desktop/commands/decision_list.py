"""What waits for a person to decide: values that differ, values that break a limit, numbers that have not come."""

from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.commands.missing_numbers import Missing, given_up_in, missing_in
from kpm_desktop.commands.repair_list import Repair, count_repairs, repairs_in
from kpm_desktop.db import conflicts, heads, oversight, settings, undelivered
from kpm_desktop.db.conflicts import Conflict
from kpm_desktop.db.store import Store
from kpm_desktop.db.subjects import Subject, subject_of
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.sync.access import read_access


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field in conflict and whom it is about; person: whose history tells more, if anybody's."""

    conflict: Conflict
    subject: Subject
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that waits. given_up: numbers somebody declared lost, which still have not come. regions: those of
    which somebody's records are held."""

    disputes: tuple[Dispute, ...]
    repairs: tuple[Repair, ...]
    missing: tuple[Missing, ...]
    given_up: tuple[Missing, ...] = ()
    regions: tuple[str, ...] = ()


def decision_list(store: Store) -> Decisions:
    """All of it, each with the words people know it by."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        disputes = [_dispute(tx, found) for found in conflicts.conflicts(tx)]
        return Decisions(
            disputes=tuple(disputes),
            repairs=tuple(repairs_in(tx, identity, access)),
            missing=tuple(missing_in(tx, identity, access)),
            given_up=tuple(given_up_in(tx, identity, access)),
            regions=tuple(oversight.regions_held(tx)),
        )


def _dispute(tx: Transaction, found: Conflict) -> Dispute:
    person = undelivered.person_of(tx, found.kind, found.id) if found.kind in DICTIONARY else None
    return Dispute(found, subject_of(tx, found.kind, found.id), person)


def count_decisions(store: Store) -> int:
    """How many wait; what `decision_list` lists, counted without looking at each."""
    with store.reading() as tx:
        return _count(tx)


def _count(tx: Transaction) -> int:
    identity = settings.read_identity(tx)
    disputed, _ = heads.count_marked(tx)
    access = read_access(tx, identity)
    return disputed + count_repairs(tx) + len(missing_in(tx, identity, access))

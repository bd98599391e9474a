"""One conflict as people compare it: each value with its author, laptop and time, and what earlier months say."""

from dataclasses import dataclass
from typing import Any

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import Access, read_access

EARLIER_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the values. laptop: what the device (its key) is called; own: it is this one."""

    change: str
    value: Any
    user: str
    role: str
    laptop: str
    device: str
    own: bool
    at: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with all that helps to decide. earlier: (month, value) before it, the oldest first."""

    conflict: Conflict
    subject: Subject
    offers: tuple[Offer, ...]
    earlier: tuple[tuple[str, Any], ...]


def conflict_view(store: Store, conflict: Conflict) -> ConflictView:
    """Looks up what a conflict means."""
    with store.reading() as tx:
        return view_in(tx, conflict)


def view_in(tx: Transaction, conflict: Conflict) -> ConflictView:
    """The same within an open transaction."""
    identity = settings.read_identity(tx)
    access = read_access(tx, identity)
    names = {peer.device: peer.device_name for peer in peers.peers(tx)}
    return ConflictView(
        conflict=certified(conflict, access),
        subject=subject_of(tx, conflict.kind, conflict.id, conflict.region_no),
        offers=tuple(_offers(tx, identity, access, names, conflict)),
        earlier=tuple(
            oversight.earlier_values(tx, conflict.region_no, conflict.kind, conflict.id, conflict.field, EARLIER_MONTHS)
        ),
    )


def certified(conflict: Conflict, access: Access) -> Conflict:
    """The same with each value by whom it is certified to be."""
    choices = [msgspec.structs.replace(one, user=access.speaker(one.device, one.user)) for one in conflict.choices]
    return msgspec.structs.replace(conflict, choices=tuple(choices))


def _offers(
    tx: Transaction, identity: Identity, access: Access, names: dict[str, str], conflict: Conflict
) -> list[Offer]:
    found = []
    for choice in conflict.choices:
        statement = access.statement_of(choice.device)
        own = choice.device == identity.device
        role = identity.role if own else statement.role if statement else ""
        person = statement.person if statement else choice.user
        laptop = names.get(choice.device, "") or person
        found.append(Offer(choice.change, choice.value, choice.user, role, laptop, choice.device, own, choice.at))
    return found

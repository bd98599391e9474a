"""`kpm missing`: numbers that have not come below what has, and those somebody gave up."""

from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.db import delivery, settings
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.access import Access, read_access


@dataclass(frozen=True, slots=True)
class Missing:
    """A hole in a stream: its numbers, and the device and person whose work it is."""

    stream: UUID
    region: str
    first: int
    last: int
    device: str
    person: str


def missing_numbers(store: Store) -> list[Missing]:
    """Every hole that was not declared lost."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        return missing_in(tx, identity, read_access(tx, identity))


def missing_in(tx: Transaction, identity: Identity, access: Access) -> list[Missing]:
    """The same within an open transaction."""
    found = []
    for stream, first, last in delivery.missing(tx):
        statement = access.statement_of(stream.device)
        own = identity.user if stream.device == identity.device else ""
        person = own or (statement.person if statement else "")
        found.append(Missing(stream.id, stream.region, first, last, stream.device, person))
    return found


def declare_lost(store: Store, stream: UUID, first: int, last: int) -> None:
    """Lists a hole no longer; should its changes come after all, they are taken. Refused where there is no such
    hole."""
    with store.writing() as tx:
        for known, low, high in delivery.missing(tx):
            if (known.id, low, high) == (stream, first, last):
                delivery.declare_lost(tx, known.no, first, last)
                return
    raise refused("repair.no_hole", stream=stream, first=first, last=last)

"""`kpm missing`: numbers that have not come below what has, and those somebody gave up."""

from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery
from kpm_desktop.db.journal.streams import Stream
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.access import Access, read_access


@dataclass(frozen=True, slots=True)
class Missing:
    """A hole in a stream: its numbers, and the device and person whose work it is. is_lost: somebody gave it up."""

    stream: UUID
    region: str
    first: int
    last: int
    device: str
    person: str
    is_lost: bool = False


def missing_numbers(store: Store, *, given_up: bool = False) -> list[Missing]:
    """Every hole that was not declared lost; with `given_up` those that were, behind them."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        lost = given_up_in(tx, identity, access) if given_up else []
        return [*missing_in(tx, identity, access), *lost]


def missing_in(tx: Transaction, identity: Identity, access: Access) -> list[Missing]:
    """The same within an open transaction."""
    return [_named(identity, access, *hole, is_lost=False) for hole in delivery.missing(tx)]


def given_up_in(tx: Transaction, identity: Identity, access: Access) -> list[Missing]:
    """The holes somebody declared lost and that are there still."""
    return [_named(identity, access, *hole, is_lost=True) for hole in delivery.given_up(tx)]


def _named(identity: Identity, access: Access, stream: Stream, first: int, last: int, *, is_lost: bool) -> Missing:
    statement = access.statement_of(stream.device)
    own = identity.user if stream.device == identity.device else ""
    person = own or (statement.person if statement else "")
    return Missing(stream.id, stream.region, first, last, stream.device, person, is_lost)


def declare_lost(store: Store, stream: UUID, first: int, last: int) -> None:
    """Lists a hole no longer; should its changes come after all, they are taken. Refused where there is no such
    hole."""
    with store.writing() as tx:
        for known, low, high in delivery.missing(tx):
            if (known.id, low, high) == (stream, first, last):
                delivery.declare_lost(tx, known.no, first, last)
                return
    raise refused("repair.no_hole", stream=stream, first=first, last=last)


def want_again(store: Store, stream: UUID, first: int, last: int) -> None:
    """Lists a hole again that was declared lost. Refused where there is no such one."""
    with store.writing() as tx:
        for known, low, high in delivery.given_up(tx):
            if (known.id, low, high) == (stream, first, last):
                delivery.want_again(tx, known.no, first, last)
                return
    raise refused("repair.not_lost", stream=stream, first=first, last=last)

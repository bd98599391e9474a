"""`kpm device revoke` and `release`: stop counting what a device writes from now on; count later work after all."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpm_desktop.commands.find_device import find_peer
from kpm_desktop.commands.import_bundle import release_waiting
from kpm_desktop.commands.record_batch import RecordBatch
from kpm_desktop.db import revoked, settings
from kpm_desktop.db.journal import Clock, Entry, system_clock
from kpm_desktop.db.peers import Peer
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.sync.access import Access, read_access


@dataclass(frozen=True, slots=True)
class Ordered:
    """The device an order is about, and the last changes it lets count."""

    peer: Peer
    tips: tuple[str, ...]


def revoke_device(store: Store, asked: str, *, clock: Clock = system_clock) -> Ordered:
    """Everything held of a device so far still counts; what comes later is kept and passed on, but not counted."""
    with store.writing() as tx:
        identity, peer = _subject(tx, asked)
        tips = sorted(revoked.tips(tx, peer.device))
        _order(tx, identity, clock, peer, "revocation", {"device_key": peer.device, "accepted": tips})
    return Ordered(peer, tuple(tips))


def release_device(store: Store, asked: str, changes: Sequence[str] = (), *, clock: Clock = system_clock) -> Ordered:
    """Lets further changes of a revoked device count: those named (hashes, hex), or all that are held."""
    with store.writing() as tx:
        identity, peer = _subject(tx, asked)
        held = revoked.tips(tx, peer.device)
        tips = sorted(revoked.full_hash(tx, peer.device, change) for change in changes) if changes else sorted(held)
        _order(tx, identity, clock, peer, "release", {"device_key": peer.device, "released": tips})
    return Ordered(peer, tuple(tips))


def _subject(tx: Transaction, asked: str) -> tuple[Identity, Peer]:
    identity = settings.read_identity(tx)
    peer = find_peer(tx, asked)
    access = read_access(tx, identity)
    if not (_regions(identity, access, peer) and 0 < access.distance(identity.device) < access.distance(peer.device)):
        raise refused("access.may_not_revoke", name=peer.name)
    return identity, peer


def _regions(identity: Identity, access: Access, peer: Peer) -> list[str]:
    """The regions of a device that this one supervises."""
    return [code for code in access.regions_of(peer.device) if access.supervises(identity.device, code)]


def _order(tx: Transaction, identity: Identity, clock: Clock, peer: Peer, kind: str, values: dict[str, object]) -> None:
    """Writes an order into this device's stream of every region of the device it supervises, and obeys it."""
    batch = RecordBatch(tx, identity, clock)
    record = new_id()
    for region in _regions(identity, read_access(tx, identity), peer):
        batch.add(Entry(region, kind, record, {"region_code": region, **values}), is_new=True)
    batch.flush()
    release_waiting(tx, identity)

"""Which laptops have delivered something, or lack something, for which no receipt has been made yet."""

import msgspec

from kpm_desktop.db import delivery, peers, settings
from kpm_desktop.db.peers import Peer
from kpm_desktop.db.store import Store
from kpm_desktop.db.streams import Stream, streams
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, is_shared, read_access


def due_receipts(store: Store) -> list[str]:
    """The keys of the devices that report here and wait for a receipt."""
    with store.reading() as tx:
        return due_in(tx, read_access(tx, settings.read_identity(tx)))


def due_in(tx: Transaction, access: Access) -> list[str]:
    """The same within an open transaction."""
    revoked = peers.revoked(tx)
    below = [peer for peer in peers.peers(tx, "is_upstream = 0") if peer.device not in revoked]
    held = streams(tx)
    return [peer.device for peer in below if _is_due(tx, access, peer, held)]


def _is_due(tx: Transaction, access: Access, peer: Peer, streams_held: list[Stream]) -> bool:
    """Unlike an export, which believes only the receiver's own word, what a receipt already carried is not due."""
    if peers.owes(tx, peer.no):
        return True
    theirs = access.regions_of(peer.device)
    shared = [one for one in streams_held if is_shared(one.region, theirs, holds_access=one.holds_access)]
    have = msgspec.json.encode(outgoing.have_of(tx, shared)).decode()
    if have != peer.have_sent:
        return True
    proved = [stream for stream in shared if access.may_write(stream.device, stream.region)]
    held = outgoing.held_by(tx, peer, proved)
    return delivery.outside(tx, proved, delivery.with_sent(tx, peer, proved, held)) > 0

"""Which laptops have delivered something, or lack something, for which no receipt has been made yet."""

from kpm_desktop.commands.bundles.parcels import have_text
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, peers
from kpm_desktop.db.delivery.holdings import Holdings
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access


def due_receipts(store: Store) -> list[str]:
    """The keys of the devices that report here and wait for a receipt."""
    with store.reading() as tx:
        return due_in(tx, read_access(tx, settings.read_identity(tx)))


def due_in(tx: Transaction, access: Access) -> list[str]:
    """The same within an open transaction."""
    revoked = peers.revoked(tx)
    below = [peer for peer in peers.peers(tx, "is_upstream = 0") if peer.device not in revoked]
    holdings = Holdings(tx)
    return [peer.device for peer in below if _is_due(holdings, access, peer)]


def _is_due(holdings: Holdings, access: Access, peer: Peer) -> bool:
    """Unlike an export, which believes only the receiver's own word, what a receipt already carried is not due."""
    if peers.owes(holdings.tx, peer.no):
        return True
    shared = holdings.shared(access.regions_of(peer.device))
    if have_text(outgoing.have_of(holdings, shared)) != peer.have_sent:
        return True
    proved = [stream for stream in shared if access.may_write(stream.device, stream.region)]
    held = outgoing.held_by(holdings, peer, proved)
    return delivery.outside(holdings, proved, delivery.with_sent(holdings, peer, proved, held)) > 0

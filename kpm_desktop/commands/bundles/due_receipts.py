"""Which laptops have delivered something, or lack something, for which no receipt has been made yet."""

from kpm_desktop.commands.bundles.send_plan import Shared, is_lacking
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.revoked_notice import Notices


def due_receipts(store: Store) -> list[str]:
    """The keys of the devices that report here and wait for a receipt."""
    with store.reading() as tx:
        return due_in(tx, read_access(tx, settings.read_identity(tx)))


def due_in(tx: Transaction, access: Access) -> list[str]:
    """The same within an open transaction."""
    below = peers.peers(tx, "is_upstream = 0")
    held_changes, notices = HeldChanges(tx), Notices(tx, access)
    return [peer.device for peer in below if _is_due(held_changes, access, peer, notices)]


def _is_due(held_changes: HeldChanges, access: Access, peer: Peer, notices: Notices) -> bool:
    """Unlike an export, which believes only the receiver's own word, what a receipt already carried is not due."""
    if peers.owes(held_changes.tx, peer.no):
        return True
    shared = Shared.of(held_changes, access, peer, notices)
    if shared.text != peer.have_sent:
        return True
    held = outgoing.held_by(held_changes, peer, shared.sent)
    return is_lacking(held_changes, shared, delivery.with_sent(held_changes, peer, shared.sent, held))

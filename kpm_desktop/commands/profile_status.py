"""`kpm status`: what is here, what waits, what is missing, who delivered last."""

from typing import Any

from kpm_desktop.commands.missing_numbers import Missing, missing_in
from kpm_desktop.db import delivery, heads, invitations, peers, quarantined, settings
from kpm_desktop.db.peers import Peer
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.words import words_of


def profile_status(store: Store) -> dict[str, Any]:
    """The keys of the command contract (`device role counts changes drafts conflicts quarantine missing devices
    state`) and a few more. `changes`: total, unsent (in no bundle yet), undelivered (no supervisor said it holds
    them)."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        conflicts, waiting = heads.count_marked(tx)
        return {
            "device": identity.device[:8],
            "key": identity.device,
            "words": list(words_of(identity.device)),
            "role": identity.role,
            "name": identity.user,
            "regions": list(identity.regions),
            "counts": heads.counts(tx),
            "changes": _changes(tx, identity, access),
            "drafts": delivery.count_drafts(tx),
            "conflicts": conflicts,
            "waiting": waiting,
            "quarantine": len(quarantined.withheld(tx)),
            "missing": [_missing(hole) for hole in missing_in(tx, identity, access)],
            "devices": [_device(peer) for peer in peers.peers(tx)],
            "words_confirmed": invitations.all_confirmed(tx),
            "state": heads.state_hash(tx),
        }


def _changes(tx: Transaction, identity: Identity, access: Access) -> dict[str, int]:
    """Counts of changes; those to deliver go to every supervisor this profile joined. A supervisor who joined
    nobody delivers to nobody; a cadre who did not yet has everything still to deliver."""
    total = heads.count_changes(tx)
    upstream = peers.peers(tx, "is_upstream = 1")
    if not upstream:
        due = total if identity.role == "cadre" else 0
        return {"total": total, "unsent": due, "undelivered": due}
    unsent = undelivered = 0
    for peer in upstream:
        shared = outgoing.shared_streams(tx, access.regions_of(peer.device))
        held = outgoing.held_by(tx, peer, shared)
        undelivered = max(undelivered, delivery.outside(tx, shared, held))
        unsent = max(unsent, delivery.outside(tx, shared, delivery.with_sent(tx, peer, shared, held)))
    return {"total": total, "unsent": unsent, "undelivered": undelivered}


def _missing(hole: Missing) -> dict[str, Any]:
    return {
        "stream": str(hole.stream),
        "from": hole.first,
        "to": hole.last,
        "device": hole.device[:8],
        "name": hole.person,
    }


def _device(peer: Peer) -> dict[str, Any]:
    return {
        "device": peer.device[:8],
        "name": peer.name,
        "upstream": peer.is_upstream,
        "last_bundle": peer.last_number or None,
        "last_delivery": peer.last_bundle_at,
    }

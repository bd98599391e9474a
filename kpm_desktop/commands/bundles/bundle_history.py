"""The bundles that came in, the newest first, with the names of those who brought them."""

from dataclasses import dataclass

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import bundles_in, invitations, peers
from kpm_desktop.db.store import Store

MOST = 200


@dataclass(frozen=True, slots=True)
class TakenBundle:
    """A bundle: who brought it (empty for a stranger), its number, when it was taken (UTC)."""

    device: str
    person: str
    number: int
    taken_at: str


def bundle_history(store: Store, *, most: int = MOST) -> list[TakenBundle]:
    """The newest bundles taken in."""
    with store.reading() as tx:
        names = {each.device: each.device_name for each in invitations.candidates(tx)}
        names |= {peer.device: peer.name for peer in peers.peers(tx)}
        identity = settings.read_identity(tx)
        names[identity.device] = identity.user
        return [
            TakenBundle(found.device, names.get(found.device, ""), found.number, found.taken_at)
            for found in bundles_in.newest(tx, most, names)
        ]

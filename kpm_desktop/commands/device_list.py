"""`kpm device list`: the devices that report here, those that wait, and the supervisors reported to."""

from typing import Any

from kpm_desktop.commands.laptop_copies import NONE, as_keys, copies_in
from kpm_desktop.commands.revocations import REVOKED
from kpm_desktop.db import invitations, peers, settings
from kpm_desktop.db.store import Store
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.words import words_of


def device_list(store: Store) -> list[dict[str, Any]]:
    """Per device: `device` (8 hex digits), `key`, `words`, `name`, `standing` (upstream, let_in, revoked or
    waiting), `regions`, `last_bundle` (number), `last_delivery` (instant), and `copies`, `copied_since`, `both_in_use`
    and `lives` as `laptop_copies` tells them."""
    with store.reading() as tx:
        access, copied = read_access(tx, settings.read_identity(tx)), copies_in(tx)
        revoked = set(settings.read(tx, REVOKED, list[str], []))
        found = []
        for peer in peers.peers(tx):
            copies = copied.get(peer.device, NONE)
            standing = "upstream" if peer.is_upstream else "revoked" if peer.device in revoked else "let_in"
            found.append(
                _described(peer.device, peer.name, standing)
                | {"regions": list(access.regions_of(peer.device))}
                | {"last_bundle": peer.last_number or None, "last_delivery": peer.last_bundle_at}
                | as_keys(copies)
                | {"lives": copies.lives}
            )
        for candidate in invitations.candidates(tx):
            found.append(
                _described(candidate.device, candidate.device_name, "waiting")
                | {"regions": [], "last_bundle": None, "last_delivery": None}
                | as_keys(NONE)
                | {"lives": 1}
            )
    return found


def _described(device: str, name: str, standing: str) -> dict[str, Any]:
    words = list(words_of(device))
    return {"device": device[:8], "key": device, "words": words, "name": name, "standing": standing}

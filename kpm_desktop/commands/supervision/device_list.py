"""`kpm device list`: the devices that report here, those that wait, the supervisors reported to, and those that
report elsewhere."""

from collections import Counter
from typing import Any

from kpm_desktop.commands.bundles.laptop_copies import NONE, as_keys, copies_in
from kpm_desktop.commands.review.set_aside import days_in
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers, revoked, standing, waiting
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR
from kpm_desktop.sync.words import words_of


def device_list(store: Store) -> list[dict[str, Any]]:
    """Per device: `device` (8 hex digits), `key`, `words`, `name`, `role`, `standing` (upstream, let_in, revoked,
    waiting, or elsewhere for one somebody else let in), `regions`, `last_bundle` (number) and `last_delivery`
    (instant), `waiting` (changes nobody vouches for yet), `set_aside` (changes that do not count) and `release`: per
    day of those, the changes to name to count everything up to it; `copies`, `copied_since`, `both_in_use` and `lives`
    as `laptop_copies` tells them. One that waits says `why` (a code)."""
    with store.reading() as tx:
        return _List(tx, read_access(tx, settings.read_identity(tx))).all()


class _List:
    def __init__(self, tx: Transaction, access: Access) -> None:
        self._tx, self._access, self._revoked = tx, access, standing.revoked(tx)
        self._copies = copies_in(tx)
        self._waiting: Counter[str] = Counter()
        for kept in waiting.waiting(tx):
            self._waiting[kept.device] += kept.count

    def all(self) -> list[dict[str, Any]]:
        known = peers.peers(self._tx)
        asked = invitations.candidates(self._tx)
        met = {self._access.own, *(peer.device for peer in known), *(each.device for each in asked)}
        return [
            *(self._peer(peer) for peer in known),
            *(
                self._described(each.device, each.device_name, "waiting")
                | {"regions": list(each.regions), "why": each.code.partition(".")[2]}
                for each in asked
            ),
            *(self._elsewhere(device) for device in sorted(self._access.proved.held) if device not in met),
        ]

    def _peer(self, peer: Peer) -> dict[str, Any]:
        let_in = "upstream" if peer.is_upstream else "let_in"
        standing = "revoked" if peer.device in self._revoked else let_in
        last = {"last_bundle": peer.last_number or None, "last_delivery": peer.last_bundle_at}
        return self._described(peer.device, peer.name, standing) | last

    def _elsewhere(self, device: str) -> dict[str, Any]:
        standing = "revoked" if device in self._revoked else "elsewhere"
        return self._described(device, self._access.proved.held[device][0].person, standing)

    def _described(self, device: str, name: str, standing: str) -> dict[str, Any]:
        regions = self._access.regions_of(device)
        supervises = any(self._access.supervises(device, code) for code in regions)
        copies = self._copies.get(device, NONE)
        aside = revoked.count_set_aside(self._tx, device=device)
        days = days_in(self._tx, device) if aside and device in self._revoked else []
        without_paper = 0 if device in self._revoked else aside
        return {
            "device": device[:8],
            "key": device,
            "words": list(words_of(device)),
            "name": name,
            "standing": standing,
            "role": (SUPERVISOR if supervises else CADRE) if regions else None,
            "regions": list(regions),
            "last_bundle": None,
            "last_delivery": None,
            "waiting": self._waiting[device] + without_paper,
            "set_aside": sum(day.count for day in days),
            "release": [{"day": f"{day.day}", "changes": day.count, "name": list(day.release)} for day in days],
            **as_keys(copies),
            "lives": copies.lives,
        }

"""Which laptops were copied or put back from a backup, since when, and whether two copies are at work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import copies, peers
from kpm_desktop.db.journal import branches
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Copies:
    """What is known of one laptop's copies.

    since: the instant the last one began to write; None where none did. both_in_use: both wrote since then;
    last_both: the instant up to which that is certain. lives: how often it began anew by its own word, the first time
    included. was_put_back: this very laptop began anew. runs: how many runs of its streams stand beside each other.
    """

    since: str | None = None
    both_in_use: bool = False
    last_both: str | None = None
    lives: int = 1
    was_put_back: bool = False
    runs: int = 1

    @property
    def count(self) -> int:
        """How many runs of the same numbers there are, as far as is seen: 1 for nearly every laptop."""
        return 1 if self.since is None else 2


NONE = Copies()
#: From so many runs on the laptop is named as one with which something is wrong.
MANY_PIECES = branches.MANY_PIECES


def copies_in(tx: Transaction) -> Mapping[str, Copies]:
    """The laptops with more than one copy or life, by their keys; of the rest nothing."""
    lives = {peer.device: max(len(peers.answers(tx, peer.no)), 1) for peer in peers.peers(tx)}
    found: dict[str, Copies] = {device: Copies(lives=count) for device, count in lives.items() if count > 1}
    for fork in copies.forks(tx):
        known = found.get(fork.device, NONE)
        both = [at for at in (known.last_both, fork.older_until if fork.both_in_use else None) if at]
        found[fork.device] = Copies(
            since=max(known.since or "", fork.since),
            both_in_use=known.both_in_use or fork.both_in_use,
            last_both=max(both, default=None),
            lives=lives.get(fork.device, 1),
            runs=known.runs + 1,
        )
    return found


def own_copies(store: Store) -> Copies:
    """What is known of this laptop's own."""
    with store.reading() as tx:
        return own_copies_in(tx)


def own_copies_in(tx: Transaction) -> Copies:
    """The same within an open transaction."""
    found = copies_in(tx).get(settings.read_identity(tx).device, NONE)
    return replace(found, was_put_back=peers.began_anew(tx))


def as_keys(found: Copies) -> dict[str, object]:
    """The keys `kpm` prints of it."""
    return {"copies": found.count, "copied_since": found.since, "both_in_use": found.both_in_use}

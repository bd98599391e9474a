"""What supervisors told this laptop: that it is revoked, where, by whom, and what of its work still counts there."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers


class ToldRevoked(msgspec.Struct, frozen=True, kw_only=True):
    """Of one region: whose order stands there, and the last changes (hashes, hex) of this laptop that count."""

    region: str
    person: str
    accepted: tuple[str, ...]


class _Word(msgspec.Struct, frozen=True):
    life: str
    number: int
    told: tuple[ToldRevoked, ...]


def keep(tx: Connection, peer_no: int, life: str, number: int, told: Iterable[ToldRevoked]) -> None:
    """Keeps what a peer says in its bundle of this number, unless the same life said something later: a restored one
    counts from below."""
    before: _Word | None = settings.read(tx, _name(peer_no), _Word)
    word = _Word(life, number, tuple(told))
    if before is None and not word.told:
        return
    if before is None or before.life != life or before.number < number:
        settings.write(tx, _name(peer_no), word)


def told_revoked(tx: Connection) -> list[ToldRevoked]:
    """What those say to whom this laptop reports, by region."""
    found = []
    for peer in peers.peers(tx, "is_upstream = 1"):
        word: _Word | None = settings.read(tx, _name(peer.no), _Word)
        found += list(word.told) if word is not None else []
    return sorted(found, key=lambda each: (each.region, each.person))


def regions_told(tx: Connection, peer_no: int) -> frozenset[str]:
    """The regions of which a peer said that this laptop is revoked there: it tells nothing more of what it holds of
    others there."""
    word: _Word | None = settings.read(tx, _name(peer_no), _Word)
    return frozenset(each.region for each in word.told) if word is not None else frozenset()


def _name(peer_no: int) -> str:
    return f"told_revoked:{peer_no}"

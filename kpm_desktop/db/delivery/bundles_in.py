"""Bundles taken in, by their bytes, so that the same file again costs one look."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

#: How many are remembered, whoever sent them; an older one that comes again costs another look.
MOST = 20_000
#: How many bundles of laptops nobody knows are listed: who sends without end hides nobody's.
MOST_OF_STRANGERS = 20


@dataclass(frozen=True, slots=True)
class Known:
    """A bundle that came before."""

    device: str
    number: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A bundle in the history: who brought it, its number, and when it was taken (UTC)."""

    device: str
    number: int
    taken_at: str


def find(tx: Connection, digest: bytes) -> Known | None:
    """The bundle of these bytes, by SHA-256, where nothing of it was left to come again."""
    row = tx.exec_driver_sql(
        "SELECT device, number FROM bundle_in WHERE sha256 = ? AND is_whole = 1", (digest,)
    ).first()
    return None if row is None else Known(*row)


def note(tx: Connection, digest: bytes, of: TakenIn, life: str, *, is_whole: bool) -> None:
    """Remembers a bundle. is_whole: nothing of it waits or was left."""
    tx.exec_driver_sql(
        "INSERT OR REPLACE INTO bundle_in (sha256, device, life, number, taken_at, is_whole) VALUES (?, ?, ?, ?, ?, ?)",
        (digest, of.device, life, of.number, of.taken_at, int(is_whole)),
    )
    tx.exec_driver_sql("DELETE FROM bundle_in WHERE rowid <= (SELECT max(rowid) FROM bundle_in) - ?", (MOST,))


def newest(tx: Connection, most: int, known: Iterable[str]) -> list[TakenIn]:
    """The bundles taken in, the newest first: of these laptops, and few of all others together."""
    order = "ORDER BY taken_at DESC, number DESC LIMIT ?"
    names = msgspec.json.encode(sorted(known)).decode()
    found = []
    for which, limit in (("IN", most), ("NOT IN", MOST_OF_STRANGERS)):
        rows = tx.exec_driver_sql(
            "SELECT device, number, taken_at FROM bundle_in"
            f" WHERE device {which} (SELECT value FROM json_each(?)) {order}",
            (names, limit),
        )
        found += [TakenIn(*row) for row in rows]
    return sorted(found, key=lambda one: (one.taken_at, one.number), reverse=True)[:most]

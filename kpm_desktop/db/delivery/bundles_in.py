"""Bundles taken in, by their bytes, so that the same file again costs one look."""

from dataclasses import dataclass

from sqlalchemy import Connection


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


def newest(tx: Connection, most: int) -> list[TakenIn]:
    """The bundles taken in, the newest first."""
    rows = tx.exec_driver_sql(
        "SELECT device, number, taken_at FROM bundle_in ORDER BY taken_at DESC, number DESC LIMIT ?", (most,)
    )
    return [TakenIn(*row) for row in rows]

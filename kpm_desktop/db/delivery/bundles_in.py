"""Bundles taken in, by their bytes, so that the same file again costs one look."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Known:
    """A bundle that came before."""

    device: str
    number: int


def find(tx: Connection, digest: bytes) -> Known | None:
    """The bundle of these bytes, by SHA-256."""
    row = tx.exec_driver_sql("SELECT device, number FROM bundle_in WHERE sha256 = ?", (digest,)).first()
    return None if row is None else Known(*row)


def note(tx: Connection, digest: bytes, device: str, life: str, number: int, at: str) -> None:
    """Remembers a bundle."""
    tx.exec_driver_sql(
        "INSERT INTO bundle_in (sha256, device, life, number, taken_at) VALUES (?, ?, ?, ?, ?)",
        (digest, device, life, number, at),
    )


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A bundle in the history: who brought it, its number, and when it was taken (UTC)."""

    device: str
    number: int
    taken_at: str


def newest(tx: Connection, most: int) -> list[TakenIn]:
    """The bundles taken in, the newest first."""
    rows = tx.exec_driver_sql(
        "SELECT device, number, taken_at FROM bundle_in ORDER BY taken_at DESC, number DESC LIMIT ?", (most,)
    )
    return [TakenIn(*row) for row in rows]

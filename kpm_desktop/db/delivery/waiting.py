"""Ranges nobody vouches for yet: kept whole in a waiting room (`rooms.py`) until somebody does."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Waiting:
    """A range that waits: the hash of its last change, whose it is, for which region, and how many changes it has."""

    tip: bytes
    device: str
    region: str
    count: int


@dataclass(frozen=True, slots=True)
class Held:
    """What a range takes in its room. no: rises with each thing that is kept to wait."""

    no: int
    device: str
    tip: bytes
    size: int
    count: int


def keep(tx: Connection, no: int, size: int, piece: Waiting, header: str, lines: bytes) -> None:
    """Keeps a range, in the place of one that ends in the same change."""
    tx.exec_driver_sql(
        "INSERT OR REPLACE INTO waiting_range (tip, device, region, header, lines, no, size)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (piece.tip, piece.device, piece.region, header, lines, no, size),
    )


def waiting(tx: Connection) -> list[Waiting]:
    """All waiting ranges."""
    rows = tx.exec_driver_sql(
        "SELECT tip, device, region, json_extract(header, '$.last') - json_extract(header, '$.first') + 1"
        " FROM waiting_range ORDER BY device, region, tip"
    )
    return [Waiting(*row) for row in rows]


def authors(tx: Connection) -> list[tuple[str, str]]:
    """Whose work waits, and for which region."""
    rows = tx.exec_driver_sql("SELECT DISTINCT device, region FROM waiting_range ORDER BY device, region")
    return [(row[0], row[1]) for row in rows]


def tips_of(tx: Connection, device: str, region: str) -> list[bytes]:
    """The ranges of a device that wait for a region, each by the hash of its last change, in the order they came."""
    rows = tx.exec_driver_sql(
        "SELECT tip FROM waiting_range WHERE device = ? AND region = ? ORDER BY no", (device, region)
    )
    return list(rows.scalars())


def held(tx: Connection) -> list[Held]:
    """What all of them take, the oldest first."""
    rows = tx.exec_driver_sql(
        "SELECT no, device, tip, size, json_extract(header, '$.last') - json_extract(header, '$.first') + 1"
        " FROM waiting_range ORDER BY no"
    )
    return [Held(*row) for row in rows]


def first_of(tx: Connection, tip: bytes) -> int:
    """The number of a waiting range's first change."""
    found = tx.exec_driver_sql("SELECT json_extract(header, '$.first') FROM waiting_range WHERE tip = ?", (tip,))
    return int(found.scalar_one())


def content(tx: Connection, tip: bytes) -> tuple[str, bytes]:
    """A range's header and lines as they were kept."""
    row = tx.exec_driver_sql("SELECT header, lines FROM waiting_range WHERE tip = ?", (tip,)).one()
    return row[0], row[1]


def drop(tx: Connection, tip: bytes) -> None:
    """A range that was taken waits no longer."""
    tx.exec_driver_sql("DELETE FROM waiting_range WHERE tip = ?", (tip,))

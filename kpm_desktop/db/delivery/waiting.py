"""Ranges nobody vouches for yet: kept whole, never thrown away."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Waiting:
    """A range that waits: the hash of its last change, whose it is, for which region, and how many changes it has."""

    tip: bytes
    device: str
    region: str
    count: int


def keep(tx: Connection, tip: bytes, device: str, region: str, header: str, lines: bytes) -> None:
    """Keeps a range. Of two that end in the same change the longer one is kept: it holds the other."""
    tx.exec_driver_sql(
        "INSERT INTO waiting_range (tip, device, region, header, lines) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (tip) DO UPDATE SET header = excluded.header, lines = excluded.lines"
        " WHERE json_extract(excluded.header, '$.first') < json_extract(waiting_range.header, '$.first')",
        (tip, device, region, header, lines),
    )


def waiting(tx: Connection) -> list[Waiting]:
    """All waiting ranges."""
    rows = tx.exec_driver_sql(
        "SELECT tip, device, region, json_extract(header, '$.last') - json_extract(header, '$.first') + 1"
        " FROM waiting_range ORDER BY device, region, tip"
    )
    return [Waiting(*row) for row in rows]


def content(tx: Connection, tip: bytes) -> tuple[str, bytes]:
    """A range's header and lines as they were kept."""
    row = tx.exec_driver_sql("SELECT header, lines FROM waiting_range WHERE tip = ?", (tip,)).one()
    return row[0], row[1]


def drop(tx: Connection, tip: bytes) -> None:
    """A range that was taken waits no longer."""
    tx.exec_driver_sql("DELETE FROM waiting_range WHERE tip = ?", (tip,))

"""Streams as the exchange sees them: whose they are, what is sealed, the lines of a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.segments import Segment, Span
from kpm_desktop.domain.change import line_hash


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream held here; `holds_access` tells whether credentials, revocations or releases are among it. That is asked
    of regions wider than a village alone: a village's stream is shared with nobody of a narrower region."""

    no: int
    id: UUID
    region: str
    device: str
    holds_access: bool


def streams(tx: Connection) -> list[Stream]:
    """All streams with changes, by region and id."""
    rows = tx.exec_driver_sql(
        "SELECT s.no, s.id, r.code, s.device, length(r.code) < 13 AND EXISTS"
        " (SELECT 1 FROM segment g JOIN change c ON c.segment_no = g.no WHERE g.stream_no = s.no"
        " AND c.kind IN ('credential', 'revocation', 'release'))"
        " FROM stream s JOIN region r ON r.no = s.region_no"
        " WHERE EXISTS (SELECT 1 FROM segment g WHERE g.stream_no = s.no) ORDER BY r.code, s.id"
    )
    return [Stream(row[0], UUID(bytes=row[1]), row[2], row[3], bool(row[4])) for row in rows]


def seals(tx: Connection, segment: int) -> list[tuple[int, bytes]]:
    """The sealed numbers of a segment and their signatures, lowest first."""
    rows = tx.exec_driver_sql("SELECT seq, signature FROM seal WHERE segment_no = ? ORDER BY seq", (segment,))
    return [(row[0], row[1]) for row in rows]


def sealed_up_to(tx: Connection, device: str) -> dict[int, int]:
    """The greatest sealed number of each segment of a device's streams."""
    rows = tx.exec_driver_sql(
        "SELECT l.segment_no, max(l.seq) FROM stream s JOIN segment g ON g.stream_no = s.no"
        " JOIN seal l ON l.segment_no = g.no WHERE s.device = ? GROUP BY l.segment_no",
        (device,),
    )
    return {row[0]: row[1] for row in rows}


def hash_at(tx: Connection, segment: Segment, seq: int) -> bytes:
    """The full hash of a change."""
    if seq == segment.last_seq:
        return segment.tip
    line = tx.exec_driver_sql(
        "SELECT line FROM change WHERE segment_no = ? AND seq = ?", (segment.no, seq)
    ).scalar_one()
    return line_hash(line)


def lines(tx: Connection, span: Span) -> Iterator[bytes]:
    """The exact lines of a run, in order."""
    rows = tx.exec_driver_sql(
        "SELECT line FROM change WHERE segment_no = ? AND seq BETWEEN ? AND ? ORDER BY seq",
        (span.segment_no, span.first, span.last),
    ).yield_per(1000)
    for row in rows:
        yield row[0]


@dataclass(frozen=True, slots=True)
class Size:
    """What lines take in a bundle, in bytes: all of them with their newlines, and the longest."""

    whole: int = 0
    longest: int = 0

    def __add__(self, other: "Size") -> "Size":
        return Size(self.whole + other.whole, max(self.longest, other.longest))


def size_of(tx: Connection, span: Span) -> Size:
    """What the lines of a run take; none of them is read for it."""
    row = tx.exec_driver_sql(
        "SELECT coalesce(sum(length(line)) + count(*), 0), coalesce(max(length(line)), 0) FROM change"
        " WHERE segment_no = ? AND seq BETWEEN ? AND ?",
        (span.segment_no, span.first, span.last),
    ).one()
    return Size(*row)


def reach(tx: Connection, span: Span, most: int) -> int:
    """The last number of a run up to which its lines take so many bytes at most; its first where that has more."""
    rows = tx.exec_driver_sql(
        "SELECT seq, length(line) FROM change WHERE segment_no = ? AND seq BETWEEN ? AND ? ORDER BY seq",
        (span.segment_no, span.first, span.last),
    )
    taken, last = 0, span.first
    for seq, length in rows:
        taken += length + 1
        if taken > most:
            break
        last = seq
    return last


def lowest_seals(tx: Connection, stream: int) -> dict[int, tuple[int, bytes]]:
    """The lowest sealed number of each segment of a stream that has one, and its signature."""
    rows = tx.exec_driver_sql(
        "SELECT l.segment_no, min(l.seq), l.signature FROM segment g JOIN seal l ON l.segment_no = g.no"
        " WHERE g.stream_no = ? GROUP BY l.segment_no",
        (stream,),
    )
    return {row[0]: (row[1], row[2]) for row in rows}

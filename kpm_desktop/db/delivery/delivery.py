"""What of this device's records reached whom: sent, held by somebody's own word, or missing here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.db.journal.streams import Stream

Held = Mapping[int, list[Span]]


def outside(changes: HeldChanges, shared: Sequence[Stream], held: Held) -> int:
    """How many changes of these streams lie outside the held runs."""
    return sum(
        span.last - span.first + 1
        for stream in shared
        for span in segments.lacking(changes.runs(stream), held.get(stream.no, []))
    )


def with_sent(changes: HeldChanges, peer: Peer, shared: Sequence[Stream], held: Held) -> dict[int, list[Span]]:
    """The held runs and those that went out in a bundle for this peer."""
    sent = [
        Span(*span)
        for row in changes.tx.exec_driver_sql("SELECT ranges FROM bundle_out WHERE peer_no = ?", (peer.no,))
        for span in msgspec.json.decode(row[0], type=list[tuple[int, int, int]])
    ]
    return joined(changes, shared, held, sent)


def joined(changes: HeldChanges, shared: Sequence[Stream], held: Held, more: Sequence[Span]) -> dict[int, list[Span]]:
    """The held runs and some more, per stream."""
    found = segments.by_segment(more)
    return {
        stream.no: [*held.get(stream.no, []), *(span for run in changes.runs(stream) for span in found.get(run.no, ()))]
        for stream in shared
    }


def under_way(tx: Connection, peer: Peer, route: str, *, above: int, times: tuple[str, str]) -> list[Span]:
    """The runs in bundles for this peer on this route that are numbered above what it has seen and were written between
    two instants: one that is older is taken for lost, one from the future for a clock that was wrong."""
    rows = tx.exec_driver_sql(
        "SELECT ranges FROM bundle_out WHERE peer_no = ? AND route = ? AND number > ? AND created_at BETWEEN ? AND ?",
        (peer.no, route, above, *times),
    )
    return [Span(*span) for row in rows for span in msgspec.json.decode(row[0], type=list[tuple[int, int, int]])]


def was_written_to(tx: Connection, peer: Peer, route: str, *, above: int, times: tuple[str, str] = ("", "~")) -> bool:
    """Whether any such bundle went out, with or without runs in it."""
    return (
        tx.exec_driver_sql(
            "SELECT 1 FROM bundle_out WHERE peer_no = ? AND route = ? AND number > ? AND created_at BETWEEN ? AND ?",
            (peer.no, route, above, *times),
        ).first()
        is not None
    )


Hole = tuple[Stream, int, int]


def missing(tx: Connection) -> list[Hole]:
    """The numbers missing below what is held, per stream, without those declared lost."""
    lost = _lost(tx)
    return [hole for hole in _holes(tx) if not _is_lost(hole, lost)]


def given_up(tx: Connection) -> list[Hole]:
    """The missing numbers that were declared lost; what came after all is among them no longer."""
    lost = _lost(tx)
    return [hole for hole in _holes(tx) if _is_lost(hole, lost)]


def _holes(tx: Connection) -> list[Hole]:
    changes = HeldChanges(tx)
    return [(stream, first, last) for stream in changes.streams for first, last in segments.holes(changes.runs(stream))]


def _lost(tx: Connection) -> list[tuple[int, int, int]]:
    return [tuple(row) for row in tx.exec_driver_sql("SELECT stream_no, first_seq, last_seq FROM lost_range")]


def _is_lost(hole: Hole, lost: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a hole lies within what was declared lost; when some of it comes after all, the rest is lost still."""
    stream, first, last = hole
    return any(no == stream.no and low <= first and last <= high for no, low, high in lost)


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A bundle that went out: its number, for which peer, when (UTC), into which folder, and the runs it carried."""

    number: int
    peer_no: int
    at: str
    route: str
    spans: tuple[Span, ...]


def sent_bundles(tx: Connection, most: int) -> list[SentBundle]:
    """The bundles that went out, the newest first."""
    return _bundles(tx, "ORDER BY number DESC LIMIT ?", (most,))


def bundles_numbered(tx: Connection, numbers: Iterable[int]) -> list[SentBundle]:
    """The bundles of these numbers that went out."""
    wanted, found = sorted(numbers), []
    for at in range(0, len(wanted), 500):
        batch = tuple(wanted[at : at + 500])
        found += _bundles(tx, f"WHERE number IN ({','.join('?' * len(batch))})", batch)
    return found


def _bundles(tx: Connection, which: str, values: tuple[int, ...]) -> list[SentBundle]:
    rows = tx.exec_driver_sql(f"SELECT number, peer_no, created_at, route, ranges FROM bundle_out {which}", values)
    return [
        SentBundle(
            row[0],
            row[1],
            row[2],
            row[3],
            tuple(Span(*span) for span in msgspec.json.decode(row[4], type=list[tuple[int, int, int]])),
        )
        for row in rows
    ]


def last_sent(tx: Connection) -> dict[str, str]:
    """Per folder, when the newest bundle went there."""
    rows = tx.exec_driver_sql("SELECT route, max(created_at) FROM bundle_out GROUP BY route")
    return {row[0]: row[1] for row in rows}


def count_drafts(tx: Connection) -> int:
    """Half-finished answers kept as drafts."""
    number: int = tx.exec_driver_sql("SELECT count(*) FROM draft").scalar_one()
    return number


def declare_lost(tx: Connection, stream: int, first: int, last: int) -> None:
    """Numbers that will not come: they are listed no longer."""
    tx.exec_driver_sql(
        "INSERT INTO lost_range (stream_no, first_seq, last_seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (stream, first, last),
    )


def want_again(tx: Connection, stream: int, first: int, last: int) -> None:
    """Numbers that were declared lost within these are listed again."""
    tx.exec_driver_sql(
        "DELETE FROM lost_range WHERE stream_no = ? AND first_seq <= ? AND last_seq >= ?", (stream, first, last)
    )

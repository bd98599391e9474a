"""How many branches of one stream are kept: enough for any laptop that was copied, too few to drown anybody in.

A stream that is *full* goes on growing where it counts, and takes what fills its holes or an order lets count; it takes
no further branch, and nothing more of what is set aside.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.access_lines import access_lines
from kpm_desktop.db.journal.segments import ZERO
from kpm_desktop.db.tables import PARTLY

#: Pieces of one stream that are kept; of what orders set aside, or no paper vouches for, pieces and bytes.
MOST_PIECES = 1024
MOST_ASIDE_PIECES = 256
MOST_ASIDE_BYTES = 64 * 1024 * 1024
#: From so many on people are told.
MANY_PIECES = 100


class Branches:
    """The pieces of one stream while ranges of it come in."""

    def __init__(self, tx: Connection, stream: int, device: str) -> None:
        self._tx, self._device = tx, device
        runs = segments.segments_of(tx, stream)
        self._tips = {tip for tip, _ in segments.pieces(runs)}
        self._missing = {run.below for run in runs if run.parent_no is None and run.below != ZERO}
        self._is_partly = _is_partly(tx, stream)
        self._aside = _aside(tx, stream) if self._is_partly else set()
        self._bytes = _bytes_aside(tx, stream) if self._is_partly else 0
        self._ordered: set[bytes] | None = None

    @property
    def is_full(self) -> bool:
        """Whether no further branch is taken."""
        return (
            len(self._tips) >= MOST_PIECES or len(self._aside) >= MOST_ASIDE_PIECES or self._bytes >= MOST_ASIDE_BYTES
        )

    def takes(self, below: bytes, hashes: Iterable[bytes], tip: bytes) -> bool:
        """Whether an unbroken run of new changes is taken."""
        if not self.is_full:
            return True
        goes_on = below in self._tips and below not in self._aside
        return goes_on or tip in self._missing or not self._let_count().isdisjoint(hashes)

    def add(self, below: bytes, tip: bytes, size: int) -> None:
        """A run was taken."""
        goes_on = below in self._tips
        was_aside = below in self._aside
        self._tips.discard(below)
        self._aside.discard(below)
        if tip in self._missing:
            self._missing.discard(tip)
        else:
            self._tips.add(tip)
            if self._is_partly and (was_aside or not goes_on):
                self._aside.add(tip)
        if self._is_partly:
            self._bytes += size

    def _let_count(self) -> set[bytes]:
        """The changes some order about the device names."""
        if self._ordered is None:
            _, orders = access_lines(self._tx)
            named = (tip for order in orders if order.device == self._device for tip in order.tips)
            self._ordered = {bytes.fromhex(tip) for tip in named}
        return self._ordered


def may_be_full(tx: Connection, stream: int) -> bool:
    """Whether a stream has many segments, or something of it is set aside."""
    row = tx.exec_driver_sql(
        f"SELECT s.standing = {PARTLY} OR (SELECT count(*) FROM segment g WHERE g.stream_no = s.no) >= ? FROM stream s"
        " WHERE s.no = ?",
        (MANY_PIECES, stream),
    ).scalar_one()
    return bool(row)


def full_streams(tx: Connection) -> set[int]:
    """The numbers of the streams of which no further branch is taken. Only those with many segments, or of which
    something is set aside, are looked at."""
    rows = tx.exec_driver_sql(
        "SELECT s.no, s.device FROM stream s JOIN segment g ON g.stream_no = s.no GROUP BY s.no"
        f" HAVING count(*) >= ? OR s.standing = {PARTLY}",
        (MOST_ASIDE_PIECES,),
    ).all()
    return {no for no, device in rows if Branches(tx, no, device).is_full}


def _is_partly(tx: Connection, stream: int) -> bool:
    return bool(tx.exec_driver_sql(f"SELECT standing = {PARTLY} FROM stream WHERE no = ?", (stream,)).scalar_one())


def _aside(tx: Connection, stream: int) -> set[bytes]:
    """The tips of the pieces whose last change is set aside."""
    rows = tx.exec_driver_sql(
        "SELECT g.tip FROM segment g JOIN change c ON c.segment_no = g.no AND c.seq = g.last_seq"
        " WHERE g.stream_no = ? AND c.ignored = 1"
        " AND NOT EXISTS (SELECT 1 FROM segment h WHERE h.stream_no = g.stream_no AND h.below = g.tip)",
        (stream,),
    )
    return {row[0] for row in rows}


def _bytes_aside(tx: Connection, stream: int) -> int:
    size: int = tx.exec_driver_sql(
        "SELECT coalesce(sum(length(c.line)), 0) FROM segment g JOIN change c ON c.segment_no = g.no"
        " WHERE g.stream_no = ? AND c.ignored = 1",
        (stream,),
    ).scalar_one()
    return size

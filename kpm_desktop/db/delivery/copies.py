"""Laptops whose disk was copied or put back: a stream with two runs of the same numbers (docs/architecture.md)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.segments import Segment
from kpm_desktop.db.journal.streams import streams
from kpm_desktop.db.journal.undelivered import written_at


@dataclass(frozen=True, slots=True)
class Fork:
    """Where a device's stream runs on twice: from which number, both written at which instants (UTC).

    since: when the later of the two runs began. older_until: when the other one was written last, by the same clock: if
    that is later than `since`, both copies were in use.
    """

    device: str
    region: str
    first: int
    since: str
    older_until: str

    @property
    def both_in_use(self) -> bool:
        """Whether two laptops wrote side by side, and not one that went on from a backup."""
        return self.older_until > self.since


def forks(tx: Connection) -> list[Fork]:
    """Every run of every stream held here that stands beside another of the same numbers, by region and device."""
    found = []
    for stream in streams(tx):
        longest: Segment | None = None
        for run in sorted(segments.segments_of(tx, stream.no), key=lambda run: (run.first_seq, run.no)):
            if longest is not None and run.first_seq <= longest.last_seq:
                found.append(_fork(tx, stream.device, stream.region, run, longest, run.first_seq))
            if longest is None or run.last_seq > longest.last_seq:
                longest = run
    return found


def _fork(tx: Connection, device: str, region: str, run: Segment, other: Segment, first: int) -> Fork:
    begun = sorted(((written_at(tx, each.no, first), each.no) for each in (run, other)), reverse=True)
    since, newer = begun[0]
    older = other if newer == run.no else run
    return Fork(device, region, first, since, written_at(tx, older.no, older.last_seq))

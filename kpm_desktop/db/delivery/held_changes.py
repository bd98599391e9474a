"""What is held here as of one transaction: every stream with its segments, found by region without a query each.

A supervisor of three hundred villages asks for six hundred laptops what each shares; one look serves all.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from sqlalchemy import Connection

from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.branches import full_streams
from kpm_desktop.db.journal.segments import Segment
from kpm_desktop.db.journal.streams import Stream, streams
from kpm_desktop.domain.regions.coverage import has_moved, holders, is_covered


class HeldChanges:
    """Of one transaction; what is written in it afterwards is not seen."""

    def __init__(self, tx: Connection) -> None:
        self.tx = tx
        self.streams = streams(tx)
        self._runs = segments.all_segments(tx)
        self._regions = [stream.region for stream in self.streams]
        self._moved = [region for region in dict.fromkeys(self._regions) if has_moved(region)]

    def runs(self, stream: Stream) -> list[Segment]:
        """The segments of a stream."""
        return self._runs.get(stream.no, [])

    @cached_property
    def full(self) -> set[int]:
        """The numbers of the streams of which no further branch is taken."""
        return full_streams(self.tx)

    def all_runs(self) -> dict[int, list[Segment]]:
        """The segments of every stream, by the stream's number."""
        return self._runs

    def shared(self, theirs: Sequence[str]) -> list[Stream]:
        """The streams shared with a device of these regions, by region and id: those that lie inside one of them, and
        wider ones that hold credentials, revocations or releases."""
        found: set[int] = set()
        for code in theirs:
            found.update(self._between(code, code + "\0"), self._between(code + ".", code + "/"))
            for wider in holders(code) - {code}:
                found.update(at for at in self._between(wider, wider + "\0") if self.streams[at].holds_access)
        for region in self._moved:
            if is_covered(region, theirs):
                found.update(self._between(region, region + "\0"))
        return [self.streams[at] for at in sorted(found)]

    def _between(self, low: str, high: str) -> range:
        return range(bisect_left(self._regions, low), bisect_left(self._regions, high))

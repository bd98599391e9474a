"""Streams as unbroken runs: where a change hangs, which pieces are held, what somebody else lacks.

A stream is a hash tree. A *segment* is a run of changes numbered without a hole, each hanging on the one before.
A branch, or a run above a hole, is a segment of its own; `parent_no` joins it to what lies below once that is held.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.tables import PARTLY, WHOLE
from kpm_desktop.domain.change import NAME_BYTES, line_hash
from kpm_desktop.domain.merging.chains import Chains, Place

ZERO = bytes(32)


@dataclass(frozen=True, slots=True)
class Segment:
    """One run: its number, parent, the hash below its first change, its numbers and its last hash. parent_seq: the
    number of the change it hangs on, which an honest author's first number follows."""

    no: int
    parent_no: int | None
    below: bytes
    first_seq: int
    last_seq: int
    tip: bytes
    parent_seq: int | None

    @property
    def parent(self) -> Place | None:
        """Where it hangs, as far as is held."""
        return None if self.parent_no is None or self.parent_seq is None else Place(self.parent_no, self.parent_seq)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of numbers within a segment, ends included."""

    segment_no: int
    first: int
    last: int


#: One connected piece as `have` names it: its last change, and the missing hash below it (None: from the start).
Piece = tuple[bytes, bytes | None]

_COLUMNS = "no, parent_no, below, first_seq, last_seq, tip, parent_seq"


def region_no(tx: Connection, code: str) -> int:
    """The number of a region, made when first met."""
    found: int | None = tx.exec_driver_sql("SELECT no FROM region WHERE code = ?", (code,)).scalar()
    if found is None:
        found = tx.exec_driver_sql("INSERT INTO region (code) VALUES (?) RETURNING no", (code,)).scalar_one()
    return found


def stream_no(tx: Connection, stream: UUID, region: str, device: str) -> int:
    """The number of a stream, made when first met."""
    found: int | None = tx.exec_driver_sql("SELECT no FROM stream WHERE id = ?", (stream.bytes,)).scalar()
    if found is None:
        found = tx.exec_driver_sql(
            "INSERT INTO stream (id, region_no, device) VALUES (?, ?, ?) RETURNING no",
            (stream.bytes, region_no(tx, region), device),
        ).scalar_one()
    return found


def segments_of(tx: Connection, stream: int) -> list[Segment]:
    """All segments of a stream."""
    rows = tx.exec_driver_sql(f"SELECT {_COLUMNS} FROM segment WHERE stream_no = ? ORDER BY no", (stream,))
    return [Segment(*row) for row in rows]


def segments_in(tx: Connection, stream: UUID) -> list[Segment]:
    """All segments of a stream given by its id; none where nothing is held of it."""
    found = tx.exec_driver_sql("SELECT no FROM stream WHERE id = ?", (stream.bytes,)).scalar()
    return [] if found is None else segments_of(tx, found)


def segments_of_device(tx: Connection, device: str) -> list[Segment]:
    """All segments of a device's streams."""
    columns = ", ".join("g." + name for name in _COLUMNS.split(", "))
    rows = tx.exec_driver_sql(
        f"SELECT {columns} FROM stream s JOIN segment g ON g.stream_no = s.no WHERE s.device = ? ORDER BY g.no",
        (device,),
    )
    return [Segment(*row) for row in rows]


def all_segments(tx: Connection) -> dict[int, list[Segment]]:
    """The segments of every stream, by the stream's number."""
    found: dict[int, list[Segment]] = {}
    for row in tx.exec_driver_sql(f"SELECT stream_no, {_COLUMNS} FROM segment ORDER BY no"):
        found.setdefault(row[0], []).append(Segment(*row[1:]))
    return found


def at_or_below(tx: Connection, segments: Mapping[int, Segment], tips: Iterable[str]) -> dict[int, int]:
    """What of these segments lies at or below some changes (full hashes, hex): of each segment the highest number. Down
    from each until where something is missing or was met before."""
    found: dict[int, int] = {}
    for tip in sorted(tips):
        at = _place(tx, segments, bytes.fromhex(tip))
        while at is not None and at[0] in segments and found.get(at[0], 0) < at[1]:
            found[at[0]] = at[1]
            at = segments[at[0]].parent
    return found


def chains(tx: Connection) -> Chains:
    """How all segments hang together."""
    rows = tx.exec_driver_sql("SELECT no, parent_no, parent_seq FROM segment WHERE parent_no IS NOT NULL")
    return Chains({row[0]: Place(row[1], row[2]) for row in rows})


@dataclass(frozen=True, slots=True)
class OwnEnd:
    """Where an author goes on writing: its stream, its region, and the place and hash of what it wrote there last
    itself (None and zeros: nothing)."""

    stream_no: int
    region_no: int
    place: Place | None
    tip: bytes


def own_end(tx: Connection, stream: UUID, region: str, device: str) -> OwnEnd:
    """Where an author goes on in its own stream, which is made when first written to: never on what came in, as nobody
    here was shown it when writing."""
    row = tx.exec_driver_sql(
        "SELECT s.no, s.region_no, c.segment_no, c.seq, c.line FROM stream s LEFT JOIN change c ON c.no = s.written"
        " WHERE s.id = ?",
        (stream.bytes,),
    ).first()
    if row is None:
        return OwnEnd(stream_no(tx, stream, region, device), region_no(tx, region), None, ZERO)
    return OwnEnd(row[0], row[1], *((None, ZERO) if row[2] is None else (Place(row[2], row[3]), line_hash(row[4]))))


def extend(tx: Connection, end: OwnEnd, last_seq: int, tip: bytes) -> int:
    """Lets an author's stream grow to a new end and gives the number of the segment."""
    return place_run(tx, end.stream_no, end.tip, end.place.seq + 1 if end.place else 1, last_seq, tip)


def note_written(tx: Connection, stream: int, segment: int, seq: int) -> None:
    """Remembers what an author wrote last itself."""
    tx.exec_driver_sql(
        "UPDATE stream SET written = (SELECT no FROM change WHERE segment_no = ? AND seq = ?) WHERE no = ?",
        (segment, seq, stream),
    )


def place_run(tx: Connection, stream: int, below: bytes, first_seq: int, last_seq: int, tip: bytes) -> int:
    """Finds or makes the segment for a run of new changes and gives its number."""
    found = _holding(tx, stream, below)
    if found is not None:
        parent, seq = found
        if parent.last_seq == seq == first_seq - 1 and not _has_child_at(tx, below, stream):
            tx.exec_driver_sql("UPDATE segment SET last_seq = ?, tip = ? WHERE no = ?", (last_seq, tip, parent.no))
            return parent.no
    at = (None, None) if found is None else (found[0].no, found[1])
    no: int = tx.exec_driver_sql(
        "INSERT INTO segment (stream_no, parent_no, parent_seq, below, first_seq, last_seq, tip)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING no",
        (stream, *at, below, first_seq, last_seq, tip),
    ).scalar_one()
    return no


def last_number(tx: Connection, stream: int) -> int:
    """The highest number held of a stream in any of its branches; 0 for none."""
    found: int = tx.exec_driver_sql(
        "SELECT coalesce(max(last_seq), 0) FROM segment WHERE stream_no = ?", (stream,)
    ).scalar_one()
    return found


def join_orphans(tx: Connection, stream: int, new: Iterable[tuple[bytes, Place]]) -> None:
    """Joins segments that waited for changes now held: `new`, each with its full hash."""
    waiting = tx.exec_driver_sql(
        "SELECT no, below FROM segment WHERE stream_no = ? AND parent_no IS NULL AND below != ?", (stream, ZERO)
    ).all()
    if waiting:
        held = dict(new)
        joined = [(*held[below], no) for no, below in waiting if below in held]
        if joined:
            tx.exec_driver_sql("UPDATE segment SET parent_no = ?, parent_seq = ? WHERE no = ?", joined)


def misnumbered(segments: Iterable[Segment]) -> set[int]:
    """The segments whose numbers do not follow those of what they hang on, and all that hang on one of these: no
    honest author wrote them, and none counts."""
    found: set[int] = set()
    above: dict[int, list[int]] = {}
    for segment in segments:
        if segment.parent_no is not None:
            above.setdefault(segment.parent_no, []).append(segment.no)
            if segment.parent_seq != segment.first_seq - 1:
                found.add(segment.no)
    to_visit = list(found)
    while to_visit:
        new = [no for no in above.get(to_visit.pop(), ()) if no not in found]
        found.update(new)
        to_visit += new
    return found


def note_misnumbered(tx: Connection, stream: int) -> None:
    """A stream in which a number does not follow counts in part: it is to be judged (`delivery/standing.py`)."""
    tx.exec_driver_sql(
        f"UPDATE stream SET standing = {PARTLY} WHERE no = ? AND standing = {WHOLE}"
        " AND EXISTS (SELECT 1 FROM segment g WHERE g.stream_no = stream.no AND g.parent_seq != g.first_seq - 1)",
        (stream,),
    )


def _holding(tx: Connection, stream: int, tip: bytes) -> tuple[Segment, int] | None:
    """The segment that holds the change of a full hash, and that change's number."""
    if tip == ZERO:
        return None
    row = tx.exec_driver_sql(
        f"SELECT c.line, c.seq, {', '.join('s.' + c for c in _COLUMNS.split(', '))} FROM change c"
        " JOIN segment s ON s.no = c.segment_no WHERE c.name = ? AND s.stream_no = ?",
        (tip[:NAME_BYTES], stream),
    ).first()
    return None if row is None or line_hash(row[0]) != tip else (Segment(*row[2:]), row[1])


def _has_child_at(tx: Connection, below: bytes, stream: int) -> bool:
    found = tx.exec_driver_sql("SELECT 1 FROM segment WHERE below = ? AND stream_no = ?", (below, stream)).first()
    return found is not None


def pieces(segments: list[Segment]) -> list[Piece]:
    """The connected pieces of one stream, as `have` lists them, sorted."""
    continued = {segment.below for segment in segments if segment.parent_no is not None}
    roots = _roots(segments)
    found = [
        (segment.tip, None if roots[segment.no] == ZERO else roots[segment.no])
        for segment in segments
        if segment.tip not in continued
    ]
    return sorted(found, key=lambda piece: (piece[0], piece[1] or b""))


def _roots(segments: list[Segment]) -> dict[int, bytes]:
    """The hash below the lowest segment each hangs on, every segment asked once."""
    by_no = {segment.no: segment for segment in segments}
    roots: dict[int, bytes] = {}
    for segment in segments:
        way = []
        while segment.no not in roots and segment.parent_no is not None:
            way.append(segment.no)
            segment = by_no[segment.parent_no]
        root = roots.setdefault(segment.no, segment.below)
        roots.update(dict.fromkeys(way, root))
    return roots


def held_spans(tx: Connection, segments: list[Segment], theirs: Iterable[Piece]) -> list[Span]:
    """Which of our changes somebody holds who named these pieces: down from each tip to its missing hash. Where two
    ways down meet, the second ends: what lies below was found by the first, which reaches at least as deep."""
    by_no = {segment.no: segment for segment in segments}
    found = []
    for tip, missing in theirs:
        at = _place(tx, by_no, tip)
        if at is not None:
            found.append((0 if missing is None else _number(tx, by_no, missing), missing, at))
    spans: list[Span] = []
    covered: dict[int, int] = {}
    for _, missing, at in sorted(found, key=lambda piece: piece[0]):
        stop = None if missing is None else _place(tx, by_no, missing)
        spans += _down(by_no, at, stop, missing, covered)
    return spans


def _number(tx: Connection, by_no: Mapping[int, Segment], missing: bytes) -> int:
    place = _place(tx, by_no, missing)
    return 0 if place is None else place[1]


def _down(
    by_no: Mapping[int, Segment],
    at: tuple[int, int],
    stop: tuple[int, int] | None,
    missing: bytes | None,
    covered: dict[int, int],
) -> Iterator[Span]:
    no, last = at
    while True:
        segment = by_no[no]
        ends_here = stop is not None and stop[0] == no and stop[1] <= last
        first = stop[1] + 1 if ends_here and stop is not None else segment.first_seq
        known = covered.get(no)
        if known is not None:
            first = max(first, known + 1)
        if first <= last:
            yield Span(no, first, last)
            covered[no] = last
        if ends_here or known is not None or segment.parent is None or segment.below == missing:
            return
        no, last = segment.parent


def in_both(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """What two sets of runs have in common."""
    theirs = by_segment(other)
    found = []
    for no, mine in by_segment(one).items():
        both = iter(theirs.get(no, ()))
        their = next(both, None)
        for span in mine:
            while their is not None and their.last < span.first:
                their = next(both, None)
            while their is not None and their.first <= span.last:
                found.append(Span(no, max(span.first, their.first), min(span.last, their.last)))
                if their.last > span.last:
                    break
                their = next(both, None)
    return found


def by_segment(spans: Iterable[Span]) -> dict[int, list[Span]]:
    """Runs by their segment, in order, those that overlap or touch as one."""
    found: dict[int, list[Span]] = {}
    for span in sorted(spans, key=lambda span: (span.segment_no, span.first)):
        known = found.setdefault(span.segment_no, [])
        if known and span.first <= known[-1].last + 1:
            known[-1] = Span(span.segment_no, known[-1].first, max(known[-1].last, span.last))
        else:
            known.append(span)
    return found


def _place(tx: Connection, by_no: Mapping[int, Segment], tip: bytes) -> tuple[int, int] | None:
    row = tx.exec_driver_sql("SELECT segment_no, seq, line FROM change WHERE name = ?", (tip[:NAME_BYTES],)).first()
    return None if row is None or row[0] not in by_no or line_hash(row[2]) != tip else (row[0], row[1])


def lacking(segments: list[Segment], held: Iterable[Span]) -> list[Span]:
    """Everything of these segments outside the held spans."""
    covered: dict[int, list[Span]] = {}
    for span in held:
        covered.setdefault(span.segment_no, []).append(span)
    found = []
    for segment in segments:
        at = segment.first_seq
        for span in sorted(covered.get(segment.no, []), key=lambda s: s.first):
            if span.first > at:
                found.append(Span(segment.no, at, span.first - 1))
            at = max(at, span.last + 1)
        if at <= segment.last_seq:
            found.append(Span(segment.no, at, segment.last_seq))
    return found


def holes(segments: list[Segment]) -> list[tuple[int, int]]:
    """The numbers missing below pieces that do not begin at the start, as (first, last), each once. What ends just
    below such a piece without being joined to it is another branch and fills nothing."""
    found = set()
    ends = [0, *sorted(segment.last_seq for segment in segments)]
    for segment in segments:
        if segment.parent_no is None and segment.below != ZERO:
            missing = segment.first_seq - 1
            found.add((ends[bisect_left(ends, missing) - 1] + 1 if missing > 0 else 1, missing))
    return sorted(found)

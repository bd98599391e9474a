"""What goes out: everything held of the shared regions that the receiver's last `have` lacks, whoever wrote it.

One rule for both directions, data up and receipts down (docs/architecture.md, "The exchange"). Work and room grow with
what is held, however many branches a stream has.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import HaveMap, Peer
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal import streams as stored
from kpm_desktop.db.journal.access_lines import access_lines
from kpm_desktop.db.journal.intake import keep_seal
from kpm_desktop.db.journal.segments import Segment, Span
from kpm_desktop.db.journal.streams import Size, Stream
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.strict import MAX_LINE
from kpm_desktop.sync import seal
from kpm_desktop.sync.header import Have, Range
from kpm_desktop.sync.range_proof import MAX_RANGE_BYTES, MAX_RANGE_CHANGES
from kpm_desktop.sync.seal import SigningKey

#: An author seals whenever so many changes, or so many bytes of their lines, stand below no seal.
SPLIT = 5000
SPLIT_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One range on its way: what the header says of it, the runs its lines come from, and what they take."""

    piece: Range
    spans: tuple[Span, ...]
    size: Size

    @property
    def is_taken(self) -> bool:
        """Whether any receiver takes a range of this size."""
        small = self.piece.count <= MAX_RANGE_CHANGES and self.size.whole <= MAX_RANGE_BYTES
        return small and self.size.longest <= MAX_LINE

    def lines(self, tx: Transaction) -> Iterator[bytes]:
        """Its lines, read as they are needed."""
        return chain.from_iterable(stored.lines(tx, span) for span in self.spans)


def seal_own(tx: Transaction, identity: Identity) -> None:
    """Seals this device's streams at their ends and at every split, as an author does at every export."""
    key = SigningKey.from_hex(identity.signing_secret)
    held_changes = HeldChanges(tx)
    sealed = stored.sealed_up_to(tx, identity.device)
    for stream in held_changes.streams:
        if stream.device == identity.device:
            for segment in held_changes.runs(stream):
                at = sealed.get(segment.no, segment.first_seq - 1)
                _seal(tx, key, stream, segment, Span(segment.no, at + 1, segment.last_seq))


def seal_within(tx: Transaction, identity: Identity, changes: HeldChanges, found: Outgoing) -> None:
    """Seals own work anew where an earlier program put more under one seal than a receiver takes."""
    key = SigningKey.from_hex(identity.signing_secret)
    (stream,) = (each for each in changes.streams if each.id == found.piece.stream)
    by_no = {segment.no: segment for segment in changes.runs(stream)}
    for span in found.spans:
        _seal(tx, key, stream, by_no[span.segment_no], span)


def _seal(tx: Transaction, key: SigningKey, stream: Stream, segment: Segment, span: Span) -> None:
    first = span.first
    while first <= span.last:
        part = Span(segment.no, first, min(first + SPLIT - 1, span.last))
        at = part.last
        if stored.size_of(tx, part).whole > SPLIT_BYTES:
            at = stored.reach(tx, part, SPLIT_BYTES)
        signature = seal.seal_range(key, stream.id, at, stored.hash_at(tx, segment, at))
        keep_seal(tx, segment.no, at, bytes.fromhex(signature))
        first = at + 1


def have_of(held_changes: HeldChanges, shared: Iterable[Stream]) -> tuple[Have, ...]:
    """What is held of these streams, piece by piece."""
    found = []
    for stream in shared:
        pieces = segments.pieces(held_changes.runs(stream))
        told = tuple((tip.hex(), low.hex() if low else None) for tip, low in pieces)
        found.append(Have(stream.region, stream.id, told, stream.no in held_changes.full))
    return tuple(found)


def full_at(held_changes: HeldChanges, receiver: Peer, shared: Sequence[Stream]) -> dict[int, set[str]]:
    """The streams of which the receiver says that it takes no further branch, with the last changes it named."""
    found: dict[int, set[str]] = {}
    counting = peers.counting_answers(peers.answers(held_changes.tx, receiver.no))
    for stream in shared:
        for answer in counting:
            if str(stream.id) in answer.full:
                pieces = answer.have.get(stream.region, {}).get(str(stream.id), [])
                found.setdefault(stream.no, set()).update(tip for tip, _ in pieces)
    return found


def held_by(held_changes: HeldChanges, receiver: Peer, shared: Sequence[Stream]) -> dict[int, list[Span]]:
    """Per stream number, the runs the receiver holds by its own word; of competing answers, what all agree on."""
    counting = peers.counting_answers(peers.answers(held_changes.tx, receiver.no))
    return {stream.no: _held_of(held_changes, stream, [answer.have for answer in counting]) for stream in shared}


def _held_of(held_changes: HeldChanges, stream: Stream, haves: list[HaveMap]) -> list[Span]:
    tx, runs = held_changes.tx, held_changes.runs(stream)
    by_answer = []
    for have in haves:
        pieces = have.get(stream.region, {}).get(str(stream.id), [])
        theirs = [(bytes.fromhex(tip), bytes.fromhex(low) if low else None) for tip, low in pieces]
        by_answer.append(segments.held_spans(tx, runs, theirs))
    if not by_answer:
        return []
    held = by_answer[0]
    for other in by_answer[1:]:
        held = segments.in_both(held, other)
    return held


#: By stream the last changes a receiver named of it that takes no further branch.
Full = Mapping[int, Collection[str]]


def plan(
    held_changes: HeldChanges, shared: Sequence[Stream], held: Mapping[int, list[Span]], full: Full
) -> Iterator[Outgoing]:
    """The ranges that bring the receiver everything outside `held`; each ends at an author's seal. Those no receiver
    takes are among them (`is_taken`). Of a stream that is full there goes what goes on from a change it named, and what
    an order lets count."""
    for stream in shared:
        runs = held_changes.runs(stream)
        lacking = segments.lacking(runs, held.get(stream.no, []))
        if lacking and stream.no in full:
            lacking = _going_on(held_changes.tx, stream, runs, lacking, full[stream.no])
        if lacking:
            yield from _Cutter(held_changes.tx, stream, runs).ranges(lacking)


def _going_on(
    tx: Transaction, stream: Stream, runs: list[Segment], lacking: Iterable[Span], named: Collection[str]
) -> list[Span]:
    by_no = {run.no: run for run in runs}
    _, orders = access_lines(tx)
    tips = {tip for order in orders if order.device == stream.device for tip in order.tips}
    let_count = segments.at_or_below(tx, by_no, tips)

    def below(span: Span) -> str:
        run = by_no[span.segment_no]
        return (run.below if span.first == run.first_seq else stored.hash_at(tx, run, span.first - 1)).hex()

    return [span for span in lacking if let_count.get(span.segment_no, 0) >= span.first or below(span) in named]


class _Cutter:
    """Cuts what is lacking of one stream into ranges."""

    def __init__(self, tx: Transaction, stream: Stream, runs: list[Segment]) -> None:
        self._tx = tx
        self._stream = stream
        self._runs = {run.no: run for run in runs}
        self._planned: dict[int, int] = {}

    def ranges(self, lacking: Iterable[Span]) -> Iterator[Outgoing]:
        """From below upwards, so that what went along as the proof of a lower run is not sent twice."""
        for span in sorted(lacking, key=lambda span: (span.first, span.segment_no)):
            first = max(span.first, self._planned.get(span.segment_no, 0) + 1)
            if first <= span.last:
                yield from self._cut(Span(span.segment_no, first, span.last))

    def _cut(self, span: Span) -> Iterator[Outgoing]:
        """Ranges of about SPLIT changes from the start of a run to the first seal at or above its end."""
        sealed = stored.seals(self._tx, span.segment_no)
        numbers = [seq for seq, _ in sealed]
        first = span.first
        while first <= span.last:
            lowest = bisect_left(numbers, first)
            if lowest == len(numbers):
                yield from self._across(Span(span.segment_no, first, self._runs[span.segment_no].last_seq))
                return
            enough = min(bisect_left(numbers, span.last), len(numbers) - 1)
            at = self._furthest(span.segment_no, first, numbers, lowest, enough)
            seq, mark = sealed[at]
            run = Span(span.segment_no, first, seq)
            yield self._outgoing((run,), stored.size_of(self._tx, run), mark)
            first = seq + 1

    def _furthest(self, no: int, first: int, numbers: list[int], lowest: int, enough: int) -> int:
        """The seal furthest up that is near enough, by changes and by bytes."""
        at = max(lowest, min(bisect_right(numbers, first + SPLIT - 1) - 1, enough))
        span = Span(no, first, numbers[at])
        if at > lowest and stored.size_of(self._tx, span).whole > SPLIT_BYTES:
            at = max(lowest, bisect_right(numbers, stored.reach(self._tx, span, SPLIT_BYTES)) - 1)
        return at

    @cached_property
    def _above(self) -> dict[int, list[Segment]]:
        """The segments that go on from the last change of each."""
        found: dict[int, list[Segment]] = defaultdict(list)
        for run in self._runs.values():
            parent = self._runs.get(run.parent_no) if run.parent_no is not None else None
            if parent is not None and run.below == parent.tip:
                found[parent.no].append(run)
        return found

    @cached_property
    def _proof(self) -> dict[int, tuple[int, bytes] | int]:
        """Per segment its lowest seal, or the number of the segment above it that leads to one; none has neither."""
        found: dict[int, tuple[int, bytes] | int] = {}
        lowest = stored.lowest_seals(self._tx, self._stream.no)
        for run in sorted(self._runs.values(), key=lambda run: -run.first_seq):
            if run.no in lowest:
                found[run.no] = lowest[run.no]
            else:
                leading = next((above.no for above in self._above.get(run.no, ()) if above.no in found), None)
                if leading is not None:
                    found[run.no] = leading
        return found

    def _across(self, begun: Span) -> Iterator[Outgoing]:
        """A run without a seal of its own is proved by a seal in a segment that goes on from its last change."""
        spans, no = [begun], begun.segment_no
        upwards = [above for above in self._above.get(no, ()) if above.no in self._proof]
        if not upwards:
            return
        no = upwards[0].no
        while isinstance(way := self._proof[no], int):
            spans.append(Span(no, self._runs[no].first_seq, self._runs[no].last_seq))
            no = way
        seq, mark = way
        spans.append(Span(no, self._runs[no].first_seq, seq))
        size = sum((stored.size_of(self._tx, span) for span in spans), start=Size())
        outgoing = self._outgoing(tuple(spans), size, mark)
        taken = spans if outgoing.is_taken else spans[:-1]
        self._planned |= {span.segment_no: span.last for span in taken}
        yield outgoing

    def _outgoing(self, spans: tuple[Span, ...], size: Size, mark: bytes) -> Outgoing:
        stream, last = self._stream, spans[-1]
        tip = stored.hash_at(self._tx, self._runs[last.segment_no], last.last).hex()
        piece = Range(stream.id, stream.region, stream.device, spans[0].first, last.last, tip, mark.hex())
        return Outgoing(piece, spans, size)

"""What goes out: everything held of the shared regions that the receiver's last `have` lacks, whoever wrote it.

One rule for both directions, data up and receipts down (docs/architecture.md, "The exchange").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import HaveMap, Peer
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal import streams as stored
from kpm_desktop.db.journal.intake import keep_seal
from kpm_desktop.db.journal.segments import Segment, Span
from kpm_desktop.db.journal.streams import Stream
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import seal
from kpm_desktop.sync.access import Access
from kpm_desktop.sync.header import CredentialPaper, Have, Range
from kpm_desktop.sync.seal import SigningKey

SPLIT = 5000


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One range on its way: what the header says of it and the runs its lines come from."""

    piece: Range
    spans: tuple[Span, ...]

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
                _seal_segment(tx, key, stream, segment, sealed.get(segment.no, segment.first_seq - 1))


def _seal_segment(tx: Transaction, key: SigningKey, stream: Stream, segment: Segment, at: int) -> None:
    while at < segment.last_seq:
        at = min(at + SPLIT, segment.last_seq)
        signature = seal.seal_range(key, stream.id, at, stored.hash_at(tx, segment, at))
        keep_seal(tx, segment.no, at, bytes.fromhex(signature))


def have_of(held_changes: HeldChanges, shared: Iterable[Stream]) -> tuple[Have, ...]:
    """What is held of these streams, piece by piece."""
    found = []
    for stream in shared:
        pieces = segments.pieces(held_changes.tx, held_changes.runs(stream))
        found.append(
            Have(stream.region, stream.id, tuple((tip.hex(), low.hex() if low else None) for tip, low in pieces))
        )
    return tuple(found)


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
        held = _in_both(held, other)
    return held


def _in_both(one: list[Span], other: list[Span]) -> list[Span]:
    return [
        Span(a.segment_no, max(a.first, b.first), min(a.last, b.last))
        for a in one
        for b in other
        if a.segment_no == b.segment_no and max(a.first, b.first) <= min(a.last, b.last)
    ]


def plan(held_changes: HeldChanges, shared: Sequence[Stream], held: dict[int, list[Span]]) -> list[Outgoing]:
    """The ranges that bring the receiver everything outside `held`; each ends at an author's seal."""
    found: list[Outgoing] = []
    for stream in shared:
        runs = held_changes.runs(stream)
        for span in segments.lacking(runs, held.get(stream.no, [])):
            found += _cut(held_changes.tx, stream, runs, span)
    return found


def _cut(tx: Transaction, stream: Stream, runs: list[Segment], span: Span) -> Iterator[Outgoing]:
    """Ranges of about SPLIT changes from the start of a run to the first seal at or above its end."""
    by_no = {run.no: run for run in runs}
    first = span.first
    sealed = stored.seals(tx, span.segment_no)
    while first <= span.last:
        within = [(seq, mark) for seq, mark in sealed if first <= seq < first + SPLIT] or [
            (seq, mark) for seq, mark in sealed if seq >= first
        ][:1]
        if not within:
            yield from _across(tx, stream, runs, Span(span.segment_no, first, by_no[span.segment_no].last_seq))
            return
        seq, mark = within[-1]
        if seq > span.last:  # the lowest seal that covers the rest
            seq, mark = next((s, m) for s, m in within if s >= span.last)
        spans = (Span(span.segment_no, first, seq),)
        yield Outgoing(_range(tx, stream, by_no[span.segment_no], first, seq, mark), spans)
        first = seq + 1


def _across(tx: Transaction, stream: Stream, runs: list[Segment], begun: Span) -> Iterator[Outgoing]:
    """A run without a seal of its own is proved by a seal in the segment that goes on from its last change."""
    by_no = {run.no: run for run in runs}
    spans, at = [begun], by_no[begun.segment_no]
    while True:
        above = [run for run in runs if run.parent_no == at.no and run.below == at.tip]
        sealed = [(run, stored.seals(tx, run.no)) for run in above]
        found = next(((run, marks[0]) for run, marks in sealed if marks), None)
        if found is not None:
            run, (seq, mark) = found
            spans.append(Span(run.no, run.first_seq, seq))
            yield Outgoing(_range(tx, stream, run, begun.first, seq, mark), tuple(spans))
            return
        if not above:
            return
        at = above[0]
        spans.append(Span(at.no, at.first_seq, at.last_seq))


def _range(tx: Transaction, stream: Stream, ends_in: Segment, first: int, last: int, mark: bytes) -> Range:
    tip = stored.hash_at(tx, ends_in, last).hex()
    return Range(stream.id, stream.region, stream.device, first, last, tip, mark.hex())


def bundles(ranges: Sequence[Outgoing]) -> list[list[Outgoing]]:
    """Ranges in groups of about SPLIT changes; one empty group where there is nothing but a `have` to send."""
    groups: list[list[Outgoing]] = [[]]
    size = 0
    for outgoing in ranges:
        if groups[-1] and size + outgoing.piece.count > SPLIT:
            groups.append([])
            size = 0
        groups[-1].append(outgoing)
        size += outgoing.piece.count
    return groups


def papers_for(access: Access, ranges: Iterable[Outgoing]) -> tuple[CredentialPaper, ...]:
    """Every credential chain these ranges need, each paper once, and what the programme key said of its recovery."""
    needed: dict[CredentialPaper, None] = {}
    for device, region in sorted({(out.piece.device, out.piece.region) for out in ranges}):
        needed |= dict.fromkeys(access.chain(device, region))
    if needed and access.recovery is not None:
        needed[access.recovery] = None
    return tuple(needed)

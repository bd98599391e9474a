"""Streams as trees, against a model that knows only sets of changes and what each hangs on."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from unittest import mock
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.db.journal.segments import Piece, Segment, Span
from kpm_desktop.db.journal.streams import Stream, lines, streams
from kpm_desktop.domain.change import START, LooseChange, encode
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.incoming import prove
from kpm_desktop.sync.range_proof import verify_range
from kpm_desktop.sync.seal import SigningKey, seal_range
from tests.support.devices import VILLAGE, empty_journal

KEY = SigningKey.from_hex("07" * 32)
STREAM = stream_id(KEY.public, VILLAGE)
RECORD = UUID("0197c1f0-0000-7000-8000-000000000001")
many = settings(max_examples=max(40, settings().max_examples))

Nodes = frozenset[int]


@dataclass(frozen=True)
class Node:
    """A change: its number, its place in the tree (-1: the start) and its line."""

    seq: int
    parent: int
    line: bytes

    @property
    def hash(self) -> bytes:
        return hashlib.sha256(self.line).digest()


@dataclass(frozen=True)
class Tree:
    """Everything a device ever wrote for a region, copies of its disk included; which changes it sealed."""

    nodes: tuple[Node, ...]
    sealed: Nodes

    def hash(self, at: int) -> bytes:
        return bytes(32) if at < 0 else self.nodes[at].hash

    def path(self, at: int) -> list[int]:
        """From a change down to the start."""
        found = []
        while at >= 0:
            found.append(at)
            at = self.nodes[at].parent
        return found

    def named(self, digest: bytes) -> int | None:
        """The change of a hash."""
        return next((at for at, node in enumerate(self.nodes) if node.hash == digest), None)

    def pieces(self, held: Nodes) -> list[Piece]:
        """What somebody who holds these says."""
        found: list[Piece] = []
        for tip in held - {self.nodes[at].parent for at in held}:
            run = self.run(held, tip)
            lowest = self.nodes[run[-1]].parent
            found.append((self.nodes[tip].hash, None if lowest < 0 else self.hash(lowest)))
        return sorted(found, key=lambda piece: (piece[0], piece[1] or b""))

    def run(self, held: Collection[int], tip: int) -> list[int]:
        """From a change down as far as held without a gap."""
        found: list[int] = []
        for at in self.path(tip):
            if at not in held:
                break
            found.append(at)
        return found

    def said(self, held: Nodes, theirs: Sequence[Piece]) -> Nodes:
        """Which of these changes somebody holds who named those pieces."""
        found: set[int] = set()
        for tip, missing in theirs:
            at = self.named(tip)
            for below in self.run(held, at) if at is not None else []:
                if missing is not None and self.nodes[below].hash == missing:
                    break
                found.add(below)
        return frozenset(found)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Mostly a chain; now and then somebody goes on from an earlier change, or from the start."""
    nodes: list[Node] = []
    for number in range(draw(st.integers(1, 14))):
        back = draw(st.sampled_from([1, 1, 1, 1, 2, 3, 5, 99]))
        parent = max(number - back, -1)
        seq = nodes[parent].seq + 1 if parent >= 0 else 1
        prev = nodes[parent].hash.hex() if parent >= 0 else START
        nodes.append(Node(seq, parent, a_line(number, seq, prev)))
    leaves = set(range(len(nodes))) - {node.parent for node in nodes}
    sealed = leaves | draw(st.sets(st.sampled_from(range(len(nodes)))))
    return Tree(tuple(nodes), frozenset(sealed))


def a_line(number: int, seq: int, prev: str) -> bytes:
    return encode(
        LooseChange(
            kind="household",
            stream=STREAM,
            region=VILLAGE,
            seq=seq,
            prev=prev,
            id=RECORD,
            fields={"rt": str(number)},
            base={"rt": []},
            user="Ibu Sari",
            at="2025-07-01T08:30:00.000000Z",
            app="0.1.0",
        )
    )


@st.composite
def deliveries(draw: st.DrawFn, tree: Tree) -> list[list[int]]:
    """Ranges, each upwards to a sealed change, in any order and overlapping as they like."""
    found = []
    for _ in range(draw(st.integers(1, 5))):
        run = tree.path(draw(st.sampled_from(sorted(tree.sealed))))
        found.append(run[: draw(st.integers(1, len(run)))][::-1])
    return found


def range_of(tree: Tree, run: Sequence[int]) -> Range:
    last = tree.nodes[run[-1]]
    mark = seal_range(KEY, STREAM, last.seq, last.hash)
    return Range(STREAM, VILLAGE, KEY.public, tree.nodes[run[0]].seq, last.seq, last.hash.hex(), mark)


def deliver(tx: Connection, tree: Tree, runs: Sequence[Sequence[int]]) -> Nodes:
    """Takes ranges as an import does; gives the changes held."""
    for run in runs:
        intake = Intake(tx)
        intake.take(prove(range_of(tree, run), [tree.nodes[at].line for at in run]))
        intake.finish()
    return frozenset(at for run in runs for at in run)


def held_segments(tx: Connection) -> list[Segment]:
    return segments.segments_of(tx, segments.stream_no(tx, STREAM, VILLAGE, KEY.public))


def changes_of(tx: Connection, tree: Tree, spans: Sequence[Span]) -> Nodes:
    """The changes of some runs, each found by its line."""
    by_line = {node.line: at for at, node in enumerate(tree.nodes)}
    return frozenset(by_line[line] for span in spans for line in lines(tx, span))


def our_stream(tx: Connection) -> list[Stream]:
    return [stream for stream in streams(tx) if stream.id == STREAM]


@pytest.fixture(autouse=True, scope="module")
def small_split() -> Iterator[None]:
    """Ranges are cut after three changes here."""
    with mock.patch.object(outgoing, "SPLIT", 3):
        yield


@many
@given(st.data(), trees())
def test_pieces_are_what_a_set_of_changes_says(data: st.DataObject, tree: Tree) -> None:
    runs = data.draw(deliveries(tree))
    with empty_journal() as tx:
        held = deliver(tx, tree, runs)
        assert segments.pieces(held_segments(tx)) == tree.pieces(held)


@many
@given(st.data(), trees())
def test_segments_hold_every_change_once_in_unbroken_runs(data: st.DataObject, tree: Tree) -> None:
    with empty_journal() as tx:
        held = deliver(tx, tree, data.draw(deliveries(tree)))
        found = held_segments(tx)
        by_no = {segment.no: segment for segment in found}
        spans = [Span(s.no, s.first_seq, s.last_seq) for s in found]
        assert changes_of(tx, tree, spans) == held
        assert sum(span.last - span.first + 1 for span in spans) == len(held)
        for segment in found:
            below = tree.named(segment.below)
            assert (segment.parent_no is not None) == (below in held)
            if segment.parent_no is not None and below is not None:
                parent = by_no[segment.parent_no]
                assert parent.first_seq <= tree.nodes[below].seq == segment.first_seq - 1 <= parent.last_seq


@many
@given(st.data(), trees())
def test_what_somebody_holds_by_its_own_word(data: st.DataObject, tree: Tree) -> None:
    """Never more than it holds, and all of what its pieces say of our changes."""
    ours, theirs = data.draw(deliveries(tree)), data.draw(deliveries(tree))
    they_hold = frozenset(at for run in theirs for at in run)
    with empty_journal() as tx:
        held = deliver(tx, tree, ours)
        spans = segments.held_spans(tx, held_segments(tx), tree.pieces(they_hold))
        found = changes_of(tx, tree, spans)
        assert found == tree.said(held, tree.pieces(they_hold))
        assert found <= they_hold
        assert changes_of(tx, tree, segments.lacking(held_segments(tx), spans)) == held - found


@many
@given(st.data(), trees())
def test_holes_are_named_where_something_is_missing(data: st.DataObject, tree: Tree) -> None:
    with empty_journal() as tx:
        held = deliver(tx, tree, data.draw(deliveries(tree)))
        found = segments.holes(held_segments(tx))
        missing = {tree.nodes[at].parent for at in held} - held - {-1}
        assert {last for _, last in found} == {tree.nodes[at].seq for at in missing}
        assert all(1 <= first <= last for first, last in found)
        assert len(set(found)) == len(found)


@many
@given(st.data(), st.integers(2, 14))
def test_holes_of_a_chain_are_the_missing_numbers(data: st.DataObject, length: int) -> None:
    nodes: list[Node] = []
    for number in range(length):
        prev = nodes[-1].hash.hex() if nodes else START
        nodes.append(Node(number + 1, number - 1, a_line(number, number + 1, prev)))
    tree = Tree(tuple(nodes), frozenset(range(length)))
    with empty_journal() as tx:
        held = deliver(tx, tree, data.draw(deliveries(tree)))
        found = {seq for first, last in segments.holes(held_segments(tx)) for seq in range(first, last + 1)}
        assert found == {at + 1 for at in range(max(held)) if at not in held}


@many
@given(st.data(), trees())
def test_a_plan_covers_what_the_receiver_lacks_and_is_proved(data: st.DataObject, tree: Tree) -> None:
    ours, theirs = data.draw(deliveries(tree)), data.draw(deliveries(tree))
    they_hold = frozenset(at for run in theirs for at in run)
    with empty_journal() as tx:
        held = deliver(tx, tree, ours)
        (stream,) = our_stream(tx)
        spans = segments.held_spans(tx, held_segments(tx), tree.pieces(they_hold))
        lacking = held - changes_of(tx, tree, spans)
        planned: set[int] = set()
        for out in outgoing.plan(HeldChanges(tx), [stream], {stream.no: spans}, {}):
            sent = list(out.lines(tx))
            verify_range(out.piece, sent)
            run = [at for at, node in enumerate(tree.nodes) if node.line in sent]
            planned.update(run)
            assert run[0] in lacking
            spare = run[max(at for at, change in enumerate(run) if change in lacking) + 1 :]
            assert not {change for change in spare[:-1] if has_seal(tx, tree, change)}, "it ends at the next seal"
        assert lacking <= planned <= held


def has_seal(tx: Connection, tree: Tree, at: int) -> bool:
    node = tree.nodes[at]
    found = tx.exec_driver_sql(
        "SELECT 1 FROM seal s JOIN change c ON c.segment_no = s.segment_no AND c.seq = s.seq WHERE c.name = ?",
        (node.hash[:16],),
    )
    return found.first() is not None


def send(sender: Connection, receiver: Connection) -> int:
    """One bundle's worth of ranges from one journal to another, by the other's pieces; gives how many ranges."""
    count = 0
    theirs = segments.pieces(held_segments(receiver))
    for stream in our_stream(sender):
        spans = segments.held_spans(sender, held_segments(sender), theirs)
        for out in outgoing.plan(HeldChanges(sender), [stream], {stream.no: spans}, {}):
            intake = Intake(receiver)
            intake.take(prove(out.piece, list(out.lines(sender))))
            intake.finish()
            count += 1
    return count


@many
@given(st.data(), trees())
def test_two_journals_become_one(data: st.DataObject, tree: Tree) -> None:
    with empty_journal() as one, empty_journal() as other:
        held = deliver(one, tree, data.draw(deliveries(tree))) | deliver(other, tree, data.draw(deliveries(tree)))
        send(one, other)
        send(other, one)
        send(one, other)
        for tx in (one, other):
            assert segments.pieces(held_segments(tx)) == tree.pieces(held)
        assert send(one, other) == send(other, one) == 0

"""Trees of one author whose hashes agree in part: a name is the first 16 bytes of a hash, and nothing is taken for
something else that only begins like it. Two journals get pieces of a tree in any order and cut anywhere, and become
one; judged against a model that knows only what each change hangs on."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from kpm_desktop.db.delivery import standing
from kpm_desktop.db.journal import chain, segments
from kpm_desktop.db.journal.intake import Intake
from kpm_desktop.db.journal.segments import Piece
from kpm_desktop.domain import change
from kpm_desktop.domain.change import START
from kpm_desktop.sync.header import Range
from kpm_desktop.sync.incoming import prove
from kpm_desktop.sync.seal import seal_range
from tests.db.journal.test_segments import KEY, STREAM, a_line, held_segments, send
from tests.support.devices import VILLAGE, empty_journal

many = settings(max_examples=max(60, settings().max_examples))
#: In how many of their 32 bytes two hashes agree.
ALIKE = [8, 16, 24, 31]
_NUMBER = re.compile(rb'"rt":"(\d+)"')

Nodes = frozenset[int]


@dataclass(frozen=True)
class Node:
    """A change, or a hash nobody has a line for (a ghost). parent: its place in the tree, -1 for the start."""

    seq: int
    parent: int
    hash: bytes
    line: bytes = b""

    @property
    def is_ghost(self) -> bool:
        return not self.line


@dataclass(frozen=True)
class Tree:
    """What an author wrote, on other changes of hers or on ghosts. begins: by number, how the hash of a line begins
    that is made to agree with another's."""

    nodes: tuple[Node, ...]
    begins: dict[int, bytes]

    @property
    def lines(self) -> Nodes:
        return frozenset(at for at, node in enumerate(self.nodes) if not node.is_ghost)

    def below(self, held: Nodes, at: int) -> list[int]:
        """From a change down as far as held."""
        found = []
        while at in held:
            found.append(at)
            at = self.nodes[at].parent
        return found

    def follows(self, at: int) -> bool:
        """Whether its number is that of what it hangs on and one."""
        node = self.nodes[at]
        return node.parent < 0 or node.seq == self.nodes[node.parent].seq + 1

    def pieces(self, held: Nodes) -> list[Piece]:
        found: list[Piece] = []
        for tip in held - {self.nodes[at].parent for at in held}:
            missing = self.nodes[self.below(held, tip)[-1]].parent
            found.append((self.nodes[tip].hash, None if missing < 0 else self.nodes[missing].hash))
        return sorted(found, key=lambda piece: (piece[0], piece[1] or b""))

    def counting(self, held: Nodes, tips: Sequence[int]) -> Nodes:
        """What lies at or below some changes, what is numbered wrongly left out with all above it."""
        reached = {each for tip in tips for each in self.below(held, tip)}
        return frozenset(
            at
            for at in reached
            if all(self.follows(one) for one in self.below(held, at) if self.nodes[one].parent in held)
        )

    @contextmanager
    def hashed(self) -> Iterator[None]:
        """Hashes are what the tree says they are."""
        with mock.patch.object(change, "hashlib", SimpleNamespace(sha256=self._sha256)):
            yield

    def _sha256(self, line: bytes) -> SimpleNamespace:
        return SimpleNamespace(digest=lambda: self.digest(line))

    def digest(self, line: bytes) -> bytes:
        found = _NUMBER.search(line)
        assert found is not None
        begin = self.begins.get(int(found[1]), b"")
        return begin + hashlib.sha256(line).digest()[len(begin) :]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Mostly a chain. Now and then a ghost stands beside a change, and what comes next may hang on it; a hash begins
    like another's; a number does not follow."""
    tree = Tree((), {})
    for number in range(draw(st.integers(2, 14))):
        nodes, real = tree.nodes, sorted(tree.lines)
        what = draw(st.sampled_from(["line", "line", "line", "ghost", "alike"])) if real else "line"
        if what == "ghost":
            twin = nodes[draw(st.sampled_from(real[-3:]))]
            alike = draw(st.sampled_from(ALIKE))
            made = twin.hash[:alike] + hashlib.sha256(b"%d" % number).digest()[alike:]
            tree = Tree((*nodes, Node(twin.seq, -1, made)), tree.begins)
            continue
        if what == "alike":  # not in all of its name: of two changes of one name one is kept
            tree.begins[number] = nodes[draw(st.sampled_from(real))].hash[:8]
        parent = max(number - draw(st.sampled_from([1, 1, 1, 1, 2, 3, 5, 99])), -1)
        skipped = draw(st.sampled_from([0] * 9 + [1])) if parent >= 0 else 0
        seq = nodes[parent].seq + 1 + skipped if parent >= 0 else 1
        line = a_line(number, seq, nodes[parent].hash.hex() if parent >= 0 else START)
        tree = Tree((*nodes, Node(seq, parent, tree.digest(line), line)), tree.begins)
    return tree


@st.composite
def deliveries(draw: st.DrawFn, tree: Tree) -> list[list[int]]:
    """Ranges that end anywhere and are cut anywhere, in any order and overlapping as they like."""
    found = []
    for _ in range(draw(st.integers(1, 5))):
        run = []
        for at in tree.below(tree.lines, draw(st.sampled_from(sorted(tree.lines)))):
            run.append(at)
            if not tree.follows(at):
                break
        found.append(run[: draw(st.integers(1, len(run)))][::-1])
    return found


def deliver(tx: Connection, tree: Tree, runs: Sequence[Sequence[int]]) -> Nodes:
    """Takes ranges as an import does; gives the changes held."""
    for run in runs:
        first, last = tree.nodes[run[0]], tree.nodes[run[-1]]
        mark = seal_range(KEY, STREAM, last.seq, last.hash)
        piece = Range(STREAM, VILLAGE, KEY.public, first.seq, last.seq, last.hash.hex(), mark)
        intake = Intake(tx)
        intake.take(prove(piece, [tree.nodes[at].line for at in run]))
        intake.finish()
    return frozenset(at for run in runs for at in run)


def held_in(tx: Connection, tree: Tree, which: str = "1") -> list[int]:
    """The changes of a journal, each found by its line."""
    by_line = {node.line: at for at, node in enumerate(tree.nodes)}
    return sorted(by_line[line] for line in tx.exec_driver_sql(f"SELECT line FROM change WHERE {which}").scalars())


def check_parents(tx: Connection, tree: Tree, held: Nodes) -> None:
    """What is joined hangs on a change of that whole hash, and whatever is held is joined to."""
    by_hash = {tree.nodes[at].hash: at for at in held}
    for segment in held_segments(tx):
        assert (segment.parent is not None) == (segment.below in by_hash)
        if segment.parent is not None:
            where = "SELECT line FROM change WHERE segment_no = ? AND seq = ?"
            line = tx.exec_driver_sql(where, tuple(segment.parent)).scalar_one()
            assert tree.digest(line) == segment.below


@many
@given(st.data(), trees())
def test_two_journals_become_one_whatever_hashes_begin_alike(data: st.DataObject, tree: Tree) -> None:
    with tree.hashed(), empty_journal() as one, empty_journal() as other:
        held = deliver(one, tree, data.draw(deliveries(tree))) | deliver(other, tree, data.draw(deliveries(tree)))
        for _ in range(2):
            send(one, other)
            send(other, one)
        assert send(one, other) == send(other, one) == 0
        accepted = data.draw(st.lists(st.sampled_from(range(len(tree.nodes))), max_size=3))
        for tx in (one, other):
            assert held_in(tx, tree) == sorted(held), "nothing is lost"
            assert segments.pieces(held_segments(tx)) == tree.pieces(held)
            check_parents(tx, tree, held)
            assert chain.broken(tx) == []
            accept(tx, tree, accepted)
            assert held_in(tx, tree, "ignored = 0") == sorted(tree.counting(held, accepted))


def accept(tx: Connection, tree: Tree, tips: Sequence[int]) -> None:
    """Sets aside what does not lie at or below some changes, as an order says that names their hashes."""
    by_no = {run.no: run for run in held_segments(tx)}
    reach = segments.at_or_below(tx, by_no, [tree.nodes[tip].hash.hex() for tip in tips])
    (stream,) = standing.streams_in(tx, VILLAGE)
    standing.mark(tx, stream, reach, {})

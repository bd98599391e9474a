"""Ranges put together to bundles, measured before they are packed: packing itself decides nothing and never fails.

Measured is what lines take before they are compressed, so that what fits does not depend on how well it compresses.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from kpm_desktop.sync.header import CredentialPaper, Have, Header, header_lines
from kpm_desktop.sync.outgoing import SPLIT, Outgoing

MEBIBYTE = 1024 * 1024
#: What one bundle holds at most. Its ranges come to about SPLIT changes, so that a laptop needs little memory for one,
#: and a flashdisk pulled out loses little.
MOST_RANGE_BYTES = 40 * MEBIBYTE
MOST_HEAD_BYTES = 16 * MEBIBYTE
MOST_HEAD_LINES = 100_000
MOST_PAPERS = 2000
MOST_CHANGES = 200_000
#: Of the header, what is told of what is held here. What finds no room there counts as not held, and comes again.
MOST_HAVE_BYTES = 8 * MEBIBYTE

PapersFor = Callable[[str, str], Sequence[CredentialPaper]]
_encode = msgspec.json.Encoder().encode
#: A piece as JSON: two hashes in quotes, brackets and commas.
_PIECE_BYTES = 2 * 66 + 4
_HAVE_BYTES = 160


@dataclass(slots=True)
class Parcel:
    """What goes into one bundle: ranges, and every credential chain they need, each paper once."""

    ranges: list[Outgoing] = field(default_factory=list)
    papers: dict[CredentialPaper, None] = field(default_factory=dict)

    @property
    def changes(self) -> int:
        """How many changes it carries."""
        return sum(out.piece.count for out in self.ranges)


class _Room:
    """What is taken of one bundle."""

    def __init__(self, lasting: Sequence[bytes]) -> None:
        self.parcel = Parcel()
        self._changes = self._bytes = 0
        self._head_lines = len(lasting)
        self._head_bytes = sum(map(len, lasting)) + len(lasting)

    def takes(self, out: Outgoing, chain: Sequence[CredentialPaper]) -> bool:
        """Puts a range in, where it fits beside what is there. An empty bundle also takes one of more than SPLIT
        changes."""
        new = [paper for paper in chain if paper not in self.parcel.papers]
        changes, size = self._changes + out.piece.count, self._bytes + out.size.whole
        head_lines = self._head_lines + 1 + len(new)
        head_bytes = self._head_bytes + sum(len(_encode(line)) + 1 for line in (out.piece, *new))
        fits = (
            changes <= (SPLIT if self.parcel.ranges else MOST_CHANGES)
            and size <= MOST_RANGE_BYTES
            and head_lines <= MOST_HEAD_LINES
            and head_bytes <= MOST_HEAD_BYTES
            and len(self.parcel.papers) + len(new) <= MOST_PAPERS
        )
        if fits:
            self._changes, self._bytes, self._head_lines, self._head_bytes = changes, size, head_lines, head_bytes
            self.parcel.ranges.append(out)
            self.parcel.papers |= dict.fromkeys(new)
        return fits


def parcels(ranges: Iterable[Outgoing], lasting: Header, papers_for: PapersFor) -> tuple[list[Parcel], list[Outgoing]]:
    """Ranges in the bundles they go in, one empty where there is nothing but a `have` to send; and those that are left
    out alone, as no bundle or no receiver takes them. lasting: what the header of each of these bundles says besides.
    """
    lines = header_lines(lasting)
    rooms, left_out = [_Room(lines)], []
    for out in ranges:
        chain = papers_for(out.piece.device, out.piece.region)
        if out.is_taken and rooms[-1].takes(out, chain):
            continue
        fresh = _Room(lines)
        if out.is_taken and fresh.takes(out, chain):
            rooms.append(fresh)
        else:
            left_out.append(out)
    return [room.parcel for room in rooms], left_out


def within_room(have: Iterable[Have]) -> tuple[Have, ...]:
    """What is held, as far as a header has room for it, in the order it is written."""
    return tuple(_within_room(sorted(have, key=lambda line: (line.region, str(line.stream)))))


def _within_room(have: Iterable[Have]) -> Iterator[Have]:
    room = MOST_HAVE_BYTES
    for line in have:
        room -= _HAVE_BYTES
        fitting = line.pieces[: max(0, room // _PIECE_BYTES)]
        room -= len(fitting) * _PIECE_BYTES
        if room > 0:
            yield line if len(fitting) == len(line.pieces) else Have(line.region, line.stream, fitting, line.full)

"""One range of a bundle: how large it may be, and whether its chain and its author's seal hold."""

import re
from collections.abc import Iterable, Sequence

from kpm_desktop.domain.change import line_hash
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync import seal
from kpm_desktop.sync.header import Range

#: Of one range: its changes, and the bytes of their lines with the newlines.
MAX_RANGE_CHANGES = 20_000
MAX_RANGE_BYTES = 40 * 1024 * 1024

_KIND_STARTS = len(b'{"kind":"')
_HASH = re.compile(rb"[0-9a-f]{64}")
_START = b"0" * 64
_PREV = b',"prev":"'


def as_far_as_taken(piece: Range, lines: Iterable[bytes]) -> list[bytes]:
    """The lines of a range, or of one larger than any receiver takes no more than show it to be."""
    found: list[bytes] = []
    size = 0
    if piece.count <= MAX_RANGE_CHANGES:
        for line in lines:
            found.append(line)
            size += len(line) + 1
            if size > MAX_RANGE_BYTES:
                break
    return found


def verify_range(piece: Range, lines: Sequence[bytes]) -> list[bytes]:
    """The 32-byte hash of every line of a range, once its chain and its author's seal are proved.

    Takes strict lines, as an `Opened` gives them. Refuses (`bundle.range_large`) what no author puts under one seal,
    and (`bundle.range_broken`) a stream that is not the device's, a line of another stream, region or number, a broken
    chain, another tip or a wrong seal.
    """
    if piece.count > MAX_RANGE_CHANGES or sum(map(len, lines)) + len(lines) > MAX_RANGE_BYTES:
        raise refused("bundle.range_large", first=piece.first, last=piece.last, device=piece.device[:8])
    hashes = _chained(piece, lines)
    tip = hashes[-1] if hashes else b""
    own = piece.stream == stream_id(piece.device, piece.region)
    whole = len(hashes) == piece.count and tip.hex() == piece.tip
    if not (own and whole and seal.range_is_sealed(piece.device, piece.stream, piece.last, tip, piece.seal)):
        raise _broken(piece)
    return hashes


def _chained(piece: Range, lines: Sequence[bytes]) -> list[bytes]:
    place = f'","stream":"{piece.stream}","region":"{piece.region}","seq":'.encode()
    prev = _first_prev(piece, place, lines)
    hashes = []
    for seq, line in enumerate(lines, piece.first):
        if not line.startswith(b'%b%d%b%b","id":"' % (place, seq, _PREV, prev), line.find(b'"', _KIND_STARTS)):
            raise _broken(piece)
        digest = line_hash(line)
        hashes.append(digest)
        prev = digest.hex().encode()
    return hashes


def _first_prev(piece: Range, place: bytes, lines: Sequence[bytes]) -> bytes:
    """What the first line says is before it: zeros exactly where the stream starts."""
    line = lines[0] if lines else b""
    at = line.find(b'"', _KIND_STARTS) + len(place) + len(str(piece.first)) + len(_PREV)
    prev = line[at : at + 64]
    if not _HASH.fullmatch(prev) or (prev == _START) != (piece.first == 1):
        raise _broken(piece)
    return prev


def _broken(piece: Range) -> Refused:
    return refused("bundle.range_broken", first=piece.first, last=piece.last, device=piece.device[:8])

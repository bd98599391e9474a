"""What comes in: each range proved by its own chain and seal, judged by the limits, kept waiting or taken."""

import msgspec
import zstandard

from kpm_desktop.db.delivery.peers import HaveMap
from kpm_desktop.db.journal.intake import ProvenRange
from kpm_desktop.domain.change import exact_change
from kpm_desktop.domain.judge import judge
from kpm_desktop.sync.header import Have, Range
from kpm_desktop.sync.range_proof import verify_range


def prove(piece: Range, lines: list[bytes]) -> ProvenRange:
    """A range whose chain and seal hold, each change judged; refused otherwise."""
    hashes = verify_range(piece, lines)
    below = _prev(lines[0])
    return ProvenRange(
        stream=piece.stream,
        region=piece.region,
        device=piece.device,
        first=piece.first,
        seal=bytes.fromhex(piece.seal),
        below=below,
        lines=lines,
        hashes=hashes,
        judged=judge(lines, map(exact_change, lines), piece.region),
    )


def _prev(line: bytes) -> bytes:
    at = line.index(b',"prev":"') + 9
    return bytes.fromhex(line[at : at + 64].decode())


def have_map(lines: tuple[Have, ...]) -> HaveMap:
    """A sender's `have` as it is kept."""
    found: HaveMap = {}
    for line in lines:
        found.setdefault(line.region, {})[str(line.stream)] = list(line.pieces)
    return found


def wrapped(proven: ProvenRange) -> tuple[str, bytes]:
    """A range kept whole until somebody vouches for it: its header as JSON and its lines compressed."""
    last = proven.first + len(proven.lines) - 1
    tip, mark = proven.hashes[-1].hex(), proven.seal.hex()
    piece = Range(proven.stream, proven.region, proven.device, proven.first, last, tip, mark)
    return msgspec.json.encode(piece).decode(), zstandard.compress(b"\n".join(proven.lines))


def unwrapped(header: str, lines: bytes) -> ProvenRange:
    """What `wrapped` kept, proved again."""
    return prove(msgspec.json.decode(header, type=Range), zstandard.decompress(lines).split(b"\n"))

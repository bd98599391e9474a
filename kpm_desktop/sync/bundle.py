"""The file that travels: packed for named receivers, opened only when everything in it holds together.

Layout, limits and the order of the checks are specified in docs/bundle-format.md.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.change import Change
from kpm_desktop.domain.errors import Reason, Refused, reason, refused
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.domain.strict import MAX_LINE, read_change, strict_line
from kpm_desktop.sync import seal
from kpm_desktop.sync.frame import FrameWriter, check_frame, read_lines
from kpm_desktop.sync.header import (
    HEAD,
    Header,
    HeadLine,
    Manifest,
    Range,
    gather,
    header_lines,
    read_head_line,
)
from kpm_desktop.sync.seal import AgeIdentity, SigningKey

MAGIC = b"KPMSYNC1\n"
FORMAT = "kpmsync"
READER = 1

MAX_FILE = 64 * 1024 * 1024
MAX_RAW = 256 * 1024 * 1024
MAX_MANIFEST = 64 * 1024
MAX_CHANGES = 200_000
MAX_HEAD_LINES = 100_000
#: Of one range: its changes, and the bytes of their lines with the newlines.
MAX_RANGE_CHANGES = 20_000
MAX_RANGE_BYTES = 40 * 1024 * 1024
#: Kinds that are counted by name in the manifest; what is left is counted together.
MOST_KINDS = 63
OTHER = "other"

_BATCH = 1000
_KIND_STARTS = len(b'{"kind":"')
_KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")
_HASH = re.compile(rb"[0-9a-f]{64}")
_START = b"0" * 64
_PREV = b',"prev":"'


class NeedsNewerProgram(Refused):
    """A bundle or invitation of a later format: it waits until the program is brought up to date.

    needs: the format number a reader must know. sender: who signed it, a public key in hex; "" for an invitation.
    """

    def __init__(self, why: Reason, needs: int, sender: str = "") -> None:
        super().__init__(why)
        self.needs = needs
        self.sender = sender


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a sender says about a bundle it packs; the rest of the manifest follows from the content.

    number: the sender's running number. life: 32 hex digits. to: the receiver's signing key, "" when unknown.
    seen: the newest number seen from the receiver, 0 when none. created_at: RFC 3339, UTC, ending in Z.
    """

    bundle_id: UUID
    number: int
    life: str
    to: str
    seen: int
    created_at: str
    app: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that passed every check that needs no journal: its lines are strict and as many as promised.

    Iterating gives each range with its lines and their typed forms, None for a change this program does not know
    whole; `verify_range` proves them.
    """

    manifest: Manifest
    header: Header
    _lines: list[bytes]
    _changes: list[Change | None]

    def __iter__(self) -> Iterator[tuple[Range, list[bytes], list[Change | None]]]:
        start = 0
        for piece in self.header.ranges:
            end = start + piece.count
            yield piece, self._lines[start:end], self._changes[start:end]
            start = end

    def lines(self, range_index: int) -> list[bytes]:
        """The lines of one range; IndexError when there is none."""
        return list(self)[range_index][1]


def bundle_name(device: str, number: int) -> str:
    """The file name of a device's bundle, `kpm-<8 hex of its key>-<number>.kpmsync`."""
    return f"kpm-{device[:8]}-{number}.kpmsync"


def pack(cover: Cover, header: Header, lines: Iterable[bytes], key: SigningKey, recipients: Sequence[str]) -> bytes:
    """The bytes of a bundle: changes (without newlines, range by range in the header's order) signed by the
    sender and encrypted to age recipients. Memory is about the compressed size.

    Whatever was planned for one bundle (`packing.py`) is packed; raises ValueError for what was not: lines other than
    the header's ranges promise, a cover or a header that is not well-formed, more than a receiver takes.
    """
    heads = header_lines(header)
    gather([read_head_line(line) for line in heads])
    writer = FrameWriter()
    writer.write(heads)
    counts = _write_changes(writer, lines)
    frame = writer.finish()
    if counts.total() != header.change_count:
        raise ValueError(f"{counts.total()} lines for ranges of {header.change_count}")
    if counts.total() > MAX_CHANGES or writer.raw_size > MAX_RAW or len(heads) > MAX_HEAD_LINES:
        raise ValueError("more than one bundle holds")
    manifest = msgspec.json.encode(_manifest(cover, counts, writer.raw_size, frame, key.public, recipients))
    msgspec.json.decode(manifest, type=Manifest)
    signature = seal.sign_manifest(key, manifest)
    payload = b"".join((MAGIC, len(manifest).to_bytes(4, "big"), manifest, signature, frame))
    data = seal.encrypt(payload, recipients)
    if len(data) > MAX_FILE or len(manifest) > MAX_MANIFEST:
        raise ValueError("more than one bundle holds")
    return data


def _write_changes(writer: FrameWriter, lines: Iterable[bytes]) -> Counter[bytes]:
    counts: Counter[bytes] = Counter()
    source = iter(lines)
    while batch := list(islice(source, _BATCH)):
        if max(map(len, batch)) > MAX_LINE:
            raise ValueError("a change line over 256 KiB")
        counts.update(line[_KIND_STARTS : line.index(b'"', _KIND_STARTS)] for line in batch)
        writer.write(batch)
    return counts


def _manifest(
    cover: Cover, counts: Counter[bytes], raw_size: int, frame: bytes, sender: str, recipients: Sequence[str]
) -> Manifest:
    return Manifest(
        format=FORMAT,
        min_reader=READER,
        bundle_id=cover.bundle_id,
        number=cover.number,
        sender=sender,
        life=cover.life,
        recipients=tuple(sorted({seal.fingerprint(recipient) for recipient in recipients})),
        seen=cover.seen,
        to=cover.to,
        counts=told_counts({kind.decode(): count for kind, count in counts.items()}),
        raw_size=raw_size,
        packed_size=len(frame),
        frame_sha256=hashlib.sha256(frame).hexdigest(),
        created_at=cover.created_at,
        app=cover.app,
    )


def told_counts(kinds: Mapping[str, int]) -> dict[str, int]:
    """How many changes of each kind, as a manifest tells it, kinds sorted: of more than 63 those of which there are
    most (of equal ones the first by name), and all others together under `other`."""
    first = sorted(kinds, key=lambda kind: (-kinds[kind], kind))[:MOST_KINDS]
    told = {kind: kinds[kind] for kind in first}
    if rest := sum(kinds.values()) - sum(told.values()):
        told[OTHER] = told.get(OTHER, 0) + rest
    return dict(sorted(told.items()))


def unpack(data: bytes, identity: AgeIdentity) -> Opened:
    """Opens a bundle with an age identity.

    Checks, in this order: size, decryption, signature, format, recipients, hash of the frame, declared sizes,
    inflation within them, header lines, strict change lines and their number. Refuses, and never
    raises anything else, whatever the bytes; `NeedsNewerProgram` for a later format.
    """
    if len(data) > MAX_FILE:
        raise refused("bundle.too_large")
    try:
        return _opened(memoryview(seal.decrypt(data, identity)), identity)
    except (ValueError, RecursionError, MemoryError):
        raise refused("bundle.damaged") from None


def _opened(payload: memoryview, identity: AgeIdentity) -> Opened:
    manifest, frame = _manifest_and_frame(payload)
    if not addressed_to(manifest, identity.recipient):
        raise refused("bundle.not_for_you")
    _check_sizes(manifest, frame)
    header, lines, changes, kinds = _read_all(frame, manifest.raw_size)
    if manifest.counts not in (kinds, told_counts(kinds)) or not all(map(_KIND.fullmatch, kinds)):
        raise refused("bundle.altered")
    return Opened(manifest, header, lines, changes)


def _manifest_and_frame(payload: memoryview) -> tuple[Manifest, memoryview]:
    start = len(MAGIC) + 4
    if bytes(payload[: len(MAGIC)]) != MAGIC:
        raise refused("bundle.not_ours")
    size = int.from_bytes(payload[len(MAGIC) : start], "big")
    end = start + size + seal.SIGNATURE_BYTES
    if size > MAX_MANIFEST or len(payload) < end:
        raise refused("bundle.damaged")
    text = bytes(payload[start : start + size])
    return _signed_manifest(text, bytes(payload[start + size : end])), payload[end:]


def _signed_manifest(text: bytes, signature: bytes) -> Manifest:
    plain = strict_line(text)
    if not seal.manifest_is_signed(str(plain.get("sender")), text, signature):
        raise refused("bundle.altered")
    if plain.get("format") != FORMAT or type(plain.get("min_reader")) is not int:
        raise refused("bundle.not_ours")
    if plain["min_reader"] > READER:
        raise NeedsNewerProgram(reason("bundle.newer"), plain["min_reader"], str(plain["sender"]))
    return msgspec.convert(plain, Manifest)


def _check_sizes(manifest: Manifest, frame: memoryview) -> None:
    if manifest.packed_size != len(frame) or manifest.frame_sha256 != hashlib.sha256(frame).hexdigest():
        raise refused("bundle.altered")
    if manifest.raw_size > MAX_RAW:
        raise refused("bundle.swells")
    check_frame(frame, manifest.raw_size)


def _read_all(frame: memoryview, raw_size: int) -> tuple[Header, list[bytes], list[Change | None], Counter[str]]:
    """The header, the change lines after it, the typed form of each, and how many there are of each kind."""
    batches = read_lines(frame, raw_size)
    heads, first_changes = _read_heads(batches)
    header = gather(heads)
    promised = header.change_count
    if promised > MAX_CHANGES:
        raise refused("bundle.too_large")
    lines: list[bytes] = []
    changes: list[Change | None] = []
    kinds: list[str] = []
    for line in islice(chain(first_changes, chain.from_iterable(batches)), promised + 1):
        kind, change = read_change(line)
        lines.append(line)
        changes.append(change)
        kinds.append(kind)
    if len(lines) != promised:
        raise refused("bundle.altered")
    return header, lines, changes, Counter(kinds)


def _read_heads(batches: Iterator[list[bytes]]) -> tuple[list[HeadLine | None], list[bytes]]:
    """The header lines, None for each that is skipped, and the changes read along with them."""
    heads: list[HeadLine | None] = []
    for batch in batches:
        for at, line in enumerate(batch):
            if not line.startswith(HEAD):
                return heads, batch[at:]
            if len(heads) == MAX_HEAD_LINES:
                raise refused("bundle.too_large")
            heads.append(read_head_line(line))
    return heads, []


def addressed_to(manifest: Manifest, recipient: str) -> bool:
    """Whether the sender meant a bundle for this age recipient, and did not merely have it passed on."""
    return seal.fingerprint(recipient) in manifest.recipients


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
        digest = hashlib.sha256(line).digest()
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


def describe(opened: Opened) -> dict[str, Any]:
    """What is inside, in plain values, for `kpm open`; holds no answer about a person."""
    manifest, header = opened.manifest, opened.header
    return {
        **msgspec.to_builtins(manifest),
        "ranges": [msgspec.to_builtins(piece) for piece in header.ranges],
        "have": [msgspec.to_builtins(line) for line in header.have],
        "credentials": [paper.statement for paper in header.credentials],
        "quarantine": [msgspec.to_builtins(note) for note in header.quarantine],
        "enrolment": header.enrolment.body if header.enrolment else None,
    }

"""The file that travels: packed for named receivers, opened only when everything in it holds together.

Layout, limits and the order of the checks are specified in docs/bundle-format.md.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.errors import Reason, Refused, reason, refused
from kpm_desktop.domain.strict import MAX_LINE, read_change, strict_line
from kpm_desktop.sync import seal
from kpm_desktop.sync.frame import FrameWriter, check_frame, read_lines
from kpm_desktop.sync.header import (
    HEAD,
    Header,
    HeadLine,
    Manifest,
    Range,
    Seen,
    gather,
    header_lines,
    read_head_line,
)
from kpm_desktop.sync.range_proof import as_far_as_taken
from kpm_desktop.sync.seal import AgeIdentity, SigningKey

MAGIC = b"KPMSYNC1\n"
FORMAT = "kpmsync"
READER = 1

MAX_FILE = 64 * 1024 * 1024
MAX_RAW = 256 * 1024 * 1024
MAX_MANIFEST = 64 * 1024
MAX_CHANGES = 200_000
MAX_HEAD_LINES = 100_000
MAX_HEAD_BYTES = 32 * 1024 * 1024
#: Of a sender nobody vouches for: the header lines that are looked through for whoever does, and the changes that are
#: read where nobody does.
GLANCE = 1024 * 1024
#: Kinds that are counted by name in the manifest; what is left is counted together.
MOST_KINDS = 63
OTHER = "other"

_BATCH = 1000
_KIND_STARTS = len(b'{"kind":"')
_KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")


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
    """A bundle that passed every check that needs no journal: its lines are strict and as many as promised. None of
    them is kept: each look at its ranges inflates them again, one after the other.

    unread: of a sender nobody vouches for, how many changes lie in it that were not looked at; their ranges are not
    among the header's. signed: the manifest as its sender signed it.
    """

    manifest: Manifest
    header: Header
    unread: int
    signed: Seen
    _frame: memoryview
    _heads: int

    def __iter__(self) -> Iterator[tuple[Range, list[bytes]]]:
        """Each range with its lines, which `verify_range` proves."""
        return ((piece, lines) for _, piece, lines in self.pick(range(len(self.header.ranges))))

    def pick(self, wanted: Container[int]) -> Iterator[tuple[int, Range, list[bytes]]]:
        """Those ranges alone, each with its place. Of one larger than any receiver takes no more lines are given than
        show it to be."""
        lines = self._lines()
        for at, piece in enumerate(self.header.ranges):
            own = islice(lines, piece.count)
            if at in wanted:
                yield at, piece, as_far_as_taken(piece, own)
            for _ in own:  # what was not asked for
                pass

    def change_lines(self) -> Iterator[bytes]:
        """Every change as it travelled."""
        return islice(self._lines(), self.header.change_count)

    def lines(self, range_index: int) -> list[bytes]:
        """The lines of one range; IndexError when there is none."""
        if not 0 <= range_index < len(self.header.ranges):
            raise IndexError(range_index)
        return next(lines for _, _, lines in self.pick((range_index,)))

    def _lines(self) -> Iterator[bytes]:
        return islice(chain.from_iterable(read_lines(self._frame, self.manifest.raw_size)), self._heads, None)


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


#: Whether somebody vouches for the sender of a bundle, its key in hex: by what is known, or by header lines of its own.
Vouched = Callable[[str, Header], bool]


def _all(sender: str, header: Header) -> bool:
    return True


def unpack(data: bytes, identity: AgeIdentity, vouched: Vouched = _all) -> Opened:
    """Opens a bundle with an age identity.

    Checks, in this order: size, decryption, signature, format, recipients, hash of the frame, declared sizes,
    inflation within them, header lines, strict change lines and their number; nothing but the header is kept of it.
    Of a sender who is not `vouched` for header lines of at most 1 MiB are read, and ranges of as much after them.
    Refuses, and never raises anything else, whatever the bytes; `NeedsNewerProgram` for a later format.
    """
    if len(data) > MAX_FILE:
        raise refused("bundle.too_large")
    try:
        return _opened(memoryview(seal.decrypt(data, identity)), identity, vouched)
    except (ValueError, RecursionError, MemoryError):
        raise refused("bundle.damaged") from None


def _opened(payload: memoryview, identity: AgeIdentity, vouched: Vouched) -> Opened:
    manifest, signed, frame = _manifest_and_frame(payload)
    if not addressed_to(manifest, identity.recipient):
        raise refused("bundle.not_for_you")
    _check_sizes(manifest, frame)
    if not vouched(manifest.sender, Header()):
        glanced = _glanced(manifest, signed, frame)
        if not vouched(manifest.sender, glanced.header):
            return glanced
    return _checked(manifest, signed, frame)


def _manifest_and_frame(payload: memoryview) -> tuple[Manifest, Seen, memoryview]:
    start = len(MAGIC) + 4
    if bytes(payload[: len(MAGIC)]) != MAGIC:
        raise refused("bundle.not_ours")
    size = int.from_bytes(payload[len(MAGIC) : start], "big")
    end = start + size + seal.SIGNATURE_BYTES
    if size > MAX_MANIFEST or len(payload) < end:
        raise refused("bundle.damaged")
    text = bytes(payload[start : start + size])
    signature = bytes(payload[start + size : end])
    return _signed_manifest(text, signature), Seen(text.decode(), signature.hex()), payload[end:]


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


def _checked(manifest: Manifest, signed: Seen, frame: memoryview) -> Opened:
    """All of it looked through once."""
    batches = read_lines(frame, manifest.raw_size)
    heads, first_changes, is_all = _read_heads(batches, MAX_HEAD_BYTES)
    if not is_all:
        raise refused("bundle.too_large")
    header = gather(heads)
    promised = _promised(header)
    lines = islice(chain(first_changes, chain.from_iterable(batches)), promised + 1)
    kinds = Counter(read_change(line)[0] for line in lines)
    if kinds.total() != promised:
        raise refused("bundle.altered")
    if manifest.counts not in (kinds, told_counts(kinds)) or not all(map(_KIND.fullmatch, kinds)):
        raise refused("bundle.altered")
    return Opened(manifest, header, 0, signed, frame, len(heads))


def _glanced(manifest: Manifest, signed: Seen, frame: memoryview) -> Opened:
    """As much of it as is read of a stranger's: the first header lines and, where those are all, the first ranges."""
    batches = read_lines(frame, manifest.raw_size)
    heads, first_changes, is_all = _read_heads(batches, GLANCE)
    header = gather(heads)
    if not is_all:
        header = msgspec.structs.replace(header, ranges=())
        return Opened(manifest, header, sum(manifest.counts.values()), signed, frame, 0)
    promised = _promised(header)
    lines = chain(first_changes, chain.from_iterable(batches))
    header = msgspec.structs.replace(header, ranges=tuple(_small_enough(header.ranges, lines)))
    return Opened(manifest, header, promised - header.change_count, signed, frame, len(heads))


def _small_enough(ranges: Iterable[Range], lines: Iterator[bytes]) -> Iterator[Range]:
    """The first ranges, their lines strict, as long as they come to no more than is read of a stranger."""
    size = 0
    for piece in ranges:
        count = 0
        for line in islice(lines, piece.count):
            size += len(line) + 1
            if size > GLANCE:
                return
            read_change(line)
            count += 1
        if count != piece.count:
            raise refused("bundle.altered")
        yield piece


def _promised(header: Header) -> int:
    if header.change_count > MAX_CHANGES:
        raise refused("bundle.too_large")
    return header.change_count


def _read_heads(batches: Iterator[list[bytes]], most: int) -> tuple[list[HeadLine | None], list[bytes], bool]:
    """The header lines, None for each that is skipped, and the changes read along with them; whether they are all or
    there are more than so many bytes."""
    heads: list[HeadLine | None] = []
    size = 0
    for batch in batches:
        for at, line in enumerate(batch):
            if not line.startswith(HEAD):
                return heads, batch[at:], True
            size += len(line) + 1
            if size > most:
                return heads, [], False
            if len(heads) == MAX_HEAD_LINES:
                raise refused("bundle.too_large")
            heads.append(read_head_line(line))
    return heads, [], True


def number_of(told: Seen, device: str) -> int:
    """The number of a bundle that a device signed; 0 where it did not."""
    try:
        manifest = _signed_manifest(told.manifest.encode(), bytes.fromhex(told.signature))
    except (ValueError, Refused):
        return 0
    return manifest.number if manifest.sender == device else 0


def addressed_to(manifest: Manifest, recipient: str) -> bool:
    """Whether the sender meant a bundle for this age recipient, and did not merely have it passed on."""
    return seal.fingerprint(recipient) in manifest.recipients


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

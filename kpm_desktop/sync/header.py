"""What a bundle says before its changes: the signed manifest and the header lines (docs/bundle-format.md)."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.strict import MAX_INTEGER, strict_line

HEAD = b'{"head":'
#: Pieces of a stream in one line; a stream of more has several lines.
MOST_PIECES = 1000

KeyHex = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
HashHex = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
SignatureHex = Annotated[str, Meta(pattern=r"\A[0-9a-f]{128}\Z")]
ChangeName = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
RegionCode = Annotated[str, Meta(pattern=r"\A[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?\Z")]
Instant = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z\Z")]
Seq = Annotated[int, Meta(ge=1, le=MAX_INTEGER)]
Size = Annotated[int, Meta(ge=0, le=MAX_INTEGER)]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The signed first part of a bundle; its bytes are this struct as compact JSON, keys in this order."""

    format: str
    min_reader: int
    bundle_id: UUID
    number: Seq
    sender: KeyHex
    life: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
    recipients: tuple[Annotated[str, Meta(pattern=r"\A[0-9a-f]{16}\Z")], ...]
    seen: Size
    to: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
    counts: dict[str, Size]
    raw_size: Size
    packed_size: Size
    frame_sha256: HashHex
    created_at: Instant
    app: Annotated[str, Meta(max_length=100)]


class Have(msgspec.Struct, frozen=True, tag_field="head", tag="have", omit_defaults=True):
    """What the sender holds of a stream: per connected piece its last change's hash and the missing `prev`
    below it, None when the piece begins at the start. In a file it may be several lines, each with some pieces. full:
    it takes no further branch of it."""

    region: RegionCode
    stream: UUID
    pieces: tuple[tuple[HashHex, HashHex | None], ...]
    full: bool = False


class CredentialPaper(msgspec.Struct, frozen=True, tag_field="head", tag="credential"):
    """A credential: the statement's exact JSON text and its issuer's signature (read by credentials.py)."""

    statement: str
    signature: SignatureHex


class QuarantineNote(msgspec.Struct, frozen=True, tag_field="head", tag="quarantine"):
    """A change whose values the sender withholds from its rows, and the code of the reason."""

    change: ChangeName
    code: Annotated[str, Meta(min_length=1, max_length=100)]


class Enrolment(msgspec.Struct, frozen=True, tag_field="head", tag="enrolment"):
    """A device introducing itself: the body's exact JSON text and its HMAC (read by invitation.py)."""

    body: str
    hmac: HashHex


class Range(msgspec.Struct, frozen=True, tag_field="head", tag="range"):
    """Consecutive changes of one stream, proved by the author's seal on the hash of the last."""

    stream: UUID
    region: RegionCode
    device: KeyHex
    first: Seq
    last: Seq
    tip: HashHex
    seal: SignatureHex

    @property
    def count(self) -> int:
        """How many lines it has."""
        return self.last - self.first + 1


class Revoked(msgspec.Struct, frozen=True, tag_field="head", tag="revoked"):
    """What a revoked receiver is told of a region: whose order stands there, and the last changes of its own stream
    that still count. Nothing else of that region goes to it."""

    region: RegionCode
    by: KeyHex
    person: Annotated[str, Meta(max_length=120)]
    accepted: Annotated[tuple[HashHex, ...], Meta(max_length=256)]


class Seen(msgspec.Struct, frozen=True, tag_field="head", tag="seen"):
    """The newest bundle that came from the receiver, as it signed it: its manifest's exact text and the signature. A
    receiver that never gave such a number is a copy, or was put back."""

    manifest: Annotated[str, Meta(max_length=64 * 1024)]
    signature: SignatureHex


HeadLine = Seen | Have | CredentialPaper | QuarantineNote | Enrolment | Revoked | Range


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """All header lines of a bundle, by what they say."""

    have: tuple[Have, ...] = ()
    credentials: tuple[CredentialPaper, ...] = ()
    quarantine: tuple[QuarantineNote, ...] = ()
    enrolment: Enrolment | None = None
    revoked: tuple[Revoked, ...] = ()
    seen: Seen | None = None
    ranges: tuple[Range, ...] = ()

    @property
    def change_count(self) -> int:
        """How many change lines follow."""
        return sum(piece.count for piece in self.ranges)


_encode = msgspec.json.Encoder().encode
_TYPES: dict[str, type[HeadLine]] = {
    "seen": Seen,
    "have": Have,
    "credential": CredentialPaper,
    "quarantine": QuarantineNote,
    "enrolment": Enrolment,
    "revoked": Revoked,
    "range": Range,
}


def header_lines(header: Header) -> list[bytes]:
    """The header lines in the order they are written, streams sorted: what tells who the sender is comes first."""
    have = sorted(header.have, key=lambda line: (line.region, str(line.stream)))
    introduction: list[HeadLine] = [header.enrolment] if header.enrolment else []
    seen: list[HeadLine] = [header.seen] if header.seen else []
    spread = chain.from_iterable(map(_spread, have))
    lines: list[HeadLine] = [*introduction, *header.credentials, *seen, *spread, *header.quarantine]
    lines += [*header.revoked, *header.ranges]
    return [_encode(line) for line in lines]


def _spread(have: Have) -> Iterator[Have]:
    for at in range(0, max(1, len(have.pieces)), MOST_PIECES):
        yield Have(have.region, have.stream, have.pieces[at : at + MOST_PIECES], have.full)


def _joined(lines: Sequence[Have]) -> tuple[Have, ...]:
    found: dict[tuple[str, UUID], list[Have]] = {}
    for line in lines:
        found.setdefault((line.region, line.stream), []).append(line)
    return tuple(
        Have(*stream, tuple(chain.from_iterable(line.pieces for line in parts)), any(line.full for line in parts))
        for stream, parts in found.items()
    )


def read_head_line(line: bytes) -> HeadLine | None:
    """A header line; None for one of a kind this program does not know, which is skipped."""
    plain = strict_line(line)
    known = _TYPES.get(str(plain["head"]))
    if known is None:
        return None
    try:
        return msgspec.convert(plain, known)
    except ValueError:
        raise refused("bundle.bad_head") from None


def gather(lines: Sequence[HeadLine | None]) -> Header:
    """Header lines as a `Header`, without the skipped, what is held of a stream as one; refuses a second introduction
    or bundle seen and reversed ranges."""
    introductions = [line for line in lines if isinstance(line, Enrolment)]
    ranges = tuple(line for line in lines if isinstance(line, Range))
    seen = [line for line in lines if isinstance(line, Seen)]
    if len(introductions) > 1 or len(seen) > 1 or any(piece.count < 1 for piece in ranges):
        raise refused("bundle.bad_head")
    return Header(
        have=_joined([line for line in lines if isinstance(line, Have)]),
        credentials=tuple(line for line in lines if isinstance(line, CredentialPaper)),
        quarantine=tuple(line for line in lines if isinstance(line, QuarantineNote)),
        enrolment=introductions[0] if introductions else None,
        revoked=tuple(line for line in lines if isinstance(line, Revoked)),
        seen=seen[0] if seen else None,
        ranges=ranges,
    )

"""Bundles as nobody honest makes them: a seeded generator of forgeries, each with what must become of it.

Everything is signed and encrypted as if by somebody who has a key of the programme, so that nothing but the forgery
itself is there to be found. A forgery says what it does (`Effect`); several are composed, and what must happen follows.
"""

import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any
from uuid import UUID

import msgspec
import zstandard

from kpm_desktop.sync import seal
from kpm_desktop.sync.bundle import MAGIC
from kpm_desktop.sync.credentials import CADRE, issue
from kpm_desktop.sync.header import CredentialPaper
from kpm_desktop.sync.seal import SigningKey
from tests.sync.sample import AT, START, VILLAGE, Party, cover, line

LARGEST = 2**53
FOREIGN = "13.71.01.1001"
INSIDE = "12.75.01.1002"


MANY_HEADS = [b'{"head":"x%d"}' % random.Random(at).randrange(10**9) for at in range(100_001)]


class Effect(IntEnum):
    """What becomes of one range, the worst last: its changes are held; it waits; it is refused by itself."""

    TAKEN = 0
    WAITS = 1
    REFUSED = 2


@dataclass
class Piece:
    """One range: what its header line says, its lines, and what must become of it."""

    head: dict[str, Any]
    lines: list[bytes]
    effect: Effect = Effect.TAKEN

    def worse(self, effect: Effect) -> None:
        """Nothing makes a range better again."""
        self.effect = max(self.effect, effect)


@dataclass
class Draft:
    """A bundle before it is packed. whole: it must be refused as a whole. newer: it must wait for a newer program."""

    pieces: list[Piece]
    sender: Party
    receiver: Party
    papers: list[CredentialPaper]
    chance: random.Random
    heads: list[bytes] = field(default_factory=list)
    manifest: dict[str, Any] = field(default_factory=dict)
    signer: SigningKey | None = None
    recipients: list[str] | None = None
    text: Callable[[bytes], bytes] = bytes
    frame: Callable[[bytes], bytes] = bytes
    payload: Callable[[bytes], bytes] = bytes
    data: Callable[[bytes], bytes] = bytes
    whole: bool = False
    newer: bool = False
    did: list[str] = field(default_factory=list)

    def packed(self) -> bytes:
        """The file."""
        papers = [msgspec.json.encode(paper) for paper in self.papers]
        heads = [*self.heads, *papers, *(encoded(piece.head) for piece in self.pieces)]
        changes = [each for piece in self.pieces for each in piece.lines]
        text = self.text(b"".join(each + b"\n" for each in [*heads, *changes]))
        frame = self.frame(zstandard.ZstdCompressor(write_checksum=True).compress(text))
        kinds = Counter(found[1].decode() for each in changes if (found := re.match(rb'\{"kind":"([^"]*)"', each)))
        said = msgspec.to_builtins(cover(to=self.receiver.device)) | {
            "format": "kpmsync",
            "min_reader": 1,
            "number": self.chance.randrange(1, 1000),
            "sender": self.sender.device,
            "recipients": [seal.fingerprint(self.receiver.age.recipient)],
            "counts": dict(sorted(kinds.items())),
            "raw_size": len(text),
            "packed_size": len(frame),
            "frame_sha256": hashlib.sha256(frame).hexdigest(),
        }
        manifest = encoded(said | self.manifest)
        signature = seal.sign_manifest(self.signer or self.sender.key, manifest)
        payload = MAGIC + len(manifest).to_bytes(4, "big") + manifest + signature + frame
        return self.data(seal.encrypt(self.payload(payload), self.recipients or [self.receiver.age.recipient]))


def encoded(value: object) -> bytes:
    """Compact JSON, as the wire has it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def run(author: Party, values: list[dict[str, Any]], first: int = 1, prev: str = START, region: str = VILLAGE) -> Piece:
    """Changes one above the other, sealed by their author."""
    lines = []
    for seq, one in enumerate(values, first):
        lines.append(line(author.device, seq, prev, region, **one))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    return sealed(author, lines, first, region)


def sealed(author: Party, lines: list[bytes], first: int, region: str = VILLAGE) -> Piece:
    """A range with its author's seal."""
    last = first + len(lines) - 1
    tip = hashlib.sha256(lines[-1]).digest()
    stream = UUID(json.loads(lines[0])["stream"])
    head = {
        "head": "range",
        "stream": str(stream),
        "region": region,
        "device": author.device,
        "first": first,
        "last": last,
        "tip": tip.hex(),
        "seal": seal.seal_range(author.key, stream, last, tip),
    }
    return Piece(head, lines)


Forgery = Callable[[Draft], None]
WHOLE: list[Forgery] = []
PARTS: list[Forgery] = []


def whole(forge: Forgery) -> Forgery:
    """A forgery that spoils the whole file."""

    def forged(draft: Draft) -> None:
        forge(draft)
        draft.whole = True
        draft.did.append(forge.__name__)

    WHOLE.append(forged)
    return forge


def part(forge: Forgery) -> Forgery:
    """A forgery that says itself what becomes of the range it touches, or that harms nothing."""

    def forged(draft: Draft) -> None:
        forge(draft)
        draft.did.append(forge.__name__)

    PARTS.append(forged)
    return forge


def cut(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text))]


def flipped(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + bytes([text[at] ^ (1 << chance.randrange(8))]) + text[at + 1 :]


def some_hex(chance: random.Random, size: int) -> str:
    return chance.randbytes(size).hex()


def any_piece(draft: Draft) -> Piece:
    return draft.chance.choice(draft.pieces)


def damage_line(draft: Draft, change: Callable[[bytes], bytes]) -> None:
    """Alters one line; its range no longer fits, unless the line is not even strict."""
    piece = any_piece(draft)
    at = draft.chance.randrange(len(piece.lines))
    piece.lines = [*piece.lines[:at], change(piece.lines[at]), *piece.lines[at + 1 :]]
    piece.worse(Effect.REFUSED)


# The file as a whole


@whole
def cut_the_file(draft: Draft) -> None:
    draft.data = lambda data: cut(data, draft.chance)


@whole
def flip_the_file(draft: Draft) -> None:
    draft.data = lambda data: flipped(data, draft.chance)


@whole
def add_to_the_file(draft: Draft) -> None:
    draft.data = lambda data: data + draft.chance.randbytes(draft.chance.randrange(1, 40))


@whole
def cut_the_payload(draft: Draft) -> None:
    draft.payload = lambda data: cut(data, draft.chance)


@whole
def flip_the_payload(draft: Draft) -> None:
    draft.payload = lambda data: flipped(data, draft.chance)


@whole
def encrypt_to_a_stranger(draft: Draft) -> None:
    draft.recipients = [Party().age.recipient]


@whole
def pass_on_what_was_for_another(draft: Draft) -> None:
    draft.manifest["recipients"] = [seal.fingerprint(Party().age.recipient)]


@whole
def sign_as_another(draft: Draft) -> None:
    draft.signer = Party().key


@whole
def name_another_sender(draft: Draft) -> None:
    draft.manifest["sender"] = draft.chance.choice([Party().device, "", "x" * 64, draft.receiver.device, None])


@whole
def lie_about_the_format(draft: Draft) -> None:
    key, value = draft.chance.choice(
        [("format", "kpmsync2"), ("format", None), ("min_reader", "1"), ("min_reader", True), ("min_reader", 1.0)]
    )
    draft.manifest[key] = value


@whole
def spoil_a_manifest_value(draft: Draft) -> None:
    spoiled: dict[str, list[Any]] = {
        "number": [0, -1, "7", 2**53 + 1, None],
        "bundle_id": ["x", 7],
        "life": ["", "1f", 5],
        "seen": [-1, "3", 2**60],
        "to": ["me", 0],
        "created_at": ["x", "2025-07-01", 5],
        "app": ["a" * 101, 1],
        "recipients": [[], ["x"], "", {}],
        "counts": [{}, {"household": -1}, {"household": 10**6}, [], {"House": 1}],
    }
    key = draft.chance.choice(sorted(spoiled))
    draft.manifest[key] = draft.chance.choice(spoiled[key])


@whole
def lie_about_sizes(draft: Draft) -> None:
    key = draft.chance.choice(["raw_size", "packed_size"])
    draft.manifest[key] = draft.chance.choice([0, 1, -1, 10**9, 2**53, 7])


@whole
def a_frame_of_another_bundle(draft: Draft) -> None:
    draft.manifest["frame_sha256"] = some_hex(draft.chance, 32)


@whole
def cut_the_frame(draft: Draft) -> None:
    draft.frame = lambda frame: frame[: draft.chance.randrange(1, len(frame))]


@whole
def flip_the_frame(draft: Draft) -> None:
    def change(frame: bytes) -> bytes:
        while (other := flipped(frame, draft.chance))[:4] == frame[:4] and _reads_the_same(other, frame):
            pass
        return other

    draft.frame = change


def _reads_the_same(one: bytes, other: bytes) -> bool:
    """A few bits of a zstd frame mean nothing."""
    try:
        return zstandard.ZstdDecompressor().decompress(one) == zstandard.ZstdDecompressor().decompress(other)
    except zstandard.ZstdError:
        return False


@whole
def a_second_frame(draft: Draft) -> None:
    more = zstandard.ZstdCompressor(write_checksum=True).compress(draft.chance.choice([b"", b"{}\n"]))
    draft.frame = lambda frame: frame + more


@whole
def a_bomb(draft: Draft) -> None:
    draft.heads.append(b'{"head":"weather","sky":"' + b"a" * 250_000 + b'"}')
    draft.heads *= 140


@whole
def more_heads_than_anybody_needs(draft: Draft) -> None:
    """Now and then: reading so many takes longer than anything else."""
    if draft.chance.randrange(50):
        a_bomb(draft)
    else:
        draft.heads += MANY_HEADS


@whole
def another_number_of_lines(draft: Draft) -> None:
    piece = any_piece(draft)
    what = draft.chance.randrange(3)
    if what == 0:
        piece.lines = piece.lines[:-1]
    elif what == 1:
        piece.lines = [*piece.lines, piece.lines[-1]]
    else:
        piece.head["last"] += draft.chance.choice([1, 1000, 200_000])


@whole
def a_head_that_is_none(draft: Draft) -> None:
    stream = str(UUID(int=draft.chance.getrandbits(128)))
    have = {"head": "have", "region": VILLAGE, "stream": stream, "pieces": []}
    draft.heads += draft.chance.choice(
        [
            [encoded(have | {"pieces": None})],
            [encoded(have | {"pieces": [[1, None]]})],
            [encoded(have | {"region": "desa"})],
            [encoded({"head": "enrolment", "body": "{}", "hmac": "x"})],
            [encoded({"head": "enrolment", "body": "{}", "hmac": "ab" * 32})],
            [encoded({"head": "enrolment", "body": "{}", "hmac": "ab" * 32})] * 2,
            [encoded({"head": "credential", "statement": 5, "signature": "ab"})],
            [encoded({"head": "quarantine", "change": "x", "code": ""})],
            [b'{"head":"weather","head":"rain"}'],
            [b'{"head":' + b"[" * 40 + b"]" * 40 + b"}"],
        ]
    )


@whole
def a_range_line_that_is_none(draft: Draft) -> None:
    key, value = draft.chance.choice(
        [
            ("stream", "x"),
            ("region", "12.75.01.1001 "),
            ("device", "x"),
            ("first", 0),
            ("first", "1"),
            ("last", 0),
            ("last", 2**53 + 1),
            ("last", 2**63),
            ("tip", "ab"),
            ("seal", "AB" * 64),
        ]
    )
    any_piece(draft).head[key] = value


@whole
def a_line_nobody_may_write(draft: Draft) -> None:
    """Text that reads in two ways, or wrongly elsewhere."""
    change = draft.chance.choice(
        [
            lambda text: text.replace(b'"app":', b'"at":"x","app":'),
            lambda text: text.replace(b'"app":', b'"app" :'),
            lambda text: text.replace(b'"fields":{', b'"fields":{"deep":' + b"[" * 30 + b"]" * 30 + b","),
            lambda text: text.replace(b'"fields":{', b'"fields":{"big":%d,' % 2**53 + b'"bigger":%d,' % (2**53 + 1)),
            lambda text: text.replace(b'"fields":{', b'"fields":{"huge":' + b"9" * 400 + b","),
            lambda text: text.replace(b'"fields":{', b'"fields":{"part":1.5,'),
            lambda text: text.replace(b'"fields":{', b'"fields":{"nan":NaN,'),
            lambda text: text.replace(b'"fields":{', '"fields":{"note":"e\u0301",'.encode()),
            lambda text: text.replace(b'"fields":{', b'"fields":{"note":"\\u0061",'),
            lambda text: text.replace(b'"fields":{', b'"fields":{"note":"\xff",'),
            lambda text: text.replace(b'"user":"', b'"user":"\x00'),
            lambda text: text.replace(b'"kind":"household"', b'"kind":"House"').replace(b'"user":', b'"User":'),
            lambda text: re.sub(rb'"at":"[^"]*"', b'"at":"2025-02-30T00:00:00.000000Z"', text),
            lambda text: re.sub(rb'"at":"[^"]*"', b'"at":"2025-07-01T00:00:00Z"', text),
            lambda text: text.replace(b'"seq":', b'"seq":0'),
            lambda text: text + b"\r",
            lambda text: text[:-1],
            lambda text: b"\xef\xbb\xbf" + text,
            lambda text: b"[]",
            lambda text: b"",
        ]
    )
    damage_line(draft, change)


# One range by itself


@part
def another_tip(draft: Draft) -> None:
    piece = any_piece(draft)
    piece.head["tip"] = some_hex(draft.chance, 32)
    piece.worse(Effect.REFUSED)


@part
def another_seal(draft: Draft) -> None:
    piece = any_piece(draft)
    piece.head["seal"] = some_hex(draft.chance, 64)
    piece.worse(Effect.REFUSED)


@part
def the_seal_of_another_range(draft: Draft) -> None:
    """Of another stream of the same author, or of another author."""
    piece = any_piece(draft)
    tip, last = bytes.fromhex(piece.head["tip"]), piece.head["last"]
    by = draft.chance.choice([Party().key, draft.sender.key])
    other = UUID(int=draft.chance.getrandbits(128))
    piece.head["seal"] = seal.seal_range(by, other, last, tip)
    piece.worse(Effect.REFUSED)


@part
def another_place_in_the_stream(draft: Draft) -> None:
    piece = any_piece(draft)
    by = draft.chance.choice([1, 5, 1000, 2**52])
    piece.head["first"] += by
    piece.head["last"] += by
    piece.worse(Effect.REFUSED)
    draft.whole |= piece.head["last"] > LARGEST


@part
def another_device(draft: Draft) -> None:
    piece = any_piece(draft)
    piece.head["device"] = draft.chance.choice([Party().device, draft.receiver.device])
    piece.worse(Effect.REFUSED)


@part
def another_region(draft: Draft) -> None:
    piece = any_piece(draft)
    piece.head["region"] = draft.chance.choice([INSIDE, "12.75", "12"])
    piece.worse(Effect.REFUSED)


@part
def a_value_the_carrier_altered(draft: Draft) -> None:
    damage_line(draft, lambda text: text.replace(b'"user":"Ibu Sari"', b'"user":"Ibu Sara"'))


@part
def a_number_the_carrier_altered(draft: Draft) -> None:
    damage_line(draft, lambda text: text.replace(b'"seq":', b'"seq":1'))


@part
def another_predecessor(draft: Draft) -> None:
    wrong = some_hex(draft.chance, 32).encode()
    damage_line(draft, lambda text: re.sub(rb'"prev":"[0-9a-f]{64}"', b'"prev":"' + wrong + b'"', text))


@part
def lines_in_another_order(draft: Draft) -> None:
    piece = any_piece(draft)
    if len(piece.lines) > 1:
        piece.lines = piece.lines[::-1]
        piece.worse(Effect.REFUSED)


@part
def lines_of_another_range(draft: Draft) -> None:
    piece = any_piece(draft)
    piece.lines = run(Party(), [{"rt": "1"}] * len(piece.lines)).lines
    piece.worse(Effect.REFUSED)


def add(draft: Draft, piece: Piece, effect: Effect) -> None:
    piece.worse(effect)
    draft.pieces.insert(draft.chance.randrange(len(draft.pieces) + 1), piece)


@part
def work_of_a_stranger(draft: Draft) -> None:
    add(draft, run(Party(), [{"rt": "1"}]), Effect.WAITS)


@part
def work_of_a_stranger_with_a_forged_paper(draft: Draft) -> None:
    """One it signed itself; one whose issuer's name was put in; one of an issuer nobody knows."""
    stranger, other = Party(), Party()
    by = draft.chance.choice([stranger.key, other.key])
    paper = issue(
        by,
        device=stranger.device,
        age=stranger.age.recipient,
        role=CADRE,
        regions=[VILLAGE],
        person="Ibu Palsu",
        issued_at=AT,
    )
    if draft.chance.random() < 0.5:
        paper = CredentialPaper(paper.statement.replace(by.public, draft.sender.device), paper.signature)
    draft.papers.append(paper)
    add(draft, run(stranger, [{"rt": "1"}]), Effect.WAITS)


@part
def papers_that_say_nothing(draft: Draft) -> None:
    text = draft.chance.choice(["", "{}", "[]", '{"device":1}', "x" * 20_001])
    draft.papers.append(CredentialPaper(text, "ab" * 64))


@part
def heads_of_a_later_version(draft: Draft) -> None:
    draft.heads.append(encoded({"head": draft.chance.choice(["later", 7, None]), "value": [1, {"a": None}]}))


@part
def a_manifest_of_a_later_version(draft: Draft) -> None:
    draft.manifest["mood"] = draft.chance.choice(["good", 3, None, [1]])


@part
def any_have(draft: Draft) -> None:
    """Whatever a sender says it holds costs it at most something sent in vain."""
    stream = str(UUID(int=draft.chance.getrandbits(128)))
    pieces = [[some_hex(draft.chance, 32), draft.chance.choice([None, some_hex(draft.chance, 32)])]]
    draft.heads.append(encoded({"head": "have", "region": VILLAGE, "stream": stream, "pieces": pieces}))


@part
def a_number_never_seen(draft: Draft) -> None:
    draft.manifest["seen"] = draft.chance.choice([0, 7, 10**6, 2**53])


@part
def the_same_range_twice(draft: Draft) -> None:
    piece = any_piece(draft)
    draft.pieces.append(Piece(dict(piece.head), list(piece.lines), piece.effect))


@part
def for_a_newer_program(draft: Draft) -> None:
    draft.manifest["min_reader"] = draft.chance.choice([2, 3, 2**53])
    draft.newer = True


def forge(draft: Draft) -> Draft:
    """One to three forgeries, at most one of them of the whole file."""
    chosen = draft.chance.sample(PARTS, draft.chance.randrange(0, 3))
    if not chosen or draft.chance.random() < 0.5:
        chosen.append(draft.chance.choice(WHOLE))
    for each in chosen:
        each(draft)
    if not draft.whole:
        draft.whole = any(json.loads(each)["seq"] > LARGEST for piece in draft.pieces for each in piece.lines)
    return draft

"""Whatever bytes arrive: refused with a sentence, or taken exactly as meant; never a crash, never more memory."""

import hashlib
import random
import tracemalloc
from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync import seal
from kpm_desktop.sync.bundle import MAGIC, MAX_RAW, NeedsNewerProgram, unpack
from kpm_desktop.sync.header import Enrolment, Have, header_lines
from tests.sync.refusals import refusing
from tests.sync.sample import RECORD, VILLAGE, Party, journal, line, sealed, small_bundle

SENDER, RECEIVER = Party(), Party()
BUNDLE = small_bundle(SENDER, RECEIVER)
PAYLOAD = seal.decrypt(BUNDLE, RECEIVER.age)
MANIFEST_END = 13 + int.from_bytes(PAYLOAD[9:13], "big")
MANIFEST = msgspec.json.decode(PAYLOAD[13:MANIFEST_END])
RUN = journal(SENDER.device, 3)
RANGE = msgspec.json.encode(sealed(SENDER.key, RUN))


def wrapped(payload: bytes) -> bytes:
    """A payload encrypted to the receiver, as anyone who knows the recipient can do."""
    return seal.encrypt(payload, [RECEIVER.age.recipient])


def signed(manifest: bytes, frame: bytes) -> bytes:
    """A bundle of any manifest text and frame, signed by a dishonest sender."""
    size = len(manifest).to_bytes(4, "big")
    return wrapped(MAGIC + size + manifest + seal.sign_manifest(SENDER.key, manifest) + frame)


def framed(frame: bytes, raw_size: int, **changes: Any) -> bytes:
    """A bundle of any frame whose manifest fits it but for the changes."""
    sizes = {"raw_size": raw_size, "packed_size": len(frame), "frame_sha256": hashlib.sha256(frame).hexdigest()}
    return signed(msgspec.json.encode(MANIFEST | sizes | changes), frame)


def compressed(text: bytes, **options: Any) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True, **options).compress(text)


def of_lines(lines: Iterable[bytes], **changes: Any) -> bytes:
    """A bundle of any lines."""
    text = b"".join(line + b"\n" for line in lines)
    return framed(compressed(text), len(text), **changes)


def test_the_honest_way_through_these_helpers_is_taken() -> None:
    assert len(list(unpack(of_lines([RANGE, *RUN]), RECEIVER.age))) == 1


def is_refused(data: bytes) -> bool:
    try:
        unpack(data, RECEIVER.age)
    except Refused:
        return True
    return False


def flipped(data: bytes, bit: int) -> bytes:
    return data[: bit // 8] + bytes([data[bit // 8] ^ (1 << bit % 8)]) + data[bit // 8 + 1 :]


def some(count: int) -> list[int]:
    """Every place of a short list, 300 of a long one."""
    return sorted(random.Random(7).sample(range(count), min(300, count)))


def assert_every_flip_is_refused(bits: Iterable[int], payload_bits: Iterable[int]) -> None:
    assert [bit for bit in bits if not is_refused(flipped(BUNDLE, bit))] == []
    assert [bit for bit in payload_bits if not is_refused(wrapped(flipped(PAYLOAD, bit)))] == []


def test_flipped_bits_are_refused() -> None:
    assert_every_flip_is_refused(some(len(BUNDLE) * 8), some(len(PAYLOAD) * 8))


@pytest.mark.slow
def test_every_flipped_bit_is_refused() -> None:
    assert_every_flip_is_refused(range(len(BUNDLE) * 8), range(len(PAYLOAD) * 8))


def assert_every_cut_is_refused(lengths: Iterable[int], payload_lengths: Iterable[int]) -> None:
    assert [length for length in lengths if not is_refused(BUNDLE[:length])] == []
    assert [length for length in payload_lengths if not is_refused(wrapped(PAYLOAD[:length]))] == []


def test_a_bundle_cut_off_is_refused() -> None:
    assert_every_cut_is_refused(some(len(BUNDLE)), some(len(PAYLOAD)))


@pytest.mark.slow
def test_a_bundle_cut_off_anywhere_is_refused() -> None:
    assert_every_cut_is_refused(range(len(BUNDLE)), range(len(PAYLOAD)))


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_refused(data: bytes) -> None:
    assert is_refused(data)
    assert is_refused(seal.AGE_MAGIC + data)
    assert is_refused(wrapped(data))
    assert is_refused(wrapped(MAGIC + data))


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_signed_bytes_are_refused(data: bytes) -> None:
    assert is_refused(signed(data, b""))
    assert is_refused(framed(data, len(data)))
    assert is_refused(framed(compressed(data), len(data)))
    assert is_refused(of_lines([RANGE, *RUN, data]))


def test_something_more_at_the_end_is_refused() -> None:
    with refusing("bundle.damaged"):
        unpack(BUNDLE + b"\0", RECEIVER.age)
    with refusing("bundle.altered"):
        unpack(wrapped(PAYLOAD + b"\0"), RECEIVER.age)


def test_a_file_too_large_is_not_even_decrypted() -> None:
    with refusing("bundle.too_large"):
        unpack(seal.AGE_MAGIC + bytes(64 * 1024 * 1024), RECEIVER.age)


MANIFESTS: dict[str, tuple[dict[str, Any], str]] = {
    "another format": ({"format": "lain"}, "not_ours"),
    "no number for a reader": ({"min_reader": True}, "not_ours"),
    "another sender": ({"sender": Party().device}, "altered"),
    "no sender": ({"sender": None}, "altered"),
    "negative number": ({"number": -1}, "damaged"),
    "number as text": ({"number": "7"}, "damaged"),
    "fraction": ({"number": 7.5}, "bad_line"),
    "life too short": ({"life": "1f"}, "damaged"),
    "no bundle id": ({"bundle_id": "x"}, "damaged"),
    "nobody": ({"recipients": []}, "not_for_you"),
    "raw size of nothing": ({"raw_size": 0}, "damaged"),
    "raw size one more": ({"raw_size": MANIFEST["raw_size"] + 1}, "damaged"),
    "raw size negative": ({"raw_size": -1}, "damaged"),
    "raw size enormous": ({"raw_size": 2**53}, "swells"),
    "raw size just too large": ({"raw_size": MAX_RAW + 1}, "swells"),
    "a kind as other": ({"counts": {"other": 3}}, "altered"),
    "another hash": ({"frame_sha256": "ab" * 32}, "altered"),
    "another packed size": ({"packed_size": 1}, "altered"),
    "other counts": ({"counts": {"household": 2, "person": 1}}, "altered"),
    "counts of nobody": ({"counts": {"household": 3, "person": 0}}, "altered"),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_false_manifest_is_refused_though_signed(name: str) -> None:
    changes, why = MANIFESTS[name]
    with refusing(f"bundle.{why}"):
        unpack(signed(msgspec.json.encode(MANIFEST | changes), PAYLOAD[MANIFEST_END + 64 :]), RECEIVER.age)


def test_a_manifest_key_of_a_later_version_is_no_harm() -> None:
    assert not is_refused(signed(msgspec.json.encode(MANIFEST | {"mood": "good"}), PAYLOAD[MANIFEST_END + 64 :]))


def test_a_later_format_waits_for_a_newer_program() -> None:
    later = msgspec.json.encode({"format": "kpmsync", "min_reader": 2, "sender": SENDER.device})
    with pytest.raises(NeedsNewerProgram):
        unpack(signed(later, b"something quite different"), RECEIVER.age)
    with refusing("bundle.altered"):
        unpack(wrapped(MAGIC + len(later).to_bytes(4, "big") + later + bytes(64)), RECEIVER.age)


def test_a_manifest_of_another_size_is_refused() -> None:
    for size in (0, 1, 65537, 2**32 - 1):
        assert is_refused(wrapped(MAGIC + size.to_bytes(4, "big") + PAYLOAD[13:]))
    long = msgspec.json.encode(MANIFEST | {"app": "a" * 65536})
    with refusing("bundle.damaged"):
        unpack(signed(long, b""), RECEIVER.age)


TEXT = b"".join(line + b"\n" for line in [RANGE, *RUN])
SIZE = len(TEXT)
FRAMES = {
    "no size": compressed(TEXT, write_content_size=False),
    "no checksum": zstandard.ZstdCompressor().compress(TEXT),
    "two frames": compressed(TEXT[:-1]) + compressed(b"\n"),
    "something more": compressed(TEXT) + b"\0",
    "an empty frame more": compressed(TEXT) + compressed(b""),
    "skippable first": b"\x50\x2a\x4d\x18\x04\0\0\0" + bytes(4) + compressed(TEXT),
    "cut off": compressed(TEXT)[:-1],
    "wrong checksum": compressed(TEXT)[:-1] + bytes([compressed(TEXT)[-1] ^ 1]),
    "not zstd": b"\x1f\x8b" + bytes(200),
    "nothing": b"",
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_false_frame_is_refused(name: str) -> None:
    with refusing("bundle.damaged", "bundle.swells"):
        unpack(framed(FRAMES[name], SIZE), RECEIVER.age)


def streamed(text: bytes, declared: int, window_log: int) -> bytes:
    """A frame that declares a size of its own in its header, whatever follows."""
    options = zstandard.ZstdCompressionParameters(window_log=window_log, write_checksum=True)
    compressor = zstandard.ZstdCompressor(compression_params=options).compressobj()
    frame = compressor.compress(text) + compressor.flush()
    assert frame[4] == 0x04
    return frame[:4] + b"\xc4" + frame[5:6] + declared.to_bytes(8, "little") + frame[6:]


def test_a_window_over_8_mib_is_refused() -> None:
    assert not is_refused(framed(streamed(TEXT, SIZE, 23), SIZE))
    with refusing("bundle.damaged"):
        unpack(framed(streamed(TEXT, SIZE, 24), SIZE), RECEIVER.age)


def test_a_bomb_is_stopped_at_its_declared_size() -> None:
    noise = random.Random(1).randbytes(50_000)
    bomb = streamed(bytes(300 * 1024 * 1024) + noise, 5_000_000, 21)
    data = framed(bomb, 5_000_000)
    tracemalloc.start()
    try:
        with refusing("bundle.swells", "bundle.too_large"):
            unpack(data, RECEIVER.age)
        assert tracemalloc.get_traced_memory()[1] < 100 * 1024 * 1024
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("text", [b"\n" * 200_000_000, b'{"head":"x"}\n' * 16_000_000], ids=["newlines", "heads"])
def test_millions_of_lines_in_a_few_kilobytes_are_stopped_early(text: bytes) -> None:
    data = framed(compressed(text), len(text))
    assert len(data) < 100_000
    tracemalloc.start()
    try:
        with refusing("bundle.bad_line", "bundle.altered", "bundle.too_large"):
            unpack(data, RECEIVER.age)
        assert tracemalloc.get_traced_memory()[1] < 40 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_a_frame_that_holds_less_than_declared_is_refused() -> None:
    with refusing("bundle.damaged"):
        unpack(framed(streamed(TEXT, SIZE + 1, 21), SIZE + 1), RECEIVER.age)


def test_a_line_too_long_is_refused() -> None:
    noise = random.Random(1).randbytes(150_000).hex()
    with refusing("bundle.too_large"):
        unpack(of_lines([line(SENDER.device, note=noise)]), RECEIVER.age)
    with refusing("bundle.too_large"):
        unpack(of_lines([noise.encode() * 2]), RECEIVER.age)


def test_the_last_line_ends_like_every_other() -> None:
    text = TEXT[:-1]
    with refusing("bundle.altered", "bundle.damaged"):
        unpack(framed(compressed(text), len(text)), RECEIVER.age)


def ranged(**changes: Any) -> bytes:
    """The range line, changed."""
    return msgspec.json.encode(msgspec.json.decode(RANGE) | changes)


HAVE = msgspec.json.encode(Have(VILLAGE, RECORD, (("ab" * 32, None),)))
INTRODUCTION = msgspec.json.encode(Enrolment("{}", "ab" * 32))
LINES = {
    "a line less": [RANGE, *RUN[:2]],
    "a line more": [RANGE, *RUN, RUN[0]],
    "no range": RUN,
    "no lines": [RANGE],
    "an empty line": [RANGE, b"", *RUN[1:]],
    "empty line at the end": [RANGE, *RUN, b""],
    "a header line among the changes": [RANGE, RUN[0], HAVE, RUN[1]],
    "a header line after them": [RANGE, *RUN, HAVE],
    "a carriage return": [RANGE, RUN[0] + b"\r", *RUN[1:]],
    "a doubled key": [RANGE, RUN[0].replace(b'"app"', b'"at":"","app"'), *RUN[1:]],
    "deep": [RANGE, RUN[0].replace(b'"household"', b"[" * 9999), *RUN[1:]],
    "deep head": [b'{"head":' + b"[" * 9999, RANGE, *RUN],
    "reversed range": [ranged(first=3, last=1), *RUN],
    "range of nothing": [ranged(first=4), *RUN],
    "range from zero": [ranged(first=0, last=2), *RUN],
    "enormous range": [ranged(last=2**53), *RUN],
    "200,001 changes": [ranged(last=200_001), *RUN],
    "seal too short": [ranged(seal="ab"), *RUN],
    "region with a newline": [ranged(region="12\n"), *RUN],
    "region in other digits": [ranged(region="١٢"), *RUN],
    "stream that is none": [ranged(stream="x"), *RUN],
    "two introductions": [INTRODUCTION, INTRODUCTION, RANGE, *RUN],
    "pieces that are none": [HAVE.replace(b"null", b"1"), RANGE, *RUN],
    "a head that is no name": [b'{"head":1}', RANGE],
    "a kind that is no name": [RANGE, RUN[0].replace(b"household", b"House"), *RUN[1:]],
}


@pytest.mark.parametrize("name", LINES)
def test_false_lines_are_refused_though_signed(name: str) -> None:
    assert is_refused(of_lines(LINES[name]))


def test_a_header_line_of_a_later_version_is_skipped() -> None:
    opened = unpack(of_lines([b'{"head":"weather","sun":true}', RANGE, *RUN]), RECEIVER.age)
    assert opened.lines(0) == RUN


def test_more_header_lines_than_anyone_needs_are_refused() -> None:
    many = b"".join(b'{"head":"x%d"}\n' % number for number in range(110_000))
    with refusing("bundle.too_large"):
        unpack(framed(compressed(many), len(many)), RECEIVER.age)


def test_header_lines_are_written_in_one_order() -> None:
    opened = unpack(of_lines([HAVE, RANGE, *RUN]), RECEIVER.age)
    assert header_lines(opened.header) == [HAVE, RANGE]

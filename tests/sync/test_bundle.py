"""What is packed comes out again, whole, in order, and only for whom it was meant."""

import hashlib
import itertools
import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.sync import bundle, range_proof, seal
from kpm_desktop.sync.bundle import addressed_to, bundle_name, describe, pack, told_counts, unpack
from kpm_desktop.sync.header import Have, Header, Range, header_lines
from kpm_desktop.sync.range_proof import verify_range
from kpm_desktop.sync.seal import AgeIdentity
from tests.sync.refusals import refusing
from tests.sync.sample import START, VILLAGE, Party, cover, full_bundle, journal, line, sealed, small_bundle

SENDER, RECEIVER, PROGRAMME = Party(), Party(), Party()


def packed(header: Header, lines: list[bytes]) -> bytes:
    return pack(cover(), header, lines, SENDER.key, [RECEIVER.age.recipient])


@settings(max_examples=30)
@given(st.lists(st.integers(1, 40), max_size=4), st.lists(st.integers(0, 2**128 - 1), unique=True, max_size=4))
def test_what_is_packed_is_unpacked(counts: list[int], streams: list[int]) -> None:
    runs = [journal(SENDER.device, count) for count in counts]
    have = tuple(Have(VILLAGE, UUID(int=number), (("ab" * 32, None),)) for number in streams)
    header = Header(have=have, ranges=tuple(sealed(SENDER.key, run) for run in runs))
    opened = unpack(packed(header, list(itertools.chain(*runs))), RECEIVER.age)
    assert [lines for _, lines in opened] == runs
    assert opened.header.ranges == header.ranges
    assert sorted(opened.header.have, key=lambda line: line.stream.int) == sorted(have, key=lambda x: x.stream.int)
    assert opened.manifest.counts == ({"household": sum(counts)} if counts else {})
    assert [len(verify_range(piece, lines)) for piece, lines in opened] == counts


def test_every_header_line_comes_through() -> None:
    recovery = AgeIdentity.generate()
    data = full_bundle(PROGRAMME.key, RECEIVER, SENDER, recovery)
    for identity in (RECEIVER.age, SENDER.age, recovery):
        header = unpack(data, identity).header
        assert len(header.have[0].pieces) == 2
        assert (len(header.credentials), len(header.quarantine), len(header.ranges)) == (2, 1, 2)
        assert header.enrolment is not None


def test_the_manifest_says_what_the_sender_said() -> None:
    manifest = unpack(small_bundle(SENDER, RECEIVER), RECEIVER.age).manifest
    assert (manifest.number, manifest.seen, manifest.sender) == (7, 3, SENDER.device)
    assert manifest.recipients == (seal.fingerprint(RECEIVER.age.recipient),)
    assert addressed_to(manifest, RECEIVER.age.recipient)
    assert not addressed_to(manifest, SENDER.age.recipient)


def test_one_range_can_be_read_alone() -> None:
    opened = unpack(full_bundle(PROGRAMME.key, RECEIVER, SENDER, AgeIdentity.generate()), RECEIVER.age)
    assert [len(opened.lines(at)) for at in (1, 0)] == [2, 5]
    with pytest.raises(IndexError):
        opened.lines(2)


def test_a_larger_bundle_is_read_in_pieces() -> None:
    run = journal(SENDER.device, 5000)
    data = packed(Header(ranges=(sealed(SENDER.key, run[:3000]), sealed(SENDER.key, run[3000:], first=3001))), run)
    assert [len(lines) for _, lines in unpack(data, RECEIVER.age)] == [3000, 2000]


def test_a_bundle_may_hold_nothing() -> None:
    opened = unpack(packed(Header(), []), RECEIVER.age)
    assert list(opened) == []
    assert opened.manifest.raw_size == 0


def test_somebody_elses_laptop_cannot_open_it() -> None:
    with refusing("bundle.not_for_you"):
        unpack(small_bundle(SENDER, RECEIVER), Party().age)


def test_what_is_passed_on_under_another_address_is_refused() -> None:
    stranger = Party()
    payload = seal.decrypt(small_bundle(SENDER, RECEIVER), RECEIVER.age)
    with refusing("bundle.not_for_you"):
        unpack(seal.encrypt(payload, [stranger.age.recipient]), stranger.age)


def test_it_can_be_described_without_an_answer_about_a_person() -> None:
    opened = unpack(full_bundle(PROGRAMME.key, RECEIVER, SENDER, AgeIdentity.generate()), RECEIVER.age)
    told = describe(opened)
    text = msgspec.json.encode(told).decode()
    assert told["number"] == 7
    assert len(told["ranges"]) == 2
    assert "Pak Kad" not in text


def test_a_bundle_is_named_after_its_sender_and_number() -> None:
    assert bundle_name("0123456789abcdef" * 4, 12) == "kpm-01234567-12.kpmsync"


def test_promising_other_lines_than_there_are_is_our_own_fault() -> None:
    run = journal(SENDER.device, 3)
    with pytest.raises(ValueError, match="2 lines for ranges of 3"):
        packed(Header(ranges=(sealed(SENDER.key, run),)), run[:2])
    with pytest.raises(ValueError, match="life"):
        pack(replace(cover(), life="1f"), Header(), [], SENDER.key, [RECEIVER.age.recipient])
    with pytest.raises(ValueError, match="256 KiB"):
        packed(Header(), [b'{"kind":"x"' + b" " * 300_000])


def test_what_is_held_of_a_stream_spans_lines() -> None:
    """A stream in 3,000 pieces would be one line no reader takes."""
    pieces = tuple((hashlib.sha256(b"%d" % at).hexdigest(), None) for at in range(3000))
    have = Have(VILLAGE, UUID(int=1), pieces)
    assert [len(json.loads(line)["pieces"]) for line in header_lines(Header(have=(have,)))] == [1000, 1000, 1000]
    assert unpack(packed(Header(have=(have,)), []), RECEIVER.age).header.have == (have,)


def test_seventy_kinds_are_told_as_sixty_three_and_others() -> None:
    """Kinds of a later program, each a change; of one there are two, and one is called `other`."""
    names = [f"kind_{at:02d}" for at in range(69)] + ["kind_68", "other"]
    lines: list[bytes] = []
    prev = START
    for seq, kind in enumerate(names, 1):
        lines.append(line(SENDER.device, seq, prev, kind=kind, depth_cm=seq))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    opened = unpack(packed(Header(ranges=(sealed(SENDER.key, lines),)), lines), RECEIVER.age)
    counts = opened.manifest.counts
    assert len(counts) == 64
    assert (counts["kind_68"], counts["kind_00"], counts["other"]) == (2, 1, 7)
    assert sum(counts.values()) == 71
    assert told_counts({"other": 1, "household": 2}) == {"household": 2, "other": 1}


def test_more_than_one_bundle_holds_is_our_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("MAX_CHANGES", "MAX_FILE", "MAX_RAW", "MAX_MANIFEST", "MAX_HEAD_LINES"):
        with monkeypatch.context() as patch, pytest.raises(ValueError, match="more than"):
            patch.setattr(bundle, limit, 0)
            small_bundle(SENDER, RECEIVER)


def test_how_well_it_compresses_decides_nothing() -> None:
    """A bundle that inflates three hundredfold, of empty fields in one village, is taken."""
    run = [line(SENDER.device, 1, note="a" * 2000)]
    for seq in range(2, 400):
        prev = hashlib.sha256(run[-1]).hexdigest()
        run.append(line(SENDER.device, seq, prev, note="a" * 60_000))
    opened = unpack(packed(Header(ranges=(sealed(SENDER.key, run),)), run), RECEIVER.age)
    assert opened.manifest.raw_size > 200 * opened.manifest.packed_size


@pytest.mark.parametrize("limit", ["MAX_RANGE_CHANGES", "MAX_RANGE_BYTES"])
def test_a_range_too_large_is_refused_alone(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = journal(SENDER.device, 1), journal(SENDER.device, 3, VILLAGE)
    monkeypatch.setattr(range_proof, limit, {"MAX_RANGE_CHANGES": 2, "MAX_RANGE_BYTES": 2 * len(large[0])}[limit])
    assert verify_range(sealed(SENDER.key, small), small)
    with refusing("bundle.range_large"):
        verify_range(sealed(SENDER.key, large), large)


RUN = journal(SENDER.device, 4)
PIECE = sealed(SENDER.key, RUN)


def altered(**changes: Any) -> Range:
    return msgspec.structs.replace(PIECE, **changes)


def test_a_range_is_proved_by_its_seal() -> None:
    hashes = verify_range(PIECE, RUN)
    assert hashes[-1].hex() == PIECE.tip
    later = journal(SENDER.device, 2, first=8, prev=hashes[-1].hex())
    assert len(verify_range(sealed(SENDER.key, later, first=8), later)) == 2


OTHER = Party()
FALSE_RANGES = {
    "another tip": (altered(tip="ab" * 32), RUN),
    "another seal": (altered(seal="00" * 64), RUN),
    "another's seal": (msgspec.structs.replace(sealed(OTHER.key, RUN), stream=PIECE.stream, device=SENDER.device), RUN),
    "another's stream": (altered(device=OTHER.device, seal=sealed(OTHER.key, RUN).seal), RUN),
    "sealed by a carrier": (sealed(OTHER.key, RUN), RUN),
    "another region": (altered(region="12.75"), RUN),
    "numbered from elsewhere": (altered(first=2, last=5), RUN),
    "a line less": (PIECE, RUN[:-1]),
    "a line more": (PIECE, [*RUN, RUN[-1]]),
    "no lines": (PIECE, []),
    "a line rewritten": (PIECE, [RUN[0], RUN[1].replace(b"Pak", b"Bp."), *RUN[2:]]),
    "the last line rewritten": (PIECE, [*RUN[:3], RUN[3].replace(b"Pak", b"Bp.")]),
    "lines changed over": (PIECE, [RUN[1], RUN[0], *RUN[2:]]),
    "not a line": (PIECE, [b"", *RUN[1:]]),
}


@pytest.mark.parametrize("name", FALSE_RANGES)
def test_a_false_range_is_refused(name: str) -> None:
    piece, lines = FALSE_RANGES[name]
    with refusing("bundle.range_broken"):
        verify_range(piece, lines)


def test_a_stream_starts_with_zeros_and_only_there() -> None:
    for first, prev in ((1, "ab" * 32), (2, "0" * 64), (2, "AB" * 32)):
        run = journal(SENDER.device, 2, first=first, prev=prev)
        with refusing("bundle.range_broken"):
            verify_range(sealed(SENDER.key, run, first=first), run)


def test_a_kind_cannot_smuggle_in_a_place() -> None:
    spoof = RUN[0].replace(b'"kind":"household"', b'"kind":"x\\",\\"stream\\":\\"y"')
    with refusing("bundle.range_broken"):
        verify_range(sealed(SENDER.key, [spoof]), [spoof])

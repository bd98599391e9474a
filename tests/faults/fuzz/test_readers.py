"""Whatever bytes a reader is given, it reads them or refuses them with a sentence."""

import random

import pytest

from tests.faults.fuzz.__main__ import NAMES, fuzz, is_here
from tests.faults.fuzz.readers import readers, survives

TRIES = 150
ODD = (b"\x00", b"\xff", b'"', b"\\", b"[" * 40, b"{", b"\r\n", b",", b"-1", b"9" * 30, b"null", "e\u0301".encode())


def altered(chance: random.Random, data: bytes) -> bytes:
    """Some bytes turned, left out, doubled or put in."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        at, end = sorted(chance.randrange(len(made) + 1) for _ in range(2))
        match chance.randrange(4):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : min(end, at + 40)]
            case 2:
                made[at:at] = made[at : min(end, at + 40)]
            case _:
                made[at:at] = chance.choice(ODD)
    return bytes(made)


def test_every_reader_is_named() -> None:
    assert list(readers()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_good_bytes_are_read_and_altered_ones_read_or_refused(name: str) -> None:
    reader, chance = readers()[name], random.Random(name)
    for seed in reader.seeds:
        assert survives(reader, seed), "the way to this reader is an honest one"
    for _ in range(TRIES):
        survives(reader, altered(chance, chance.choice(reader.seeds)))


@pytest.mark.slow
@pytest.mark.skipif(not is_here(), reason="atheris has no wheel for this Python")
@pytest.mark.parametrize("name", NAMES)
def test_no_bytes_guided_by_what_they_reach_are_more_than_refused(name: str) -> None:
    found = fuzz(name, 10)
    assert found.finding == ""
    assert found.executions > TRIES

"""Age files of which anything before the content may be anything: made from a seed, out of what a good one has."""

import base64
import random
from collections.abc import Callable

VERSION = b"age-encryption.org/v1"
COUNTS = [0, 1, 1, 2, 3, 7, 8, 9, 60, 5_000, 500_000]
LENGTHS = [0, 1, 31, 32, 33, 48, 63, 64, 65, 300, 1_000, 100_000, 3_000_000]
FACTORS = ["0", "1", "18", "22", "30", "63", "64", "255", "256", "4294967296", "-1", "1e3", "", "18 18", "\uff10"]
VERSIONS = [VERSION] * 12 + [b"age-encryption.org/v2", b"age-encryption.org/v1\r", b"age-encryption.org/", b"", b"\xff"]


def any_header(seed: int, good: bytes) -> bytes:
    """A file whose header was made up; half of them hold what their receiver could open, and its content."""
    chance = random.Random(seed)
    head, _, content = good.partition(b"\n---")
    stanzas = [b"-> " + each for each in head.split(b"\n-> ")[1:]]
    count = _few(chance, COUNTS)
    made = [_stanza(chance, stanzas) for _ in range(min(count, 9))]
    if count > 9:  # whoever looks through them all is to have work with each
        made = [b"-> X25519 %b\n%b" % (_base64(chance, 32), _base64(chance, 32))] * count
    if chance.random() < 0.5:
        at = chance.randrange(len(made) + 1)
        made[at:at] = stanzas
    data = b"\n".join([chance.choice(VERSIONS), *made, b"---" + _end(chance, content)])
    return _spoilt(chance, data)


def _few(chance: random.Random, lengths: list[int]) -> int:
    """Mostly a small one."""
    return chance.choice(lengths if chance.random() < 0.2 else lengths[: len(lengths) // 2])


def _stanza(chance: random.Random, good: list[bytes]) -> bytes:
    kinds: list[Callable[[], bytes]] = [
        lambda: chance.choice(good),
        lambda: b"-> X25519 %b\n%b" % (_base64(chance, 32), _base64(chance, 32)),
        lambda: b"-> X25519 %b\n%b" % (_text(chance), _text(chance)),
        lambda: b"-> scrypt %b %b\n%b" % (_base64(chance, 16), chance.choice(FACTORS).encode(), _base64(chance, 32)),
        lambda: b"-> ssh-rsa %b\n%b" % (_base64(chance, 4), _wrapped(_base64(chance, 512))),
        lambda: b"-> ssh-ed25519 %b %b\n%b" % (_base64(chance, 4), _base64(chance, 32), _base64(chance, 32)),
        lambda: b"-> " + b" ".join(_text(chance) for _ in range(chance.randrange(4))) + b"\n" + _text(chance),
        lambda: b"->" + _text(chance),
        lambda: _text(chance),
    ]
    return chance.choice(kinds)()


def _base64(chance: random.Random, length: int) -> bytes:
    return base64.b64encode(chance.randbytes(length)).rstrip(b"=")


def _wrapped(text: bytes) -> bytes:
    return b"\n".join(text[at : at + 64] for at in range(0, len(text) + 1, 64))


def _text(chance: random.Random) -> bytes:
    """Base64 of any length, in lines or not, padded or not, or no base64 at all."""
    length = _few(chance, LENGTHS)
    match chance.randrange(5):
        case 0:
            return _base64(chance, length)
        case 1:
            return _wrapped(_base64(chance, length))
        case 2:
            return base64.b64encode(chance.randbytes(length))
        case 3:
            return bytes(chance.randrange(33, 127) for _ in range(min(length, 400))) * (length // 400 + 1)
        case _:
            return chance.randbytes(length)


def _end(chance: random.Random, content: bytes) -> bytes:
    """The line of the MAC and what follows it."""
    mac = _base64(chance, chance.choice([32, 32, 32, 0, 31, 33, 10_000]))
    ends = [content, content, b" " + mac + b"\n" + content, b" " + mac + b"\n", b" " + mac, mac, b" \n", b""]
    return chance.choice(ends)


def _spoilt(chance: random.Random, data: bytes) -> bytes:
    """As it is, cut off, or with some bytes turned."""
    match chance.randrange(4):
        case 0:
            return data[: chance.randrange(len(data) + 1)]
        case 1:
            turned = bytearray(data)
            for _ in range(chance.randrange(1, 6)):
                turned[chance.randrange(min(len(data), 2000))] = chance.randrange(256)
            return bytes(turned)
        case _:
            return data

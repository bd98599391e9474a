"""Words to compare by telephone: the same key gives the same eight on every device."""

import hashlib
from functools import cache

from kpm_desktop import paths

COUNT = 8
#: As many an earlier version showed: they still say which laptop is meant.
FORMER_COUNT = 6


@cache
def word_list() -> tuple[str, ...]:
    """The 256 words, in the order of the bytes they stand for."""
    return tuple((paths.resources() / "words" / "id.txt").read_text("ascii").split())


def words_of(key: str) -> tuple[str, ...]:
    """The eight words of a public key given in hex: the first 64 bits of its hash, a byte each. ValueError on what
    is no hex."""
    digest = hashlib.sha256(b"kpmwords/1\0" + bytes.fromhex(key)).digest()
    return tuple(word_list()[byte] for byte in digest[:COUNT])


def programme_name(key: str) -> str:
    """A programme has no name; the words of its key are one."""
    return f"Program {' '.join(words_of(key))}"

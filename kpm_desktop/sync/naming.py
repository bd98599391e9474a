"""The names bundles have where they lie, whatever route put them there."""

import re
import secrets
from collections.abc import Iterator
from pathlib import PurePosixPath

#: How many different files of one name are left alone, as `NAME-2` and so on, before one takes a name nobody can guess.
MAX_NAMESAKES = 9

#: A device's bundle, and what programs that copy files add to a name: `…-7-2`, `…-7 (1)`, `…-7 - Copy`.
_BUNDLE = re.compile(r"kpm-[0-9a-f]{8}-[0-9]{1,19}[ ()A-Za-z0-9_-]{0,60}\.kpmsync")
#: The sender, the number, and what was added to the name of another file of the same one.
_PARTS = re.compile(r"kpm-([0-9a-f]{8})-([0-9]{1,18})(\D.*)?\.kpmsync")


def is_bundle(name: str) -> bool:
    """Whether a file is called as bundles are; such a name is safe in a path, a URL and a sentence."""
    return _BUNDLE.fullmatch(name) is not None


def sender_and_number(name: str) -> tuple[str, int] | None:
    """What a bundle's name says of it: the first eight digits of its sender's key, and its number."""
    found = _PARTS.fullmatch(name)
    return (found.group(1), int(found.group(2))) if found is not None else None


def namesakes(name: str) -> Iterator[str]:
    """The name itself, then `NAME-2` to `NAME-9`, before its ending; last one that nobody can have prepared."""
    plain = PurePosixPath(name)
    yield name
    for count in range(2, MAX_NAMESAKES + 1):
        yield f"{plain.stem}-{count}{plain.suffix}"
    yield f"{plain.stem}-{secrets.token_hex(4)}{plain.suffix}"


def alone(name: str) -> str:
    """The name again; ValueError when it is a path, or none at all."""
    if name in ("", ".", "..") or any(sign in "/\\" or ord(sign) < 32 for sign in name):
        raise ValueError(name)
    return name

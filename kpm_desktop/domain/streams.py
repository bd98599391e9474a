"""Whose journal, for which region: a stream's id follows from both; a region covers what lies inside it."""

from functools import lru_cache
from uuid import NAMESPACE_DNS, UUID, uuid5


@lru_cache(maxsize=4096)
def stream_id(device_key_hex: str, region: str) -> UUID:
    """The id of the stream a device (its signing public key, hex) writes for a region."""
    return uuid5(uuid5(NAMESPACE_DNS, f"kpm-desktop.stream.{device_key_hex}"), region)


def covers(prefix: str, code: str) -> bool:
    """Whether a region lies inside another or is it; whole parts count: `12.7` does not cover `12.75`."""
    return code == prefix or code.startswith(prefix + ".")


def above(code: str) -> list[str]:
    """The regions a region lies in, the widest first, without itself."""
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]

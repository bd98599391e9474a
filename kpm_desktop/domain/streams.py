"""Whose journal, for which region: a stream's id follows from both."""

from functools import lru_cache
from uuid import NAMESPACE_DNS, UUID, uuid5


@lru_cache(maxsize=4096)
def stream_id(device_key_hex: str, region: str) -> UUID:
    """The id of the stream a device (its signing public key, hex) writes for a region."""
    return uuid5(uuid5(NAMESPACE_DNS, f"kpm-desktop.stream.{device_key_hex}"), region)

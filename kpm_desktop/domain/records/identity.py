"""Ids: time-ordered for what one person makes, derived from a key for what two people could both make."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha1
from uuid import NAMESPACE_DNS, UUID, uuid5

import uuid6

from kpm_desktop.domain.records.catalogue import KINDS


def new_id() -> UUID:
    """A UUID version 7, as a plain `uuid.UUID`."""
    return UUID(int=uuid6.uuid7().int)


@cache
def namespace(kind: str) -> UUID:
    """The namespace of a kind's derived ids (docs/records.md)."""
    return uuid5(NAMESPACE_DNS, f"kpm-desktop.record.{kind}")


@cache
def _namespace_bytes(kind: str) -> bytes:
    return namespace(kind).bytes


def derived_id(kind: str, values: Mapping[str, object]) -> UUID | None:
    """The id made of a kind's key fields, or None when it has no key or a part is missing."""
    found = derived_bytes(kind, values)
    return None if found is None else UUID(bytes=found)


def derived_bytes(kind: str, values: Mapping[str, object]) -> bytes | None:
    """The same as 16 bytes: version 5 of RFC 9562, made without the objects in between, as every change that comes in
    is compared with it."""
    parts = []
    for name in KINDS[kind].KEY:
        part = values.get(name)
        if part is None:
            return None
        parts.append(fold_name(part) if name == "name" else str(part))
    if not parts:
        return None
    made = bytearray(sha1(_namespace_bytes(kind) + "|".join(parts).encode(), usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50
    made[8] = made[8] & 0x3F | 0x80
    return bytes(made)


def copied_id(region: str, record: UUID) -> UUID:
    """The id of a record of a region that was loaded under one which is another region's."""
    return uuid5(uuid5(NAMESPACE_DNS, f"kpm-desktop.region.{region}"), str(record))


def fold_name(name: object) -> str:
    """A name as a key uses it: trimmed, single spaces, lower-case."""
    return " ".join(str(name).split()).lower()

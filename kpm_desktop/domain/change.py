"""The journal line: one fact, written once, never altered (docs/bundle-format.md, "The journal line").

`Change` classes are generated from the record declarations, one per kind, told apart by the tag `kind`; decoding a
line therefore checks every field's own limits at once. A line that does not come out of `encode` exactly as it
went in holds something this program does not know, and takes the slow path.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from kpm_desktop.domain.calendar import FIRST_DAY, LAST_DAY
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields

START = "0" * 64  # `prev` of a stream's first change
NAME_BYTES = 16

_encoder = msgspec.json.Encoder()


class Change(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", gc=False):
    """What every line has. `base` names, per field written, the heads its author was shown.

    Nothing a line decodes to can point back to it, so the garbage collector need not walk through thousands of them.
    """

    stream: UUID
    region: str
    seq: int
    prev: str
    id: UUID
    fields: Any
    base: dict[str, list[str]]
    user: str
    at: str
    app: str


class LooseChange(msgspec.Struct, frozen=True, kw_only=True):
    """A line of any kind, known or not, its fields as plain JSON values."""

    kind: str
    stream: UUID
    region: str
    seq: int
    prev: str
    id: UUID
    fields: dict[str, Any]
    base: dict[str, list[str]]
    user: str
    at: str
    app: str


@cache
def fields_struct(kind: str) -> type[msgspec.Struct]:
    """The struct of a kind's `fields` on the wire: each unset, emptied (None) or given within its limits."""
    wire = [(f.name, f.wire_type | None | UnsetType, UNSET) for f in fields(kind).values()]
    return msgspec.defstruct(f"{KINDS[kind].__name__}Fields", wire, frozen=True, kw_only=True, gc=False)


@cache
def change_struct(kind: str) -> type[Change]:
    """The line of one kind."""
    return msgspec.defstruct(  # type: ignore[return-value]
        f"{KINDS[kind].__name__}Change",
        [("fields", fields_struct(kind))],
        bases=(Change,),
        tag=kind,
        tag_field="kind",
        frozen=True,
        kw_only=True,
        gc=False,
    )


@cache
def typed_decoder() -> msgspec.json.Decoder[Any]:
    """Decodes a line of any known kind, checking every field's own limits."""
    union: Any = change_struct(next(iter(KINDS)))
    for kind in KINDS:
        union = union | change_struct(kind)
    return msgspec.json.Decoder(union)


@cache
def loose_decoder() -> msgspec.json.Decoder[LooseChange]:
    """Decodes a line of any kind without looking at its values."""
    return msgspec.json.Decoder(LooseChange)


def exact_change(line: bytes) -> Change | None:
    """The typed form of a line that is nothing but its encoding; None for an unknown kind or field, a value beyond its
    own limits, and any other spelling, that of an id included."""
    try:
        change: Change = typed_decoder().decode(line)
    except (ValueError, RecursionError):
        return None
    return change if _encoder.encode(change) == line else None


def kind_of(change: Change) -> str:
    """The kind a typed line was decoded as."""
    return str(change.__struct_config__.tag)


def encode(change: Change | LooseChange) -> bytes:
    """The exact bytes of a line that is written, hashed and sent."""
    return _encoder.encode(change)


def line_hash(line: bytes) -> bytes:
    """A change's hash: SHA-256 of its exact bytes. Its first 16 bytes are its name."""
    return hashlib.sha256(line).digest()


def plain(values: Mapping[str, object]) -> dict[str, Any]:
    """Typed values as the JSON values a line carries."""
    built: dict[str, Any] = msgspec.to_builtins(dict(values))
    return built


def within_limits(field: Field, value: object) -> str | None:
    """None when a plain JSON value keeps the field's own limits (no clock, list or other record is asked), else
    the name of the limit it breaks, for a reason's code."""
    if value is None:
        return None
    try:
        typed = msgspec.convert(value, field.wire_type, strict=True)
    except msgspec.ValidationError:
        return "out_of_limits"
    if msgspec.to_builtins(typed) != value:  # an id in capitals: one value has one spelling
        return "out_of_limits"
    if isinstance(typed, date) and not FIRST_DAY <= typed <= LAST_DAY:
        return "out_of_limits"
    if field.is_list and sorted(set(typed)) != list(typed):
        return "not_sorted"
    return None

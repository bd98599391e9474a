"""One spelling for every fact: a line that could be read in two ways, or read wrongly elsewhere, is refused.

A strict line is UTF-8, at most 16 containers deep, JSON whose compact re-encoding equals it byte for byte
(which catches doubled keys, spaces, odd escapes), without fractions, with integers within ± 2^53 and text in
NFC (docs/bundle-format.md, "Strict lines").
"""

import re
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.change import Change, exact_change, kind_of
from kpm_desktop.domain.errors import Refused, reason, refused
from kpm_desktop.domain.records.signs import is_composed

MAX_LINE = 256 * 1024
MAX_DEPTH = 16
MAX_INTEGER = 2**53


_Integer = Annotated[int, msgspec.Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)]
_Scalar = _Integer | str | bool | None
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}\.[0-9]{6}Z").fullmatch
_NO_BRACKETS = re.compile(rb"[^\[\]{}]+")


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change as every program reads it: the journal line's keys in their order, values as plain JSON."""

    kind: str
    stream: UUID
    region: str
    seq: _Integer
    prev: str
    id: UUID
    fields: dict[str, Any]
    base: dict[str, list[str]]
    user: str
    at: str
    app: str


class _UsualLine(Line, frozen=True, forbid_unknown_fields=True):
    """A line with nothing deeper than lists of scalars, which is every line of this program: its type alone
    rules out depth, fractions and large integers while decoding."""

    fields: dict[str, _Scalar | list[_Scalar]]


_LINE_KEYS = list(Line.__struct_fields__)
_encode = msgspec.json.Encoder().encode
_decode_usual = msgspec.json.Decoder(_UsualLine).decode
_decode_plain = msgspec.json.Decoder().decode


def strict_change(line: bytes) -> Line:
    """A change read from a strict line, fast; refuses (`bundle.bad_line`) whatever `strict_line` refuses and
    whatever has not exactly a journal line's keys."""
    try:
        change = _decode_usual(line)
    except ValueError:
        return _unusual_change(line)
    return change if _encode(change) == line and _is_clean(line, change.at) else _unusual_change(line)


def read_change(line: bytes) -> tuple[str, Change | None]:
    """The kind of a strict line and its typed form, None where this program cannot write that very line; refuses what
    `strict_change` refuses. A typed form says by itself all a strict line is asked for except what is asked here."""
    change = exact_change(line)
    if change is not None and abs(change.seq) <= MAX_INTEGER and _is_clean(line, change.at):
        return kind_of(change), change
    return strict_change(line).kind, None


def _is_clean(line: bytes, at: str) -> bool:
    return (line.isascii() or is_composed(line.decode())) and len(line) <= MAX_LINE and is_instant(at)


def _unusual_change(line: bytes) -> Line:
    plain = strict_line(line)
    if list(plain) != _LINE_KEYS:
        raise _bad("keys")
    try:
        change = msgspec.convert(plain, Line)
    except ValueError:
        raise _bad("keys") from None
    if _encode(change) != line or not is_instant(change.at):  # an id in capitals, an instant without fraction
        raise _bad("spelling")
    return change


def strict_line(line: bytes) -> dict[str, Any]:
    """The plain values of a strict line, fully checked; refuses (`bundle.bad_line`) any other."""
    if len(line) > MAX_LINE:
        raise _bad("length")
    if not quick_depth_ok(line):
        raise _bad("depth")
    try:
        plain = _decode_plain(line)
    except (ValueError, RecursionError):
        raise _bad("text") from None
    if not isinstance(plain, dict) or _encode(plain) != line:
        raise _bad("spelling")
    _check_value(plain)
    return plain


def is_instant(text: str) -> bool:
    """Whether a text is an instant in the one spelling of the wire, `2025-07-01T08:30:00.000000Z`: in UTC, always
    with six decimals, so that the order of the texts is the order of the instants."""
    try:
        return _INSTANT(text) is not None and datetime.fromisoformat(text) is not None
    except ValueError:  # a day its month has not
        return False


def quick_depth_ok(line: bytes) -> bool:
    """Whether no value of a line lies in more than 16 containers; brackets inside strings do not count."""
    return line.count(b"{") + line.count(b"[") <= MAX_DEPTH or _depth(line) <= MAX_DEPTH


def _depth(line: bytes) -> int:
    deepest = depth = 0
    for bracket in _NO_BRACKETS.sub(b"", _STRINGS.sub(b"", line)):
        depth += 1 if bracket in b"{[" else -1
        deepest = max(deepest, depth)
    return deepest


def _check_value(value: object) -> None:
    if isinstance(value, str):
        if not is_composed(value):
            raise _bad("letters")
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check_value(key)
            _check_value(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_value(inner)
    elif isinstance(value, float) or (isinstance(value, int) and abs(value) > MAX_INTEGER):
        raise _bad("number")


def _bad(why: str) -> Refused:
    return refused("bundle.bad_line", why=reason(f"bundle.line_{why}"))

"""One spelling for every fact: a line that could be read in two ways, or read wrongly elsewhere, is refused.

A strict line is UTF-8, at most 16 containers deep, JSON whose compact re-encoding equals it byte for byte (which
catches doubled keys, spaces, odd escapes), without fractions, with integers within ± 2^53 and text in NFC
(docs/bundle-format.md, "Strict lines").
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

import msgspec

from kpm_desktop.domain.errors import Refused, reason, refused

MAX_LINE = 256 * 1024
MAX_DEPTH = 16
MAX_INTEGER = 2**53

INSTANT = r"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z\Z"

_Integer = Annotated[int, msgspec.Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)]
_Scalar = _Integer | str | bool | None
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NO_BRACKETS = re.compile(rb"[^\[\]{}]+")


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change as every program reads it: the journal line's keys in their order, values as plain JSON."""

    kind: str
    stream: UUID
    region: str
    seq: int
    prev: str
    id: UUID
    fields: dict[str, Any]
    base: dict[str, list[str]]
    user: str
    at: Annotated[str, msgspec.Meta(pattern=INSTANT)]
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
    if _encode(change) == line and (line.isascii() or unicodedata.is_normalized("NFC", line.decode())):
        return change
    return _unusual_change(line)


def _unusual_change(line: bytes) -> Line:
    plain = strict_line(line)
    if list(plain) != _LINE_KEYS:
        raise _bad("keys")
    try:
        change = msgspec.convert(plain, Line)
    except ValueError:
        raise _bad("keys") from None
    if _encode(change) != line:  # an id in capitals
        raise _bad("spelling")
    return change


def strict_line(line: bytes) -> dict[str, Any]:
    """The plain values of a strict line, fully checked; refuses (`bundle.bad_line`, with the reason) any other."""
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
    for value in _scalars(plain):
        _check_scalar(value)
    return plain


def quick_depth_ok(line: bytes) -> bool:
    """Whether no value of a line lies in more than 16 containers; brackets inside strings do not count."""
    return line.count(b"{") + line.count(b"[") <= MAX_DEPTH or _depth(line) <= MAX_DEPTH


def _depth(line: bytes) -> int:
    deepest = depth = 0
    for bracket in _NO_BRACKETS.sub(b"", _STRINGS.sub(b"", line)):
        depth += 1 if bracket in b"{[" else -1
        deepest = max(deepest, depth)
    return deepest


def _scalars(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    else:
        yield value


def _check_scalar(value: object) -> None:
    if isinstance(value, float) or (isinstance(value, int) and abs(value) > MAX_INTEGER):
        raise _bad("number")
    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise _bad("letters")


def _bad(why: str) -> Refused:
    return refused("bundle.bad_line", why=reason(f"bundle.line_{why}"))

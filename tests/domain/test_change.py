"""The journal line: one spelling, whatever wrote it, and what of it a program knows."""

import hashlib
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpm_desktop.db.journal.journal import in_declared_order
from kpm_desktop.domain.change import (
    NAME_BYTES,
    START,
    LooseChange,
    change_struct,
    encode,
    kind_of,
    line_hash,
    loose_decoder,
    plain,
    typed_decoder,
    within_limits,
)
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.strict import strict_change
from tests.support.values import VILLAGE, beyond, plain_values


@st.composite
def changes(draw: st.DrawFn) -> LooseChange:
    """A change of a known kind, all of it good."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    declared = fields(kind)
    names = draw(st.lists(st.sampled_from(sorted(declared)), unique=True))
    values = {name: draw(st.none() | plain_values(declared[name])) for name in names}
    return LooseChange(
        kind=kind,
        stream=draw(st.uuids()),
        region=VILLAGE,
        seq=draw(st.integers(1, 2**53)),
        prev=draw(st.sampled_from([START, "ab" * 32])),
        id=draw(st.uuids()),
        fields=in_declared_order(kind, values),
        base={name: [] for name in sorted(values)},
        user="Ibu Kadér",
        at="2025-07-01T08:30:00.000000Z",
        app="0.1.0",
    )


@given(changes())
def test_a_line_is_strict_and_reads_back_as_it_was(change: LooseChange) -> None:
    line = encode(change)
    assert msgspec.json.encode(strict_change(line)) == line
    assert loose_decoder().decode(line) == change


@given(changes())
def test_typed_and_loose_are_one_line(change: LooseChange) -> None:
    """Written with types or without: the same bytes, so the same hash."""
    line = encode(change)
    typed = typed_decoder().decode(line)
    assert kind_of(typed) == change.kind
    assert isinstance(typed, change_struct(change.kind))
    assert encode(typed) == line
    given_values = {name: value for name in change.fields if (value := getattr(typed.fields, name)) is not None}
    assert plain(given_values) == {name: value for name, value in change.fields.items() if value is not None}


@given(changes(), st.integers(0, 10_000), st.integers(1, 255))
def test_a_name_stands_for_exactly_these_bytes(change: LooseChange, at: int, flip: int) -> None:
    line = encode(change)
    assert line_hash(line) == hashlib.sha256(line).digest()
    changed = bytearray(line)
    changed[at % len(line)] ^= flip
    assert line_hash(bytes(changed))[:NAME_BYTES] != line_hash(line)[:NAME_BYTES]


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=3)
@given(data=st.data())
def test_within_limits_says_what_the_typed_line_says(kind: str, data: st.DataObject) -> None:
    for name, field in fields(kind).items():
        good: Any = data.draw(plain_values(field))
        assert within_limits(field, good) is None, name
        assert within_limits(field, None) is None
        assert all(within_limits(field, bad) for bad in beyond(field)), name


def test_values_have_one_order() -> None:
    values = {"zeta": 1, "rt": "2", "alpha": 3, "head_name": "x", "village_code": VILLAGE}
    ordered = list(in_declared_order("household", values))
    assert ordered == ["village_code", "head_name", "rt", "alpha", "zeta"]
    assert list(in_declared_order("a_later_kind", {"b": 1, "a": 2})) == ["a", "b"]

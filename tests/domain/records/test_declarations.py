"""Every declared field, walked through table, wire, CSV cell and row: one declaration serves them all."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.db import tables
from kpm_desktop.db.journal.rows import column_names, from_plain, from_wire, record_from_row
from kpm_desktop.domain.change import START, LooseChange, encode, typed_decoder, within_limits
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, Field, fields
from kpm_desktop.exchange.cells import BadCell, parse, render
from tests.support.values import TOO_FAR, VILLAGE, beyond, plain_values

ALL = [pytest.param(kind, field, id=f"{kind}.{field.name}") for kind in KINDS for field in fields(kind).values()]
IN_FILES = [pytest.param(field, id=f"{kind}.{field.name}") for kind in DICTIONARY for field in fields(kind).values()]


def line(kind: str, values: dict[str, Any]) -> bytes:
    """A journal line that sets these fields."""
    return encode(
        LooseChange(
            kind=kind,
            stream=UUID(int=1),
            region=VILLAGE,
            seq=1,
            prev=START,
            id=UUID(int=2),
            fields=values,
            base={},
            user="Uji",
            at="2026-01-01T00:00:00.000000Z",
            app="0",
        )
    )


def drawn(kind: str, data: st.DataObject) -> dict[str, Any]:
    """A value for every field of a kind."""
    return {field.name: data.draw(plain_values(field), label=field.name) for field in fields(kind).values()}


@pytest.mark.parametrize(("kind", "field"), ALL)
def test_a_field_has_a_column_of_its_name(kind: str, field: Field) -> None:
    assert field.name in tables.records[kind].c


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
def test_values_within_limits_pass_wire_and_row(kind: str, data: st.DataObject) -> None:
    values = drawn(kind, data)
    assert [within_limits(fields(kind)[name], value) for name, value in values.items()] == [None] * len(values)
    decoded = typed_decoder().decode(line(kind, values))
    assert from_wire(kind)(decoded.fields) == from_plain(kind)(values)
    assert len(column_names(kind)) == len(values)


@pytest.mark.parametrize(("kind", "field"), ALL)
def test_a_value_beyond_its_limits_is_known_as_such(kind: str, field: Field) -> None:
    for value in beyond(field):
        assert within_limits(field, value) is not None, value
        if value not in TOO_FAR:  # the wire's own types know no range of dates: the judge looks at it
            with pytest.raises(msgspec.ValidationError):
                typed_decoder().decode(line(kind, {field.name: value}))


@pytest.mark.parametrize("kind", list(DICTIONARY))
@given(data=st.data())
def test_a_cell_reads_back_as_it_was_written(kind: str, data: st.DataObject) -> None:
    for name, value in drawn(kind, data).items():
        field = fields(kind)[name]
        if field.spec.form not in ("reference", "references") and value != []:  # an empty list is an empty cell
            assert parse(field, render(value)) == value


@pytest.mark.parametrize("field", IN_FILES)
def test_a_bad_cell_names_its_limit(field: Field) -> None:
    spec = field.spec
    if spec.form in ("count", "measure"):
        assert spec.high is not None
        with pytest.raises(BadCell) as bad:
            parse(field, str(spec.high + 1))
        assert bad.value.why.params["high"] == spec.high
    elif spec.form not in ("text", "reference", "references"):
        with pytest.raises(BadCell):
            parse(field, "???")


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
def test_a_row_reads_back_as_the_record(kind: str, data: st.DataObject) -> None:
    values = drawn(kind, data)
    record = record_from_row(kind)((UUID(int=7).bytes, *from_plain(kind)(values)))
    assert record == msgspec.convert({"id": str(UUID(int=7)), **values}, KINDS[kind])


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_row_without_a_required_field_is_no_record_yet(kind: str) -> None:
    assert record_from_row(kind)((UUID(int=7).bytes, *from_plain(kind)({}))) is None

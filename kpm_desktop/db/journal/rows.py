"""Between a record's fields and its row: functions generated once per kind from the declarations.

Three forms meet here: a typed wire struct (bulk import and load), plain JSON values (a merged record) and the row
(ids as bytes, dates as text, yes/no as 0 or 1, lists as JSON text).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS, Field, fields, required_fields

Columns = tuple[Any, ...]


def as_json(value: object) -> str:
    """Compact JSON text."""
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=2**14)
def _id(raw: bytes) -> UUID:
    """An id that is kept as bytes; the same few come again with every row that names them, and with every reading."""
    return UUID(bytes=raw)


@cache
def column_names(kind: str) -> tuple[str, ...]:
    """The record columns of a kind's table, in the order the functions below give values."""
    return tuple(fields(kind))


_WIRE = {
    "reference": "(None if {v} is U or {v} is None else {v}.bytes)",
    "date": "(None if {v} is U or {v} is None else {v}.isoformat())",
    "list": "(None if {v} is U or {v} is None else J({v}))",
    "yes_no": "(None if {v} is U or {v} is None else 1 if {v} else 0)",
    "": "(None if {v} is U else {v})",
}
_PLAIN = {
    "reference": "(None if {v} is None else X({v}).bytes)",
    "list": "(None if {v} is None else J({v}))",
    "yes_no": "(None if {v} is None else 1 if {v} else 0)",
    "": "{v}",
}
_RECORD = {
    "reference": "{n}=None if {v} is None else B({v})",
    "date": "{n}=None if {v} is None else D({v})",
    "list": "{n}=None if {v} is None else L({v})",
    "references": "{n}=None if {v} is None else [X(item) for item in L({v})]",
    "yes_no": "{n}=None if {v} is None else bool({v})",
    "status": "{n}={v} or 'active'",
    "": "{n}={v}",
}


def _form(field: Field, templates: Mapping[str, str]) -> str:
    for name in (field.name, field.spec.form, "list" if field.is_list else ""):
        if name in templates:
            return templates[name]
    return templates[""]


def _function(source: str) -> Callable[..., Any]:
    names = {"U": msgspec.UNSET, "J": as_json, "X": UUID, "B": _id, "D": date.fromisoformat, "L": msgspec.json.decode}
    made: Callable[..., Any] = eval(source, {**names, **{c.__name__: c for c in KINDS.values()}})  # noqa: S307
    return made


@cache
def from_wire(kind: str) -> Callable[[msgspec.Struct], Columns]:
    """The columns of a typed `fields` struct."""
    parts = (_form(f, _WIRE).format(v=f"f.{f.name}") for f in fields(kind).values())
    return _function(f"lambda f: ({', '.join(parts)},)")


@cache
def from_plain(kind: str) -> Callable[[Mapping[str, Any]], Columns]:
    """The columns of plain JSON values; a field that is absent is empty, an unknown one is left out."""
    parts = (_form(f, _PLAIN).format(v=f"(g({f.name!r}))") for f in fields(kind).values())
    inner = _function(f"lambda g: ({', '.join(parts)},)")
    return lambda values: inner(values.get)


@cache
def record_from_row(kind: str) -> Callable[[Sequence[Any]], Record | None]:
    """The record of a row `(id, *column_names)`; None where a required field has not come yet."""
    names = column_names(kind)
    parts = [_form(f, _RECORD).format(n=f.name, v=f"r[{at}]") for at, f in enumerate(fields(kind).values(), 1)]
    needed = [names.index(name) + 1 for name in required_fields(kind)]
    whole = " and ".join(f"r[{at}] is not None" for at in needed) or "True"
    source = f"lambda r: {KINDS[kind].__name__}(id=B(r[0]), {', '.join(parts)}) if {whole} else None"
    return _function(source)


def marks_of(tx: Connection, kind: str, record: UUID, region_no: int) -> dict[str, list[str]]:
    """The fields of a record that somebody should look at: in conflict, waiting, withheld."""
    found = tx.exec_driver_sql(
        f"SELECT marks FROM {kind} WHERE id = ? AND region_no = ?", (record.bytes, region_no)
    ).scalar()
    return {} if found is None else msgspec.json.decode(found, type=dict[str, list[str]])


def marks_of_group(tx: Connection, kind: str, records: Iterable[UUID], region_no: int) -> dict[str, list[str]]:
    """The same of all records that are read as one: a field in conflict in one of them is in conflict."""
    found: dict[str, list[str]] = {}
    for record in records:
        for mark, names in marks_of(tx, kind, record, region_no).items():
            found[mark] = sorted({*found.get(mark, ()), *names})
    return found


def read_records(rows: Sequence[Row[Any]], kind: str) -> list[Record]:
    """All complete records of rows `(id, *column_names)`."""
    build = record_from_row(kind)
    return [record for row in rows if (record := build(row)) is not None]

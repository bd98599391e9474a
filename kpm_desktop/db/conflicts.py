"""Fields in conflict: every value side by side with who wrote it, when and on which device."""

from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import heads
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.catalogue import KINDS


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values people wrote: the change's name, its value, its author and the device (signing key)."""

    change: str
    value: Any
    user: str
    at: str
    device: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field with several values; the one shown everywhere comes last."""

    region: str
    region_no: int
    kind: str
    id: UUID
    field: str
    choices: tuple[Choice, ...]


def conflicts(tx: Connection) -> list[Conflict]:
    """Every field in conflict, by kind and record."""
    found = []
    for kind, record, marks in heads.marked(tx):
        for field in marks.get("conflict", ()):
            found += [conflict for conflict in _of_record(tx, kind, record) if conflict.field == field]
    return found


def _of_record(tx: Connection, kind: str, record: UUID) -> list[Conflict]:
    found = []
    for region_no, region in places(tx, kind, record):
        for field, state in heads.state_of(tx, kind, region_no, record).items():
            if state.in_conflict:
                choices = tuple(_choice(tx, head.name, field) for head in state.heads)
                found.append(
                    Conflict(region=region, region_no=region_no, kind=kind, id=record, field=field, choices=choices)
                )
    return found


def kind_of(tx: Connection, record: UUID) -> str:
    """The kind of a record that has a row; refused when none has."""
    for kind in KINDS:
        if tx.exec_driver_sql(f"SELECT 1 FROM {kind} WHERE id = ?", (record.bytes,)).first():
            return kind
    raise refused("repair.no_record", value=record)


def places(tx: Connection, kind: str, record: UUID) -> list[tuple[int, str]]:
    """The regions (number, code) in which a record has a row."""
    rows = tx.exec_driver_sql(
        f"SELECT r.no, r.code FROM {kind} t JOIN region r ON r.no = t.region_no WHERE t.id = ? ORDER BY r.code",
        (record.bytes,),
    )
    return [(row[0], row[1]) for row in rows]


def group_of(tx: Connection, kind: str, region_no: int, record: UUID) -> list[UUID]:
    """A record and all that are linked with it by `merged_into_id`, in either direction."""
    group, waiting = {record.bytes}, [record.bytes]
    while waiting:
        one = waiting.pop()
        rows = tx.exec_driver_sql(
            f"SELECT id FROM {kind} WHERE region_no = ? AND merged_into_id = ?"
            f" UNION SELECT merged_into_id FROM {kind} WHERE region_no = ? AND id = ?"
            " AND merged_into_id IS NOT NULL",
            (region_no, one, region_no, one),
        )
        new = {row[0] for row in rows} - group
        group |= new
        waiting += new
    return [UUID(bytes=one) for one in sorted(group)]


def _choice(tx: Connection, change: str, field: str) -> Choice:
    row = tx.exec_driver_sql(
        "SELECT c.line, s.device FROM change c JOIN segment g ON g.no = c.segment_no"
        " JOIN stream s ON s.no = g.stream_no WHERE c.name = ?",
        (bytes.fromhex(change),),
    ).one()
    line = loose_decoder().decode(row[0])
    return Choice(change=change, value=line.fields[field], user=line.user, at=line.at, device=row[1])

"""Fields in conflict: every value side by side with who wrote it, when and on which device."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import heads
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.merging.merge import FieldState, Write
from kpm_desktop.domain.records.catalogue import KINDS


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values people wrote: the change's name, its value, its author and the device (signing key)."""

    change: str
    value: Any
    user: str
    at: str
    device: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field with several values; the one shown everywhere comes last. waiting: one of them rests on a change that has
    not come, which may settle it."""

    region: str
    region_no: int
    kind: str
    id: UUID
    field: str
    choices: tuple[Choice, ...]
    waiting: bool = False


def conflicts(tx: Connection) -> list[Conflict]:
    """Every field of which people wrote different things, by kind, record, region and field."""
    disputes = [dispute for kind in KINDS for dispute in _disputes(tx, kind)]
    authors = _authors(tx, {head.name for dispute in disputes for head in dispute.state.heads})
    return [
        Conflict(
            region=dispute.region,
            region_no=dispute.region_no,
            kind=dispute.kind,
            id=UUID(bytes=dispute.record),
            field=dispute.state.field,
            choices=tuple(_choice(head, dispute.state.field, *authors[head.name]) for head in dispute.state.heads),
            waiting=dispute.state.waiting,
        )
        for dispute in disputes
    ]


@dataclass(frozen=True, slots=True)
class _Dispute:
    """The same before anybody knows who wrote its values."""

    region: str
    region_no: int
    kind: str
    record: bytes
    state: FieldState


def _disputes(tx: Connection, kind: str) -> list[_Dispute]:
    """Those of a kind, sorted by record. Its rows are asked for unsorted: see `heads.marked`."""
    rows = tx.exec_driver_sql(
        f"SELECT region_no, id FROM {kind} WHERE marks IS NOT NULL"
        " AND (json_extract(marks, '$.conflict') IS NOT NULL OR json_extract(marks, '$.differ') IS NOT NULL)"
    ).all()
    found = []
    for region_no, group in groupby(sorted(map(tuple, rows)), key=lambda row: row[0]):
        region = tx.exec_driver_sql("SELECT code FROM region WHERE no = ?", (region_no,)).scalar_one()
        for record, states in heads.states_of(tx, kind, region_no, [row[1] for row in group]):
            found += [_Dispute(region, region_no, kind, record, s) for s in states.values() if s.differs]
    return sorted(found, key=lambda dispute: (dispute.record, dispute.region, dispute.state.field))


def _authors(tx: Connection, changes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Who wrote each change, and the signing key of the device."""
    found: dict[str, tuple[str, str]] = {}
    names = [bytes.fromhex(change) for change in changes]
    for at in range(0, len(names), 500):
        chunk = names[at : at + 500]
        rows = tx.exec_driver_sql(
            "SELECT c.name, c.line, s.device FROM change c JOIN segment g ON g.no = c.segment_no"
            f" JOIN stream s ON s.no = g.stream_no WHERE c.name IN ({','.join('?' * len(chunk))})",
            tuple(chunk),
        )
        found |= {row[0].hex(): (loose_decoder().decode(row[1]).user, row[2]) for row in rows}
    return found


def _choice(head: Write, field: str, user: str, device: str) -> Choice:
    return Choice(change=head.name, value=head.values[field], user=user, at=head.at, device=device)


def find_record(tx: Connection, record: UUID, region: str = "") -> tuple[str, int, str]:
    """The kind and the region (number, code) of a record that has a row, as `place_of` finds it. Refused when none
    has."""
    held = [(kind, *place) for kind in KINDS for place in _held(tx, kind, record, region)]
    check_one(record, {code for _, _, code in held})
    if not held:
        raise refused("repair.no_record", value=record)
    return held[0]


def place_of(tx: Connection, kind: str, record: UUID, region: str = "") -> tuple[int, str] | None:
    """Where a record is that somebody means, as (number, code): in the region that is named, else in the only one that
    holds an id of this kind. None where it is not held; refused where several hold one and none is named, for nobody
    may guess."""
    held = _held(tx, kind, record, region)
    check_one(record, {code for _, code in held})
    return held[0] if held else None


def sole_region(tx: Connection, kind: str, record: UUID) -> int:
    """The number of the only region that holds a record nobody says the region of; 0 where none does, or several."""
    held = places(tx, kind, record) if kind in KINDS else []
    return held[0][0] if len(held) == 1 else 0


def held_at(tx: Connection, kind: str, record: UUID, region: str = "") -> tuple[int, str]:
    """The same; refused where it is not held."""
    place = place_of(tx, kind, record, region)
    if place is None:
        raise refused("repair.no_record", value=record)
    return place


def _held(tx: Connection, kind: str, record: UUID, region: str) -> list[tuple[int, str]]:
    return [place for place in places(tx, kind, record) if region in ("", place[1])]


def check_one(record: UUID, codes: Collection[str]) -> None:
    """Refuses where more than one region holds what somebody means by an id alone."""
    if len(codes) > 1:
        raise refused("repair.several_regions", value=record, regions=sorted(codes))


def places(tx: Connection, kind: str, record: UUID) -> list[tuple[int, str]]:
    """The regions (number, code) in which a record has a row."""
    rows = tx.exec_driver_sql(
        f"SELECT r.no, r.code FROM {kind} t JOIN region r ON r.no = t.region_no WHERE t.id = ? ORDER BY r.code",
        (record.bytes,),
    )
    return [(row[0], row[1]) for row in rows]


def is_in(tx: Connection, kind: str, region_no: int, record: UUID) -> bool:
    """Whether a region has a row of a record."""
    found = tx.exec_driver_sql(f"SELECT 1 FROM {kind} WHERE id = ? AND region_no = ?", (record.bytes, region_no))
    return found.first() is not None


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

"""Papers and orders as they stand in the journal: what of it says who may write, in the order it came."""

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.tables import SAYS_WHO_MAY
from kpm_desktop.domain.change import line_hash

V = TypeVar("V")


class _Paper(msgspec.Struct, frozen=True):
    statement: str | None = None
    signature: str | None = None


class _Revocation(msgspec.Struct, frozen=True):
    device_key: str | None = None
    accepted: tuple[str, ...] | None = None


class _Release(msgspec.Struct, frozen=True):
    device_key: str | None = None
    released: tuple[str, ...] | None = None


class _Line(msgspec.Struct, Generic[V], frozen=True):
    fields: V


# Each by what its kind declares alone: that was judged. Whatever else a line says is nobody's word yet.
_read_paper = msgspec.json.Decoder(_Line[_Paper]).decode
_read_revocation = msgspec.json.Decoder(_Line[_Revocation]).decode
_read_release = msgspec.json.Decoder(_Line[_Release]).decode


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in somebody's change. no: its number here. author: who wrote it. segment, seq: where it stands."""

    no: int
    author: str
    region: str
    segment: int
    seq: int
    statement: str
    signature: str


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A revocation or release. change: its hash, hex. device: whom it names. tips: up to which changes (hashes,
    hex)."""

    no: int
    author: str
    region: str
    segment: int
    seq: int
    change: str
    device: str
    tips: tuple[str, ...]
    is_revocation: bool


def access_lines(tx: Connection, above: int = 0) -> tuple[list[PaperLine], list[OrderLine]]:
    """The papers and the orders among the changes stored after one of this number. Each change says its own: nobody
    takes anything back by writing into the same record. Those of which a value breaks a limit say nothing."""
    papers, orders = [], []
    rows = tx.exec_driver_sql(
        "SELECT c.no, s.device, r.code, c.segment_no, c.seq, c.kind, c.line FROM change c"
        " CROSS JOIN segment g ON g.no = c.segment_no CROSS JOIN stream s ON s.no = g.stream_no"
        f" CROSS JOIN region r ON r.no = c.region_no WHERE c.no > ? AND {SAYS_WHO_MAY}"
        " AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.change_no = c.no) ORDER BY c.no",
        (above,),
    )
    for no, author, region, segment, seq, kind, line in rows:
        where = (no, author, region, segment, seq)
        if kind == "credential":
            paper = _read_paper(line).fields
            if paper.statement is not None and paper.signature is not None:
                papers.append(PaperLine(*where, paper.statement, paper.signature))
        else:
            device, tips = _order_of(kind, line)
            if device is not None:
                change = line_hash(line).hex()
                orders.append(OrderLine(*where, change, device, tips, kind == "revocation"))
    return papers, orders


def _order_of(kind: str, line: bytes) -> tuple[str | None, tuple[str, ...]]:
    if kind == "revocation":
        revocation = _read_revocation(line).fields
        return revocation.device_key, revocation.accepted or ()
    release = _read_release(line).fields
    return release.device_key, release.released or ()

"""Changes whose values break a limit: kept and passed on, their values withheld from the rows."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import Connection


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """A withheld value: where it belongs, which change it came with, and the code of the limit it breaks."""

    region: str
    kind: str
    id: UUID
    change: str
    field: str
    code: str


def withheld(tx: Connection) -> list[Withheld]:
    """Everything withheld, in the order it came."""
    rows = tx.exec_driver_sql(
        "SELECT r.code, c.kind, c.record, c.name, q.field, q.code FROM quarantine q"
        " JOIN change c ON c.no = q.change_no JOIN region r ON r.no = c.region_no ORDER BY c.no, q.field"
    )
    return [
        Withheld(region=r[0], kind=r[1], id=UUID(bytes=r[2]), change=r[3].hex(), field=r[4], code=r[5]) for r in rows
    ]


def notes(tx: Connection, regions: Sequence[str]) -> list[tuple[str, str]]:
    """(change, code) of what is withheld in these regions, each change once."""
    wanted = set(regions)
    return sorted({(w.change, w.code) for w in withheld(tx) if w.region in wanted})

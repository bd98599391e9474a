"""Changes whose values break a limit: kept and passed on, their values withheld from the rows."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings

_REPORT = "withheld_there:"


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


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The changes a supervisor withholds, by its newest bundle: its life, its number, and their names."""

    life: str
    number: int
    changes: tuple[str, ...]


def keep_report(tx: Connection, peer_no: int, report: Report) -> None:
    """Keeps what a supervisor says it withholds; an older bundle of the same life changes nothing."""
    known = settings.read(tx, f"{_REPORT}{peer_no}", Report)
    if known is None or known.life != report.life or known.number < report.number:
        settings.write(tx, f"{_REPORT}{peer_no}", report)


def reported(tx: Connection) -> list[str]:
    """The names of the changes any supervisor withholds."""
    rows = tx.exec_driver_sql("SELECT value FROM setting WHERE name LIKE ? ORDER BY name", (f"{_REPORT}%",))
    return sorted({name for row in rows for name in msgspec.json.decode(row[0], type=Report).changes})

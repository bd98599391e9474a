"""Changes whose values break a limit: kept and passed on, their values withheld from the rows."""

from itertools import zip_longest
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
        " CROSS JOIN change c ON c.no = q.change_no CROSS JOIN region r ON r.no = c.region_no"
        " ORDER BY q.change_no, q.field"
    )
    return [
        Withheld(region=r[0], kind=r[1], id=UUID(bytes=r[2]), change=r[3].hex(), field=r[4], code=r[5]) for r in rows
    ]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The changes a supervisor withholds, by its newest bundle: its life, its number, their names and the code of
    each; a report kept by an earlier program has no codes."""

    life: str
    number: int
    changes: tuple[str, ...]
    codes: tuple[str, ...] = ()


def keep_report(tx: Connection, peer_no: int, report: Report) -> None:
    """Keeps what a supervisor says it withholds; an older bundle of the same life changes nothing."""
    known = settings.read(tx, f"{_REPORT}{peer_no}", Report)
    if known is None or known.life != report.life or known.number < report.number:
        settings.write(tx, f"{_REPORT}{peer_no}", report)


def reported(tx: Connection) -> dict[str, str]:
    """The names of the changes any supervisor withholds, sorted, each with a code of the limit it breaks there; ""
    where that is not known."""
    rows = tx.exec_driver_sql("SELECT value FROM setting WHERE name LIKE ? ORDER BY name", (f"{_REPORT}%",))
    found: dict[str, str] = {}
    for row in rows:
        report = msgspec.json.decode(row[0], type=Report)
        for name, code in zip_longest(report.changes, report.codes[: len(report.changes)], fillvalue=""):
            found[name] = found.get(name) or code
    return dict(sorted(found.items()))

"""Credential papers that reached this device: kept as they were signed, judged anew whenever it matters."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection


def papers(tx: Connection) -> list[tuple[str, str]]:
    """All papers as (statement, signature)."""
    rows = tx.exec_driver_sql("SELECT statement, signature FROM credential_paper ORDER BY statement")
    return [(row[0], row[1]) for row in rows]


def keep(tx: Connection, found: Iterable[tuple[str, str]]) -> int:
    """Keeps papers (statement, signature) and gives the number of new ones."""
    new = 0
    for paper in found:
        done = tx.exec_driver_sql(
            "INSERT INTO credential_paper (statement, signature) VALUES (?, ?) ON CONFLICT DO NOTHING", paper
        )
        new += done.rowcount
    return new


class _Values(msgspec.Struct, frozen=True):
    statement: str | None = None
    signature: str | None = None


class _Line(msgspec.Struct, frozen=True):
    fields: _Values


_read = msgspec.json.Decoder(_Line).decode


def recorded(tx: Connection) -> list[tuple[str, str, str]]:
    """The papers that came as changes of the journal and are not set aside, as (device that wrote the change,
    statement, signature). Each change says its own: nobody takes a paper back by writing into the same record."""
    rows = tx.exec_driver_sql(
        "SELECT s.device, c.line FROM (SELECT DISTINCT id FROM credential) t"
        " CROSS JOIN change c ON c.record = t.id AND c.kind = 'credential' AND c.ignored = 0"
        " CROSS JOIN segment g ON g.no = c.segment_no CROSS JOIN stream s ON s.no = g.stream_no"
        " WHERE NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.change_no = c.no)"
    )
    found: dict[tuple[str, str, str], None] = {}
    for device, line in rows:
        values = _read(line).fields
        if values.statement is not None and values.signature is not None:
            found[device, values.statement, values.signature] = None
    return list(found)

"""Credential papers that reached this device: kept as they were signed, judged anew whenever it matters."""

from collections.abc import Iterable

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


def recorded(tx: Connection) -> list[tuple[str, str]]:
    """The papers that came as records of the journal."""
    rows = tx.exec_driver_sql(
        "SELECT DISTINCT statement, signature FROM credential WHERE statement IS NOT NULL AND signature IS NOT NULL"
    )
    return [(row[0], row[1]) for row in rows]

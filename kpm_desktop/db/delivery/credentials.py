"""Credential papers that reached this device: those whose signatures hold, each statement once."""

from collections.abc import Iterable

from sqlalchemy import Connection


def papers(tx: Connection) -> list[tuple[str, str]]:
    """All papers as (statement, signature)."""
    rows = tx.exec_driver_sql("SELECT statement, signature FROM credential_paper ORDER BY statement")
    return [(row[0], row[1]) for row in rows]


def papers_about(tx: Connection, device: str) -> list[tuple[str, str]]:
    """The papers about one key, found by how their statements begin."""
    begins = f'{{"device":"{device}"'
    rows = tx.exec_driver_sql(
        "SELECT statement, signature FROM credential_paper WHERE statement >= ? AND statement < ? ORDER BY statement",
        (begins, begins + "\N{DELETE}"),
    )
    return [(row[0], row[1]) for row in rows]


def keep(tx: Connection, found: Iterable[tuple[str, str]]) -> int:
    """Keeps papers (statement, signature) whose signatures hold, and gives the number of new ones."""
    new = 0
    for paper in found:
        done = tx.exec_driver_sql(
            "INSERT INTO credential_paper (statement, signature) VALUES (?, ?) ON CONFLICT DO NOTHING", paper
        )
        new += done.rowcount
    return new


def kept_of(tx: Connection, statements: Iterable[str]) -> set[str]:
    """Which of these statements are kept."""
    found = set()
    for statement in statements:
        if tx.exec_driver_sql("SELECT 1 FROM credential_paper WHERE statement = ?", (statement,)).first():
            found.add(statement)
    return found


def forget(tx: Connection, statements: Iterable[str]) -> None:
    """Papers kept by an earlier version whose signatures do not hold."""
    for statement in statements:
        tx.exec_driver_sql("DELETE FROM credential_paper WHERE statement = ?", (statement,))

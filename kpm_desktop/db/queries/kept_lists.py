"""The lists of villages as they were read last, kept for the next start. They say nothing the records do not say, and
are read anew where these were written since."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection


class KeptList(NamedTuple):
    """The lists of one village. mark: of its journal (`village_marks`) and the program; content: bytes as they were
    given."""

    mark: str
    day: date
    content: bytes


def find(tx: Connection, region: str, month: str) -> KeptList | None:
    """What was kept of a village for a month."""
    row = tx.exec_driver_sql(
        "SELECT mark, day, content FROM kept_list WHERE region = ? AND month = ?", (region, month)
    ).one_or_none()
    return None if row is None else KeptList(row[0], date.fromisoformat(row[1]), row[2])


def keep(tx: Connection, region: str, month: str, kept: KeptList) -> None:
    """Keeps the lists of a village, of one month only."""
    tx.exec_driver_sql(
        "INSERT INTO kept_list (region, month, mark, day, content) VALUES (?, ?, ?, ?, ?) ON CONFLICT (region)"
        " DO UPDATE SET month = excluded.month, mark = excluded.mark, day = excluded.day, content = excluded.content",
        (region, month, kept.mark, kept.day.isoformat(), kept.content),
    )


def forget_but(tx: Connection, regions: Collection[str]) -> None:
    """Forgets the lists of all villages but these."""
    marks = ",".join("?" * len(regions))
    tx.exec_driver_sql(f"DELETE FROM kept_list WHERE region NOT IN ({marks})", tuple(regions))

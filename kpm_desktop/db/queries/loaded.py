"""What `kpm load` last wrote of each row of a file, so that loading again changes only what differs in the file; and
how far the journal reached when `kpm dump` last wrote it into files."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings

Cells = dict[str, Any]

_DUMPED = "dumped_until"


def refs(tx: Connection, kind: str) -> dict[str, UUID]:
    """The rows of a kind this profile loaded itself, by the name they had in their file."""
    rows = tx.exec_driver_sql("SELECT ref, record FROM loaded_row WHERE kind = ?", (kind,))
    return {row[0]: UUID(bytes=row[1]) for row in rows}


def cells(tx: Connection, kind: str, names: Sequence[str]) -> dict[str, Cells]:
    """The values last written for these rows."""
    marks = ",".join("?" * len(names))
    rows = tx.exec_driver_sql(f"SELECT ref, cells FROM loaded_row WHERE kind = ? AND ref IN ({marks})", (kind, *names))
    return {row[0]: msgspec.json.decode(row[1], type=Cells) for row in rows}


def keep(tx: Connection, rows: list[tuple[str, str, bytes, str]]) -> None:
    """Remembers rows `(kind, name, record id, cells as JSON)`."""
    if rows:
        tx.exec_driver_sql(
            "INSERT INTO loaded_row (kind, ref, record, cells) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (kind, ref) DO UPDATE SET record = excluded.record, cells = excluded.cells",
            rows,
        )


def last_number(tx: Connection) -> int:
    """The number of the newest change held; 0 where there is none."""
    number: int = tx.exec_driver_sql("SELECT coalesce(max(no), 0) FROM change").scalar_one()
    return number


def keep_dumped(tx: Connection, until: int) -> None:
    """Remembers that the journal was dumped up to a number."""
    settings.write(tx, _DUMPED, until)


def dumped_until(tx: Connection) -> int | None:
    """Up to which number the journal was last dumped; None where it never was."""
    number: int | None = settings.read(tx, _DUMPED, int)
    return number

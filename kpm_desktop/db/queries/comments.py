"""Comments as their rows show them: questions, and the answers that name them."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.conflicts import place_of

_SHOWN = "coalesce(c.status, 'active') = 'active'"


class CommentRow(NamedTuple):
    """A comment that counts; what has not come of it is empty."""

    id: UUID
    region_no: int
    region: str
    kind: str
    record: UUID | None
    field: str
    text: str
    reply_to: UUID | None
    progress: str


def comments(tx: Connection) -> list[CommentRow]:
    """All that were not entered in error."""
    rows = tx.exec_driver_sql(
        "SELECT c.id, c.region_no, r.code, c.about_kind, c.about_id, c.about_field, c.text, c.reply_to_id, c.progress"
        f" FROM comment c JOIN region r ON r.no = c.region_no WHERE {_SHOWN} ORDER BY c.id"
    )
    return [
        CommentRow(UUID(bytes=i), no, code, kind or "", _id(about), field or "", text or "", _id(reply), state or "")
        for i, no, code, kind, about, field, text, reply, state in rows
    ]


def comment(tx: Connection, record: UUID, region: str = "") -> CommentRow | None:
    """One of them, as `place_of` finds it."""
    place = place_of(tx, "comment", record, region)
    if place is None:
        return None
    return next((row for row in comments(tx) if (row.region_no, row.id) == (place[0], record)), None)


def _id(found: bytes | None) -> UUID | None:
    return None if found is None else UUID(bytes=found)

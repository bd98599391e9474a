"""What came in of others: the records some new changes of the journal write, and whether this laptop wrote them too."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.domain.change import loose_decoder


class Came(NamedTuple):
    """A record of a region that new changes of one device write. is_new: nothing of it was held before. is_own: this
    laptop wrote in it. user: who wrote the newest of the changes. fields: what they set."""

    region: str
    kind: str
    record: UUID
    device: str
    is_new: bool
    is_own: bool
    user: str
    fields: tuple[str, ...]


def last_change(tx: Connection) -> int:
    """The number of the journal's newest change; 0 before the first."""
    number: int = tx.exec_driver_sql("SELECT coalesce(max(no), 0) FROM change").scalar_one()
    return number


def came(tx: Connection, own: str, after: int, last: int, most: int) -> tuple[list[Came], int]:
    """The records written by other devices in changes numbered above `after` up to `last`: remarks
    and assignments first, then as they came; `most` of them, and how many more there are."""
    rows = tx.exec_driver_sql(
        "SELECT r.code, c.region_no, c.kind, c.record, s.device, max(c.no) FROM change c"
        " JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " JOIN region r ON r.no = c.region_no WHERE c.no > ? AND c.no <= ? AND s.device != ? AND c.ignored = 0"
        " AND c.kind NOT IN ('credential', 'revocation', 'release')"
        " GROUP BY c.region_no, c.kind, c.record, s.device ORDER BY c.kind NOT IN ('comment', 'assignment'), min(c.no)",
        (after, last, own),
    ).all()
    return [_came(tx, own, after, last, *row) for row in rows[:most]], max(len(rows) - most, 0)


def _came(
    tx: Connection,
    own: str,
    after: int,
    last: int,
    region: str,
    region_no: int,
    kind: str,
    record: bytes,
    device: str,
    newest: int,
) -> Came:
    rows = tx.exec_driver_sql(
        "SELECT c.no, s.device, c.line FROM change c JOIN segment g ON g.no = c.segment_no"
        " JOIN stream s ON s.no = g.stream_no WHERE c.record = ? AND c.kind = ? AND c.region_no = ?",
        (record, kind, region_no),
    ).all()
    lines = {no: loose_decoder().decode(line) for no, by, line in rows if by == device and after < no <= last}
    return Came(
        region=region,
        kind=kind,
        record=UUID(bytes=record),
        device=device,
        is_new=not any(no <= after for no, _, _ in rows),
        is_own=any(by == own for _, by, _ in rows),
        user=lines[newest].user,
        fields=tuple(sorted({name for line in lines.values() for name in line.fields})),
    )

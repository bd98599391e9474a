"""All records once through, in slices of bounded size, for what the rules say of them as they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal.rows import column_names, record_from_row
from kpm_desktop.db.queries.oversight import Authorship
from kpm_desktop.domain.calendar import in_range
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import required_fields


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A record that counts. record: None where it is incomplete; lacking: the required fields that have not come, those
    that are withheld left out."""

    no: int
    region_no: int
    id: UUID
    record: Record | None
    lacking: tuple[str, ...]


def rows_after(tx: Connection, kind: str, no: int, most: int, region: str = "") -> list[Surveyed]:
    """The next records of a kind behind a row number, `most` at the most. Left out is what was entered in error, and
    what is linked to another record: that one is read."""
    columns = column_names(kind)
    within = " AND region_no = (SELECT no FROM region WHERE code = ?)" if region else ""
    rows = tx.exec_driver_sql(
        f"SELECT no, region_no, marks, id, {', '.join(columns)} FROM {kind} WHERE no > ?{within}"
        " AND merged_into_id IS NULL AND coalesce(status, 'active') != 'entered_in_error' ORDER BY no LIMIT ?",
        (no, region, most) if region else (no, most),
    )
    build = record_from_row(kind)
    needed = [(name, columns.index(name) + 4) for name in required_fields(kind)]
    found = []
    for row in rows:
        record = build(row[3:])
        lacking: Sequence[str] = ()
        if record is None:
            kept_back = msgspec.json.decode(row[2]).get("withheld", ()) if row[2] else ()
            lacking = [name for name, at in needed if row[at] is None and name not in kept_back]
        found.append(Surveyed(row[0], row[1], UUID(bytes=row[3]), record, tuple(lacking)))
    return found


def region_codes(tx: Connection) -> dict[int, str]:
    """The code of each region, by its number."""
    return {row[0]: row[1] for row in tx.exec_driver_sql("SELECT no, code FROM region")}


def first_households(tx: Connection) -> set[UUID]:
    """The first household of each region: it stands for what is true of all of them."""
    rows = tx.exec_driver_sql("SELECT id FROM household WHERE no IN (SELECT min(no) FROM household GROUP BY region_no)")
    return {UUID(bytes=row[0]) for row in rows}


def confirmed(tx: Connection) -> set[tuple[int, str, UUID, str]]:
    """(region number, kind, id, rule) of every warning somebody looked at again and confirmed."""
    rows = tx.exec_driver_sql(
        "SELECT region_no, about_kind, about_id, rule FROM flag_answer WHERE rule IS NOT NULL AND about_id IS NOT NULL"
        " AND coalesce(status, 'active') != 'entered_in_error'"
    )
    return {(row[0], row[1], UUID(bytes=row[2]), row[3]) for row in rows}


def last_author(tx: Connection, kind: str, region_no: int, record: UUID, field: str) -> Authorship | None:
    """Who wrote a field last, or the record where nobody wrote the field."""
    rows = tx.exec_driver_sql(
        "SELECT c.line, s.device FROM change c JOIN segment g ON g.no = c.segment_no"
        " JOIN stream s ON s.no = g.stream_no WHERE c.record = ? AND c.kind = ? AND c.region_no = ? AND c.ignored = 0",
        (record.bytes, kind, region_no),
    )
    read = loose_decoder().decode
    written = [(read(line), device) for line, device in rows]
    of_field = [(line, device) for line, device in written if field in line.fields] or written
    if not of_field:
        return None
    line, device = max(of_field, key=lambda found: in_range(found[0].at))
    return Authorship(user=line.user, device=device, at=line.at, fields=dict(line.fields))


def newest_change(tx: Connection) -> int:
    """The number of the change that came last; as long as it is the same, nothing was written or taken in."""
    found: int | None = tx.exec_driver_sql("SELECT max(no) FROM change").scalar()
    return found or 0

"""The few records behind changes that somebody lacks or reports, found without reading the rest."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.conflicts import is_in
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.catalogue import DICTIONARY

#: (number of the region, kind, id): what a record is. Of what is only begun no region is known: 0.
Key = tuple[int, str, UUID]


def records_in(tx: Connection, spans: Iterable[Span]) -> dict[Key, int]:
    """The records these runs write, each with the number of its newest change among them."""
    found: dict[Key, int] = {}
    for span in spans:
        rows = tx.exec_driver_sql(
            "SELECT region_no, kind, record, max(no) FROM change WHERE segment_no = ? AND seq BETWEEN ? AND ?"
            " GROUP BY region_no, kind, record",
            (span.segment_no, span.first, span.last),
        )
        for region_no, kind, record, no in rows:
            key = region_no, kind, UUID(bytes=record)
            found[key] = max(no, found.get(key, 0))
    return found


def places_of(tx: Connection, key: Key) -> list[tuple[int, int]]:
    """Where the changes of a record lie: segment and number of each."""
    rows = tx.exec_driver_sql(
        "SELECT segment_no, seq FROM change WHERE record = ? AND kind = ? AND region_no = ?",
        (key[2].bytes, key[1], key[0]),
    )
    return [(row[0], row[1]) for row in rows]


def lies_in(place: tuple[int, int], spans: Iterable[Span]) -> bool:
    """Whether a change lies in one of these runs."""
    return any(span.segment_no == place[0] and span.first <= place[1] <= span.last for span in spans)


def streams_of(tx: Connection, device: str) -> list[int]:
    """The numbers of a device's streams."""
    return [row[0] for row in tx.exec_driver_sql("SELECT no FROM stream WHERE device = ?", (device,))]


def reported(tx: Connection, change: str) -> Key | None:
    """The record of a change that somebody reports as withheld; None once a later save has taken its place or the
    record was entered in error, or where the change is not held."""
    row = tx.exec_driver_sql(
        "SELECT region_no, kind, record FROM change WHERE name = ?", (bytes.fromhex(change),)
    ).first()
    if row is None:
        return None
    lines = tx.exec_driver_sql(
        "SELECT line FROM change WHERE region_no = ? AND kind = ? AND record = ?", (row[0], row[1], row[2])
    )
    for (line,) in lines:
        if any(change in names for names in loose_decoder().decode(line).base.values()):
            return None
    key = row[0], row[1], UUID(bytes=row[2])
    return None if is_in_error(tx, key) else key


def is_in_error(tx: Connection, key: Key) -> bool:
    """Whether a record is shown as entered in error."""
    region_no, kind, record = key
    if kind not in DICTIONARY:
        return False
    rows = tx.exec_driver_sql(
        f"SELECT 1 FROM {kind} WHERE id = ? AND region_no = ? AND status = ?", (record.bytes, region_no, IN_ERROR)
    )
    return rows.first() is not None


def written_at(tx: Connection, segment: int, seq: int) -> str:
    """The instant a change was written, by its author's clock."""
    line = tx.exec_driver_sql("SELECT line FROM change WHERE segment_no = ? AND seq = ?", (segment, seq)).scalar_one()
    return loose_decoder().decode(line).at


def has_row(tx: Connection, key: Key) -> bool:
    """Whether a record of a known kind was ever saved."""
    region_no, kind, record = key
    return is_in(tx, kind, region_no, record)

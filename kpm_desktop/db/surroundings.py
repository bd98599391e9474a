"""What the entry rules ask about other records, answered from the open transaction and what it is about to write."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.rows import column_names, record_from_row
from kpm_desktop.domain import region_list
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS

_ASKED_ABOUT = ("person", "pregnancy", "comment")


class Held:
    """Answers `Surroundings` questions; remembers each answer for the length of one transaction."""

    def __init__(self, tx: Connection, today: date) -> None:
        self.today = today
        self._tx = tx
        self._regions: dict[tuple[str, UUID], str | None] = {}
        self._records: dict[tuple[str, UUID], Record | None] = {}
        self._new: set[UUID] = set()

    def remember(self, record: Record, region: str, *, is_new: bool) -> None:
        """Takes a record that is about to be written into account."""
        self._regions[record.KIND, record.id] = region
        if record.KIND in _ASKED_ABOUT:
            self._records[record.KIND, record.id] = record
        if is_new and record.KIND == "person":
            self._new.add(record.id)

    def look_up(self, kind: str, ids: Sequence[UUID]) -> None:
        """Asks for the regions of many records at once."""
        unknown = [id for id in ids if (kind, id) not in self._regions]
        for at in range(0, len(unknown), 500):
            part = unknown[at : at + 500]
            rows = self._tx.exec_driver_sql(
                f"SELECT t.id, r.code FROM {kind} t JOIN region r ON r.no = t.region_no"
                f" WHERE t.id IN ({','.join('?' * len(part))})",
                tuple(id.bytes for id in part),
            )
            found = {row[0]: row[1] for row in rows}
            self._regions.update({(kind, id): found.get(id.bytes) for id in part})

    def region_of(self, kind: str, id: UUID) -> str | None:
        """The region of a record, or None where it is not held or the kind is unknown."""
        key = (kind, id)
        if key not in self._regions:
            self._regions[key] = self._read_region(kind, id) if kind in KINDS else None
        return self._regions[key]

    def record(self, kind: str, id: UUID) -> Record | None:
        """A record as shown, or None where it is not held or incomplete."""
        key = (kind, id)
        if key not in self._records:
            row = self._tx.exec_driver_sql(
                f"SELECT id, {', '.join(column_names(kind))} FROM {kind} WHERE id = ?", (id.bytes,)
            ).first()
            self._records[key] = None if row is None else record_from_row(kind)(row)
        return self._records[key]

    def earliest_service(self, person: UUID) -> date | None:
        """The first visit or dose of a person."""
        if person in self._new:
            return None
        found = self._tx.exec_driver_sql(
            "SELECT min(day) FROM (SELECT visit_date AS day FROM child_visit WHERE person_id = ? AND"
            " coalesce(status, 'active') != 'entered_in_error' UNION ALL SELECT given_date FROM immunization"
            " WHERE person_id = ? AND coalesce(status, 'active') != 'entered_in_error')",
            (person.bytes, person.bytes),
        ).scalar()
        return None if found is None else date.fromisoformat(found)

    def is_listed(self, region: str) -> bool:
        """Whether the Ministry's list knows a code."""
        return region_list.is_listed(region)

    def _read_region(self, kind: str, id: UUID) -> str | None:
        found: str | None = self._tx.exec_driver_sql(
            f"SELECT r.code FROM {kind} t JOIN region r ON r.no = t.region_no WHERE t.id = ?", (id.bytes,)
        ).scalar()
        return found

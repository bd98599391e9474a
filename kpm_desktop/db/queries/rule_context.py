"""What the entry rules ask about other records, answered from the open transaction and what it is about to write."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal.conflicts import places
from kpm_desktop.db.journal.groups import groups_of, read_as_one
from kpm_desktop.db.journal.rows import column_names, record_from_row
from kpm_desktop.db.queries.timeline import Timeline
from kpm_desktop.domain.entry.plausibility import Measured
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.regions import region_list

#: The number of a region of which nothing is held yet.
_NOT_YET = -1
_ASKED_ABOUT = ("household", "person", "pregnancy", "comment")


class Held:
    """Answers `RuleContext` questions; remembers each answer for the length of one transaction. Whoever asks stands in
    a region (`stand_in`): an id means the record of that region, and no other one; nowhere it means none."""

    def __init__(self, tx: Connection, today: date) -> None:
        self.today = today
        self._tx = tx
        self._places: dict[tuple[str, UUID], tuple[str, ...]] = {}
        self._new: set[UUID] = set()
        self._linking: dict[str, bool] = {}
        self._kept: dict[str, tuple[dict[tuple[str, UUID], Record | None], Timeline]] = {}
        self._region = ""
        self._region_no = _NOT_YET
        self.stand_in("")

    def stand_in(self, region: str) -> None:
        """The region (its code) of the record that is asked about from now on."""
        if region == self._region and self._region_no != _NOT_YET:
            return
        found = self._tx.exec_driver_sql("SELECT no FROM region WHERE code = ?", (region,)).scalar()
        self._region, self._region_no = region, _NOT_YET if found is None else int(found)
        if region not in self._kept:
            self._kept[region] = {}, Timeline(self._tx, self._members, self._new.__contains__, lambda: self._here)
        self._records, self._timeline = self._kept[region]

    @property
    def _here(self) -> str:
        """The condition of rows of the region that is stood in."""
        return f" AND region_no = {self._region_no}"

    def remember(self, record: Record, region: str, *, is_new: bool) -> None:
        """Takes a record that is about to be written into account."""
        self.stand_in(region)
        held = self.places(record.KIND, record.id)
        self._places[record.KIND, record.id] = tuple(sorted({*held, region}))
        if record.KIND in _ASKED_ABOUT:
            self._records[record.KIND, record.id] = record
        if is_new and record.KIND in ("person", "pregnancy"):
            self._new.add(record.id)
        self._timeline.remember(record)
        if record.merged_into_id is not None:
            self._linking[record.KIND] = True

    def look_up(self, kind: str, ids: Sequence[UUID]) -> None:
        """Asks for the regions of many records at once."""
        unknown = [id for id in ids if (kind, id) not in self._places]
        for at in range(0, len(unknown), 500):
            part = unknown[at : at + 500]
            rows = self._tx.exec_driver_sql(
                f"SELECT t.id, r.code FROM {kind} t JOIN region r ON r.no = t.region_no"
                f" WHERE t.id IN ({','.join('?' * len(part))})",
                tuple(id.bytes for id in part),
            )
            found: dict[bytes, list[str]] = {}
            for id_bytes, code in rows:
                found.setdefault(id_bytes, []).append(code)
            self._places.update({(kind, id): tuple(sorted(found.get(id.bytes, ()))) for id in part})

    def look_up_records(self, kind: str, ids: Sequence[UUID]) -> None:
        """Asks for many records at once, where rules ask about records of this kind at all."""
        unknown = [id for id in ids if (kind, id) not in self._records] if kind in _ASKED_ABOUT else []
        build = record_from_row(kind)
        for at in range(0, len(unknown), 500):
            part = unknown[at : at + 500]
            rows = self._tx.exec_driver_sql(
                f"SELECT id, {', '.join(column_names(kind))} FROM {kind}"
                f" WHERE id IN ({','.join('?' * len(part))}){self._here}",
                tuple(id.bytes for id in part),
            )
            found = {row[0]: build(row) for row in rows}
            self._records.update({(kind, id): found.get(id.bytes) for id in part})

    def region_of(self, kind: str, id: UUID) -> str | None:
        """The region of a record: the one that is stood in where it holds such a record, else another one that does;
        None where none does or the kind is unknown."""
        held = self.places(kind, id)
        return self._region if self._region in held else held[0] if held else None

    def places(self, kind: str, id: UUID) -> tuple[str, ...]:
        """Every region that holds a record of this id, in order."""
        key = (kind, id)
        if key not in self._places:
            self._places[key] = self._read_places(kind, id) if kind in KINDS else ()
        return self._places[key]

    def record(self, kind: str, id: UUID) -> Record | None:
        """A record as it is read, linked ones as one; None where it is not held or incomplete."""
        key = (kind, id)
        if key not in self._records:
            self._records[key] = self._read_linked(kind, id) if self._has_links(kind) else self._read(kind, id)
        return self._records[key]

    def earliest_service(self, person: UUID) -> date | None:
        """The first visit or dose of a person."""
        if person in self._new:
            return None
        people = self._members("person", person)
        marks = ",".join("?" * len(people))
        found = self._tx.exec_driver_sql(
            f"SELECT min(day) FROM (SELECT visit_date AS day FROM child_visit WHERE person_id IN ({marks}){self._here}"
            " AND coalesce(status, 'active') != 'entered_in_error' UNION ALL SELECT given_date FROM immunization"
            f" WHERE person_id IN ({marks}){self._here} AND coalesce(status, 'active') != 'entered_in_error')",
            tuple(one.bytes for one in (*people, *people)),
        ).scalar()
        return None if found is None else date.fromisoformat(found)

    def measures_around(
        self, row: ChildVisit | PregnancyVisit
    ) -> tuple[Mapping[str, Measured], Mapping[str, Measured]]:
        """The measures of the same child or pregnancy nearest before and after a monthly row."""
        return self._timeline.measures_around(row)

    def doses_of(self, person: UUID) -> Sequence[Immunization]:
        """Every dose recorded for a person."""
        return self._timeline.doses_of(person)

    def look_up_around(self, kind: str, owners: Iterable[UUID]) -> None:
        """Asks for the measures or doses of many owners at once, which monthly rows and doses are compared with."""
        self._timeline.look_up(kind, owners)

    def is_listed(self, region: str) -> bool:
        """Whether the Ministry's list knows a code, or an earlier one did."""
        return region_list.is_known(region)

    def _members(self, kind: str, id: UUID) -> list[UUID]:
        """The records that mean the same as this one."""
        return groups_of(self._tx, kind, self._region_no, [id]) if self._has_links(kind) else [id]

    def _has_links(self, kind: str) -> bool:
        """Whether any record of a kind is linked with another: hardly ever, and then nobody looks for groups."""
        if kind not in self._linking:
            found = self._tx.exec_driver_sql(f"SELECT 1 FROM {kind} WHERE merged_into_id IS NOT NULL LIMIT 1").first()
            self._linking[kind] = found is not None
        return self._linking[kind]

    def _read(self, kind: str, id: UUID) -> Record | None:
        row = self._tx.exec_driver_sql(
            f"SELECT id, {', '.join(column_names(kind))} FROM {kind} WHERE id = ?{self._here}", (id.bytes,)
        ).first()
        return None if row is None else record_from_row(kind)(row)

    def _read_linked(self, kind: str, id: UUID) -> Record | None:
        found = read_as_one(self._tx, kind, self._region_no, id)
        return None if found is None else msgspec.structs.replace(found, id=id)

    def _read_places(self, kind: str, id: UUID) -> tuple[str, ...]:
        return tuple(code for _, code in places(self._tx, kind, id))

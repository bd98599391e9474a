"""Everything of one household: its people, linked entries of them elsewhere in the village, and all that hangs on
them. A handful of indexed reads, so that a visit opens at once however large the village is."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.conflicts import group_of
from kpm_desktop.db.rows import column_names, read_records
from kpm_desktop.domain.scorecard.village import VillageRecords


def region_of_household(tx: Connection, household: UUID) -> tuple[int, str] | None:
    """The region (number, code) of a household that is held."""
    row = tx.exec_driver_sql(
        "SELECT r.no, r.code FROM household h JOIN region r ON r.no = h.region_no WHERE h.id = ?", (household.bytes,)
    ).first()
    return None if row is None else (row[0], row[1])


def posyandu_name(tx: Connection, posyandu: UUID | None) -> str:
    """What a posyandu is called; empty where there is none or it is not held."""
    if posyandu is None:
        return ""
    name: str | None = tx.exec_driver_sql("SELECT name FROM posyandu WHERE id = ?", (posyandu.bytes,)).scalar()
    return name or ""


def posyandu_of(tx: Connection, region_no: int) -> list[tuple[UUID, str]]:
    """(id, name) of a village's posyandu, by name; linked entries of one only once."""
    rows = tx.exec_driver_sql(
        "SELECT id, name FROM posyandu WHERE region_no = ? AND merged_into_id IS NULL AND name IS NOT NULL"
        " AND coalesce(status, 'active') = 'active' ORDER BY name",
        (region_no,),
    )
    return [(UUID(bytes=row[0]), row[1]) for row in rows]


def posyandu_of_village(tx: Connection, region: str) -> list[tuple[UUID, str]]:
    """The same by the village's code; none where nothing of it is held."""
    found = tx.exec_driver_sql("SELECT no FROM region WHERE code = ?", (region,)).scalar()
    return [] if found is None else posyandu_of(tx, found)


def records_of_household(tx: Connection, region_no: int, household: UUID) -> VillageRecords:
    """What `arrange` needs to read the household as the whole village would."""
    homes = group_of(tx, "household", region_no, household)
    own = {person.id for person in _where(tx, "person", "household_id", region_no, homes)}
    people = _with_groups(tx, "person", region_no, own)
    pregnancies = _where(tx, "pregnancy", "person_id", region_no, people)
    carried = _with_groups(tx, "pregnancy", region_no, {one.id for one in pregnancies})
    return VillageRecords(
        households=_where(tx, "household", "id", region_no, homes),
        persons=_where(tx, "person", "id", region_no, people),
        pregnancies=_where(tx, "pregnancy", "id", region_no, carried),
        pregnancy_visits=_where(tx, "pregnancy_visit", "pregnancy_id", region_no, carried),
        child_visits=_where(tx, "child_visit", "person_id", region_no, people),
        immunizations=_where(tx, "immunization", "person_id", region_no, people),
        paud_attendances=_where(tx, "paud_attendance", "person_id", region_no, people),
    )


def _with_groups(tx: Connection, kind: str, region_no: int, ids: Iterable[UUID]) -> list[UUID]:
    return sorted({member for one in ids for member in group_of(tx, kind, region_no, one)})


def _where(tx: Connection, kind: str, column: str, region_no: int, ids: Sequence[UUID]) -> list[Any]:
    if not ids:
        return []
    columns = ", ".join(column_names(kind))
    rows = tx.exec_driver_sql(
        f"SELECT id, {columns} FROM {kind} WHERE region_no = ? AND {column} IN ({','.join('?' * len(ids))})",
        (region_no, *(id.bytes for id in ids)),
    ).all()
    return read_records(rows, kind)

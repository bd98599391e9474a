"""Everything of one household: its people, linked entries of them elsewhere in the village, and all that hangs on
them. A handful of indexed reads, so that a visit opens at once however large the village is."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal.groups import groups_of, read_rows
from kpm_desktop.db.journal.rows import column_names, read_records
from kpm_desktop.domain.merging.groups import Groups, resolve
from kpm_desktop.domain.records.household import Posyandu
from kpm_desktop.domain.scorecard.village import VillageRecords


def posyandu_groups(tx: Connection, region_no: int) -> Groups[Posyandu]:
    """A village's posyandu, linked entries read as one."""
    columns = ", ".join(column_names("posyandu"))
    rows = tx.exec_driver_sql(f"SELECT id, {columns} FROM posyandu WHERE region_no = ?", (region_no,)).all()
    return resolve([one for one in read_records(rows, "posyandu") if isinstance(one, Posyandu)])


def posyandu_name(tx: Connection, region_no: int, posyandu: UUID | None) -> str:
    """What a posyandu is called by now; empty where there is none or it is not held."""
    if posyandu is None:
        return ""
    posts = posyandu_groups(tx, region_no)
    meant = posts.means(posyandu)
    return next((one.name for one in (*posts.records, *posts.withdrawn) if one.id == meant), "")


def listed_posyandu(posts: Groups[Posyandu]) -> list[tuple[UUID, str]]:
    """(id, name) of posyandu, by name; linked entries of one only once."""
    return sorted(((one.id, one.name) for one in posts.records), key=lambda each: each[1])


def posyandu_of_village(tx: Connection, region: str) -> list[tuple[UUID, str]]:
    """The same by the village's code; none where nothing of it is held."""
    found = region_no_of(tx, region)
    return [] if found is None else listed_posyandu(posyandu_groups(tx, found))


def region_no_of(tx: Connection, region: str) -> int | None:
    """A village's number here, by its code; None where nothing of it is held."""
    found: int | None = tx.exec_driver_sql("SELECT no FROM region WHERE code = ?", (region,)).scalar()
    return found


def hamlets(tx: Connection, region_no: int) -> list[str]:
    """What a village's hamlets are called in its households, by name."""
    rows = tx.exec_driver_sql(
        "SELECT DISTINCT hamlet FROM household WHERE region_no = ? AND hamlet IS NOT NULL ORDER BY hamlet", (region_no,)
    )
    return [row[0] for row in rows]


def records_of_household(tx: Connection, region_no: int, household: UUID) -> VillageRecords:
    """What `arrange` needs to read the household as the whole village would."""

    def where(kind: str, column: str, ids: Iterable[UUID]) -> list[Any]:
        return read_rows(tx, kind, region_no, column, ids)

    homes = groups_of(tx, "household", region_no, [household])
    people = groups_of(tx, "person", region_no, {one.id for one in where("person", "household_id", homes)})
    pregnancies = where("pregnancy", "person_id", people)
    carried = groups_of(tx, "pregnancy", region_no, {one.id for one in pregnancies})
    return VillageRecords(
        households=where("household", "id", homes),
        persons=where("person", "id", people),
        pregnancies=where("pregnancy", "id", carried),
        pregnancy_visits=where("pregnancy_visit", "pregnancy_id", carried),
        child_visits=where("child_visit", "person_id", people),
        immunizations=where("immunization", "person_id", people),
        paud_attendances=where("paud_attendance", "person_id", people),
    )


def records_of_child(tx: Connection, region_no: int, person: UUID) -> VillageRecords:
    """What `arrange` needs to read one child, its home, its mother and its own monthly rows."""
    entries = groups_of(tx, "person", region_no, [person])
    found = read_rows(tx, "person", region_no, "id", entries)
    mothers = groups_of(tx, "person", region_no, {one.mother_id for one in found if one.mother_id} - set(entries))
    homes = groups_of(tx, "household", region_no, {one.household_id for one in found if one.household_id})
    return VillageRecords(
        households=read_rows(tx, "household", region_no, "id", homes),
        persons=[*found, *read_rows(tx, "person", region_no, "id", mothers)],
        child_visits=read_rows(tx, "child_visit", region_no, "person_id", entries),
    )

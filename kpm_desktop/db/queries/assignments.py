"""Who visits which household, and the people who may: assignments and cadres as their rows show them."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

#: A household: its region and its id.
HomeKey = tuple[str, UUID]


class AssignmentRow(NamedTuple):
    """An assignment that counts. It holds from its first day up to `until`, which is the first day it does not."""

    id: UUID
    region: str
    household: UUID
    cadre: UUID
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.since <= day and (self.until is None or day < self.until)


class CadreRow(NamedTuple):
    """A person who works in a village and has not left."""

    id: UUID
    region: str
    name: str
    role: str


class HomeRow(NamedTuple):
    """A household of a village that is neither gone nor entered in error."""

    id: UUID
    name: str
    hamlet: str
    rt: str
    rw: str


def assignments(tx: Connection) -> list[AssignmentRow]:
    """All complete ones that were not entered in error."""
    rows = tx.exec_driver_sql(
        "SELECT a.id, r.code, a.household_id, a.cadre_id, a.from_date, a.to_date FROM assignment a"
        " JOIN region r ON r.no = a.region_no WHERE coalesce(a.status, 'active') = 'active'"
        " AND a.household_id IS NOT NULL AND a.cadre_id IS NOT NULL AND a.from_date IS NOT NULL ORDER BY a.id"
    )
    return [
        AssignmentRow(
            UUID(bytes=one), code, UUID(bytes=home), UUID(bytes=cadre), date.fromisoformat(since), until and _day(until)
        )
        for one, code, home, cadre, since, until in rows
    ]


def cadres(tx: Connection) -> list[CadreRow]:
    """By name."""
    rows = tx.exec_driver_sql(
        "SELECT c.id, r.code, c.full_name, c.role FROM cadre c JOIN region r ON r.no = c.region_no"
        " WHERE coalesce(c.status, 'active') = 'active' AND c.merged_into_id IS NULL AND c.full_name IS NOT NULL"
        " ORDER BY c.full_name, c.id"
    )
    return [CadreRow(UUID(bytes=one), code, name, role or "") for one, code, name, role in rows]


def cadre_names(tx: Connection, village: str) -> dict[UUID, str]:
    """What everybody of a village is called, also who has left."""
    rows = tx.exec_driver_sql(
        "SELECT c.id, c.full_name FROM cadre c JOIN region r ON r.no = c.region_no"
        " WHERE r.code = ? AND c.full_name IS NOT NULL",
        (village,),
    )
    return {UUID(bytes=row[0]): row[1] for row in rows}


def homes(tx: Connection, village: str) -> list[HomeRow]:
    """By hamlet and name; of linked entries of one household only the one they mean."""
    rows = tx.exec_driver_sql(
        "SELECT h.id, h.head_name, h.hamlet, h.rt, h.rw FROM household h JOIN region r ON r.no = h.region_no"
        " WHERE r.code = ? AND coalesce(h.status, 'active') = 'active' AND h.merged_into_id IS NULL"
        " ORDER BY coalesce(h.hamlet, ''), h.head_name, h.id",
        (village,),
    )
    return [
        HomeRow(UUID(bytes=one), name or "", hamlet or "", rt or "", rw or "") for one, name, hamlet, rt, rw in rows
    ]


def linked_homes(tx: Connection) -> list[tuple[HomeKey, HomeKey]]:
    """Households that are linked with another one of their region, as (one, the other)."""
    rows = tx.exec_driver_sql(
        "SELECT r.code, h.id, h.merged_into_id FROM household h JOIN region r ON r.no = h.region_no"
        " WHERE h.merged_into_id IS NOT NULL"
    )
    return [((row[0], UUID(bytes=row[1])), (row[0], UUID(bytes=row[2]))) for row in rows]


def _day(text: str) -> date:
    return date.fromisoformat(text)

"""Who belongs to whom, as entry by hand asks about it."""

from uuid import UUID

from sqlalchemy import Connection


def ongoing_of(tx: Connection, person: UUID) -> list[UUID]:
    """The pregnancies of a woman that have not ended."""
    rows = tx.exec_driver_sql(
        "SELECT id FROM pregnancy WHERE person_id = ? AND outcome = 'ongoing' AND coalesce(status, 'active') = 'active'"
        " AND merged_into_id IS NULL",
        (person.bytes,),
    )
    return [UUID(bytes=row[0]) for row in rows]


def children_of(tx: Connection, mother: UUID) -> list[UUID]:
    """The living children who name a woman as their mother."""
    rows = tx.exec_driver_sql(
        "SELECT id FROM person WHERE mother_id = ? AND coalesce(status, 'active') IN ('active', 'moved_out')",
        (mother.bytes,),
    )
    return [UUID(bytes=row[0]) for row in rows]


def members_of(tx: Connection, household: UUID) -> list[UUID]:
    """Everybody in a household who is neither gone nor entered in error."""
    rows = tx.exec_driver_sql(
        "SELECT id FROM person WHERE household_id = ? AND coalesce(status, 'active') = 'active'", (household.bytes,)
    )
    return [UUID(bytes=row[0]) for row in rows]


def left_with(tx: Connection, household: UUID) -> list[UUID]:
    """Everybody in a household who moved out on the day the household did."""
    rows = tx.exec_driver_sql(
        "SELECT p.id FROM person p JOIN household h ON h.id = p.household_id WHERE h.id = ?"
        " AND h.status = 'moved_out' AND p.status = 'moved_out' AND p.status_date IS h.status_date",
        (household.bytes,),
    )
    return [UUID(bytes=row[0]) for row in rows]


def status_of(tx: Connection, kind: str, record: UUID) -> str:
    """The status a record is shown with."""
    found: str | None = tx.exec_driver_sql(f"SELECT status FROM {kind} WHERE id = ?", (record.bytes,)).scalar()
    return found or "active"

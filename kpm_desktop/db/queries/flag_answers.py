"""What somebody looked at again: warnings confirmed, and records that are not the same."""

from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.domain.merging.candidates import other_of


def confirmed_rules(tx: Connection, region_no: int, kind: str, record: UUID) -> list[str]:
    """The rules that were confirmed about a record of a region."""
    rows = tx.exec_driver_sql(
        "SELECT rule FROM flag_answer WHERE region_no = ? AND about_kind = ? AND about_id = ? AND rule IS NOT NULL"
        " AND coalesce(status, 'active') != 'entered_in_error'",
        (region_no, kind, record.bytes),
    )
    return [row[0] for row in rows]


def said_distinct(tx: Connection, region: str) -> list[tuple[str, UUID, UUID]]:
    """(kind, id, id) of the pairs of which somebody said, of a record of this region, that they are not the same."""
    rows = tx.exec_driver_sql(
        "SELECT f.about_kind, f.about_id, f.rule FROM flag_answer f JOIN region r ON r.no = f.region_no"
        " WHERE r.code = ? AND f.rule LIKE 'duplicate_of:%'"
        " AND f.about_id IS NOT NULL AND coalesce(f.status, 'active') != 'entered_in_error'",
        (region,),
    )
    found = [(row[0], UUID(bytes=row[1]), other_of(row[2])) for row in rows]
    return [(kind, one, other) for kind, one, other in found if other is not None]


def answers_naming(tx: Connection, region_no: int, records: list[UUID]) -> list[UUID]:
    """The answers about others that name one of these as not the same."""
    wanted = set(records)
    rows = tx.exec_driver_sql(
        "SELECT id, rule FROM flag_answer WHERE region_no = ? AND rule LIKE 'duplicate_of:%'", (region_no,)
    )
    return [UUID(bytes=row[0]) for row in rows if other_of(row[1]) in wanted]

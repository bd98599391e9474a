"""Warnings somebody looked at again and confirmed."""

from uuid import UUID

from sqlalchemy import Connection


def confirmed_rules(tx: Connection, kind: str, record: UUID) -> list[str]:
    """The rules that were confirmed about a record."""
    rows = tx.exec_driver_sql(
        "SELECT rule FROM flag_answer WHERE about_kind = ? AND about_id = ? AND rule IS NOT NULL"
        " AND coalesce(status, 'active') != 'entered_in_error'",
        (kind, record.bytes),
    )
    return [row[0] for row in rows]

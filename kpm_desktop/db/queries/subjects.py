"""Whom a record is about, whatever its kind: the person or household it hangs on, found by its references."""

from datetime import date
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal.rows import column_names
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A name people know it by, and what tells two of one name apart; empty where nothing is held.

    kind: person or household, or the record's own kind where it is about neither. month: of a monthly row. person,
    household: the ids of those it leads to, the household of the person among them.
    """

    kind: str
    name: str
    hamlet: str = ""
    month: str = ""
    born: date | None = None
    sex: str = ""
    person: UUID | None = None
    household: UUID | None = None


#: More steps than lead from any record to its person; what arrives may refer to itself.
_FURTHEST = 8


def above(tx: Connection, kind: str, key: bytes, region_no: int) -> tuple[str, bytes] | None:
    """What a record of a region hangs on, as (kind, id); None for what hangs on nothing, or where it is not known."""
    field = fields(kind).get(DICTIONARY[kind].HANGS_ON) if kind in DICTIONARY else None
    if field is None or field.spec.form != "reference":
        return None
    column = field.name if field.spec.refers_to else f"{field.name}, about_kind"
    row = tx.exec_driver_sql(f"SELECT {column} FROM {kind} WHERE id = ? AND region_no = ?", (key, region_no)).first()
    if row is None or row[0] is None:
        return None
    leads_to = field.spec.refers_to[0] if field.spec.refers_to else str(row[1])
    return (leads_to, row[0]) if leads_to in DICTIONARY else None


def subject_of(tx: Connection, kind: str, record: UUID, region_no: int) -> Subject:
    """The subject of a record of a region; the month is that of the row a remark is about."""
    about, key, month = kind, record.bytes, ""
    for _ in range(_FURTHEST):
        month = month or _month(tx, about, key, region_no)
        if about not in DICTIONARY or about in ("person", "household"):
            break
        found = above(tx, about, key, region_no)
        if found is None:
            break
        about, key = found
    if about == "person":
        return _person(tx, key, month, region_no)
    if about == "household":
        return _household(tx, key, month, region_no)
    known = column_names(about) if about in DICTIONARY else ()
    name = next((each for each in ("name", "full_name", "title", "topic") if each in known), "")
    return Subject(kind=kind, name=_text(tx, about, name, key, region_no) if name else "", month=month)


def _month(tx: Connection, kind: str, key: bytes, region_no: int) -> str:
    return _text(tx, kind, "month", key, region_no) if kind in DICTIONARY and "month" in column_names(kind) else ""


def _person(tx: Connection, key: bytes, month: str, region_no: int) -> Subject:
    row = tx.exec_driver_sql(
        "SELECT p.full_name, p.birth_date, p.sex, h.hamlet, p.household_id FROM person p"
        " LEFT JOIN household h ON h.id = p.household_id AND h.region_no = p.region_no"
        " WHERE p.id = ? AND p.region_no = ?",
        (key, region_no),
    ).first()
    if row is None:
        return Subject(kind="person", name="", month=month)
    return Subject(
        kind="person",
        name=row[0] or "",
        hamlet=row[3] or "",
        month=month,
        born=date.fromisoformat(row[1]) if row[1] else None,
        sex=row[2] or "",
        person=UUID(bytes=key),
        household=UUID(bytes=row[4]) if row[4] is not None else None,
    )


def _household(tx: Connection, key: bytes, month: str, region_no: int) -> Subject:
    row = tx.exec_driver_sql(
        "SELECT head_name, hamlet FROM household WHERE id = ? AND region_no = ?", (key, region_no)
    ).first()
    if row is None:
        return Subject(kind="household", name="", month=month)
    return Subject(kind="household", name=row[0] or "", hamlet=row[1] or "", month=month, household=UUID(bytes=key))


def _text(tx: Connection, kind: str, column: str, key: bytes, region_no: int) -> str:
    found = tx.exec_driver_sql(f"SELECT {column} FROM {kind} WHERE id = ? AND region_no = ?", (key, region_no)).scalar()
    return found or ""

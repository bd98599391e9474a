"""Whom a record is about, whatever its kind: the person or household it hangs on, found by its references."""

from datetime import date
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.rows import column_names
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A name people know it by, and what tells two of one name apart; empty where nothing is held.

    kind: person or household, or the record's own kind where it is about neither. month: of a monthly row.
    """

    kind: str
    name: str
    hamlet: str = ""
    month: str = ""
    born: date | None = None
    sex: str = ""


def subject_of(tx: Connection, kind: str, record: UUID) -> Subject:
    """The subject of a record."""
    month = _text(tx, kind, "month", record.bytes) if kind in DICTIONARY and "month" in column_names(kind) else ""
    about, key = kind, record.bytes
    while about in DICTIONARY and about not in ("person", "household"):
        leads = DICTIONARY[about].HANGS_ON
        spec = fields(about)[leads].spec if leads in fields(about) else None
        if spec is None or spec.form != "reference" or not spec.refers_to:
            break
        row = tx.exec_driver_sql(f"SELECT {leads} FROM {about} WHERE id = ?", (key,)).first()
        if row is None or row[0] is None:
            return Subject(kind=kind, name="", month=month)
        about, key = spec.refers_to[0], row[0]
    if about == "person":
        return _person(tx, key, month)
    if about == "household":
        return _household(tx, key, month)
    name = next((each for each in ("name", "full_name", "title", "topic") if each in column_names(about)), "")
    return Subject(kind=kind, name=_text(tx, about, name, key) if name else "", month=month)


def _person(tx: Connection, key: bytes, month: str) -> Subject:
    row = tx.exec_driver_sql(
        "SELECT p.full_name, p.birth_date, p.sex, h.hamlet FROM person p"
        " LEFT JOIN household h ON h.id = p.household_id WHERE p.id = ?",
        (key,),
    ).first()
    if row is None:
        return Subject(kind="person", name="", month=month)
    born = date.fromisoformat(row[1]) if row[1] else None
    return Subject(kind="person", name=row[0] or "", hamlet=row[3] or "", month=month, born=born, sex=row[2] or "")


def _household(tx: Connection, key: bytes, month: str) -> Subject:
    row = tx.exec_driver_sql("SELECT head_name, hamlet FROM household WHERE id = ?", (key,)).first()
    if row is None:
        return Subject(kind="household", name="", month=month)
    return Subject(kind="household", name=row[0] or "", hamlet=row[1] or "", month=month)


def _text(tx: Connection, kind: str, column: str, key: bytes) -> str:
    found = tx.exec_driver_sql(f"SELECT {column} FROM {kind} WHERE id = ?", (key,)).scalar()
    return found or ""

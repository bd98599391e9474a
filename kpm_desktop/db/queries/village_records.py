"""The records of one village that a scorecard is made of, and the fields in conflict among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal.rows import column_names, read_records


def records_of(tx: Connection, kind: str, region: str, *, since: str = "") -> list[Any]:
    """All complete records of a kind in a region; of monthly ones those of month `since` and later."""
    monthly = " AND t.month >= ?" if since and "month" in column_names(kind) else ""
    columns = ", ".join(f"t.{name}" for name in column_names(kind))
    rows = tx.exec_driver_sql(
        f"SELECT t.id, {columns} FROM {kind} t JOIN region r ON r.no = t.region_no WHERE r.code = ?{monthly}",
        (region, since) if monthly else (region,),
    ).all()
    return read_records(rows, kind)


def doses_of(tx: Connection, region: str, *, born_since: str) -> list[Any]:
    """The recorded doses of a region's people born on or after a day; also those of whoever is linked with somebody
    else, whose day of birth may be another entry's."""
    kind = "immunization"
    columns = ", ".join(f"t.{name}" for name in column_names(kind))
    rows = tx.exec_driver_sql(
        f"SELECT t.id, {columns} FROM {kind} t JOIN region r ON r.no = t.region_no WHERE r.code = ? AND t.person_id IN"
        " (SELECT p.id FROM person p WHERE p.region_no = r.no AND (p.birth_date >= ? OR p.merged_into_id IS NOT NULL"
        " OR p.id IN (SELECT merged_into_id FROM person WHERE merged_into_id IS NOT NULL)))",
        (region, born_since),
    ).all()
    return read_records(rows, kind)


def first_weighed(tx: Connection, region: str) -> dict[UUID, str]:
    """Of every child of a region that was ever weighed the first month it was."""
    rows = tx.exec_driver_sql(
        "SELECT t.person_id, min(t.month) FROM child_visit t JOIN region r ON r.no = t.region_no WHERE r.code = ?"
        " AND t.person_id IS NOT NULL AND t.month IS NOT NULL AND t.weight_g IS NOT NULL"
        " AND coalesce(t.status, 'active') != 'entered_in_error' GROUP BY t.person_id",
        (region,),
    )
    return {UUID(bytes=child): month for child, month in rows}


class Named(Protocol):
    """What a person is listed and found by, be the record whole or not."""

    @property
    def full_name(self) -> str:
        """The name."""

    @property
    def household_id(self) -> UUID | None:
        """Where the person lives; None where it has not come."""

    @property
    def birth_date(self) -> date | None:
        """The day of birth; None where it has not come or breaks a limit."""

    @property
    def nik(self) -> str | None:
        """The NIK."""

    @property
    def kia_number(self) -> str | None:
        """The number of the KIA book."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A person of whom a required field has not come, or breaks a limit and is withheld."""

    full_name: str
    household_id: UUID | None
    birth_date: date | None
    nik: str | None
    kia_number: str | None


def unfinished_people(tx: Connection, region: str) -> Iterator[tuple[UUID, Unfinished]]:
    """The people of a region that `records_of` leaves out, and that have a name; those that are linked with another
    record or were entered in error are left out here too."""
    rows = tx.exec_driver_sql(
        "SELECT p.id, p.full_name, p.household_id, p.birth_date, p.nik, p.kia_number FROM person p"
        " JOIN region r ON r.no = p.region_no WHERE r.code = ? AND p.full_name IS NOT NULL"
        " AND (p.household_id IS NULL OR p.sex IS NULL OR p.birth_date IS NULL) AND p.merged_into_id IS NULL"
        " AND coalesce(p.status, 'active') != 'entered_in_error'",
        (region,),
    )
    for id, name, home, born, nik, kia in rows:
        where = None if home is None else UUID(bytes=home)
        yield UUID(bytes=id), Unfinished(name, where, None if born is None else date.fromisoformat(born), nik, kia)


def confirmed(tx: Connection, kind: str, region: str) -> frozenset[tuple[UUID, str]]:
    """(id, rule) of every warning about records of a kind that somebody confirmed."""
    rows = tx.exec_driver_sql(
        "SELECT f.about_id, f.rule FROM flag_answer f JOIN region r ON r.no = f.region_no WHERE r.code = ?"
        " AND f.about_kind = ? AND f.about_id IS NOT NULL AND f.rule IS NOT NULL"
        " AND coalesce(f.status, 'active') != 'entered_in_error'",
        (region, kind),
    )
    return frozenset((UUID(bytes=row[0]), row[1]) for row in rows)


def acknowledged(tx: Connection, region: str) -> frozenset[tuple[UUID, str]]:
    """(checklist, rule) of every risk of which somebody said why it is not followed up."""
    rows = tx.exec_driver_sql(
        "SELECT f.about_id, f.rule FROM flag_answer f JOIN region r ON r.no = f.region_no WHERE r.code = ?"
        " AND f.about_kind IN ('pregnancy_visit', 'child_visit') AND f.answer = 'acknowledged'"
        " AND f.about_id IS NOT NULL AND f.rule IS NOT NULL AND coalesce(f.status, 'active') != 'entered_in_error'",
        (region,),
    )
    return frozenset((UUID(bytes=row[0]), row[1]) for row in rows)


def villages(tx: Connection) -> list[str]:
    """The codes of the villages that hold households, in order."""
    rows = tx.exec_driver_sql(
        "SELECT r.code FROM region r WHERE r.no IN (SELECT region_no FROM household) ORDER BY r.code"
    )
    return [row[0] for row in rows]


def disputed(tx: Connection, kinds: tuple[str, ...], region: str) -> frozenset[tuple[str, UUID, str]]:
    """(kind, id, field) of every field in conflict."""
    found = []
    for kind in kinds:
        rows = tx.exec_driver_sql(
            f"SELECT t.id, t.marks FROM {kind} t JOIN region r ON r.no = t.region_no"
            " WHERE r.code = ? AND t.marks IS NOT NULL",
            (region,),
        )
        for record, marks in rows:
            for name in msgspec.json.decode(marks).get("conflict", ()):
                found.append((kind, UUID(bytes=record), name))
    return frozenset(found)

"""The records of one kind as a list shows them, whole or not, with whom each is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.groups import as_one
from kpm_desktop.db.journal.rows import column_names
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.catalogue import Field, fields
from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.row_by_row import row_by_row

_PART = 500


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One record: plain values by field, as in JSON, empty ones left out. marks: fields in conflict, waiting or
    withheld. about: the person of its field `person_id`, None where it has none or that has not come. entries: how
    many linked records are read as this one. is_unshown: its values cannot be read."""

    id: UUID
    region: str
    values: Mapping[str, Any]
    marks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    about: About | None = None
    entries: int = 1
    is_unshown: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether it, or whom it is about, was entered in error."""
        return self.values.get("status") == IN_ERROR or (self.about is not None and self.about.is_hidden)


def register_rows(tx: Connection, kind: str, regions: Sequence[str]) -> list[RegisterRow]:
    """Every record of a kind in these regions, those that are linked as one; in no order."""
    rows = list(_rows(tx, kind, regions))
    linked = {(row.region, UUID(one)) for row in rows if (one := row.values.get("merged_into_id"))}
    if linked:
        rows = _as_one(tx, kind, rows, linked)
    return with_people(tx, kind, rows)


def regions_with(tx: Connection, kind: str) -> list[str]:
    """The codes of the regions of which a record of this kind is held, in order."""
    rows = tx.exec_driver_sql(
        f"SELECT r.code FROM region r WHERE r.no IN (SELECT region_no FROM {kind}) ORDER BY r.code"
    )
    return [row[0] for row in rows]


def words_written(tx: Connection, kind: str, field: str) -> list[tuple[str, int]]:
    """What stands in a field of words of all records of a kind that are no error, and how often."""
    rows = tx.exec_driver_sql(
        f"SELECT {field}, COUNT(*) FROM {kind} WHERE {field} IS NOT NULL AND status IS NOT ? GROUP BY {field}",
        (IN_ERROR,),
    )
    return [(words, count) for words, count in rows]


def register_row(tx: Connection, kind: str, record: UUID, region: str) -> RegisterRow | None:
    """One record of a kind as it is entered; None where the region does not hold it."""
    found = list(_rows(tx, kind, (region,), record))
    return with_people(tx, kind, found)[0] if found else None


def with_people(tx: Connection, kind: str, rows: Sequence[RegisterRow]) -> list[RegisterRow]:
    """The same rows with whom each is about."""
    if "person_id" not in fields(kind):
        return list(rows)
    named: dict[str, set[UUID]] = {}
    for row in rows:
        if one := row.values.get("person_id"):
            named.setdefault(row.region, set()).add(UUID(one))
    people = {region: people_read_as(tx, region, ids) for region, ids in named.items()}
    return [
        replace(row, about=people[row.region].get(UUID(one))) if (one := row.values.get("person_id")) else row
        for row in rows
    ]


def people_read_as(tx: Connection, region: str, ids: Iterable[UUID]) -> dict[UUID, About]:
    """By each id the person of a region it is read as; those that are not held there are left out."""
    region_no = tx.exec_driver_sql("SELECT no FROM region WHERE code = ?", (region,)).scalar()
    if region_no is None:
        return {}
    wanted = list(ids)
    found = _people(tx, region_no, wanted)
    linked = [one for one in wanted if one in found and found[one][1]]
    leads: dict[UUID, UUID] = {}
    for one in linked:
        if one not in leads:
            group = as_one(tx, "person", region_no, one)
            leads |= dict.fromkeys((one, *group.states), next(iter(group.order), one))
    read = _people(tx, region_no, list(leads.values()))
    return {
        one: read[leads[one]][0] if one in leads and leads[one] in read else about for one, (about, _) in found.items()
    }


@dataclass(frozen=True, slots=True)
class Registered:
    """A person of the register, and by what other people know them; empty where it is not held."""

    about: About
    region: str
    head: str
    mother: str
    nik: str
    kia_number: str


def people_of(tx: Connection, regions: Sequence[str]) -> list[Registered]:
    """Everybody who has a name and was not entered in error, of these regions or of all; linked entries once."""
    where = f" AND r.code IN ({','.join('?' * len(regions))})" if regions else ""
    rows = tx.exec_driver_sql(
        f"SELECT {_PERSON}, r.code, h.head_name, m.full_name, p.nik, p.kia_number"
        " FROM person p JOIN region r ON r.no = p.region_no LEFT JOIN household h"
        " ON h.id = p.household_id AND h.region_no = p.region_no"
        " LEFT JOIN person m ON m.id = p.mother_id AND m.region_no = p.region_no"
        f" WHERE p.merged_into_id IS NULL AND p.full_name IS NOT NULL{where}",
        tuple(regions),
    )
    found = [Registered(_about(*row[:8]), *(text or "" for text in row[8:])) for row in rows]
    return [one for one in found if not one.about.is_hidden]


#: What `_about` is made of.
_PERSON = "p.id, p.full_name, p.sex, p.birth_date, h.hamlet, p.household_id, p.status, h.status"


def _about(
    id: bytes, name: Any, sex: Any, born: Any, hamlet: Any, home: bytes | None, status: Any, home_status: Any
) -> About:
    return About(
        UUID(bytes=id),
        name or "",
        sex or "",
        born or "",
        hamlet or "",
        None if home is None else UUID(bytes=home),
        status or "active",
        IN_ERROR in (status, home_status),
    )


def _rows(tx: Connection, kind: str, regions: Sequence[str], record: UUID | None = None) -> Iterable[RegisterRow]:
    names = column_names(kind)
    where = f"r.code IN ({','.join('?' * len(regions))})" + (" AND t.id = ?" if record is not None else "")
    rows = tx.exec_driver_sql(
        f"SELECT t.id, r.code, t.marks, {', '.join(f't.{name}' for name in names)} FROM {kind} t"
        f" JOIN region r ON r.no = t.region_no WHERE {where}",
        (*regions, *((record.bytes,) if record is not None else ())),
    )
    declared = fields(kind)

    def made(row: Any) -> RegisterRow:
        id, region, marks, *columns = row
        values = {
            name: _plain(declared[name], value) for name, value in zip(names, columns, strict=True) if value is not None
        }
        return RegisterRow(UUID(bytes=id), region, values, msgspec.json.decode(marks) if marks else {})

    return row_by_row(rows, made, lambda row: RegisterRow(UUID(bytes=row[0]), row[1], {}, is_unshown=True))


def _plain(declared: Field, value: Any) -> Any:
    if declared.is_list:
        return msgspec.json.decode(value)
    if declared.spec.form == "reference":
        return str(UUID(bytes=value))
    return bool(value) if declared.spec.form == "yes_no" else value


def _as_one(tx: Connection, kind: str, rows: Sequence[RegisterRow], linked: set[tuple[str, UUID]]) -> list[RegisterRow]:
    """Each group of linked records once, as it is read."""
    found: dict[tuple[str, UUID], RegisterRow] = {}
    numbers: dict[str, int] = {}
    marks = {(row.region, row.id): row.marks for row in rows}
    read: set[tuple[str, UUID]] = set()
    for row in rows:
        if (row.region, row.id) not in linked and not row.values.get("merged_into_id"):
            found[row.region, row.id] = row
        elif (row.region, row.id) not in read:
            if row.region not in numbers:
                numbers[row.region] = segments.region_no(tx, row.region)
            group = as_one(tx, kind, numbers[row.region], row.id)
            read.update((row.region, one) for one in group.states)
            lead = row.region, group.order[0]
            values = {
                name: value for name, value in group.shown().items() if value is not None and name in fields(kind)
            }
            found[lead] = RegisterRow(lead[1], row.region, values, marks.get(lead, {}), entries=len(group.states))
    return list(found.values())


def _people(tx: Connection, region_no: int, ids: Sequence[UUID]) -> dict[UUID, tuple[About, bool]]:
    """By id the person as entered, and whether it is linked with another record."""
    found = {}
    for at in range(0, len(ids), _PART):
        part = [one.bytes for one in ids[at : at + _PART]]
        rows = tx.exec_driver_sql(
            f"SELECT {_PERSON},"
            " p.merged_into_id IS NOT NULL OR EXISTS (SELECT 1 FROM person o"
            " WHERE o.merged_into_id = p.id AND o.region_no = p.region_no)"
            " FROM person p LEFT JOIN household h ON h.id = p.household_id AND h.region_no = p.region_no"
            f" WHERE p.region_no = {region_no} AND p.id IN ({','.join('?' * len(part))})",
            tuple(part),
        )
        for *person, is_linked in rows:
            about = _about(*person)
            found[about.id] = about, bool(is_linked)
    return found

"""Which stored records are read as one: those linked by `merged_into_id`, and what hangs on them with the same key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row

from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.conflicts import group_of
from kpm_desktop.db.journal.rows import column_names, read_records
from kpm_desktop.domain.merging.groups import IN_ERROR, Groups, Standing, is_answer, reading_order, resolve
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS, fields, required_fields

#: Never copied from one record of a group to the others.
_OWN = frozenset({"merged_into_id", "ref"})


def is_shared(kind: str, field: str) -> bool:
    """Whether a field of linked records is read, written and chosen as one."""
    return field not in _OWN and field not in KINDS[kind].KEY


@dataclass(frozen=True, slots=True)
class AsOne:
    """A record as everybody reads it: what is held of it and of all that are read as one with it.

    states: of each, the record itself first; empty where nothing is held of it. order: those that are read, the
    representative first.
    """

    kind: str
    id: UUID
    states: Mapping[UUID, heads.States]
    order: tuple[UUID, ...]

    @property
    def own(self) -> heads.States:
        """What is held of the record itself."""
        return self.states.get(self.id, {})

    def of_field(self, name: str) -> list[heads.States]:
        """The states of every record a write of this field goes to."""
        return list(self.states.values()) if is_shared(self.kind, name) else [self.own]

    def is_withheld(self, name: str) -> bool:
        """Whether a value of this field breaks a limit, in any of them, and waits for the next save."""
        return any(name in one and one[name].is_withheld for one in self.of_field(name))

    def shown(self) -> dict[str, Any]:
        """The value of each field: the representative's, an empty one from the others."""
        read = [heads.shown(self.states[one]) for one in self.order]
        found = {name: value for name, value in heads.shown(self.own).items() if not is_shared(self.kind, name)}
        for name in dict.fromkeys(name for values in read for name in values if is_shared(self.kind, name)):
            said = [values.get(name) for values in read]
            found[name] = next((value for value in said if is_answer(value)), said[0])
        if len(read) > 1:
            statuses = [values.get("status") or "active" for values in read]
            found["status"] = next((status for status in statuses if status != IN_ERROR), IN_ERROR)
        return found

    def base(self) -> dict[str, list[str]]:
        """By field the heads somebody is shown now, those of linked records included; a head's name belongs to one
        record alone."""
        names = dict.fromkeys(name for states in self.states.values() for name in states)
        return {
            name: sorted({head for states in self.of_field(name) if name in states for head in states[name].base})
            for name in names
        }


def as_one(tx: Connection, kind: str, region_no: int, record: UUID) -> AsOne:
    """A record and all that are read as one with it."""
    ids = [record, *same_record(tx, kind, region_no, record)]
    found = dict(heads.states_of(tx, kind, region_no, [one.bytes for one in ids]))
    states = {one: found[one.bytes] for one in ids if one.bytes in found}
    if len(states) < 2:
        return AsOne(kind, record, states, tuple(states))
    shown = {one: heads.shown(each) for one, each in states.items()}
    whole = {one: values for one, values in shown.items() if _is_whole(kind, values)} or shown
    lead = _lead_of_owners(tx, kind, region_no, whole.values())
    standing = [
        Standing(
            one,
            values.get("merged_into_id") is not None,
            values.get("status") == IN_ERROR,
            is_stranger=lead is not None and values.get(lead[0]) != str(lead[1]),
        )
        for one, values in whole.items()
    ]
    return AsOne(kind, record, states, tuple(reading_order(standing, by_key=bool(KINDS[kind].KEY))))


def same_record(tx: Connection, kind: str, region_no: int, record: UUID) -> list[UUID]:
    """The other records of a group (docs/architecture.md, "Merge"); empty for nearly every record."""
    group = set(group_of(tx, kind, region_no, record)) | set(_by_key(tx, kind, region_no, record))
    return sorted(group - {record})


def representative(tx: Connection, kind: str, record: UUID, region_no: int) -> UUID:
    """The record a group of a region is read as; the record itself where it stands alone or is not held."""
    order = as_one(tx, kind, region_no, record).order
    return order[0] if order else record


def groups_of(tx: Connection, kind: str, region_no: int, ids: Iterable[UUID]) -> list[UUID]:
    """These records and all that are linked with one of them; each group is walked through once."""
    found: set[UUID] = set()
    for one in ids:
        if one not in found:
            found.update(group_of(tx, kind, region_no, one))
    return sorted(found)


def read_rows(tx: Connection, kind: str, region_no: int, column: str, ids: Iterable[UUID]) -> list[Any]:
    """The complete records whose column (an id) holds one of these, as they are entered."""
    wanted = [one.bytes for one in ids]
    columns = ", ".join(column_names(kind))
    rows: list[Row[Any]] = []
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        rows += tx.exec_driver_sql(
            f"SELECT id, {columns} FROM {kind} WHERE region_no = ? AND {column} IN ({','.join('?' * len(part))})",
            (region_no, *part),
        ).all()
    return read_records(rows, kind)


def read_as_one(tx: Connection, kind: str, region_no: int, record: UUID) -> Record | None:
    """The values everybody reads of a record, under the representative's id, also where all of it is hidden; None where
    it is not held or incomplete. For kinds without a key."""
    found: Groups[Record] = resolve(read_rows(tx, kind, region_no, "id", group_of(tx, kind, region_no, record)))
    return next(iter((*found.records, *found.withdrawn)), None)


def _is_whole(kind: str, values: Mapping[str, Any]) -> bool:
    """Whether a record has come far enough to be read."""
    return all(values.get(name) is not None for name in required_fields(kind))


def _owner(kind: str) -> tuple[str, str] | None:
    """Of kinds with a key, the field that names the owner, and the owner's kind."""
    for name in KINDS[kind].KEY:
        spec = fields(kind)[name].spec
        if spec.form == "reference":
            return (name, spec.refers_to[0]) if spec.refers_to else None
    return None


def _lead_of_owners(
    tx: Connection, kind: str, region_no: int, members: Iterable[Mapping[str, Any]]
) -> tuple[str, UUID] | None:
    """The owner's field, and the representative of the owners these rows hang on."""
    owner = _owner(kind)
    named = next((values[owner[0]] for values in members if values.get(owner[0])), None) if owner else None
    if owner is None or named is None:
        return None
    order = as_one(tx, owner[1], region_no, UUID(named)).order
    return (owner[0], order[0]) if order else None


def _by_key(tx: Connection, kind: str, region_no: int, record: UUID) -> list[UUID]:
    """Monthly rows and doses of the other members of their owner's group, with the same remaining key."""
    key, owner = KINDS[kind].KEY, _owner(kind)
    if owner is None:
        return []
    name, owners = owner
    row = tx.exec_driver_sql(
        f"SELECT {', '.join(key)} FROM {kind} WHERE id = ? AND region_no = ?", (record.bytes, region_no)
    ).first()
    if row is None or row[0] is None:
        return []
    values = dict(zip(key, row, strict=True))
    members = group_of(tx, owners, region_no, UUID(bytes=values[name]))
    if len(members) < 2:
        return []
    rest = [each for each in key if each != name]
    marks = ",".join("?" * len(members))
    same = "".join(f" AND {each} = ?" for each in rest)
    rows = tx.exec_driver_sql(
        f"SELECT id FROM {kind} WHERE region_no = ? AND {name} IN ({marks}){same}",
        (region_no, *(member.bytes for member in members), *(values[each] for each in rest)),
    )
    return [UUID(bytes=found[0]) for found in rows]

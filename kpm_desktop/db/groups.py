"""Which stored records are read as one: those linked by `merged_into_id`, and what hangs on them with the same key."""

from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.conflicts import group_of
from kpm_desktop.domain.records.catalogue import KINDS, fields

#: Never copied from one record of a group to the others.
_OWN = frozenset({"merged_into_id", "ref"})


def is_shared(kind: str, field: str) -> bool:
    """Whether a field of linked records is read, written and chosen as one."""
    return field not in _OWN and field not in KINDS[kind].KEY


def same_record(tx: Connection, kind: str, region_no: int, record: UUID) -> list[UUID]:
    """The other records of a group (docs/architecture.md, "Merge"); empty for nearly every record."""
    group = set(group_of(tx, kind, region_no, record)) | set(_by_key(tx, kind, region_no, record))
    return sorted(group - {record})


def _by_key(tx: Connection, kind: str, region_no: int, record: UUID) -> list[UUID]:
    """Monthly rows and doses of the other members of their owner's group, with the same remaining key."""
    key = KINDS[kind].KEY
    owner = next((name for name in key if fields(kind)[name].spec.form == "reference"), None)
    if owner is None or not fields(kind)[owner].spec.refers_to:
        return []
    row = tx.exec_driver_sql(
        f"SELECT {', '.join(key)} FROM {kind} WHERE id = ? AND region_no = ?", (record.bytes, region_no)
    ).first()
    if row is None or row[0] is None:
        return []
    values = dict(zip(key, row, strict=True))
    (owners,) = fields(kind)[owner].spec.refers_to
    members = group_of(tx, owners, region_no, UUID(bytes=values[owner]))
    if len(members) < 2:
        return []
    rest = [name for name in key if name != owner]
    marks = ",".join("?" * len(members))
    same = "".join(f" AND {name} = ?" for name in rest)
    rows = tx.exec_driver_sql(
        f"SELECT id FROM {kind} WHERE region_no = ? AND {owner} IN ({marks}){same}",
        (region_no, *(member.bytes for member in members), *(values[name] for name in rest)),
    )
    return [UUID(bytes=found[0]) for found in rows]

"""From the journal to rows: what the held changes of a record add up to, read back, compared and rebuilt."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.rows import Columns, as_json, column_names, from_plain
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.judge import WHOLE
from kpm_desktop.domain.merging.chains import Chains, Place
from kpm_desktop.domain.merging.merge import FieldState, Write, merge, state_lines
from kpm_desktop.domain.records.catalogue import ACCESS, KINDS

States = dict[str, FieldState]

_CHANGES = (
    "SELECT c.record, c.region_no, c.name, c.line, c.ignored,"
    " (SELECT json_group_array(q.field) FROM quarantine q WHERE q.change_no = c.no) AS withheld, c.no,"
    " c.segment_no, c.seq FROM change c"
)


def states_of(
    tx: Connection, kind: str, region: int, records: Sequence[bytes], *, until: int | None = None
) -> Iterator[tuple[bytes, States]]:
    """The merged state of each given record, from all its changes, or from those held until a number of the journal."""
    before = "" if until is None else f" AND c.no <= {int(until)}"
    chains = segments.chains(tx)
    for chunk in _chunks(records, 400):
        marks = ",".join("?" * len(chunk))
        rows = tx.exec_driver_sql(
            f"{_CHANGES} WHERE c.record IN ({marks}) AND c.kind = ? AND c.region_no = ?{before} ORDER BY c.record",
            (*chunk, kind, region),
        )
        for record, group in groupby(rows, key=lambda row: row[0]):
            yield record, _merged(group, chains)


def state_of(tx: Connection, kind: str, region: int, record: UUID) -> States:
    """The merged state of one record; empty where nothing is held of it."""
    for _, states in states_of(tx, kind, region, [record.bytes]):
        return states
    return {}


def _merged(rows: Iterable[Any], chains: Chains) -> States:
    writes, ignored = [], set()
    for row in rows:
        write = _write(row[2], row[3], row[5], Place(row[7], row[8]))
        writes.append(write)
        if row[4]:
            ignored.add(write.name)
    return merge(writes, ignored, chains)


def _write(name: bytes, line: bytes, withheld: str, place: Place) -> Write:
    change = loose_decoder().decode(line)
    kept_back = frozenset(msgspec.json.decode(withheld)) if withheld != "[]" else frozenset()
    if WHOLE in kept_back:
        kept_back = frozenset(change.fields)
    return Write(name.hex(), change.at, change.fields, change.base, kept_back, place)


def shown(states: Mapping[str, FieldState]) -> dict[str, Any]:
    """The value everybody sees of each field."""
    return {name: state.shown for name, state in states.items()}


def marks(states: Mapping[str, FieldState]) -> str | None:
    """What a person should look at, as the row keeps it; None for nothing."""
    found = {
        "conflict": [name for name, state in states.items() if state.in_conflict],
        "differ": [name for name, state in states.items() if state.waiting and state.differs],
        "waiting": [name for name, state in states.items() if state.waiting],
        "withheld": [name for name, state in states.items() if state.is_withheld],
    }
    kept = {name: names for name, names in found.items() if names}
    return as_json(kept) if kept else None


def refresh(tx: Connection, kind: str, region: int, records: Sequence[bytes]) -> None:
    """Writes the rows of these records anew from their changes."""
    if kind not in KINDS:
        return
    rows, gone = [], []
    columns = from_plain(kind)
    for record, states in states_of(tx, kind, region, records):
        if states:
            rows.append((region, record, marks(states), *columns(shown(states))))
        else:
            gone.append((record, region))
    upsert_rows(tx, kind, rows)
    if gone:
        tx.exec_driver_sql(f"DELETE FROM {kind} WHERE id = ? AND region_no = ?", gone)


def insert_rows(tx: Connection, kind: str, rows: list[Columns]) -> None:
    """Rows `(region_no, id, marks, *columns)` of records that are certainly new."""
    if rows:
        tx.exec_driver_sql(_insert(kind), rows)


def upsert_rows(tx: Connection, kind: str, rows: list[Columns]) -> None:
    """Rows `(region_no, id, marks, *columns)`, new or not."""
    if rows:
        names = ("marks", *column_names(kind))
        update = ", ".join(f"{name} = excluded.{name}" for name in names)
        tx.exec_driver_sql(f"{_insert(kind)} ON CONFLICT (id, region_no) DO UPDATE SET {update}", rows)


def _insert(kind: str) -> str:
    names = ("region_no", "id", "marks", *column_names(kind))
    return f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def known_records(tx: Connection, kind: str, region: int, records: Sequence[bytes]) -> set[bytes]:
    """Which of these records have a row."""
    found: set[bytes] = set()
    for chunk in _chunks(records, 500):
        rows = tx.exec_driver_sql(
            f"SELECT id FROM {kind} WHERE region_no = ? AND id IN ({','.join('?' * len(chunk))})",
            (region, *chunk),
        )
        found.update(row[0] for row in rows)
    return found


def everything(tx: Connection) -> Iterator[tuple[str, str, bytes, int, States]]:
    """(region code, kind, id, region number, merged state) of every record, in the state hash's order."""
    chains = segments.chains(tx)
    for key, group in groupby(_in_order(tx), key=lambda row: row[:4]):
        code, kind, record, region = key
        yield code, kind, record, region, _merged((row[4] for row in group), chains)


def _in_order(tx: Connection) -> Iterator[tuple[str, str, bytes, int, Any]]:
    """Every change as (region code, kind, id, region number, row). Only keys are sorted, lines are fetched block by
    block: sorting the lines would hold the whole journal in memory."""
    keys = tx.exec_driver_sql(
        "SELECT r.code, c.kind, c.record, c.region_no, c.no FROM change c JOIN region r ON r.no = c.region_no"
        " ORDER BY r.code, c.kind, c.record, c.no"
    )
    for block in keys.partitions(1000):
        marks = ",".join("?" * len(block))
        found = tx.exec_driver_sql(f"{_CHANGES} WHERE c.no IN ({marks})", tuple(key[4] for key in block))
        rows = {row.no: row for row in found}
        for code, kind, record, region, no in block:
            yield code, kind, record, region, rows[no]


def state_hash(tx: Connection) -> str:
    """SHA-256 over the sorted state lines (docs/architecture.md, "State hash"): same changes, same hash."""
    total = hashlib.sha256()
    for code, kind, record, _, states in everything(tx):
        if kind not in ACCESS:
            for line in state_lines(code, kind, str(UUID(bytes=record)), states):
                total.update(line + b"\n")
    return total.hexdigest()


def journal_hash(tx: Connection) -> str:
    """SHA-256 over the sorted names of all held changes."""
    total = hashlib.sha256()
    for row in tx.exec_driver_sql("SELECT name FROM change ORDER BY name").yield_per(5000):
        total.update(row[0])
    return total.hexdigest()


def rebuild(tx: Connection) -> int:
    """Empties every table of records and fills it again from the journal; gives the number of records."""
    for kind in KINDS:
        tx.exec_driver_sql(f"DELETE FROM {kind}")
    count = 0
    buffered: dict[str, list[Columns]] = {}
    for _, kind, record, region, states in everything(tx):
        if kind in KINDS and states:
            count += 1
            rows = buffered.setdefault(kind, [])
            rows.append((region, record, marks(states), *from_plain(kind)(shown(states))))
            if len(rows) >= 2000:
                insert_rows(tx, kind, rows)
                rows.clear()
    for kind, rows in buffered.items():
        insert_rows(tx, kind, rows)
    return count


def differing_rows(tx: Connection) -> list[tuple[str, UUID]]:
    """The records whose row is not what the journal adds up to, missing and surplus rows included."""
    found, seen = [], dict.fromkeys(KINDS, 0)
    for _, kind, record, region, states in everything(tx):
        if kind not in KINDS or not states:
            continue
        seen[kind] += 1
        row = tx.exec_driver_sql(
            f"SELECT marks, {', '.join(column_names(kind))} FROM {kind} WHERE id = ? AND region_no = ?",
            (record, region),
        ).first()
        if row is None or tuple(row) != (marks(states), *from_plain(kind)(shown(states))):
            found.append((kind, UUID(bytes=record)))
    for kind, count in seen.items():
        if tx.exec_driver_sql(f"SELECT count(*) FROM {kind}").scalar() != count:
            found.append((kind, UUID(int=0)))
    return found


def _chunks(items: Sequence[bytes], size: int) -> Iterator[Sequence[bytes]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]


def counts(tx: Connection) -> dict[str, int]:
    """Records per kind, kinds without any left out."""
    found = {}
    for kind in KINDS:
        if number := tx.exec_driver_sql(f"SELECT count(*) FROM {kind}").scalar_one():
            found[kind] = number
    return found


def count_changes(tx: Connection) -> int:
    """All changes held."""
    number: int = tx.exec_driver_sql("SELECT count(*) FROM change").scalar_one()
    return number


def marked(tx: Connection) -> Iterator[tuple[int, str, UUID, dict[str, list[str]]]]:
    """(region number, kind, id, marks) of every record somebody should look at. Sorted here: asked to, SQLite would
    walk through every row by its id instead of through the few that are marked."""
    for kind in KINDS:
        rows = tx.exec_driver_sql(f"SELECT id, region_no, marks FROM {kind} WHERE marks IS NOT NULL").all()
        for record, region_no, found in sorted((row[0], row[1], row[2]) for row in rows):
            yield region_no, kind, UUID(bytes=record), msgspec.json.decode(found)


def count_marked(tx: Connection) -> tuple[int, int]:
    """Fields in conflict, and fields that wait for a change that has not come."""
    conflicts = waiting = 0
    for _, _, _, found in marked(tx):
        conflicts += len(found.get("conflict", ()))
        waiting += len(found.get("waiting", ()))
    return conflicts, waiting


def count_disputed(tx: Connection) -> int:
    """Fields in conflict, and those that wait while people wrote different things: something is to be chosen."""
    return sum(len(found.get("conflict", ())) + len(found.get("differ", ())) for _, _, _, found in marked(tx))

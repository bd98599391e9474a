"""What the journal tells of one person: which records are about somebody, and every change of them with its author."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal.conflicts import group_of, places
from kpm_desktop.db.journal.groups import groups_of
from kpm_desktop.db.journal.rows import column_names, read_records
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.flag_answers import answers_naming
from kpm_desktop.db.tables import WRITES_LINK
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.judge import WHOLE
from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.domain.merging.merge import Write
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields

#: (kind, id)
Key = tuple[str, UUID]

LINK = "merged_into_id"
_HANGING = tuple(kind for kind in DICTIONARY if "person_id" in fields(kind) and kind != "pregnancy")
#: Kinds and fields that name several people.
_LISTING = tuple(
    (kind, field.name)
    for kind in DICTIONARY
    for field in fields(kind).values()
    if field.is_list and field.spec.refers_to == ("person",)
)
_ABOUT = ("flag_answer", "comment")
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Written:
    """One change of the journal. device: its author's signing key. limits: the code of the limit a withheld field
    breaks. place: segment and number. is_ignored: set aside by a revocation."""

    kind: str
    record: UUID
    device: str
    user: str
    write: Write
    limits: Mapping[str, str]
    place: Place
    is_ignored: bool


def records_about(tx: Connection, region_no: int, person: UUID) -> dict[str, list[UUID]]:
    """The ids of everything about a person and whoever is linked as the same, by kind, people and pregnancies first."""
    people = group_of(tx, "person", region_no, person)
    own = _ids(tx, "pregnancy", "person_id", region_no, people)
    carried = groups_of(tx, "pregnancy", region_no, own)
    found = {"person": people, "pregnancy": carried}
    found["pregnancy_visit"] = _ids(tx, "pregnancy_visit", "pregnancy_id", region_no, carried)
    for kind in _HANGING:
        found[kind] = _ids(tx, kind, "person_id", region_no, people)
    for kind, column in _LISTING:
        found[kind] = _listing(tx, kind, column, region_no, people)
    _add_said(tx, region_no, found)
    found["flag_answer"] = sorted({*found["flag_answer"], *answers_naming(tx, region_no, people)})
    return {kind: ids for kind, ids in found.items() if ids}


def records_with(tx: Connection, kind: str, region_no: int, record: UUID) -> dict[str, list[UUID]]:
    """The ids of a record that hangs on no person, of those linked with it, and of what is said about them."""
    found = {kind: group_of(tx, kind, region_no, record)}
    _add_said(tx, region_no, found)
    return {kind: ids for kind, ids in found.items() if ids}


def _add_said(tx: Connection, region_no: int, found: dict[str, list[UUID]]) -> None:
    """Adds the questions about what was found, their answers, and what somebody confirmed in it."""
    about = [one for ids in found.values() for one in ids]
    for kind in _ABOUT:
        found[kind] = sorted({*found.get(kind, ()), *_ids(tx, kind, "about_id", region_no, about)})
    replies = _ids(tx, "comment", "reply_to_id", region_no, found["comment"])
    found["comment"] = sorted({*found["comment"], *replies})


def _listing(tx: Connection, kind: str, column: str, region_no: int, people: Sequence[UUID]) -> list[UUID]:
    """The records that name one of these people in a list."""
    found: set[UUID] = set()
    for person in people:
        rows = tx.exec_driver_sql(
            f"SELECT id FROM {kind} WHERE region_no = ? AND instr({column}, ?) > 0", (region_no, f'"{person}"')
        )
        found.update(UUID(bytes=row[0]) for row in rows)
    return sorted(found)


def links_about(
    tx: Connection, region_no: int, found: Mapping[str, Sequence[UUID]], households: Sequence[UUID]
) -> list[Written]:
    """All changes, in no order, of the records by which others than those found were linked with them or parted: of
    people and pregnancies that are not among them, of the households, and of the posyandu these go to."""
    homes = groups_of(tx, "household", region_no, households)
    named = [
        UUID(bytes=row[0])
        for part in _parts(homes)
        for row in tx.exec_driver_sql(
            f"SELECT posyandu_id FROM household WHERE region_no = ? AND posyandu_id IS NOT NULL"
            f" AND id IN ({_marks(part)})",
            (region_no, *part),
        )
    ]
    posyandu = groups_of(tx, "posyandu", region_no, named)
    wanted = {kind: _linked_once(tx, region_no, kind, found.get(kind, ())) for kind in ("person", "pregnancy")}
    for kind, ids in (("household", homes), ("posyandu", posyandu)):
        wanted[kind] = {*ids, *_linked_once(tx, region_no, kind, ids)}
    others = {kind: sorted(ids - set(found.get(kind, ()))) for kind, ids in wanted.items()}
    return changes_of(tx, region_no, others)


def _linked_once(tx: Connection, region_no: int, kind: str, records: Collection[UUID]) -> set[UUID]:
    """The records that ever named one of these as the same, whether or not they still do."""
    if not records:
        return set()
    names = [str(one) for one in records]  # compared with whatever the wire brought
    rows = tx.exec_driver_sql(
        f"SELECT record, line FROM change WHERE region_no = ? AND kind = ? AND {WRITES_LINK}", (region_no, kind)
    )
    return {UUID(bytes=row[0]) for row in rows if loose_decoder().decode(row[1]).fields.get(LINK) in names}


def read_all(tx: Connection, region_no: int, found: Mapping[str, Sequence[UUID]]) -> dict[str, list[Record]]:
    """The complete records of these ids as their rows show them."""
    read = {}
    for kind, ids in found.items():
        columns = ", ".join(column_names(kind))
        rows = [
            row
            for part in _parts(ids)
            for row in tx.exec_driver_sql(
                f"SELECT id, {columns} FROM {kind} WHERE region_no = ? AND id IN ({_marks(part)})",
                (region_no, *part),
            )
        ]
        read[kind] = read_records(rows, kind)
    return read


def changes_of(tx: Connection, region_no: int, found: Mapping[str, Sequence[UUID]]) -> list[Written]:
    """Every change of these records, in no order."""
    kinds = {one.bytes: kind for kind, ids in found.items() for one in ids}
    written = []
    for part in _parts([UUID(bytes=one) for one in kinds]):
        rows = tx.exec_driver_sql(
            "SELECT c.kind, c.record, s.device, c.name, c.line, c.segment_no, c.seq, c.ignored,"
            " (SELECT json_group_object(q.field, q.code) FROM quarantine q WHERE q.change_no = c.no)"
            " FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
            f" WHERE c.record IN ({_marks(part)}) AND c.region_no = ?",
            (*part, region_no),
        )
        written += [_written(row) for row in rows if kinds[row[1]] == row[0]]
    return written


def names_of(tx: Connection, region_no: int, ids: Collection[Key]) -> dict[str, str]:
    """What people, households and posyandu of a region are called, by the text of their id; (kind, id) of each asked
    for."""
    columns = {"person": "full_name", "household": "head_name", "posyandu": "name"}
    found = {}
    for kind, column in columns.items():
        for part in _parts([one for wanted, one in ids if wanted == kind]):
            rows = tx.exec_driver_sql(
                f"SELECT id, {column} FROM {kind} WHERE region_no = ? AND id IN ({_marks(part)})", (region_no, *part)
            )
            found.update({str(UUID(bytes=row[0])): row[1] or "" for row in rows})
    return found


def names_elsewhere(tx: Connection, region_no: int, ids: Collection[Key]) -> dict[str, str]:
    """The same of who moved here from elsewhere: where exactly one other region has a record of that id."""
    found: dict[str, str] = {}
    for kind, one in ids:
        others = [no for no, _ in places(tx, kind, one) if no != region_no] if kind in DICTIONARY else []
        if len(others) == 1:
            found |= names_of(tx, others[0], [(kind, one)])
    return found


def drafts_of_others(
    tx: Connection, user: str, region: str, found: Mapping[str, Sequence[UUID]]
) -> list[tuple[str, str, UUID, str]]:
    """(user, kind, id, instant) of other users' drafts of these records of a region; what is in them is theirs
    alone."""
    newest: dict[tuple[str, str, UUID], str] = {}
    for draft in drafts.of_all_others(tx, user):
        if draft.region == region and draft.record in found.get(draft.kind, ()):
            newest.setdefault((draft.user, draft.kind, draft.record), draft.at)
    return [(*whose, at) for whose, at in newest.items()]


def _written(row: Any) -> Written:
    kind, record, device, name, line, segment, seq, ignored, codes = row
    change = loose_decoder().decode(line)
    limits: dict[str, str] = msgspec.json.decode(codes) if codes != "{}" else {}
    if WHOLE in limits:
        limits = dict.fromkeys(change.fields, limits[WHOLE])
    place = Place(segment, seq)
    write = Write(name.hex(), change.at, change.fields, change.base, frozenset(limits), place)
    return Written(kind, UUID(bytes=record), device, change.user, write, limits, place, bool(ignored))


def _ids(tx: Connection, kind: str, column: str, region_no: int, owners: Sequence[UUID]) -> list[UUID]:
    found = []
    for part in _parts(owners):
        rows = tx.exec_driver_sql(
            f"SELECT id FROM {kind} WHERE region_no = ? AND {column} IN ({_marks(part)})", (region_no, *part)
        )
        found += [UUID(bytes=row[0]) for row in rows]
    return sorted(found)


def _parts(ids: Sequence[UUID]) -> list[list[bytes]]:
    return [[one.bytes for one in ids[at : at + _CHUNK]] for at in range(0, len(ids), _CHUNK)]


def _marks(part: Sequence[bytes]) -> str:
    return ",".join("?" * len(part))

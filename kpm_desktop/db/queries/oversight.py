"""What a supervisor looks at across laptops: regions held, whose rows a month's are, what is withheld still."""

from collections.abc import Iterator, Sequence
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.conflicts import places
from kpm_desktop.db.journal.quarantined import Withheld, withheld
from kpm_desktop.db.journal.rows import column_names
from kpm_desktop.domain.change import loose_decoder
from kpm_desktop.domain.judge import WHOLE
from kpm_desktop.domain.merging.groups import IN_ERROR
from kpm_desktop.domain.records.catalogue import KINDS, fields

_MONTHLY = ("pregnancy_visit", "child_visit")


class Authorship(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote a change: the person, the device (signing key), when by its clock, and what it set."""

    user: str
    device: str
    at: str
    fields: dict[str, object]


def regions_held(tx: Connection) -> list[str]:
    """The codes of all regions of which somebody's records are held, sorted."""
    rows = tx.exec_driver_sql(
        "SELECT DISTINCT r.code FROM stream s JOIN region r ON r.no = s.region_no"
        " WHERE EXISTS (SELECT 1 FROM segment g WHERE g.stream_no = s.no) ORDER BY r.code"
    )
    return [row[0] for row in rows]


def monthly_rows(tx: Connection, month: str) -> dict[tuple[str, str], int]:
    """How many rows of forms 2A and 2B of a month each device wrote in, by (device, region)."""
    found: dict[tuple[str, str], int] = {}
    for kind in _MONTHLY:
        rows = tx.exec_driver_sql(
            "SELECT s.device, r.code, count(DISTINCT t.no)"
            f" FROM {kind} t JOIN change c ON c.record = t.id AND c.region_no = t.region_no"
            " JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
            " JOIN region r ON r.no = t.region_no"
            " WHERE t.month = ? AND coalesce(t.status, 'active') != 'entered_in_error' AND c.ignored = 0"
            " GROUP BY s.device, r.code",
            (month,),
        )
        for device, region, count in rows:
            found[device, region] = found.get((device, region), 0) + count
    return found


def authorship(tx: Connection, change: str) -> Authorship:
    """Who wrote a change of a name (hexadecimal) that is held."""
    row = tx.exec_driver_sql(
        "SELECT c.line, s.device FROM change c JOIN segment g ON g.no = c.segment_no"
        " JOIN stream s ON s.no = g.stream_no WHERE c.name = ?",
        (bytes.fromhex(change),),
    ).one()
    line = loose_decoder().decode(row[0])
    return Authorship(user=line.user, device=row[1], at=line.at, fields=dict(line.fields))


def still_withheld(tx: Connection) -> list[Withheld]:
    """The withheld values nobody has replaced yet, in the order they came; a record that was entered in error counts
    nowhere and asks for nothing."""
    return [found for found in withheld(tx) if any(_is_open(tx, found))]


def notes(tx: Connection, regions: Sequence[str], most: int) -> list[tuple[str, str]]:
    """(change, code) of what is withheld still in these regions, each once: what others are told of it, of more than
    `most` those that came last."""
    wanted, told = set(regions), set[tuple[str, str]]()
    for found in reversed(withheld(tx)):
        note = found.change, found.code
        if len(told) == most:
            break
        if found.region in wanted and note not in told and any(_is_open(tx, found)):
            told.add(note)
    return sorted(told)


def _is_open(tx: Connection, found: Withheld) -> Iterator[bool]:
    for region_no, region in places(tx, found.kind, found.id):
        if region == found.region:
            states = heads.state_of(tx, found.kind, region_no, found.id)
            if "status" in states and states["status"].shown == IN_ERROR:
                continue
            for name, state in states.items():
                if found.field in (WHOLE, name):
                    yield any(head.name == found.change and name in head.withheld for head in state.heads)


def last_numbers(tx: Connection, device: str) -> list[tuple[str, int]]:
    """The greatest number held of each of a device's streams, as (region, number)."""
    rows = tx.exec_driver_sql(
        "SELECT r.code, max(g.last_seq) FROM stream s JOIN region r ON r.no = s.region_no"
        " JOIN segment g ON g.stream_no = s.no WHERE s.device = ? GROUP BY s.no ORDER BY r.code",
        (device,),
    )
    return [(row[0], row[1]) for row in rows]


def earlier_values(
    tx: Connection, region_no: int, kind: str, record: UUID, field: str, most: int
) -> list[tuple[str, object]]:
    """The values of a field in the region's rows of the same person's months before a monthly record's, as
    (month, value), the oldest first; empty for what has no months."""
    key = KINDS[kind].KEY
    if "month" not in key or field not in column_names(kind) or field in key:
        return []
    (whose,) = (name for name in key if name != "month")
    rows = tx.exec_driver_sql(
        f"SELECT o.month, o.{field} FROM {kind} t JOIN {kind} o ON o.{whose} = t.{whose} AND o.month < t.month"
        " AND o.region_no = t.region_no WHERE t.id = ? AND t.region_no = ?"
        f" AND o.{field} IS NOT NULL AND coalesce(o.status, 'active') != 'entered_in_error'"
        " ORDER BY o.month DESC LIMIT ?",
        (record.bytes, region_no, most),
    ).all()
    form = fields(kind)[field].spec.form
    return [(row[0], bool(row[1]) if form == "yes_no" else row[1]) for row in reversed(rows)]

"""How each stream stands as it was judged last, and the marks on its changes that follow from it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.segments import Segment, Span
from kpm_desktop.db.tables import NEW, PARTLY, WHOLE

_JUDGED = "judged_up_to"
_REVOKED = "revoked_in"


class Judged(msgspec.Struct, frozen=True):
    """Up to which change of the journal streams were judged, and by which programme key."""

    no: int
    programme: str


def read_judged(tx: Connection) -> Judged | None:
    """None where nothing was judged yet."""
    found: Judged | None = settings.read(tx, _JUDGED, Judged)
    return found


def write_judged(tx: Connection, judged: Judged) -> None:
    """Remembers how far was judged."""
    settings.write(tx, _JUDGED, judged)


def forget_judged(tx: Connection) -> None:
    """Everything is to be judged anew."""
    settings.forget(tx, _JUDGED)


def newest_change(tx: Connection) -> int:
    """The number of the change stored last, 0 when there is none."""
    number: int = tx.exec_driver_sql("SELECT coalesce(max(no), 0) FROM change").scalar_one()
    return number


@dataclass(frozen=True, slots=True)
class JudgedStream:
    """A stream and how it stands."""

    no: int
    device: str
    standing: int


def regions_held(tx: Connection) -> list[str]:
    """The regions streams are held of."""
    rows = tx.exec_driver_sql(
        "SELECT DISTINCT r.code FROM stream s JOIN region r ON r.no = s.region_no ORDER BY r.code"
    )
    return [row[0] for row in rows]


def regions_to_judge(tx: Connection, above: int) -> set[str]:
    """The regions of streams that were never judged, and of those that count in part and grew since a change."""
    rows = tx.exec_driver_sql(
        f"SELECT DISTINCT r.code FROM stream s JOIN region r ON r.no = s.region_no WHERE s.standing = {NEW}"
        " UNION SELECT DISTINCT r.code FROM change c CROSS JOIN segment g ON g.no = c.segment_no"
        " CROSS JOIN stream s ON s.no = g.stream_no CROSS JOIN region r ON r.no = s.region_no"
        f" WHERE c.no > ? AND s.standing = {PARTLY}",
        (above,),
    )
    return {row[0] for row in rows}


def streams_in(tx: Connection, region: str) -> list[JudgedStream]:
    """The streams of a region."""
    rows = tx.exec_driver_sql(
        "SELECT s.no, s.device, s.standing FROM stream s JOIN region r ON r.no = s.region_no WHERE r.code = ?"
        " ORDER BY s.no",
        (region,),
    )
    return [JudgedStream(*row) for row in rows]


#: Records whose rows have to be written anew, by kind and region.
Touched = dict[tuple[str, int], set[bytes]]


def mark(tx: Connection, stream: JudgedStream, counts: Mapping[int, int] | None, touched: Touched) -> None:
    """Marks what counts of a stream: all of it, or of each segment what lies at or below a number, what is numbered
    wrongly left out; notes the records
    that look different now."""
    runs = segments.segments_of(tx, stream.no)
    wrong = segments.misnumbered(runs)
    standing = PARTLY if wrong or counts is not None else WHOLE
    if standing == stream.standing == WHOLE:
        return
    for span, ignored in _marked(runs, counts, wrong):
        where = "segment_no = ? AND seq BETWEEN ? AND ? AND ignored != ?"
        values = (span.segment_no, span.first, span.last, ignored)
        for kind, region, record in tx.exec_driver_sql(
            f"SELECT DISTINCT kind, region_no, record FROM change WHERE {where}", values
        ).all():
            touched.setdefault((kind, region), set()).add(record)
        tx.exec_driver_sql(f"UPDATE change SET ignored = ? WHERE {where}", (ignored, *values))
    tx.exec_driver_sql("UPDATE stream SET standing = ? WHERE no = ?", (standing, stream.no))


def refresh(tx: Connection, touched: Touched) -> None:
    """Writes the rows of these records anew."""
    for (kind, region), records in touched.items():
        heads.refresh(tx, kind, region, sorted(records))


def _marked(
    runs: list[Segment], counts: Mapping[int, int] | None, wrong: Collection[int]
) -> Iterable[tuple[Span, int]]:
    for run in runs:
        upto = run.last_seq if counts is None else min(counts.get(run.no, 0), run.last_seq)
        if run.no in wrong:
            upto = 0
        if upto >= run.first_seq:
            yield Span(run.no, run.first_seq, upto), 0
        if upto < run.last_seq:
            yield Span(run.no, max(run.first_seq, upto + 1), run.last_seq), 1


class RevokedIn(msgspec.Struct, frozen=True):
    """Of one region, whose revocations of a device stand there, the nearest first."""

    region: str
    device: str
    by: tuple[str, ...]


def revoked_in(tx: Connection) -> list[RevokedIn]:
    """Every standing revocation."""
    found: list[RevokedIn] = settings.read(tx, _REVOKED, list[RevokedIn], [])
    return found


def keep_revoked(tx: Connection, regions: Iterable[str], found: Iterable[RevokedIn]) -> None:
    """Keeps what stands in some regions in place of what stood there."""
    anew = set(regions)
    kept = [each for each in revoked_in(tx) if each.region not in anew]
    settings.write(tx, _REVOKED, [*kept, *found])


def revoked(tx: Connection) -> set[str]:
    """The keys of the devices of which something is set aside by order, in whatever region."""
    return {each.device for each in revoked_in(tx)}

"""Setting aside the changes of a revoked device, and taking released ones back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.segments import Segment, Span
from kpm_desktop.domain.change import line_hash
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.regions.coverage import covers


@dataclass(frozen=True, slots=True)
class Order:
    """A revocation or release: who signed it for which region, whom it names, and up to which changes (hashes, hex)
    that device's work for the region counts."""

    signer: str
    region: str
    device: str
    accepted: tuple[str, ...]
    is_revocation: bool


class _Values(msgspec.Struct, frozen=True):
    device_key: str | None = None
    accepted: tuple[str, ...] | None = None
    released: tuple[str, ...] | None = None


class _Line(msgspec.Struct, frozen=True):
    fields: _Values


_read = msgspec.json.Decoder(_Line).decode


def orders(tx: Connection) -> list[Order]:
    """All revocations and releases that are not themselves set aside. Each change is an order of its own author:
    nobody alters what somebody else ordered by writing into the same record."""
    found: dict[Order, None] = {}
    for kind in ("revocation", "release"):
        rows = tx.exec_driver_sql(
            f"SELECT s.device, r.code, c.line FROM (SELECT DISTINCT id FROM {kind}) t"
            f" CROSS JOIN change c ON c.record = t.id AND c.kind = '{kind}' AND c.ignored = 0"
            " CROSS JOIN region r ON r.no = c.region_no CROSS JOIN segment g ON g.no = c.segment_no"
            " CROSS JOIN stream s ON s.no = g.stream_no"
            " WHERE NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.change_no = c.no)"
        )
        for signer, region, line in rows:
            values = _read(line).fields
            if values.device_key is not None:
                tips = values.accepted or values.released or ()
                found[Order(signer, region, values.device_key, tips, kind == "revocation")] = None
    return list(found)


def tips(tx: Connection, device: str) -> list[str]:
    """The last changes (hashes, hex) of every piece held of a device."""
    runs = [segments.segments_of(tx, stream) for stream, _ in _streams(tx, device)]
    return [tip.hex() for of_stream in runs for tip, _ in segments.pieces(of_stream)]


def authors(tx: Connection) -> dict[str, list[str]]:
    """Every device something is held of, and the regions it wrote for."""
    found: dict[str, list[str]] = {}
    rows = tx.exec_driver_sql("SELECT s.device, r.code FROM stream s JOIN region r ON r.no = s.region_no ORDER BY s.no")
    for device, region in rows:
        found.setdefault(device, []).append(region)
    return found


def is_in_region(order: Order, region: str) -> bool:
    """Whether an order is about what is written for a region."""
    return covers(order.region, region)


def set_aside(
    tx: Connection,
    device: str,
    obeyed: Sequence[Order],
    vouched: Callable[[str], bool],
    reaches: Callable[[Order, str], bool] = is_in_region,
) -> None:
    """Marks what does not count of a device, and writes the rows concerned anew: where a revocation is obeyed,
    everything outside what leads up to the accepted and released changes; in a region in which nobody vouches for
    it, everything. reaches: whether an order is obeyed in a region."""
    touched: dict[tuple[str, int], set[bytes]] = {}
    for no, region in _streams(tx, device):
        runs = segments.segments_of(tx, no)
        held = _counting(tx, runs, [order for order in obeyed if reaches(order, region)], vouched(region))
        for span, ignored in _marked(runs, held):
            where = "segment_no = ? AND seq BETWEEN ? AND ? AND ignored != ?"
            values = (span.segment_no, span.first, span.last, ignored)
            rows = tx.exec_driver_sql(f"SELECT kind, region_no, record FROM change WHERE {where}", values)
            for kind, of_region, record in rows.all():
                touched.setdefault((kind, of_region), set()).add(record)
            tx.exec_driver_sql(f"UPDATE change SET ignored = ? WHERE {where}", (ignored, *values))
    for (kind, of_region), records in touched.items():
        heads.refresh(tx, kind, of_region, sorted(records))


def _counting(tx: Connection, runs: list[Segment], obeyed: Sequence[Order], vouched: bool) -> list[Span]:
    """The runs of a stream that count."""
    if not vouched:
        return []
    if not any(order.is_revocation for order in obeyed):
        return [Span(run.no, run.first_seq, run.last_seq) for run in runs]
    accepted = sorted({tip for order in obeyed for tip in order.accepted})
    return segments.held_spans(tx, runs, [(bytes.fromhex(tip), None) for tip in accepted])


def _streams(tx: Connection, device: str) -> list[tuple[int, str]]:
    rows = tx.exec_driver_sql(
        "SELECT s.no, r.code FROM stream s JOIN region r ON r.no = s.region_no WHERE s.device = ? ORDER BY s.no",
        (device,),
    )
    return [(row[0], row[1]) for row in rows]


def _marked(runs: list[Segment], held: list[Span]) -> list[tuple[Span, int]]:
    return [(span, 0) for span in held] + [(span, 1) for span in segments.lacking(runs, held)]


def full_hash(tx: Connection, device: str, change: str) -> str:
    """The full hash of a change of a device given by its name or hash; refused when it is not held."""
    name = bytes.fromhex(change[:32]) if all(c in "0123456789abcdef" for c in change) else b""
    line = tx.exec_driver_sql(
        "SELECT c.line FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " WHERE c.name = ? AND s.device = ?",
        (name, device),
    ).scalar()
    if line is None:
        raise refused("access.no_such_change", value=change)
    return line_hash(line).hex()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A change that is kept and does not count: where it stands, its name (hex), and when it was written (UTC) by its
    author's clock."""

    region: str
    segment_no: int
    seq: int
    change: str
    at: str


class _Written(msgspec.Struct, frozen=True):
    at: str


_written = msgspec.json.Decoder(_Written).decode


def set_aside_of(tx: Connection, device: str) -> list[SetAside]:
    """What of a device is set aside, in the order of its streams."""
    rows = tx.exec_driver_sql(
        "SELECT r.code, c.segment_no, c.seq, c.name, c.line FROM change c JOIN segment g ON g.no = c.segment_no"
        " JOIN stream s ON s.no = g.stream_no JOIN region r ON r.no = c.region_no"
        " WHERE s.device = ? AND c.ignored = 1 ORDER BY r.code, c.segment_no, c.seq",
        (device,),
    )
    return [SetAside(row[0], row[1], row[2], row[3].hex(), _written(row[4]).at) for row in rows]


def newest_change(tx: Connection) -> int:
    """The number of the change stored last, 0 when there is none."""
    number: int = tx.exec_driver_sql("SELECT coalesce(max(no), 0) FROM change").scalar_one()
    return number


def count_set_aside(tx: Connection, above: int = 0, device: str = "") -> int:
    """How many changes stored after one of this number are set aside, of one device or of all."""
    number: int = tx.exec_driver_sql(
        "SELECT count(*) FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " WHERE c.no > ? AND c.ignored = 1 AND ? IN ('', s.device)",
        (above, device),
    ).scalar_one()
    return number


def count_counting(tx: Connection, device: str) -> int:
    """How many changes of a device count."""
    number: int = tx.exec_driver_sql(
        "SELECT count(*) FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " WHERE s.device = ? AND c.ignored = 0",
        (device,),
    ).scalar_one()
    return number

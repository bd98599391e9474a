"""Setting aside the changes of a revoked device, and taking released ones back."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import heads, segments
from kpm_desktop.db.segments import Segment, Span
from kpm_desktop.domain.change import line_hash
from kpm_desktop.domain.errors import refused


@dataclass(frozen=True, slots=True)
class Order:
    """A revocation or release: who signed it, whom it names, and up to which changes (hashes, hex) that counts."""

    signer: str
    device: str
    accepted: tuple[str, ...]
    is_revocation: bool


def orders(tx: Connection) -> list[Order]:
    """All revocations and releases that are not themselves set aside."""
    found = []
    for kind, column in (("revocation", "accepted"), ("release", "released")):
        rows = tx.exec_driver_sql(
            f"SELECT s.device, t.device_key, t.{column} FROM {kind} t JOIN change c ON c.record = t.id"
            f" AND c.kind = '{kind}' AND c.ignored = 0 JOIN segment g ON g.no = c.segment_no"
            " JOIN stream s ON s.no = g.stream_no WHERE t.device_key IS NOT NULL"
        )
        for row in rows:
            accepted = tuple(msgspec.json.decode(row[2], type=list[str])) if row[2] else ()
            found.append(Order(row[0], row[1], accepted, kind == "revocation"))
    return found


def tips(tx: Connection, device: str) -> list[str]:
    """The last changes (hashes, hex) of every piece held of a device."""
    return [tip.hex() for stream in _streams(tx, device) for tip, _ in segments.pieces(tx, _runs(tx, stream))]


def set_aside(tx: Connection, device: str, accepted: Iterable[str] | None) -> None:
    """Marks every change of a device outside what leads up to `accepted` (None: nothing is set aside), and
    writes the rows concerned anew."""
    wanted = None if accepted is None else [bytes.fromhex(tip) for tip in accepted]
    touched: dict[tuple[str, int], set[bytes]] = {}
    for stream in _streams(tx, device):
        runs = _runs(tx, stream)
        held = _whole(runs) if wanted is None else _up_to(tx, runs, wanted)
        for span, ignored in _marked(runs, held):
            where = "segment_no = ? AND seq BETWEEN ? AND ? AND ignored != ?"
            values = (span.segment_no, span.first, span.last, ignored)
            rows = tx.exec_driver_sql(f"SELECT kind, region_no, record FROM change WHERE {where}", values)
            for kind, region, record in rows.all():
                touched.setdefault((kind, region), set()).add(record)
            tx.exec_driver_sql(f"UPDATE change SET ignored = ? WHERE {where}", (ignored, *values))
    for (kind, region), records in touched.items():
        heads.refresh(tx, kind, region, sorted(records))


def _streams(tx: Connection, device: str) -> list[int]:
    return [row[0] for row in tx.exec_driver_sql("SELECT no FROM stream WHERE device = ? ORDER BY no", (device,))]


def _runs(tx: Connection, stream: int) -> list[Segment]:
    return segments.segments_of(tx, stream)


def _whole(runs: list[Segment]) -> list[Span]:
    return [Span(run.no, run.first_seq, run.last_seq) for run in runs]


def _up_to(tx: Connection, runs: list[Segment], tips: list[bytes]) -> list[Span]:
    return segments.held_spans(tx, runs, [(tip, None) for tip in tips])


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

"""What of a revoked device is set aside, and the changes orders about it name."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import segments
from kpm_desktop.domain.change import line_hash
from kpm_desktop.domain.errors import refused


def tips(tx: Connection, device: str) -> list[str]:
    """The last changes (hashes, hex) of every piece held of a device."""
    runs = [segments.segments_of(tx, stream) for stream, _ in _streams(tx, device)]
    return [tip.hex() for of_stream in runs for tip, _ in segments.pieces(of_stream)]


def _streams(tx: Connection, device: str) -> list[tuple[int, str]]:
    rows = tx.exec_driver_sql(
        "SELECT s.no, r.code FROM stream s JOIN region r ON r.no = s.region_no WHERE s.device = ? ORDER BY s.no",
        (device,),
    )
    return [(row[0], row[1]) for row in rows]


def full_hash(tx: Connection, device: str, change: str) -> str:
    """The full hash of a change of a device, or of a revocation of it, given by its name or hash; refused when it is
    not held."""
    name = bytes.fromhex(change[:32]) if all(c in "0123456789abcdef" for c in change) else b""
    line = tx.exec_driver_sql(
        "SELECT c.line FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " WHERE c.name = ? AND (s.device = ?"
        " OR c.kind = 'revocation' AND json_extract(c.line, '$.fields.device_key') = ?)",
        (name, device, device),
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


def count_set_aside(tx: Connection, device: str) -> int:
    """How many changes of a device are set aside."""
    number: int = tx.exec_driver_sql(
        "SELECT count(*) FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " WHERE c.ignored = 1 AND s.device = ?",
        (device,),
    ).scalar_one()
    return number


def set_aside_since(tx: Connection, above: int) -> dict[str, int]:
    """By device how many changes stored after one of this number are set aside."""
    rows = tx.exec_driver_sql(
        "SELECT s.device, count(*) FROM change c JOIN segment g ON g.no = c.segment_no"
        " JOIN stream s ON s.no = g.stream_no"
        " WHERE c.no > ? AND c.ignored = 1 GROUP BY s.device ORDER BY s.device",
        (above,),
    )
    return {row[0]: row[1] for row in rows}


def count_counting(tx: Connection, device: str) -> int:
    """How many changes of a device count."""
    number: int = tx.exec_driver_sql(
        "SELECT count(*) FROM change c JOIN segment g ON g.no = c.segment_no JOIN stream s ON s.no = g.stream_no"
        " WHERE s.device = ? AND c.ignored = 0",
        (device,),
    ).scalar_one()
    return number

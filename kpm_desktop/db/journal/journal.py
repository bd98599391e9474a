"""The journal: every save is a change, in the same transaction as the row that shows it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop import __version__
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.segments import OwnEnd
from kpm_desktop.db.settings import Identity
from kpm_desktop.domain.change import NAME_BYTES, START, LooseChange, encode, line_hash
from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.domain.own_line import check_own_line
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.domain.streams import stream_id

Clock = Callable[[], datetime]

INSERT_CHANGE = "INSERT INTO change (name, segment_no, seq, region_no, kind, record, line) VALUES (?, ?, ?, ?, ?, ?, ?)"


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def instant(now: datetime) -> str:
    """An instant as a line carries it: UTC, RFC 3339, six digits of a second."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written of one record: plain JSON values, and per field the heads its author was shown."""

    region: str
    kind: str
    id: UUID
    values: Mapping[str, Any]
    base: Mapping[str, list[str]] = field(default_factory=dict)


#: As many heads as one change names of a field.
MOST_HEADS = 256


def within_heads(entry: Entry) -> Iterator[Entry]:
    """An entry as changes that name so many heads at most. What names more is said again with the others; key fields
    are only ever written together, so that a taker can check the id."""
    rounds = -(-max([1, *map(len, entry.base.values())]) // MOST_HEADS)
    keys = [name for name in KINDS[entry.kind].KEY if name in entry.values] if entry.kind in KINDS else []
    for at in range(0, rounds * MOST_HEADS, MOST_HEADS):
        names = [name for name in entry.values if at == 0 or len(entry.base.get(name, ())) > at]
        if not set(keys).isdisjoint(names):
            names += [name for name in keys if name not in names]
        values = {name: entry.values[name] for name in names}
        base = {name: entry.base[name][at : at + MOST_HEADS] for name in names if name in entry.base}
        yield Entry(entry.region, entry.kind, entry.id, values, base)


class Writer:
    """Writes this device's changes within one transaction, each stream continued where this device wrote last itself.

    `add` buffers, `flush` stores; nothing is durable before the transaction ends. Every line is read as a receiver
    reads it before it is kept, whoever asks for it (`domain/own_line.py`).
    """

    def __init__(self, tx: Connection, identity: Identity, clock: Clock = system_clock) -> None:
        self._tx = tx
        self._identity = identity
        self._user = tidy_line(identity.user)
        self._clock = clock
        self._tails: dict[str, _Tail] = {}

    def add(self, entry: Entry) -> int:
        """Puts one change on its region's stream and gives the region's number; where a field names more heads than a
        change names, several with its value. Raises Unwritable, and keeps nothing of it, where a receiver would refuse
        it."""
        tail = self._tails.get(entry.region) or self._open(entry.region)
        for part in within_heads(entry):
            self._put(part, tail)
        return tail.end.region_no

    def _put(self, entry: Entry, tail: "_Tail") -> None:
        line = encode(
            LooseChange(
                kind=entry.kind,
                stream=tail.stream,
                region=entry.region,
                seq=tail.seq + 1,
                prev=tail.prev,
                id=entry.id,
                fields=in_declared_order(entry.kind, entry.values),
                base=dict(sorted(entry.base.items())),
                user=self._user,
                at=instant(self._clock()),
                app=__version__,
            )
        )
        check_own_line(line, entry.region)
        tail.put(entry, line)

    def flush(self) -> None:
        """Stores what was added."""
        for tail in self._tails.values():
            tail.store(self._tx)

    def _open(self, region: str) -> "_Tail":
        device = self._identity.device
        stream = stream_id(device, region)
        end = segments.own_end(self._tx, stream, region, device)
        seq, prev = (end.place.seq, end.tip.hex()) if end.place else (0, START)
        tail = self._tails[region] = _Tail(end, stream, seq, prev)
        return tail


@dataclass(slots=True)
class _Tail:
    """The end of one own stream while it grows."""

    end: OwnEnd
    stream: UUID
    seq: int
    prev: str
    waiting: list[tuple[bytes, int, str, bytes, bytes]] = field(default_factory=list)

    def put(self, entry: Entry, line: bytes) -> None:
        digest = line_hash(line)
        self.seq += 1
        self.waiting.append((digest[:NAME_BYTES], self.seq, entry.kind, entry.id.bytes, line))
        self.prev = digest.hex()

    def store(self, tx: Connection) -> None:
        if not self.waiting:
            return
        tip = bytes.fromhex(self.prev)
        segment = segments.extend(tx, self.end, self.seq, tip)
        region = self.end.region_no
        rows = [(name, segment, seq, region, kind, record, line) for name, seq, kind, record, line in self.waiting]
        tx.exec_driver_sql(INSERT_CHANGE, rows)
        self.waiting.clear()
        segments.note_written(tx, self.end.stream_no, segment, self.seq)
        self.end = replace(self.end, place=Place(segment, self.seq), tip=tip)


def in_declared_order(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values in the order of the declaration, unknown ones last: one spelling for one set of values."""
    order = fields(kind) if kind in KINDS else ()
    known = {name: values[name] for name in order if name in values}
    return known | {name: value for name, value in sorted(values.items()) if name not in known}

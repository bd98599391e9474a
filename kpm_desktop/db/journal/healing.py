"""Own streams in which lines stand that no receiver takes, written again from the first of them on the last good one.

The old lines are kept aside in a table of their own: nothing reads them but somebody who looks for them. What is
written follows from the old lines alone (`domain/healed_line.py`), so that two copies of a disk heal alike.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.journal import INSERT_CHANGE
from kpm_desktop.db.journal.segments import Segment
from kpm_desktop.domain.change import NAME_BYTES, LooseChange, encode, exact_change, line_hash, loose_decoder
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.healed_line import Became, Resign, healed_changes, named
from kpm_desktop.domain.judge import judge
from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.domain.strict import read_change

_BLOCK = 500

#: By segment the number of its first line that is to be written again.
From = dict[int, int]


@dataclass(frozen=True, slots=True)
class Healed:
    """What was done: how many lines were kept aside, how many stand in their place, and of how many records."""

    old: int = 0
    new: int = 0
    records: int = 0


def first_unreadable(tx: Connection, device: str) -> From:
    """Where in each run of a device's streams a receiver would refuse a line for the first time."""
    found: From = {}
    for run in segments.segments_of_device(tx, device):
        seq = next((seq for seq, line in _lines(tx, run.no) if not _is_readable(line)), None)
        if seq is not None:
            found[run.no] = seq
    return found


def heal(tx: Connection, device: str, resign: Resign) -> Healed:
    """Writes a device's streams again from the first line nobody takes, and brings everything after it that names a
    changed line: rows, drafts, what was sent. Nothing is done where every line is taken."""
    runs = {run.no: run for run in segments.segments_of_device(tx, device)}
    begins = _with_what_follows(tx, runs, first_unreadable(tx, device))
    if not begins:
        return Healed()
    rewriting = _Rewriting(tx, runs, begins, resign)
    rewriting.run()
    for (kind, region), records in rewriting.touched.items():
        heads.refresh(tx, kind, region, sorted(records))
    _translate_drafts(tx, rewriting.became)
    _forget_sent(tx, begins)
    return Healed(len(rewriting.old_names), rewriting.written, sum(map(len, rewriting.touched.values())))


def _is_readable(line: bytes) -> bool:
    try:
        read_change(line)
    except Refused:
        return False
    return True


def _lines(tx: Connection, run: int, before: int | None = None) -> Iterator[tuple[int, bytes]]:
    upto = "" if before is None else f" AND seq < {before}"
    rows = tx.exec_driver_sql(f"SELECT seq, line FROM change WHERE segment_no = ?{upto} ORDER BY seq", (run,))
    yield from ((row[0], row[1]) for row in rows.yield_per(_BLOCK))


def _with_what_follows(tx: Connection, runs: Mapping[int, Segment], bad: From) -> From:
    """The same with every line that hangs on one of these, or names one."""
    begins = dict(bad)
    while begins:
        before = dict(begins)
        _add_hanging(runs, begins)
        if len(runs) > 1:  # within one run nothing names what comes after it
            _add_naming(tx, runs, begins)
        if begins == before:
            break
    return begins


def _add_hanging(runs: Mapping[int, Segment], begins: From) -> None:
    for run in runs.values():
        parent = run.parent
        if parent is not None and parent.segment in begins and parent.seq >= begins[parent.segment]:
            begins[run.no] = run.first_seq


def _add_naming(tx: Connection, runs: Mapping[int, Segment], begins: From) -> None:
    changed = {name.hex() for name in _names_from(tx, begins)}
    for run in runs.values():
        for seq, line in _lines(tx, run.no, begins.get(run.no)):
            if not changed.isdisjoint(named(loose_decoder().decode(line))):
                begins[run.no] = seq
                break


def _names_from(tx: Connection, begins: From) -> Iterator[bytes]:
    for run, seq in begins.items():
        rows = tx.exec_driver_sql("SELECT name FROM change WHERE segment_no = ? AND seq >= ?", (run, seq))
        yield from rows.scalars()


@dataclass(slots=True)
class _Run:
    """A run while it is written again: what the next line hangs on, its number less one, and the rows (number in the
    journal or None, name, number, kind, record, line) that are made and not stored yet."""

    run: Segment
    stream_no: int
    region_no: int
    region: str
    prev: bytes
    seq: int
    is_placed: bool = False
    below: bytes = segments.ZERO
    made: list[tuple[int | None, bytes, int, str, bytes, bytes]] = field(default_factory=list)


@dataclass(slots=True)
class _Rewriting:
    """The runs that are written again, each as far as what it names is written."""

    tx: Connection
    runs: Mapping[int, Segment]
    begins: From
    resign: Resign
    became: Became = field(default_factory=lambda: Became({}, {}, {}))
    touched: dict[tuple[str, int], set[bytes]] = field(default_factory=dict)
    old_names: set[str] = field(default_factory=set)
    written: int = 0
    #: (run, old number) -> (new number, hash), of the lines other runs hang on.
    places: dict[tuple[int, int], tuple[int, bytes]] = field(default_factory=dict)
    parents: set[tuple[int, int]] = field(default_factory=set)

    def run(self) -> None:
        """Sets the old lines aside, then writes the new ones."""
        self.parents = {run.parent for run in self.runs.values() if run.parent is not None}
        self.old_names = {name.hex() for name in _names_from(self.tx, self.begins)}
        waiting = deque(self._opened(self.runs[no]) for no in sorted(self.begins))
        for no, seq in self.begins.items():
            self._set_aside(no, seq)
        while waiting:
            run = waiting.popleft()
            is_done = self._go_on(run)
            self._store(run)
            if not is_done:
                waiting.append(run)
        gone = [no for no, seq in self.begins.items() if seq == self.runs[no].first_seq]
        self.tx.exec_driver_sql(f"DELETE FROM segment WHERE no IN ({','.join('?' * len(gone))})", tuple(gone))

    def _opened(self, run: Segment) -> _Run:
        """A run cut off before the first line that is written again."""
        begin = self.begins[run.no]
        row = self.tx.exec_driver_sql(
            "SELECT s.no, s.region_no, r.code FROM segment g JOIN stream s ON s.no = g.stream_no"
            " JOIN region r ON r.no = s.region_no WHERE g.no = ?",
            (run.no,),
        ).one()
        opened = _Run(run, row[0], row[1], row[2], run.below, begin - 1)
        if begin > run.first_seq:
            last = self.tx.exec_driver_sql(
                "SELECT line FROM change WHERE segment_no = ? AND seq = ?", (run.no, begin - 1)
            ).scalar_one()
            opened.prev, opened.is_placed = line_hash(last), True
            self.tx.exec_driver_sql(
                "UPDATE segment SET last_seq = ?, tip = ? WHERE no = ?", (begin - 1, opened.prev, run.no)
            )
        return opened

    def _set_aside(self, run: int, seq: int) -> None:
        """Old lines wait under numbers below zero until each is replaced."""
        where, values = "segment_no = ? AND seq >= ?", (run, seq)
        self.tx.exec_driver_sql(
            f"INSERT OR REPLACE INTO kept_line (name, change_no, line) SELECT name, no, line FROM change WHERE {where}",
            values,
        )
        self.tx.exec_driver_sql(
            f"DELETE FROM quarantine WHERE change_no IN (SELECT no FROM change WHERE {where})", values
        )
        self.tx.exec_driver_sql(f"DELETE FROM seal WHERE {where}", values)
        self.tx.exec_driver_sql(f"UPDATE change SET seq = -seq WHERE {where}", values)

    def _go_on(self, run: _Run) -> bool:
        """Writes a run as far as it can be; gives whether all of it is written."""
        if not run.is_placed and not self._place(run):
            return False
        while rows := self._next(run.run.no):
            for no, seq, line in rows:
                old = loose_decoder().decode(line)
                if any(name in self.old_names and name not in self.became.names for name in named(old)):
                    return False
                self._replace(run, no, -seq, line, old)
            self._store(run)
        return True

    def _place(self, run: _Run) -> bool:
        """Finds what a whole run hangs on by now."""
        parent = run.run.parent
        if parent is not None and parent.seq >= self.begins.get(parent.segment, parent.seq + 1):
            found = self.places.get(parent)
            if found is None:
                return False
            seq, run.prev = found
            run.seq += seq - parent.seq
        run.is_placed = True
        return True

    def _next(self, run: int) -> list[tuple[int, int, bytes]]:
        rows = self.tx.exec_driver_sql(
            "SELECT no, seq, line FROM change WHERE segment_no = ? AND seq < 0 ORDER BY seq DESC LIMIT ?", (run, _BLOCK)
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def _replace(self, run: _Run, no: int, old_seq: int, line: bytes, old: LooseChange) -> None:
        """Makes what takes the place of one line; its last part keeps the line's number in the journal."""
        parts = healed_changes(old, self.became, self.resign)
        names: dict[str, str] = {}
        for at, part in enumerate(parts):
            made = encode(msgspec.structs.replace(part, prev=run.prev.hex(), seq=run.seq + 1))
            read_change(made)  # else nothing of all this is kept
            digest = line_hash(made)
            names |= dict.fromkeys(part.fields, digest[:NAME_BYTES].hex())
            keeps = no if at == len(parts) - 1 else None
            self._put(run, keeps, digest, old, made)
        self.written += len(parts)
        self._note(line_hash(line).hex(), run.prev.hex(), names if len(parts) > 1 else {})
        if (run.run.no, old_seq) in self.parents:
            self.places[run.run.no, old_seq] = (run.seq, run.prev)
        self.touched.setdefault((old.kind, run.region_no), set()).add(old.id.bytes)

    def _put(self, run: _Run, no: int | None, digest: bytes, old: LooseChange, line: bytes) -> None:
        """The next line of a run; where another copy of this disk made it before and it came here, it is held."""
        name = digest[:NAME_BYTES]
        held = self.tx.exec_driver_sql("SELECT no FROM change WHERE name = ?", (name,)).scalar()
        if held is None:
            run.below = run.below if run.made else run.prev
            run.made.append((no, name, run.seq + 1, old.kind, old.id.bytes, line))
        else:
            self._store(run)
            if no is not None:
                self._give_way(no, held)
        run.prev, run.seq = digest, run.seq + 1

    def _give_way(self, no: int, held: int) -> None:
        self.tx.exec_driver_sql("UPDATE kept_line SET change_no = ? WHERE change_no = ?", (held, no))
        self.tx.exec_driver_sql("UPDATE stream SET written = ? WHERE written = ?", (held, no))
        self.tx.exec_driver_sql("DELETE FROM change WHERE no = ?", (no,))

    def _store(self, run: _Run) -> None:
        """Stores the lines that are made, all of which follow each other."""
        if not run.made:
            return
        first, last = run.made[0][2], run.made[-1][2]
        tip = line_hash(run.made[-1][5])
        segment = segments.place_run(self.tx, run.stream_no, run.below, first, last, tip)
        for no, name, seq, kind, record, line in run.made:
            if no is None:
                row = (name, segment, seq, run.region_no, kind, record, line)
                self.tx.exec_driver_sql(INSERT_CHANGE, row)
            else:
                self.tx.exec_driver_sql(
                    "UPDATE change SET name = ?, segment_no = ?, seq = ?, line = ? WHERE no = ?",
                    (name, segment, seq, line, no),
                )
        self._judge(run)
        placed = ((line_hash(row[5]), Place(segment, row[2])) for row in run.made)
        segments.join_orphans(self.tx, run.stream_no, placed)
        run.made.clear()

    def _note(self, old: str, new: str, by_field: Mapping[str, str]) -> None:
        name = old[: 2 * NAME_BYTES]
        self.became.hashes[old] = new
        self.became.names[name] = new[: 2 * NAME_BYTES]
        self.became.parts.update(((name, each), part) for each, part in by_field.items())

    def _judge(self, run: _Run) -> None:
        lines = [row[5] for row in run.made]
        for row, judged in zip(run.made, judge(lines, map(exact_change, lines), run.region), strict=True):
            for each, code in judged.withheld.items():
                self.tx.exec_driver_sql(
                    "INSERT INTO quarantine (change_no, field, code) SELECT no, ?, ? FROM change WHERE name = ?",
                    (each, code, row[1]),
                )


def _translate_drafts(tx: Connection, became: Became) -> None:
    """What somebody was shown when a draft began is told by today's names."""
    for no, told in tx.exec_driver_sql("SELECT no, base FROM draft").all():
        base = msgspec.json.decode(told, type=dict[str, list[str]])
        now = became.base(base)
        if now != {name: sorted(names) for name, names in base.items()}:
            tx.exec_driver_sql("UPDATE draft SET base = ? WHERE no = ?", (msgspec.json.encode(now).decode(), no))


def _forget_sent(tx: Connection, begins: From) -> None:
    """What went out of the old lines says nothing of the new ones."""
    for number, told in tx.exec_driver_sql("SELECT number, ranges FROM bundle_out").all():
        ranges = msgspec.json.decode(told, type=list[tuple[int, int, int]])
        kept = list(_below(ranges, begins))
        if kept != ranges:
            tx.exec_driver_sql(
                "UPDATE bundle_out SET ranges = ? WHERE number = ?", (msgspec.json.encode(kept).decode(), number)
            )


def _below(ranges: Iterable[tuple[int, int, int]], begins: From) -> Iterator[tuple[int, int, int]]:
    for run, first, last in ranges:
        upto = min(last, begins.get(run, last + 1) - 1)
        if first <= upto:
            yield run, first, upto

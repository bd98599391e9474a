"""Taking proven ranges of other devices into the journal: in bulk, with rows beside them, inside one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection

from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.branches import Branches, may_be_full
from kpm_desktop.db.journal.rows import Columns, from_wire
from kpm_desktop.domain.change import NAME_BYTES
from kpm_desktop.domain.judge import Judged
from kpm_desktop.domain.merging.chains import Place
from kpm_desktop.domain.records.catalogue import ACCESS, KINDS

INSERT_CHANGE = (
    "INSERT INTO change (no, name, segment_no, seq, region_no, kind, record, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
#: Of how many bytes of lines the rows are written together.
MOST_HELD_BACK = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ProvenRange:
    """A range whose chain and seal were checked: its lines, their hashes and what was judged of each.

    below: the hash under its first change (32 bytes).
    """

    stream: UUID
    region: str
    device: str
    first: int
    seal: bytes
    below: bytes
    lines: Sequence[bytes]
    hashes: Sequence[bytes]
    judged: Sequence[Judged]


@dataclass(slots=True)
class Taken:
    """What a range brought: new changes per kind, those already held, those whose values are withheld.

    access: whether a credential, revocation or release was among them. full: changes that were not taken, as their
    stream has too many branches.
    """

    new: dict[str, int] = field(default_factory=dict)
    held: int = 0
    withheld: int = 0
    access: bool = False
    full: int = 0

    def add(self, other: "Taken") -> None:
        """Counts what another range brought."""
        for kind, count in other.new.items():
            self.new[kind] = self.new.get(kind, 0) + count
        self.held += other.held
        self.withheld += other.withheld
        self.access |= other.access
        self.full += other.full


class Intake:
    """Takes ranges one after the other and writes the rows they touch at the end (`finish`), or sooner where
    those would fill the memory."""

    def __init__(self, tx: Connection) -> None:
        self._tx = tx
        self._next_no = tx.exec_driver_sql("SELECT coalesce(max(no), 0) + 1 FROM change").scalar_one()
        self._touched: dict[tuple[str, int], set[bytes]] = {}
        self._fresh: dict[tuple[str, int], dict[bytes, Judged]] = {}
        self._branches: dict[int, Branches] = {}
        self._held_back = 0

    def take(self, piece: ProvenRange) -> Taken:
        """Stores what is not held of a range, and its seal."""
        taken = Taken()
        stream = segments.stream_no(self._tx, piece.stream, piece.region, piece.device)
        region = segments.region_no(self._tx, piece.region)
        numbered = max(0, segments.last_number(self._tx, stream) - piece.first + 1)  # no change above can be held
        held = self._held_names(piece.hashes[:numbered])
        taken.held = len(held)
        placed: list[tuple[bytes, Place]] = []
        branches = self._branches_of(stream, piece.device)
        for start, end in _runs([digest[:NAME_BYTES] in held for digest in piece.hashes]):
            if branches is not None and not self._has_room(branches, piece, start, end):
                taken.full += end - start
                continue
            no = self._place(piece, stream, start, end)
            self._store(piece, region, no, start, end, taken)
            placed += [(piece.hashes[at], Place(no, piece.first + at)) for at in range(start, end)]
        if placed:
            segments.join_orphans(self._tx, stream, placed)
            segments.note_misnumbered(self._tx, stream)
        self._keep_seal(piece)
        self._held_back += sum(map(len, piece.lines))
        if self._held_back > MOST_HELD_BACK:
            self.finish()
        return taken

    def _branches_of(self, stream: int, device: str) -> Branches | None:
        """The pieces of a stream with many, or of which something is set aside; None for nearly every one."""
        if stream not in self._branches and may_be_full(self._tx, stream):
            self._branches[stream] = Branches(self._tx, stream, device)
        return self._branches.get(stream)

    def _has_room(self, branches: Branches, piece: ProvenRange, start: int, end: int) -> bool:
        below = piece.hashes[start - 1] if start else piece.below
        tip = piece.hashes[end - 1]
        if not branches.takes(below, piece.hashes[start:end], tip):
            return False
        branches.add(below, tip, sum(map(len, piece.lines[start:end])))
        return True

    def finish(self) -> None:
        """Writes the rows: new records in bulk, all others anew from their changes."""
        for (kind, region), fresh in self._fresh.items():
            touched = self._touched.setdefault((kind, region), set())
            known = heads.known_records(self._tx, kind, region, list(fresh))
            touched |= known
            columns = from_wire(kind)
            rows: list[Columns] = [
                (region, record, None, *columns(judged.typed.fields))
                for record, judged in fresh.items()
                if record not in touched and judged.typed is not None
            ]
            heads.insert_rows(self._tx, kind, rows)
        for (kind, region), records in self._touched.items():
            if records:
                heads.refresh(self._tx, kind, region, sorted(records))
        self._fresh.clear()
        self._touched.clear()
        self._held_back = 0

    def _held_names(self, hashes: Sequence[bytes]) -> set[bytes]:
        found: set[bytes] = set()
        for at in range(0, len(hashes), 500):
            names = tuple(digest[:NAME_BYTES] for digest in hashes[at : at + 500])
            marks = ",".join("?" * len(names))
            rows = self._tx.exec_driver_sql(f"SELECT name FROM change WHERE name IN ({marks})", names)
            found.update(row[0] for row in rows)
        return found

    def _place(self, piece: ProvenRange, stream: int, start: int, end: int) -> int:
        below = piece.hashes[start - 1] if start else piece.below
        first, last = piece.first + start, piece.first + end - 1
        return segments.place_run(self._tx, stream, below, first, last, piece.hashes[end - 1])

    def _store(self, piece: ProvenRange, region: int, segment: int, start: int, end: int, taken: Taken) -> None:
        rows, withheld = [], []
        no = self._next_no
        for at in range(start, end):
            judged = piece.judged[at]
            name = piece.hashes[at][:NAME_BYTES]
            rows.append((no, name, segment, piece.first + at, region, judged.kind, judged.id, piece.lines[at]))
            if judged.withheld:
                withheld += [(no, name, code) for name, code in judged.withheld.items()]
                taken.withheld += 1
            taken.new[judged.kind] = taken.new.get(judged.kind, 0) + 1
            taken.access |= judged.kind in ACCESS
            self._sort(judged, region)
            no += 1
        self._next_no = no
        self._tx.exec_driver_sql(INSERT_CHANGE, rows)
        if withheld:
            self._tx.exec_driver_sql("INSERT INTO quarantine (change_no, field, code) VALUES (?, ?, ?)", withheld)

    def _sort(self, judged: Judged, region: int) -> None:
        """A record's first and only change may take the fast path; everything else is merged."""
        if judged.kind not in KINDS:
            return
        key = (judged.kind, region)
        fresh = self._fresh.setdefault(key, {})
        if judged.typed is None or judged.has_base or judged.id in fresh:
            self._touched.setdefault(key, set()).add(judged.id)
        else:
            fresh[judged.id] = judged

    def _keep_seal(self, piece: ProvenRange) -> None:
        row = self._tx.exec_driver_sql(
            "SELECT segment_no, seq FROM change WHERE name = ?", (piece.hashes[-1][:NAME_BYTES],)
        ).first()
        if row is not None:
            keep_seal(self._tx, row[0], row[1], piece.seal)


def keep_seal(tx: Connection, segment: int, seq: int, signature: bytes) -> None:
    """Keeps an author's seal of everything up to a change."""
    tx.exec_driver_sql(
        "INSERT INTO seal (segment_no, seq, signature) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (segment, seq, signature),
    )


def _runs(held: Iterable[bool]) -> list[tuple[int, int]]:
    """The stretches that are not held, as (start, end)."""
    runs: list[tuple[int, int]] = []
    start = None
    at = -1
    for at, is_held in enumerate(held):
        if is_held and start is not None:
            runs.append((start, at))
            start = None
        elif not is_held and start is None:
            start = at
    if start is not None:
        runs.append((start, at + 1))
    return runs

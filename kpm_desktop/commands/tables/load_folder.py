"""`kpm load`: takes an interchange folder in, whole or (with skip_bad) all its good rows, in one transaction."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.tables.load_past import Past
from kpm_desktop.commands.tables.load_places import Places
from kpm_desktop.commands.tables.load_row import Row, changes_of
from kpm_desktop.commands.tables.row_order import in_order
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Clock, Entry, system_clock
from kpm_desktop.db.journal.rows import as_json
from kpm_desktop.db.queries import loaded
from kpm_desktop.db.queries.neighbours import Beside
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.entry.neighbours import findings_around
from kpm_desktop.domain.errors import Named, Reason, reason
from kpm_desktop.domain.own_line import Unwritable
from kpm_desktop.domain.records.base import Finding, Record
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, fields, required_fields
from kpm_desktop.domain.records.immunization import Immunization
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.schedules.doses import is_of_next
from kpm_desktop.exchange.cells import shown
from kpm_desktop.exchange.csv_folder import REJECTED, CsvFile, CsvRow, FolderWriter, Problem, open_folder
from kpm_desktop.exchange.dump_note import DumpNote, unchanged
from kpm_desktop.exchange.row_ids import RowIds
from kpm_desktop.exchange.row_values import row_values

CHUNK = 500
#: What nobody is to enter anew, though it may have been entered before: a dump holds it as it was.
_ONLY_BY_HAND = frozenset({"rules.person_in_error"})
Progress = Callable[[str, int], None]


@dataclass(slots=True)
class LoadAccount:
    """What became of the rows: counts per kind, problems and warnings; `stored` is false when nothing was kept."""

    new: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    rejected: int = 0
    stored: bool = True


class _NothingStored(Exception):
    """Leaves the transaction without storing."""


def load_folder(
    store: Store,
    folder: Path,
    *,
    skip_bad: bool = False,
    clear_empty: bool = False,
    clock: Clock = system_clock,
    progress: Progress = lambda file, rows: None,
) -> LoadAccount:
    """Loads every file of `folder`. One bad row keeps everything out, unless `skip_bad`, which stores the good
    rows and writes the bad ones to `folder/rejected/`."""
    files, wrong = open_folder(folder)
    account, note = LoadAccount(problems=wrong), DumpNote(folder)
    if note.problem is not None:
        account.warnings.append(note.problem)
    try:
        with store.writing() as tx:
            load = _Load(tx, account, note, skip_bad=skip_bad, clear_empty=clear_empty, clock=clock, progress=progress)
            with FolderWriter(folder / REJECTED, over=True) if skip_bad else nullcontext() as rejected:
                load.run(files, rejected)
            if account.problems and not skip_bad:
                raise _NothingStored
    except _NothingStored:
        account.stored = False
    return account


class _Load:
    """One run over all files: first every row gets its id, then every row is checked and written."""

    def __init__(
        self,
        tx: Transaction,
        account: LoadAccount,
        note: DumpNote,
        *,
        skip_bad: bool,
        clear_empty: bool,
        clock: Clock,
        progress: Progress,
    ) -> None:
        self._tx = tx
        self._account = account
        self._note = note
        self._skip_bad = skip_bad
        self._clear_empty = clear_empty
        self._progress = progress
        self._identity = settings.read_identity(tx)
        self._held = Beside(tx, civil_day(clock()))
        self._past = Past(tx, self._held)
        self._batch = RecordBatch(tx, self._identity, clock)
        self._names = RowIds(lambda kind: loaded.refs(tx, kind))
        self._places = Places(self._held, self._names)
        self._refused: set[UUID] = set()
        self._unread: set[str] = set()
        self._doses: list[tuple[int, Immunization, str]] = []

    def run(self, files: list[CsvFile], rejected: FolderWriter | None) -> None:
        usable = [(file, columns) for file in files if (columns := self._columns(file))]
        self._unread = {file.kind for file in files} - {file.kind for file, _ in usable}
        for file, _ in usable:
            self._places.claim(file.kind, file.rows(), partial(self._warn, file))
        for file, columns in usable:
            self._load_file(file, columns, rejected)
        self._batch.flush()

    def _columns(self, file: CsvFile) -> list[str]:
        columns, wrong = file.header()
        self._account.problems += wrong
        return columns

    def _load_file(self, file: CsvFile, columns: list[str], rejected: FolderWriter | None) -> None:
        done = 0
        rows = in_order(file.kind, file.rows(), self._names)
        while chunk := list(itertools.islice(rows, CHUNK)):
            for bad in self._load_chunk(file, columns, chunk):
                self._account.rejected += 1
                if rejected is not None:
                    rejected.write(file.kind, columns, bad.raw)
            done += len(chunk)
            self._progress(file.name, done)
        self._doubt_doses(file)

    def _load_chunk(self, file: CsvFile, columns: list[str], chunk: list[CsvRow]) -> Iterator[CsvRow]:
        """Writes the good rows of a chunk and gives the bad ones."""
        written = self._written(file.kind, chunk)
        read = [(raw, self._read(file, columns, raw, written)) for raw in chunk]
        good = [row for _, row in read if row is not None]
        before = loaded.cells(self._tx, file.kind, [row.name for row in good]) if good else {}
        differing = [row for row in good if not row.says_nothing_after(before.get(row.name))]
        states = self._past.states(file.kind, differing)
        alone = [row for row in differing if row.stands_alone and row.name not in before]
        dumped, earlier = self._past.dumped(file.kind, alone), self._past.earlier(file.kind, alone)
        taken = []
        for row in differing:
            last = row.last(before.get(row.name) or dumped.get(row.id))
            if self._take(file, row, last, states.get(row.id, {}), earlier.get(row.id, {})):
                taken.append(row)
        self._remember(file.kind, taken, before)
        self._count(self._account.unchanged, file.kind, len(good) - len(differing))
        well = {id(row.raw) for row in taken}
        bad = {id(row.raw) for row in differing if id(row.raw) not in well}
        yield from (raw for raw, row in read if row is None or id(raw) in bad)

    def _written(self, kind: str, chunk: list[CsvRow]) -> dict[UUID, dict[str, Any]]:
        """What was written of the rows of a chunk, where their folder was dumped."""
        if not self._note.name:
            return {}
        known = (self._names.name_of(kind, raw.cells) for raw in chunk if raw.wrong is None)
        return dict(self._note.of(kind, (one[1] for one in known if isinstance(one, tuple))))

    def _remember(self, kind: str, taken: list[Row], before: dict[str, dict[str, Any]]) -> None:
        """Keeps what was loaded; of a dumped row only what is not as it was dumped, as its folder says the rest."""
        rows = []
        for row in taken:
            earlier, written = before.get(row.name, {}), row.written
            said = {n: v for n, v in row.values.items() if written is None or n in earlier or v != written.get(n)}
            if said or written is None:
                rows.append((kind, row.name, row.id.bytes, as_json(earlier | said)))
        loaded.keep(self._tx, rows)

    def _read(
        self, file: CsvFile, columns: list[str], raw: CsvRow, all_written: dict[UUID, dict[str, Any]]
    ) -> Row | None:
        """A row with its id and JSON values, or None with its problems noted."""
        if raw.wrong is not None:
            self._problem(file, raw, *raw.wrong)
            return None
        known = self._names.name_of(file.kind, raw.cells)
        written = all_written.get(known[1]) if isinstance(known, tuple) else None
        values = unchanged(file.kind, written or {}, raw.cells, columns)
        wrong = row_values(file.kind, raw.cells, self._names, values)
        for column, why in wrong:
            self._problem(file, raw, column, why)
        if isinstance(known, Reason):
            told = known.code == "load.no_key" and any(column in DICTIONARY[file.kind].KEY for column, _ in wrong)
            if not told:
                self._problem(file, raw, "id", known)
            return None
        name, record = known
        if self._clear_empty:
            empty = (c for c in columns if c not in (*raw.cells, *values) and c in fields(file.kind))
            values |= dict.fromkeys(empty)
        if wrong:
            self._refused.add(record)
            return None
        region = self._places.of(file.kind, record)
        if not region and len(held := self._held.places(file.kind, record)) > 1:
            self._problem(file, raw, "id", reason("rules.several_regions", value=held))
            return None
        if written is not None:
            name = f"{self._note.name}:{record}"
        return Row(raw, record, name, region, values, written)

    def _take(
        self,
        file: CsvFile,
        row: Row,
        before: dict[str, Any],
        states: heads.States,
        earlier: dict[str, list[Any]],
    ) -> bool:
        """Checks a row against what is held and writes what it changes; False when it cannot be taken."""
        current = heads.shown(states)
        changes, wrong = changes_of(fields(file.kind), row, before, states, earlier)
        if states and not changes and not wrong:
            self._count(self._account.unchanged, file.kind, 1)
            return True
        merged = {**current, **changes}
        wrong += [(name, reason("rules.missing")) for name in required_fields(file.kind) if merged.get(name) is None]
        self._held.stand_in(row.region)
        region = self._region(file.kind, row.id, merged, is_new=not states)
        if isinstance(region, tuple):
            wrong.append(region)
        if not wrong and changes and isinstance(region, str):
            wrong = self._judge(file, row, merged, region, is_new=not states)
        if not wrong and changes and isinstance(region, str):
            base = {name: states[name].base for name in changes if name in states}
            wrong = self._write(Entry(region, file.kind, row.id, changes, base), is_new=not states)
        if wrong or not isinstance(region, str):
            self._refuse(file, row, wrong)
            return False
        return True

    def _write(self, entry: Entry, *, is_new: bool) -> list[tuple[str, Reason]]:
        """Writes what a row changes, or gives what no receiver would take of it."""
        try:
            self._batch.add(entry, is_new=is_new)
        except Unwritable as unwritable:
            return [(one.field, one.why) for one in unwritable.objections]
        self._count(self._account.new if is_new else self._account.changed, entry.kind, 1)
        return []

    def _judge(
        self, file: CsvFile, row: Row, merged: dict[str, Any], region: str, *, is_new: bool
    ) -> list[tuple[str, Reason]]:
        """The entry rules on the record as it would become."""
        known = {name: value for name, value in merged.items() if value is not None and name in fields(file.kind)}
        record: Record = msgspec.convert({"id": str(row.id), **known}, KINDS[file.kind])
        wrong = []
        is_dose = isinstance(record, Immunization)
        self._held.stand_in(region)
        for found in findings_around(record, region, self._held):
            if found.field == "merged_into_id" and self._links_within(record):
                continue
            if found.blocks and found.why.code not in _ONLY_BY_HAND:
                wrong.append((found.field, found.why))
            elif not is_dose:
                self._account.warnings.append(Problem(file.name, row.raw.line, found.field, found.why))
        if not wrong:
            self._held.remember(record, region, is_new=is_new)
            if isinstance(record, Immunization):
                self._doses.append((row.raw.line, record, region))
        return wrong

    def _around(self, dose: Immunization, region: str) -> list[Finding]:
        self._held.stand_in(region)
        return list(findings_around(dose, region, self._held))

    def _doubt_doses(self, file: CsvFile) -> None:
        """What is doubtful about a dose depends on rows further down: it is asked when the file is through. What two
        rows of it contradict is said of the later dose alone."""
        doubts = [
            (line, dose.person_id, found)
            for line, dose, region in self._doses
            for found in self._around(dose, region)
            if not found.blocks
        ]
        said: dict[UUID, list[Reason]] = {}
        for _, person, found in doubts:
            said.setdefault(person, []).append(found.why)
        for line, person, found in doubts:
            if not is_of_next(found) or found.why.params["why"] not in said[person]:
                self._account.warnings.append(Problem(file.name, line, found.field, found.why))
        self._doses = []

    def _links_within(self, record: Record) -> bool:
        """Whether a record is linked with another row of this folder, which may stand further down."""
        target = record.merged_into_id
        return target is not None and self._names.is_here(record.KIND, target)

    def _region(
        self, kind: str, record: UUID, merged: dict[str, Any], *, is_new: bool
    ) -> str | tuple[str, Reason] | None:
        """The region a row belongs to; the field and reason when it is none of this profile's; None when what it
        hangs on was refused itself."""
        column = DICTIONARY[kind].HANGS_ON
        value = merged.get(column)
        if value is None:
            return None
        held = self._held.region_of(kind, record) if not is_new else None
        if column.endswith("_code"):
            region: str | None = value
        else:
            parent = UUID(value)
            kinds = fields(kind)[column].spec.refers_to or (str(merged.get("about_kind")),)
            region = self._held.region_of(kinds[0], parent)
            if region is None:
                if parent in self._refused and not self._skip_bad:
                    return None
                return column, reason("rules.not_held", value=value, kind=Named(kinds[0]))
        assert region is not None
        if held is not None and held != region:
            return column, reason("rules.other_region", value=region, limit=held)
        if not is_covered(region, self._identity.regions):
            return column, reason("rules.outside_profile", value=region, limit=self._identity.regions)
        return region

    def _warn(self, file: CsvFile, raw: CsvRow, why: Reason) -> None:
        self._account.warnings.append(Problem(file.name, raw.line, "id", why))

    def _refuse(self, file: CsvFile, row: Row, wrong: list[tuple[str, Reason]]) -> None:
        self._refused.add(row.id)
        for column, why in wrong:
            about_refused = why.code == "rules.not_held" and _as_id(why.params["value"]) in self._refused
            if self._skip_bad or not about_refused:
                self._problem(file, row.raw, column, _by_its_name(row.raw, column, why))

    def _problem(self, file: CsvFile, raw: CsvRow, column: str, why: Reason) -> None:
        if why.code == "rules.not_an_id" and why.params["kind"] in self._unread and not self._skip_bad:
            return  # it stands in a file whose header was refused: thousands of lines would say nothing new
        self._account.problems.append(Problem(file.name, raw.line, column, why))

    def _count(self, counts: dict[str, int], kind: str, number: int) -> None:
        if number:
            counts[kind] = counts.get(kind, 0) + number


def _by_its_name(raw: CsvRow, column: str, why: Reason) -> Reason:
    """What a row points at is called in messages as in the file, not by an id just made."""
    if why.code == "rules.not_held" and column in raw.cells:
        return Reason(why.code, why.params | {"value": shown(raw.cells[column])})
    return why


def _as_id(value: object) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None

"""`kpm load`: takes an interchange folder in, whole or (with skip_bad) all its good rows, in one transaction."""

import dataclasses
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.commands.record_batch import RecordBatch
from kpm_desktop.db import heads, loaded, segments, settings
from kpm_desktop.db.journal import Clock, Entry, system_clock
from kpm_desktop.db.neighbours import Beside
from kpm_desktop.db.rows import as_json
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, Field, fields, required_fields
from kpm_desktop.domain.records.neighbours import findings_around
from kpm_desktop.domain.streams import covers
from kpm_desktop.exchange.cells import in_message, shown
from kpm_desktop.exchange.csv_folder import REJECTED, UNKNOWN, CsvFile, CsvRow, FolderWriter, Problem, open_folder
from kpm_desktop.exchange.row_names import RowNames
from kpm_desktop.exchange.row_values import NoValue, row_values

CHUNK = 500
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
    account = LoadAccount(problems=wrong)
    try:
        with store.writing() as tx:
            load = _Load(tx, account, skip_bad=skip_bad, clear_empty=clear_empty, clock=clock, progress=progress)
            with FolderWriter(folder / REJECTED) if skip_bad else _nowhere() as rejected:
                load.run(files, rejected)
            if account.problems and not skip_bad:
                raise _NothingStored
    except _NothingStored:
        account.stored = False
    return account


class _nowhere:
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


@dataclass(slots=True)
class _Row:
    """A row on its way: what it is called, what it says, what it said last time."""

    raw: CsvRow
    id: UUID
    name: str
    values: dict[str, Any]


class _Load:
    """One run over all files: first every row gets its id, then every row is checked and written."""

    def __init__(
        self,
        tx: Transaction,
        account: LoadAccount,
        *,
        skip_bad: bool,
        clear_empty: bool,
        clock: Clock,
        progress: Progress,
    ) -> None:
        self._tx = tx
        self._account = account
        self._skip_bad = skip_bad
        self._clear_empty = clear_empty
        self._progress = progress
        self._identity = settings.read_identity(tx)
        self._held = Beside(tx, clock().date())
        self._batch = RecordBatch(tx, self._identity, clock)
        self._names = RowNames(lambda kind: loaded.refs(tx, kind))
        self._refused: set[UUID] = set()
        self._unread: set[str] = set()

    def run(self, files: list[CsvFile], rejected: FolderWriter | None) -> None:
        usable = [(file, columns) for file in files if (columns := self._columns(file))]
        self._unread = {file.kind for file in files} - {file.kind for file, _ in usable}
        for file, _ in usable:
            for row in file.rows():
                if row.wrong is None:
                    self._names.claim(file.kind, row.cells)
        for file, columns in usable:
            self._load_file(file, columns, rejected)
        self._batch.flush()

    def _columns(self, file: CsvFile) -> list[str]:
        columns, wrong = file.header()
        self._account.problems += wrong
        return columns

    def _load_file(self, file: CsvFile, columns: list[str], rejected: FolderWriter | None) -> None:
        done = 0
        rows = self._in_order(file.kind, file.rows())
        while chunk := list(itertools.islice(rows, CHUNK)):
            for bad in self._load_chunk(file, columns, chunk):
                self._account.rejected += 1
                if rejected is not None:
                    rejected.write(file.kind, columns, bad.raw)
            done += len(chunk)
            self._progress(file.name, done)

    def _in_order(self, kind: str, rows: Iterator[CsvRow]) -> Iterator[CsvRow]:
        """The rows, each after those of its file that it points at (a child may stand above its mother)."""
        if not self._names.points_inward(kind):
            yield from rows
            return
        passed: set[UUID] = set()
        waiting = []
        for row in rows:
            if self._passes(kind, row, passed):
                yield row
            else:
                waiting.append(row)
        while waiting:
            still = []
            for row in waiting:
                if self._passes(kind, row, passed):
                    yield row
                else:
                    still.append(row)
            if len(still) == len(waiting):
                yield from (dataclasses.replace(row, wrong=(UNKNOWN, reason("load.circle"))) for row in still)
                return
            waiting = still

    def _passes(self, kind: str, row: CsvRow, passed: set[UUID]) -> bool:
        """Whether nothing a row points at is still to come; then it counts as passed itself."""
        known = self._names.name_of(kind, row.cells) if row.wrong is None else None
        if not isinstance(known, tuple):
            return True
        if not self._names.points_at(kind, row.cells) <= {*passed, known[1]}:
            return False
        passed.add(known[1])
        return True

    def _load_chunk(self, file: CsvFile, columns: list[str], chunk: list[CsvRow]) -> Iterator[CsvRow]:
        """Writes the good rows of a chunk and gives the bad ones."""
        read = [(raw, self._read(file, columns, raw)) for raw in chunk]
        good = [row for _, row in read if row is not None]
        before = loaded.cells(self._tx, file.kind, [row.name for row in good]) if good else {}
        differing = [row for row in good if not _is_known(row.values, before.get(row.name))]
        states = self._states(file.kind, differing)
        kept = []
        for row in differing:
            if self._take(file, row, before.get(row.name, {}), states.get(row.id, {})):
                kept.append((file.kind, row.name, row.id.bytes, as_json(before.get(row.name, {}) | row.values)))
        loaded.keep(self._tx, kept)
        self._count(self._account.unchanged, file.kind, len(good) - len(differing))
        taken = {name for _, name, *_ in kept}
        bad = {id(row.raw) for row in differing if row.name not in taken}
        yield from (raw for raw, row in read if row is None or id(raw) in bad)

    def _read(self, file: CsvFile, columns: list[str], raw: CsvRow) -> _Row | None:
        """A row with its id and JSON values, or None with its problems noted."""
        if raw.wrong is not None:
            self._problem(file, raw, *raw.wrong)
            return None
        known = self._names.name_of(file.kind, raw.cells)
        values, wrong = row_values(file.kind, raw.cells, self._names)
        for column, why in wrong:
            self._problem(file, raw, column, why)
        if isinstance(known, Reason):
            told = known.code == "load.no_key" and any(column in DICTIONARY[file.kind].KEY for column, _ in wrong)
            if not told:
                self._problem(file, raw, "id", known)
            return None
        name, record = known
        if self._clear_empty:
            empty = (c for c in columns if c != "id" and c not in raw.cells and c in fields(file.kind))
            values |= dict.fromkeys(empty)
        if wrong:
            self._refused.add(record)
            return None
        return _Row(raw, record, name, values)

    def _states(self, kind: str, rows: list[_Row]) -> dict[UUID, heads.States]:
        self._held.look_up(kind, [row.id for row in rows])
        by_region: dict[str, list[bytes]] = {}
        for row in rows:
            region = self._held.region_of(kind, row.id)
            if region is not None:
                by_region.setdefault(region, []).append(row.id.bytes)
        return {
            UUID(bytes=record): states
            for region, records in by_region.items()
            for record, states in heads.states_of(self._tx, kind, segments.region_no(self._tx, region), records)
        }

    def _take(self, file: CsvFile, row: _Row, before: dict[str, Any], states: heads.States) -> bool:
        """Checks a row against what is held and writes what it changes; False when it cannot be taken."""
        current = heads.shown(states)
        changes, wrong = _changes(fields(file.kind), row.values, before, current, states)
        merged = {**current, **changes}
        wrong += [(name, reason("rules.missing")) for name in required_fields(file.kind) if merged.get(name) is None]
        region = self._region(file.kind, row.id, merged, is_new=not states)
        if isinstance(region, tuple):
            wrong.append(region)
        if not wrong and changes and isinstance(region, str):
            wrong = self._judge(file, row, merged, region, is_new=not states)
        if wrong or not isinstance(region, str):
            self._refuse(file, row, wrong)
            return False
        if changes:
            base = {name: states[name].base for name in changes if name in states}
            self._batch.add(Entry(region, file.kind, row.id, changes, base), is_new=not states)
            self._count(self._account.changed if states else self._account.new, file.kind, 1)
        else:
            self._count(self._account.unchanged, file.kind, 1)
        return True

    def _judge(
        self, file: CsvFile, row: _Row, merged: dict[str, Any], region: str, *, is_new: bool
    ) -> list[tuple[str, Reason]]:
        """The entry rules on the record as it would become."""
        known = {name: value for name, value in merged.items() if value is not None and name in fields(file.kind)}
        record: Record = msgspec.convert({"id": str(row.id), **known}, KINDS[file.kind])
        wrong = []
        for found in findings_around(record, region, self._held):
            if found.field == "merged_into_id" and self._links_within(record):
                continue
            if found.blocks:
                wrong.append((found.field, found.why))
            else:
                self._account.warnings.append(Problem(file.name, row.raw.line, found.field, found.why))
        if not wrong:
            self._held.remember(record, region, is_new=is_new)
        return wrong

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
                return column, reason("rules.not_held", value=value, kind=kinds[0])
        assert region is not None
        if held is not None and held != region:
            return column, reason("rules.other_region", value=region, limit=held)
        if not any(covers(code, region) for code in self._identity.regions):
            return column, reason("rules.outside_profile", value=region, limit=self._identity.regions)
        return region

    def _refuse(self, file: CsvFile, row: _Row, wrong: list[tuple[str, Reason]]) -> None:
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


def _is_known(values: dict[str, Any], before: dict[str, Any] | None) -> bool:
    """Whether a row says nothing the loader did not write last time; cells it leaves empty say nothing."""
    return before is not None and all(name in before and before[name] == value for name, value in values.items())


def _as_id(value: object) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None


def _changes(
    declared: dict[str, Field],
    wanted: dict[str, Any],
    before: dict[str, Any],
    current: dict[str, Any],
    states: heads.States,
) -> tuple[dict[str, Any], list[tuple[str, Reason]]]:
    """What a row changes. An unchanged cell never overwrites a later edit; a changed one against an edited value
    is reported."""
    changes: dict[str, Any] = {}
    wrong: list[tuple[str, Reason]] = []
    for name, value in wanted.items():
        now, last = current.get(name), before.get(name, NoValue)
        if value == now or (last is not NoValue and value == last):
            continue
        if name in states and states[name].in_conflict:
            wrong.append((name, reason("rules.in_conflict")))
        elif now is not None and now != last:
            old, new = in_message(declared[name], now), in_message(declared[name], value)
            wrong.append((name, reason("rules.edited_since", value=new, limit=old)))
        else:
            changes[name] = value
    return changes, wrong

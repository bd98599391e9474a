"""The interchange folder: one UTF-8 CSV per kind, read row by row and written whole or not at all."""

import contextlib
import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from kpm_desktop.db.files import begin_beside, explaining, reading, sync_folder, take_name
from kpm_desktop.domain.errors import Reason, Refused, coded, reason, refused
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.tidy import bare, tidy_line
from kpm_desktop.exchange.cells import HIDDEN
from kpm_desktop.exchange.formulas import as_it_was, without_formula

if TYPE_CHECKING:
    from _csv import Writer

REJECTED = "rejected"
#: More than any row takes, in characters.
LONGEST_ROW = 1024 * 1024
#: Stands for the field where none is to blame.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row or file that cannot be taken: where, which field, why."""

    file: str
    line: int
    field: str
    why: Reason

    def spoken(self) -> Reason:
        """`file:line: field: reason`, columns by the names they have in the file."""
        return reason("load.problem", file=self.file, line=self.line, field=self.field, why=coded(self.why))


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: the line it begins on, its cells that are not empty, by column, and all its cells as they stand.

    wrong: why it is no row of this table, as (column, reason).
    """

    line: int
    cells: dict[str, str]
    raw: list[str]
    wrong: tuple[str, Reason] | None = None


class CsvFile:
    """One kind's file. `rows()` reads it from the start each time, so that a file of any size fits."""

    def __init__(self, kind: str, path: Path) -> None:
        self.kind = kind
        self.path = path
        self.name = path.name

    def header(self) -> tuple[list[str], list[Problem]]:
        """The columns, none where the file cannot be used at all, and what is wrong with them."""
        for line, cells, broken in self._raw():
            if broken is not None:
                return [], [Problem(self.name, line, UNKNOWN, broken)]
            if (spoiled := _spoiled(cells)) is not None:
                return [], [Problem(self.name, line, UNKNOWN, spoiled[1])]
            if not is_blank(cells):
                return self._checked_header(line, _names(cells))
        return [], [Problem(self.name, 1, UNKNOWN, reason("load.no_header"))]

    def _checked_header(self, line: int, cells: list[str]) -> tuple[list[str], list[Problem]]:
        known = {"id", *fields(self.kind)}
        if not known.intersection(cells):
            return [], [Problem(self.name, line, UNKNOWN, _no_header(cells))]
        wrong = [
            Problem(self.name, line, _column(name), reason("load.unknown_column", kind=self.kind))
            for name in cells
            if name and name not in known
        ]
        wrong += self._unnamed(cells)
        doubled = sorted({name for name in cells if name in known and cells.count(name) > 1})
        wrong += [Problem(self.name, line, name, reason("load.doubled_column")) for name in doubled]
        return ([] if doubled else cells), wrong

    def _unnamed(self, columns: list[str]) -> list[Problem]:
        """The columns without a name that hold something, each at the first line where they do; one that holds nothing
        is what a spreadsheet leaves behind."""
        looked_for = {at for at, name in enumerate(columns) if not name}
        found = []
        for line, cells, broken in self._raw() if looked_for else ():
            told = cells if broken is None else ()
            filled = {at for at, cell in enumerate(told) if at in looked_for and not is_blank([cell])}
            looked_for -= filled
            for at in sorted(filled):
                why = reason("load.unnamed_column", number=at + 1, letter=column_letter(at))
                found.append(Problem(self.name, line, column_letter(at), why))
        return found

    def rows(self) -> Iterator[CsvRow]:
        """Its rows, those among them that are no rows of this table with their reason; blank lines are left out, also
        those of nothing but commas."""
        columns: list[str] | None = None
        for line, cells, broken in self._raw():
            if broken is not None:
                yield CsvRow(line, {}, cells, (UNKNOWN, broken))
            elif columns is None and not is_blank(cells):
                columns = _names(cells)
            elif (spoiled := _spoiled(cells)) is not None:
                at, why = spoiled
                yield CsvRow(line, {}, cells, (_column(columns[at]) if columns and at < len(columns) else UNKNOWN, why))
            elif is_blank(cells) or columns is None:
                continue
            else:
                yield _row(self.kind, line, columns, cells)

    def _raw(self) -> Iterator[tuple[int, list[str], Reason | None]]:
        """Each row with the line it begins on, and why it is none where its quotes do not hold together."""
        with (
            reading(self.path) as raw,
            io.TextIOWrapper(raw, encoding="utf-8-sig", errors="surrogateescape", newline="") as file,
        ):
            lines = RowLines(file)
            reader = csv.reader(lines, strict=True)
            while True:
                begins = reader.line_num + 1
                lines.begin()
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except EndlessRow:
                    yield begins, [], reason("load.endless_row", limit=LONGEST_ROW)
                    return
                except csv.Error as failure:
                    yield begins, ["".join(lines.read).rstrip("\r\n")], _broken(failure)
                else:
                    yield begins, [as_it_was(cell).strip() for cell in cells], None


class EndlessRow(Exception):
    """A row, or a line, that is longer than any row of a table: it is not read to its end."""


class RowLines:
    """The lines of a table as they are asked for; `EndlessRow` where those of one row come to more than any row takes.
    read: those of the row that is being read."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._left = LONGEST_ROW
        self.read: list[str] = []

    def begin(self) -> None:
        """Another row begins."""
        self._left = LONGEST_ROW
        self.read.clear()

    def __iter__(self) -> "RowLines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(self._left + 1)
        if not line:
            raise StopIteration
        if len(line) > self._left:
            raise EndlessRow
        self._left -= len(line)
        self.read.append(line)
        return line


def _broken(failure: csv.Error) -> Reason:
    if "field limit" in str(failure):
        return reason("load.endless_cell", limit=csv.field_size_limit())
    return reason("load.not_csv")


def _spoiled(cells: Sequence[str]) -> tuple[int, Reason] | None:
    """The first cell that no table holds, and why: bytes that are no UTF-8, or a NUL, as in a file that was being
    written when the power went."""
    if "".join(cells).isprintable():
        return None
    for at, cell in enumerate(cells):
        if not _is_utf8(cell):
            return at, reason("load.not_utf8")
        if "\0" in cell:
            return at, reason("load.nul")
    return None


def _no_header(cells: list[str]) -> Reason:
    text = ",".join(cells)
    for mark, name in ((";", ";"), ("\t", "Tab")):
        if mark in text:
            return reason("load.other_separator", mark=name)
    return reason("load.no_known_column")


def _names(cells: list[str]) -> list[str]:
    """The column names of a header; a column whose name nobody sees has none."""
    return [bare(cell) for cell in cells]


def _row(kind: str, line: int, columns: list[str], raw: list[str]) -> CsvRow:
    cells = raw if len(raw) == len(columns) else _as_long_as(columns, raw)
    if len(cells) != len(columns):
        why = reason("load.wrong_length", count=len(cells), limit=len(columns))
        return CsvRow(line, {}, raw, (UNKNOWN, why))
    names = _naming(kind)
    text = "".join(cells)
    is_plain = text.isascii() and text.isprintable()
    said = {
        name: tidy_line(cell) if name in names else cell
        for name, cell in zip(columns, cells, strict=True)
        if name and cell and (is_plain or bare(cell))
    }
    return CsvRow(line, said, raw)


def _as_long_as(columns: list[str], cells: list[str]) -> list[str]:
    """The cells without blank ones behind the last column, and with those a spreadsheet leaves out under columns that
    have no name."""
    while len(cells) > len(columns) and is_blank(cells[-1:]):
        cells = cells[:-1]
    missing = columns[len(cells) :]
    return cells if any(missing) else [*cells, *missing]


@cache
def _naming(kind: str) -> frozenset[str]:
    """The columns whose cells name a row, this one or another."""
    forms = ("reference", "references")
    return frozenset({"id", "ref", *(f.name for f in fields(kind).values() if f.spec.form in forms)})


def is_blank(cells: Iterable[str]) -> bool:
    """Whether nobody sees anything in these cells."""
    return all(not (cell and bare(cell)) for cell in cells)


def column_letter(at: int) -> str:
    """What a spreadsheet calls the column that stands at this place, from 0: A, B, … Z, AA."""
    return (column_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _column(name: str) -> str:
    """What a header calls a column, if it looks like a name of one."""
    return name if re.fullmatch(r"[^\W\d]\w{0,39}", name) else HIDDEN


def _is_utf8(text: str) -> bool:
    """Whether no byte of it had to be kept as a lone surrogate."""
    return not any("\udc80" <= letter <= "\udcff" for letter in text)


def open_folder(folder: Path) -> tuple[list[CsvFile], list[Problem]]:
    """The files of an interchange folder in the order of the dictionary; refused where there is none."""
    with explaining(folder):
        if not folder.is_dir():
            raise refused("load.no_folder", path=folder)
        names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".csv")
    known = {f"{kind}.csv": kind for kind in DICTIONARY}
    wrong = [Problem(name, 1, UNKNOWN, reason("load.unknown_file")) for name in names if name not in known]
    files = [CsvFile(kind, folder / name) for name, kind in known.items() if name in names]
    if not files and not wrong:
        raise refused("load.empty_folder", path=folder)
    return files, wrong


class _LineFeeds:
    """Ends each row of a `csv.writer` with a line feed alone."""

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink

    def write(self, row: str) -> int:
        return self._sink.write(row[:-2] + "\n")


def table_writer(sink: TextIO) -> "Writer":
    """Writes rows as this program writes tables: line feeds between them, and in quotes whatever a reader could take
    for the end of one; a writer that is told to end rows with a line feed forgets the lone carriage return."""
    return csv.writer(_LineFeeds(sink), lineterminator="\r\n")


class FolderWriter:
    """Writes tables, and files of lines beside them, into a folder that is made when first written to; all are whole
    under their names or none is there. over: what it wrote there before is replaced; else nothing is."""

    def __init__(self, folder: Path, *, over: bool) -> None:
        self._folder, self._over = folder, over
        self._files: dict[str, TextIO] = {}
        self._parts: dict[str, Path] = {}
        self._tables: dict[str, Writer] = {}

    def __enter__(self) -> "FolderWriter":
        return self

    def write(self, kind: str, columns: Sequence[str], cells: Iterable[str]) -> None:
        """Adds one row to a kind's table, begun when first written to."""
        with explaining(self._folder):
            if kind not in self._tables:
                self._tables[kind] = table_writer(self._begin(f"{kind}.csv"))
                self._tables[kind].writerow(columns)
            self._tables[kind].writerow(map(without_formula, cells))

    def write_line(self, name: str, line: str) -> None:
        """Adds a line, its end included, to a file of this name."""
        with explaining(self._folder):
            file = self._files.get(name) or self._begin(name)
            file.write(line)

    def _begin(self, name: str) -> TextIO:
        self._folder.mkdir(exist_ok=True)
        part = self._parts[name] = begin_beside(self._folder / name)
        file = self._files[name] = part.open("w", encoding="utf-8", errors="surrogateescape", newline="")
        return file

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._files:
                with explaining(self._folder):
                    self._finish()
        finally:
            for file in self._files.values():
                with contextlib.suppress(OSError):
                    file.close()
            for part in self._parts.values():
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)

    def _finish(self) -> None:
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
            file.close()
        new: list[Path] = []
        try:
            for name in self._files:
                target = self._folder / name
                if not self._over:
                    take_name(self._parts[name], target)
                    new.append(target)
                    continue
                if not target.exists():
                    new.append(target)
                self._parts[name].replace(target)
            sync_folder(self._folder)
        except (OSError, Refused):
            for target in new:
                with contextlib.suppress(OSError):
                    target.unlink(missing_ok=True)
            raise

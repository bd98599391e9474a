"""The interchange folder: one UTF-8 CSV per kind, read row by row and written whole or not at all."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from kpm_desktop.db.files import explaining
from kpm_desktop.domain.errors import Reason, reason, refused
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields

REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row or file that cannot be taken: where, which field, why."""

    file: str
    line: int
    field: str
    why: Reason

    def spoken(self) -> Reason:
        """`file:line: field: reason`."""
        return reason("load.problem", file=self.file, line=self.line, field=self.field, why=self.why)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: the line it begins on and its cells that are not empty, by column."""

    line: int
    cells: dict[str, str]


class CsvFile:
    """One kind's file. `rows()` reads it from the start each time, so that a file of any size fits."""

    def __init__(self, kind: str, path: Path) -> None:
        self.kind = kind
        self.path = path
        self.name = path.name

    def header(self) -> tuple[list[str], list[Problem]]:
        """The columns, and what is wrong with them."""
        try:
            return self._checked_header()
        except (UnicodeDecodeError, csv.Error):
            return [], []  # rows() names the line

    def _checked_header(self) -> tuple[list[str], list[Problem]]:
        for line, cells in self._raw():
            known = {"id", *fields(self.kind)}
            wrong = [
                Problem(self.name, line, name or "?", reason("load.unknown_column", kind=self.kind))
                for name in cells
                if name not in known
            ]
            doubled = sorted({name for name in cells if cells.count(name) > 1})
            wrong += [Problem(self.name, line, name, reason("load.doubled_column")) for name in doubled]
            return cells, wrong
        return [], [Problem(self.name, 1, "?", reason("load.no_header"))]

    def rows(self, problems: list[Problem]) -> Iterator[CsvRow]:
        """Its rows; rows that are not rows of this table are added to `problems` and left out."""
        columns: list[str] | None = None
        try:
            for line, cells in self._raw():
                if columns is None:
                    columns = cells
                elif len(cells) > len(columns) or len(cells) < len(columns):
                    if any(cells):
                        why = reason("load.wrong_length", count=len(cells), limit=len(columns))
                        problems.append(Problem(self.name, line, "?", why))
                else:
                    yield CsvRow(line, {n: c for n, c in zip(columns, cells, strict=True) if c})
        except UnicodeDecodeError:
            problems.append(Problem(self.name, _first_bad_line(self.path), "?", reason("load.not_utf8")))
        except csv.Error as failure:
            problems.append(Problem(self.name, 0, "?", reason("load.not_csv", why=str(failure))))

    def _raw(self) -> Iterator[tuple[int, list[str]]]:
        with explaining(self.path), self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            begins = 1
            for cells in reader:
                yield begins, [cell.strip() for cell in cells]
                begins = reader.line_num + 1


def _first_bad_line(path: Path) -> int:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 0


def open_folder(folder: Path) -> tuple[list[CsvFile], list[Problem]]:
    """The files of an interchange folder in the order of the dictionary; refused where there is none."""
    if not folder.is_dir():
        raise refused("load.no_folder", path=folder)
    with explaining(folder):
        names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".csv" and path.is_file())
    known = {f"{kind}.csv": kind for kind in DICTIONARY}
    wrong = [Problem(name, 1, "?", reason("load.unknown_file")) for name in names if name not in known]
    files = [CsvFile(kind, folder / name) for name, kind in known.items() if name in names]
    if not files and not wrong:
        raise refused("load.empty_folder", path=folder)
    return files, wrong


class FolderWriter:
    """Writes tables into a folder; each is whole under its name or not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._open: dict[str, Any] = {}
        self._parts: dict[str, Path] = {}

    def __enter__(self) -> "FolderWriter":
        with explaining(self._folder):
            self._folder.mkdir(exist_ok=True)
        return self

    def write(self, kind: str, columns: Sequence[str], cells: Iterable[str]) -> None:
        """Adds one row to a kind's table, begun when first written to."""
        with explaining(self._folder):
            if kind not in self._open:
                self._parts[kind] = self._folder / f"{kind}.csv.part"
                file = self._stack.enter_context(self._parts[kind].open("w", encoding="utf-8", newline=""))
                self._open[kind] = csv.writer(file, lineterminator="\n")
                self._open[kind].writerow(columns)
            self._open[kind].writerow(cells)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        with explaining(self._folder):
            self._stack.close()
            for name, part in self._parts.items():
                if kind is None:
                    part.replace(self._folder / f"{name}.csv")
                else:
                    part.unlink(missing_ok=True)

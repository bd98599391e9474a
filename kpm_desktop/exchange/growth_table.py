"""A table of children for `kpm growth`, read block by block, so that a file of any size fits."""

import contextlib
import csv
import io
import itertools
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from kpm_desktop.db.files import explained, explaining, reading_named
from kpm_desktop.domain.errors import Reason, Refused, reason, refused
from kpm_desktop.domain.records.tidy import bare
from kpm_desktop.exchange.csv_folder import LONGEST_ROW, EndlessRow, RowLines, is_blank

#: Named as WHO's reference sample names them. Without the first four a file is not such a table.
REQUIRED = ("sex", "age_days", "weight", "lenhei")
OPTIONAL = ("measure", "headc", "muac", "oedema")
GESTATION, MONTHS = "gestation_weeks", "age_months"


class Row(NamedTuple):
    """A row that is not empty, and the line of the file it begins on."""

    line: int
    cells: list[str]


class Problem(NamedTuple):
    """A cell or row without its z-scores. `refused`: it is wrong, not only empty."""

    line: int
    column: str
    why: Reason
    refused: bool = True


class GrowthTable:
    """An open CSV file: UTF-8, comma-separated, a first row of column names. Use it in a `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open = contextlib.ExitStack()
        with explaining(path):
            opened = self._open.enter_context(reading_named(path))
            self._file = io.TextIOWrapper(opened, encoding="utf-8-sig", newline="")
            self._size = os.fstat(self._file.fileno()).st_size
        self._lines = RowLines(self._file)
        self._reader = csv.reader(self._lines, strict=True)
        self._rows = self._read()
        try:
            first = next(self._rows, None)
            if first is None:
                raise self.refusal(1, "?", reason("growth.no_header"))
            self.header = first.cells
            self._columns = self._known(first)
        except Refused:
            self.close()
            raise

    def __enter__(self) -> "GrowthTable":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file, which may then be replaced."""
        self._file.close()
        self._open.close()

    def place(self, column: str) -> int | None:
        """Where a known column stands; None when the file does not have it."""
        return self._columns.get(column)

    def blocks(self, size: int) -> Iterator[list[Row]]:
        """Its rows, at most `size` at a time. Raises Refused when the file cannot be read on."""
        while block := list(itertools.islice(self._rows, size)):
            yield block

    def percent_read(self) -> int | None:
        """How much of the file has been read; None when that cannot be told (a pipe)."""
        return min(100, self._file.buffer.tell() * 100 // self._size) if self._size else None

    def refusal(self, line: int, column: str, why: Reason) -> Refused:
        """A refusal that names the place."""
        return refused("growth.cell", file=self.path, line=line, column=column, why=why)

    def _read(self) -> Iterator[Row]:
        line = 1
        try:
            for cells in self._reader:
                self._lines.begin()
                if not is_blank(cells):
                    yield Row(line, cells)
                line = self._reader.line_num + 1
        except UnicodeDecodeError:
            raise self.refusal(_first_bad_line(self.path, line), "?", reason("growth.not_utf8")) from None
        except EndlessRow:
            raise self.refusal(line, "?", reason("load.endless_row", limit=LONGEST_ROW)) from None
        except csv.Error as failure:
            raise self.refusal(line, "?", reason("growth.not_csv", why=str(failure))) from None
        except OSError as failure:
            raise explained(failure, self.path) from failure

    def _known(self, first: Row) -> dict[str, int]:
        names = [bare(cell).lower() for cell in first.cells]
        known = (*REQUIRED, *OPTIONAL, GESTATION, MONTHS)
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            raise self._missing(first, missing)
        for name in known:
            if names.count(name) > 1:
                raise self.refusal(first.line, name, reason("growth.doubled_column"))
        return {name: names.index(name) for name in known if name in names}

    def _missing(self, first: Row, names: list[str]) -> Refused:
        separator = next((mark for mark in (";", "\t") if len(first.cells) == 1 and mark in first.cells[0]), None)
        if separator:
            return self.refusal(first.line, "?", reason("growth.other_separator", mark=separator.replace("\t", "TAB")))
        why = reason("growth.no_column")
        places = [reason("growth.cell", file=self.path, line=first.line, column=name, why=why) for name in names]
        return Refused(*places)


def _first_bad_line(path: Path, otherwise: int) -> int:
    """The text layer decodes ahead of the rows, so the bytes themselves are asked; a pipe cannot be read again."""
    if not path.is_file():
        return otherwise
    with path.open("rb") as file:
        for line, text in enumerate(iter(partial(file.readline, LONGEST_ROW), b""), 1):
            try:
                text.decode()
            except UnicodeDecodeError:
                return line
    return otherwise

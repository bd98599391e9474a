"""What `kpm dump` wrote, beside the tables it wrote: so that a corrected cell can be told from one that is only old.

The first line names the dump, every other one a record with the values of its cells (docs/decisions/0026). The tables
may be sorted, cut and saved again by a spreadsheet; this file is left alone.
"""

import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.db.files import explaining
from kpm_desktop.domain.change import within_limits
from kpm_desktop.domain.errors import reason
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.exchange.cells import render
from kpm_desktop.exchange.csv_folder import REJECTED, UNKNOWN, Problem, is_blank

NOTE = "dumped.jsonl"

Values = dict[str, Any]


class _Opening(msgspec.Struct, frozen=True):
    dump: str


class _Place(msgspec.Struct, frozen=True):
    kind: str
    id: UUID


class _Record(_Place, frozen=True):
    values: Values


def opening_line() -> str:
    """The first line of the note of a new dump."""
    return _line(_Opening(secrets.token_hex(8)))


def record_line(kind: str, record: UUID, values: Values) -> str:
    """The line of a record: the values its cells were made of."""
    return _line(_Record(kind, record, values))


def _line(what: msgspec.Struct) -> str:
    return msgspec.json.encode(what).decode() + "\n"


#: More than any record takes; a longer line is read in parts, which say nothing.
LONGEST = 4 * 1024 * 1024


class DumpNote:
    """The note of a folder, read where it is asked for: only the places of its lines are kept in memory.

    name: of the dump, empty where the folder is none. problem: what is wrong with the note; it then says nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.name, self.problem = "", None
        self._path = (folder.parent if folder.name == REJECTED else folder) / NOTE
        self._places: dict[tuple[str, UUID], int] = {}
        self.problem = self._read_places() if self._path.is_file() else None

    def _read_places(self) -> Problem | None:
        number = 1
        try:
            with explaining(self._path), self._path.open("rb") as file:
                self.name = msgspec.json.decode(file.readline(LONGEST), type=_Opening).dump
                while line := file.readline(LONGEST):
                    number += 1
                    found = msgspec.json.decode(line, type=_Record)
                    self._places[found.kind, found.id] = file.tell() - len(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            self.name = ""
            self._places.clear()
            return Problem(NOTE, number, UNKNOWN, reason("load.note_damaged"))
        return None

    def of(self, kind: str, records: Iterable[UUID]) -> Iterator[tuple[UUID, Values]]:
        """What was written of these records, of those among them that were."""
        places = [(record, self._places[kind, record]) for record in records if (kind, record) in self._places]
        if not places:
            return
        with explaining(self._path), self._path.open("rb") as file:
            for record, place in places:
                file.seek(place)
                yield record, msgspec.json.decode(file.readline(), type=_Record).values


def unchanged(kind: str, written: Mapping[str, Any], cells: Mapping[str, str], columns: Iterable[str]) -> Values:
    """The values of the cells that say what was written, exactly as they were: also a text no table would read back the
    same, and a choice this program does not know."""
    assert kind in DICTIONARY
    return {
        name: written[name]
        for name in columns
        if name in written and name in fields(kind) and _says(cells.get(name, ""), written[name])
        if within_limits(fields(kind)[name], written[name]) is None and _is_composed(written[name])
    }


def _says(cell: str, value: Any) -> bool:
    text = render(value).strip()
    return is_blank([cell]) if is_blank([text]) else cell in (text, tidy_line(text))


def _is_composed(value: Any) -> bool:
    return not isinstance(value, str) or unicodedata.is_normalized("NFC", value)

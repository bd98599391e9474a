"""`kpm dump`: every record as shown, as an interchange folder that `kpm load` reads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from kpm_desktop.db.files import explaining
from kpm_desktop.db.journal import heads
from kpm_desktop.db.queries import loaded
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.catalogue import ACCESS, DICTIONARY, fields
from kpm_desktop.exchange.cells import render
from kpm_desktop.exchange.csv_folder import FolderWriter
from kpm_desktop.exchange.dump_note import NOTE, opening_line, record_line


@dataclass(slots=True)
class Dumped:
    """Rows written per kind; fields in conflict, of which only the shown value is written; values of fields this
    program does not know, which have no column."""

    rows: dict[str, int] = field(default_factory=dict)
    conflicts: int = 0
    unknown: int = 0


def dump_folder(store: Store, folder: Path, *, progress: Callable[[int], None] = lambda rows: None) -> Dumped:
    """Writes one CSV per kind that has records, and beside them what each row says, so that a corrected folder can be
    loaded anywhere (docs/decisions/0026). Refused where a CSV file already lies in the folder."""
    with explaining(folder):
        if folder.is_dir() and any(folder.glob("*.csv")):
            raise refused("load.dump_not_empty", path=folder)
        folder.mkdir(exist_ok=True)
    dumped = Dumped()
    with store.reading() as tx, FolderWriter(folder, over=False) as writer:
        until = loaded.last_number(tx)
        writer.write_line(NOTE, opening_line())
        for count, (_, kind, record, _, states) in enumerate(heads.everything(tx), 1):
            if kind in DICTIONARY and states:
                columns = ("id", *fields(kind))
                values = {name: value for name, value in heads.shown(states).items() if value is not None}
                cells = [str(UUID(bytes=record)), *(render(values.get(name)) for name in fields(kind))]
                writer.write(kind, columns, cells)
                known = {name: value for name, value in values.items() if name in fields(kind)}
                writer.write_line(NOTE, record_line(kind, UUID(bytes=record), known))
                dumped.rows[kind] = dumped.rows.get(kind, 0) + 1
                dumped.conflicts += sum(state.in_conflict for state in states.values())
            if kind not in ACCESS:
                dumped.unknown += sum(kind not in DICTIONARY or name not in fields(kind) for name in states)
            if count % 1000 == 0:
                progress(count)
    with store.writing() as tx:
        loaded.keep_dumped(tx, until)
    return dumped

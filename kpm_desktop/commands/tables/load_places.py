"""Which region each row of an interchange folder belongs to; one whose id another village holds becomes a record of its
own."""

import itertools
from collections.abc import Callable, Iterable
from uuid import UUID

from kpm_desktop.db.queries.neighbours import Beside
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.identity import copied_id
from kpm_desktop.exchange.cells import BadCell, as_uuid, parse, shown
from kpm_desktop.exchange.csv_folder import CsvRow
from kpm_desktop.exchange.row_ids import Cells, RowIds

_CHUNK = 500


class Places:
    """Filled file by file in the order of the dictionary, so that what a row hangs on stands before it."""

    def __init__(self, held: Beside, names: RowIds) -> None:
        self._held, self._names = held, names
        self._regions: dict[tuple[str, UUID], str] = {}

    def claim(self, kind: str, rows: Iterable[CsvRow], say: Callable[[CsvRow, Reason], object]) -> None:
        """Gives the rows of a file their ids. say: told of each whose id another village holds."""
        good = (row for row in rows if row.wrong is None)
        while part := list(itertools.islice(good, _CHUNK)):
            given = [as_uuid(row.cells.get("id", "")) or self._names.named_before(kind, row.cells) for row in part]
            self._held.look_up(kind, [one for one in given if one is not None])
            for row, record in zip(part, given, strict=True):
                region = self._meant(kind, row.cells, record)
                held = self._held.places(kind, record) if record is not None and not DICTIONARY[kind].KEY else ()
                if record is not None and region and held and region not in held:
                    say(row, reason("load.copied", value=self._move(kind, row.cells, record, region), region=held[0]))
                claimed = self._names.claim(kind, row.cells)
                if claimed is not None:
                    self._regions[kind, claimed] = region

    def _move(self, kind: str, cells: Cells, record: UUID, region: str) -> str:
        """Lets a row be a record of its own; gives what the one of the other village is called in the file."""
        taken = copied_id(region, record)
        if "id" in cells:
            self._names.move(kind, record, taken)
            return str(record)
        self._names.move_named(kind, cells["ref"], taken)
        return shown(cells["ref"])

    def of(self, kind: str, record: UUID) -> str:
        """The region of a row, by its id; "" where its cells do not tell and no region, or several, hold it."""
        return self._regions.get((kind, record), "")

    def _meant(self, kind: str, cells: Cells, record: UUID | None) -> str:
        """Where the row says that it belongs; else where it is held, if that is one region."""
        column = DICTIONARY[kind].HANGS_ON
        text = cells.get(column)
        if text is None:
            return self._sole(kind, record)
        if column.endswith("_code"):
            try:
                return str(parse(fields(kind)[column], text))
            except BadCell:
                return ""
        above = self._names.kind_named(kind, column, cells)
        owner = self._names.resolve(above, text)
        return (self._regions.get((above, owner), "") if owner is not None else "") or self._sole(above, owner)

    def _sole(self, kind: str, record: UUID | None) -> str:
        held = self._held.places(kind, record) if record is not None else ()
        return held[0] if len(held) == 1 else ""

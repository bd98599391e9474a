"""Writing many records in one transaction: changes to the journal, rows beside them, in blocks of bounded size."""

from kpm_desktop.commands.records.own_standing import set_own_aside, stopped_in
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.journal import Clock, Entry, Writer
from kpm_desktop.db.journal.rows import Columns, from_plain
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction

BLOCK = 5000


class RecordBatch:
    """Collects entries, stores them block by block. A record that is new takes the fast path."""

    def __init__(self, tx: Transaction, identity: Identity, clock: Clock) -> None:
        self._tx, self._identity = tx, identity
        self._stopped = stopped_in(tx, identity)
        self._writer = Writer(tx, identity, clock)
        self._rows: dict[str, list[Columns]] = {}
        self._touched: dict[tuple[str, int], dict[bytes, None]] = {}
        self._waiting = 0

    def add(self, entry: Entry, *, is_new: bool) -> None:
        """Takes one change; `is_new` says that nothing of the record is held yet."""
        region = self._writer.add(entry)
        if is_new:
            values = from_plain(entry.kind)(entry.values)
            self._rows.setdefault(entry.kind, []).append((region, entry.id.bytes, None, *values))
        else:
            self._touched.setdefault((entry.kind, region), {})[entry.id.bytes] = None
        self._waiting += 1
        if self._waiting >= BLOCK:
            self.flush()

    def flush(self) -> None:
        """Stores what was collected."""
        self._writer.flush()
        for kind, rows in self._rows.items():
            heads.insert_rows(self._tx, kind, rows)
        for (kind, region), records in self._touched.items():
            heads.refresh(self._tx, kind, region, list(records))
        if self._stopped and self._waiting:
            set_own_aside(self._tx, self._identity, self._stopped)
        self._rows.clear()
        self._touched.clear()
        self._waiting = 0

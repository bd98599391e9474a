"""What the records of an interchange file's rows say now, what they said at the last dump, and what they ever said."""

from typing import Any
from uuid import UUID

from kpm_desktop.commands.tables.load_row import Row
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.queries import history, loaded
from kpm_desktop.db.queries.neighbours import Beside
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.merging.merge import Write
from kpm_desktop.domain.records.catalogue import fields


class Past:
    """Asked for the rows of one kind at a time; a record that is not held has no past."""

    def __init__(self, tx: Transaction, held: Beside) -> None:
        self._tx, self._held = tx, held

    def states(self, kind: str, rows: list[Row], *, until: int | None = None) -> dict[UUID, heads.States]:
        """Their merged state, from all changes or from those held until a number of the journal."""
        return {
            UUID(bytes=record): states
            for region_no, records in self._by_region(kind, rows).items()
            for record, states in heads.states_of(
                self._tx, kind, region_no, [one.bytes for one in records], until=until
            )
        }

    def dumped(self, kind: str, rows: list[Row]) -> dict[UUID, dict[str, Any]]:
        """What these records said when this profile was last dumped."""
        until = loaded.dumped_until(self._tx)
        if until is None:
            return {}
        then = self.states(kind, rows, until=until)
        nothing = dict.fromkeys(fields(kind))
        return {record: nothing | heads.shown(states) for record, states in then.items()}

    def earlier(self, kind: str, rows: list[Row]) -> dict[UUID, dict[str, list[Any]]]:
        """All these records ever said, by field; None where a field was left open when its record was made."""
        written: dict[UUID, list[Write]] = {}
        for region_no, records in self._by_region(kind, rows).items():
            for change in history.changes_of(self._tx, region_no, {kind: records}):
                written.setdefault(change.record, []).append(change.write)
        return {record: _said(kind, writes) for record, writes in written.items()}

    def _by_region(self, kind: str, rows: list[Row]) -> dict[int, list[UUID]]:
        """The records of rows that are held already, by the number of their region."""
        self._held.look_up(kind, [row.id for row in rows])
        found: dict[str, list[UUID]] = {}
        for row in rows:
            if row.region in self._held.places(kind, row.id):
                found.setdefault(row.region, []).append(row.id)
        return {segments.region_no(self._tx, region): records for region, records in found.items()}


def _said(kind: str, writes: list[Write]) -> dict[str, list[Any]]:
    first = min(writes, key=lambda one: one.age)
    said: dict[str, list[Any]] = {name: [None] for name in fields(kind) if name not in first.values}
    for write in writes:
        for name, value in write.values.items():
            said.setdefault(name, []).append(value)
    return said

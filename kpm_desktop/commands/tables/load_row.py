"""A row of an interchange file on its way into the journal: what it changes of a record, and what it leaves alone."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kpm_desktop.db.journal import heads
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.catalogue import Field
from kpm_desktop.exchange.cells import in_message
from kpm_desktop.exchange.csv_folder import CsvRow
from kpm_desktop.exchange.row_values import NoValue


@dataclass(slots=True)
class Row:
    """A row on its way: what it is called, its region as far as that is told, what it says, and what was written of it
    when its folder was dumped, None where that is not known."""

    raw: CsvRow
    id: UUID
    name: str
    region: str
    values: dict[str, Any]
    written: dict[str, Any] | None

    @property
    def stands_alone(self) -> bool:
        """Whether it is called by an id, yet the note of a dump is not with it: a table that was saved elsewhere."""
        return self.written is None and "id" in self.raw.cells

    def says_nothing_after(self, before: dict[str, Any] | None) -> bool:
        """Whether the loader wrote all of it last time. A dumped row is always looked at: here it may not have come."""
        return self.written is None and _is_known(self.values, before)

    def last(self, loaded: dict[str, Any] | None) -> dict[str, Any]:
        """What its cells said before anybody corrected them: when loaded last, else when dumped."""
        if self.written is None:
            return loaded or {}
        return dict.fromkeys(self.values) | self.written | (loaded or {})


def _is_known(values: dict[str, Any], before: dict[str, Any] | None) -> bool:
    """Whether a row says nothing the loader did not write last time; cells it leaves empty say nothing."""
    return before is not None and all(name in before and before[name] == value for name, value in values.items())


def changes_of(
    declared: dict[str, Field],
    row: Row,
    before: dict[str, Any],
    states: heads.States,
    earlier: dict[str, list[Any]],
) -> tuple[dict[str, Any], list[tuple[str, Reason]]]:
    """What a row changes. An unchanged cell never overwrites a later edit, and fills a field only where nothing of it
    has come; a changed one against an edited value is reported, and so is one of which nobody knows what it changes.

    earlier: what the record said before, by field, where the row may be an old copy of it: a cell that says that again
    may come from before the edit."""
    changes: dict[str, Any] = {}
    wrong: list[tuple[str, Reason]] = []
    current = heads.shown(states)
    for name, value in row.values.items():
        now, last = current.get(name), before.get(name, NoValue)
        if value == now or (value == last and (name in states or not row.written)):
            continue
        if name in states and states[name].in_conflict:
            wrong.append((name, reason("rules.in_conflict")))
        elif (is_old := value in earlier.get(name, ())) or (now is not None and now != last):
            old, new = in_message(declared[name], now), in_message(declared[name], value)
            code = "rules.not_known_newer" if last is NoValue or is_old else "rules.edited_since"
            wrong.append((name, reason(code, value=new, limit=old)))
        else:
            changes[name] = value
    return changes, wrong

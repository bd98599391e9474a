"""The rows of a table that point at each other, each after those it points at (a child may stand above its mother)."""

import dataclasses
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from kpm_desktop.domain.errors import reason
from kpm_desktop.exchange.csv_folder import UNKNOWN, CsvRow
from kpm_desktop.exchange.row_ids import RowIds


def in_order(kind: str, rows: Iterable[CsvRow], names: RowIds) -> Iterator[CsvRow]:
    """The rows of a kind's file, as they come where they can; those that point at each other in a circle come last, as
    wrong. Each is looked at once, whatever the order of the file."""
    if not names.points_inward(kind):
        yield from rows
        return
    order = _Order()
    for row in rows:
        yield from order.take(_node(kind, row, names))
    yield from (dataclasses.replace(row, wrong=(UNKNOWN, reason("load.circle"))) for row in order.left())


@dataclass(slots=True, eq=False)
class _Node:
    """A row, the record it is, None where that is not known, and which others it still waits for."""

    row: CsvRow
    record: UUID | None
    lacks: set[UUID]


def _node(kind: str, row: CsvRow, names: RowIds) -> _Node:
    known = names.name_of(kind, row.cells) if row.wrong is None else None
    if not isinstance(known, tuple):
        return _Node(row, None, set())
    return _Node(row, known[1], names.points_at(kind, row.cells) - {known[1]})


class _Order:
    """Which records have passed, and the rows that wait for one."""

    def __init__(self) -> None:
        self._passed: set[UUID] = set()
        self._waiting: dict[UUID, list[_Node]] = {}
        self._held: dict[int, _Node] = {}

    def take(self, node: _Node) -> Iterator[CsvRow]:
        """The row, with those that waited for nothing else; nothing while it waits itself."""
        node.lacks -= self._passed
        if node.lacks:
            self._held[id(node)] = node
            for record in node.lacks:
                self._waiting.setdefault(record, []).append(node)
            return
        ready = deque([node])
        while ready:
            node = ready.popleft()
            yield node.row
            if node.record is None:
                continue
            self._passed.add(node.record)
            for other in self._waiting.pop(node.record, ()):
                other.lacks.discard(node.record)
                if not other.lacks:
                    del self._held[id(other)]
                    ready.append(other)

    def left(self) -> Iterator[CsvRow]:
        """The rows that wait for each other."""
        return (node.row for node in self._held.values())

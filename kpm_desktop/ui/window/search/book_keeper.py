"""Keeps what is searched in: it is read village by village between the jobs of the pages, and looked after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.search.book import (
    Book,
    Outline,
    VillagePart,
    bind,
    read_outline,
    read_village,
    villages_to_read,
)
from kpm_desktop.commands.search.last_opened import OpenedEntry, last_opened, note_opened
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Fault, Progress

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store
    from kpm_desktop.domain.errors import Reason


class BookKeeper(QObject):
    """`grown` when there is more to search in, `troubled` with a sentence when it cannot be read.

    The book is bound anew after 1, 2, 4, 8… villages and after the last: people are found while others are still read.
    """

    grown = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.book = Book()
        self.opened: tuple[OpenedEntry, ...] = ()
        self._parts: dict[str, VillagePart] = {}
        self._outline: Outline | None = None
        self._left: list[str] = []
        self._read = self._bind_at = 0
        self._is_busy = self._is_asked = self._is_stopped = False

    def stop(self) -> None:
        """Reads no further: the profile is about to be closed."""
        self._is_stopped = True

    def look(self) -> None:
        """Reads what is not known yet or was written since."""
        if self._is_busy:
            self._is_asked = True
            return
        self._is_busy = True
        self._run(partial(_outlined, self._context.session.store, self._context.tools.today()), self._on_outline)

    def note(self, entry: OpenedEntry) -> None:
        """Remembers what was opened; where that cannot be written it is no matter."""
        work = partial(_noted, self._context.session.store, entry)
        self._context.tools.jobs.run(work, self._on_noted)

    def _on_noted(self, opened: tuple[OpenedEntry, ...]) -> None:
        self.opened = opened

    def _on_outline(self, found: tuple[Outline, tuple[OpenedEntry, ...]]) -> None:
        self._outline, self.opened = found
        self._left = villages_to_read(self._outline, self._parts, self._context.tools.today())
        self._read, self._bind_at = 0, 1
        self._go_on()

    def _go_on(self) -> None:
        """The next village, or a book of those that were read."""
        assert self._outline is not None
        if self._is_stopped:
            return
        if not self._left or self._read >= self._bind_at:
            self._bind_at *= 2
            self._run(partial(_bound, self._outline, dict(self._parts), self.book), self._on_bound)
            return
        code = self._left.pop(0)
        today = self._context.tools.today()
        work = partial(_village, self._context.session.store, code, self._outline.marks[code], today)
        self._run(work, self._on_village)

    def _on_village(self, part: VillagePart) -> None:
        self._parts[part.code] = part
        self._read += 1
        self._go_on()

    def _on_bound(self, book: Book) -> None:
        self.book = book
        if self._left:
            self.grown.emit()
            self._go_on()
            return
        self._is_busy = False
        self.grown.emit()
        if self._is_asked:
            self._is_asked = False
            self.look()

    def _run(self, work: Callable[[Progress], Any], finished: Callable[[Any], object]) -> None:
        self._context.tools.jobs.run(work, finished, refused=self._on_refused, failed=self._on_failed)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._is_busy = self._is_asked = False
        self.troubled.emit(self._context.tools.refusal(reasons))

    def _on_failed(self, fault: Fault) -> None:
        self._is_busy = self._is_asked = False
        self.troubled.emit(self._context.tools.fault(fault))


def _outlined(store: Store, today: date, progress: Progress) -> tuple[Outline, tuple[OpenedEntry, ...]]:
    return read_outline(store, today=today), last_opened(store)


def _village(store: Store, code: str, mark: str, today: date, progress: Progress) -> VillagePart:
    return read_village(store, code, mark, today=today)


def _bound(outline: Outline, parts: dict[str, VillagePart], former: Book, progress: Progress) -> Book:
    return bind(outline, parts, former)


def _noted(store: Store, entry: OpenedEntry, progress: Progress) -> tuple[OpenedEntry, ...]:
    return note_opened(store, entry)

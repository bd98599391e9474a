"""Looks at all records, some at a time, so that nothing a user does has to wait for the end of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.review.finding_list import DataFinding, Place, Slice, finding_slice, newest_change
from kpm_desktop.ui.frame.page import Page, Receiver

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class FindingReader(QObject):
    """`found` says that `findings` changed. Where nothing was written since, nothing is read again."""

    found = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.findings: list[DataFinding] = []
        self.is_done = False
        self._is_reading = self._again = False
        self._known: tuple[int, date] | None = None
        self._coming: list[DataFinding] = []

    def read(self) -> None:
        """Looks, or looks once more when the look that is under way has ended."""
        if self._is_reading:
            self._again = True
            return
        self._is_reading = True
        self._ask(newest_change, self._on_newest)

    def leave_out(self, gone: Collection[DataFinding]) -> None:
        """These were confirmed: they go at once, and whatever is read next knows it."""
        keys = {(each.kind, each.id, each.rule) for each in gone}
        self.findings = [each for each in self.findings if (each.kind, each.id, each.rule) not in keys]
        self.found.emit()

    def _on_newest(self, newest: int) -> None:
        mark = newest, self._page.context.tools.today()
        if mark == self._known:
            self._finish()
            return
        self._known, self._coming = mark, []
        self._next(Place())

    def _next(self, place: Place) -> None:
        assert self._known is not None
        self._ask(partial(finding_slice, place=place, today=self._known[1]), self._on_slice)

    def _ask(self, work: Callable[[Store], Any], finished: Receiver) -> None:
        job = self._page.ask(work, finished)
        job.refused.connect(self._on_stopped)
        job.failed.connect(self._on_stopped)

    def _on_stopped(self, why: object) -> None:
        """The page says why; whoever asks next has all of it looked at again."""
        self._known, self._is_reading, self._again = None, False, False

    def _on_slice(self, part: Slice) -> None:
        self._coming += part.findings
        if part.then is not None:
            if not self.is_done and part.findings:  # the first time they appear as they are found
                self.findings = list(self._coming)
                self.found.emit()
            self._next(part.then)
            return
        self.findings, self.is_done = self._coming, True
        self.found.emit()
        self._finish()

    def _finish(self) -> None:
        self._is_reading = False
        if self._again:
            self._again = False
            self.read()

"""Brings the month's lists to a page village by village, so that the first are shown while others are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kpm_desktop.ui.frame.page import Page, Receiver

if TYPE_CHECKING:
    from kpm_desktop.commands.households.target_rows import TargetList
    from kpm_desktop.db.store import Store


class TargetReader(QObject):
    """`found` brings a list: at first also what is known already, after 1, 2, 4, 8… villages, then only when it is as
    the records are now. What is read is shared by all pages (`Session.targets`)."""

    found = Signal(object)  # a `TargetList`

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._is_reading = self._again = self._is_shown = False
        self._learned, self._tell_at = 0, 1

    def read(self) -> None:
        """Reads, or reads once more when the reading that is under way has ended."""
        if self._is_reading:
            self._again = True
            return
        self._is_reading = True
        self._learned, self._tell_at = 0, 1
        self._ask_known()

    def _ask_known(self) -> None:
        targets, today = self._page.context.session.targets, self._page.context.tools.today()
        self._ask(partial(targets.known, today=today), self._on_known)

    def _learn(self) -> None:
        targets, today = self._page.context.session.targets, self._page.context.tools.today()
        self._ask(partial(targets.learn, today=today), self._on_learned)

    def _on_known(self, found: TargetList) -> None:
        is_whole = not found.behind
        if is_whole or (not self._is_shown and found.rows):
            self.found.emit(found)
        if not is_whole:
            self._learn()
            return
        self._is_shown, self._is_reading = True, False
        if self._again:
            self._again = False
            self.read()

    def _on_learned(self, left: int) -> None:
        self._learned += 1
        if left and (self._is_shown or self._learned < self._tell_at):
            self._learn()
            return
        self._tell_at *= 2
        self._ask_known()

    def _ask(self, work: Callable[[Store], Any], finished: Receiver) -> None:
        job = self._page.ask(work, finished)
        job.refused.connect(self._on_stopped)
        job.failed.connect(self._on_stopped)

    def _on_stopped(self, why: object) -> None:
        """The page says why; whoever asks next begins anew."""
        self._is_reading = self._again = False


def reading_words(behind: int) -> str:
    """What is said in the place of counts while villages are read."""
    return QCoreApplication.translate("TargetReader", "Reading the records of {count} more villages…").format(
        count=behind
    )

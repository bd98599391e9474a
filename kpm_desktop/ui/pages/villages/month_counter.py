"""Counts villages' months one by one, each only after the one before, so that nothing a user does has to wait long."""

from collections import deque
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.supervision.village_progress import VillageProgress, village_progress
from kpm_desktop.domain.calendar import month_of
from kpm_desktop.ui.frame.page import Page


class MonthCounter(QObject):
    """`counted` gives a `VillageProgress`. Asking anew gives up what was still to be counted."""

    counted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._waiting: deque[str] = deque()
        self._is_counting = False

    def count(self, villages: Iterable[str]) -> None:
        """Counts these villages in the month of today."""
        self._waiting = deque(villages)
        if not self._is_counting:
            self._next()

    def _next(self) -> None:
        self._is_counting = bool(self._waiting)
        if self._is_counting:
            today = self._page.context.tools.today()
            village = self._waiting.popleft()
            self._page.ask(
                partial(village_progress, month=month_of(today), village=village, today=today), self._on_counted
            )

    def _on_counted(self, progress: VillageProgress) -> None:
        self.counted.emit(progress)
        self._next()

"""Asks after every save, and when a day begins, what the line at the bottom and the badges say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.frame.latest_job import LatestJob

if TYPE_CHECKING:
    from kpm_desktop.commands.supervision.delivery_state import DeliveryState
    from kpm_desktop.db.store import Store
    from kpm_desktop.domain.clock import ClockDoubt

_MINUTE_MS = 60_000


class Status(NamedTuple):
    """Delivery, badges by page, what speaks against the clock, and for how many days nothing was backed up outside of
    this laptop, where that is too long."""

    delivery: DeliveryState
    badges: dict[str, int]
    doubt: ClockDoubt | None
    days_without_backup: int | None


class StatusWatch(QObject):
    """`told` with a `Status`, `ticked` every minute. badges: what counts the badge of a page, by its key."""

    told = Signal(object)
    ticked = Signal()

    def __init__(
        self, context: Context, badges: Mapping[str, Callable[[Store], int]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._badges = context, badges
        self._day = context.tools.wall()
        self._job = LatestJob(context.tools.jobs, self)
        self._job.finished.connect(self.told)
        context.hub.changed.connect(self._on_changed)
        context.backup_keeper.changed.connect(self.ask)
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()

    def ask(self) -> None:
        """Asks anew."""
        self._job.ask(self._read)

    def _on_minute(self) -> None:
        self.ticked.emit()
        if self._day != self._context.tools.wall():
            self._day = self._context.tools.wall()
            self.ask()

    def _on_changed(self, changed: frozenset[str]) -> None:
        self.ask()

    def _read(self, progress: Progress) -> Status:
        """Runs in the worker thread."""
        from kpm_desktop.commands.backups.backup_state import days_without
        from kpm_desktop.commands.profile.check_clock import check_clock
        from kpm_desktop.commands.supervision.delivery_state import delivery_state

        store = self._context.session.store
        badges = {key: count(store) for key, count in self._badges.items()}
        with store.reading() as tx:
            days = days_without(tx, store.folder, self._day)
        return Status(delivery_state(store), badges, check_clock(store, self._day), days)

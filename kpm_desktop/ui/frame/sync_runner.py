"""Visits the remotes by itself while the program is open, one after the other, and at once when somebody asks.

A round is written as steps and driven by a `StepsJob`: those at the remote are done in the line's thread, where a slow
server keeps nobody waiting.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kpm_desktop.ui.frame.changes_hub import ALL, DELIVERY, ChangesHub
from kpm_desktop.ui.frame.jobs import Desk, Fault, Jobs, Progress
from kpm_desktop.ui.frame.steps_job import Begun, StepsJob

if TYPE_CHECKING:
    from kpm_desktop.commands.bundles.exchange_with import Round, Urge
    from kpm_desktop.commands.remotes.remote_status import RemoteStatus
    from kpm_desktop.commands.remotes.remotes import Remote
    from kpm_desktop.commands.remotes.sync_schedule import SyncSchedule
    from kpm_desktop.db.journal.journal import Clock
    from kpm_desktop.db.store import Store
    from kpm_desktop.domain.errors import Reason
    from kpm_desktop.ui.frame.reachability import Reachability

BEAT_MS = 5_000


class SyncRunner(QObject):
    """`began` with a remote's id (not when a stick or folder is only looked for), `ended` with the `Round` of a visit,
    `answered` with the rounds of all visits that were asked for, once they are done, and `failed` with a fault of the
    program."""

    began = Signal(str)
    ended = Signal(object)
    answered = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        store: Store,
        hub: ChangesHub,
        clock: Clock,
        reachability: Reachability,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        from kpm_desktop.commands.remotes.sync_schedule import SyncSchedule

        self._jobs, self._store, self._hub, self._clock = jobs, store, hub, clock
        self._schedule: SyncSchedule = SyncSchedule()
        self._waiting: list[tuple[str, Urge]] = []
        self._told: list[Round] | None = None
        self._trip: StepsJob | None = None
        self._visited = ""
        self._is_own = self._is_stopped = self._is_ended = self._is_quiet = self._was_out = False
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.look)
        hub.changed.connect(self._on_changed)
        reachability.changed.connect(self._on_line)
        self.reachability = reachability

    def start(self) -> None:
        """Begins to visit the remotes by itself."""
        self._beat.start()
        self._read()

    def stop(self) -> None:
        """Ends: what is under way at a remote is not waited for and counts for nothing."""
        if not self._is_ended:
            self._is_ended = True
            self.pause()
            self.deleteLater()

    def pause(self) -> None:
        """The same, until it is to go on."""
        self._is_stopped = True
        self._was_out = self._was_out or self._beat.isActive()
        self._beat.stop()
        self._waiting.clear()
        if self._trip is not None:
            self._trip.give_up()
            self._trip = None

    def go_on(self) -> None:
        """Visits remotes again as before `pause`."""
        self._is_stopped = False
        if self._was_out:
            self.start()

    @property
    def is_busy(self) -> bool:
        """Whether a round is under way or asked for."""
        return self._trip is not None or bool(self._waiting)

    @property
    def remote(self) -> str:
        """The id of the remote that is being visited, or nothing; a stick that is only looked for is none."""
        return self._visited if self._trip is not None and not self._is_quiet else ""

    def visit(self, remotes: Iterable[str], *, again: bool = False) -> None:
        """Visits targets (by id) at once, because somebody asked; again: to send all anew that was not received."""
        from kpm_desktop.commands.bundles.exchange_with import Urge

        urge = Urge.AGAIN if again else Urge.ASKED
        asked = [(remote, urge) for remote in remotes]
        ids = {remote for remote, _ in asked}
        self._waiting = asked + [each for each in self._waiting if each[0] not in ids]
        self._told = self._told or []
        self._go_on()

    def look(self) -> None:
        """Visits what is due by now; nothing on a day that cannot be, when only somebody who was told may send."""
        from kpm_desktop.commands.bundles.exchange_with import Urge
        from kpm_desktop.domain.calendar import civil_day
        from kpm_desktop.domain.clock import is_impossible

        if self.is_busy or self._is_stopped or is_impossible(civil_day(self._clock())):
            return
        self._waiting = [(remote.id, Urge.BY_ITSELF) for remote in self._schedule.due(self._clock())]
        self._go_on()

    def _read(self) -> None:
        self._jobs.run(partial(_statuses, self._store), self._on_read)

    def _on_read(self, found: list[tuple[Remote, RemoteStatus]]) -> None:
        self._schedule.put(found, self._clock())
        if self._beat.isActive():
            self.look()

    def _on_changed(self, changed: frozenset[str]) -> None:
        """Targets may have been added; records may have been saved. What a round itself brought is no news to it."""
        if self._is_own or self._is_stopped or not self._beat.isActive():
            return
        if changed - {DELIVERY}:
            self._schedule.recorded(self._clock())
        if changed & {DELIVERY, ALL}:
            self._read()

    def _on_line(self) -> None:
        if not (self._is_stopped or self.reachability.seems_off):
            self._schedule.line_changed(self._clock())
            if self._beat.isActive():
                self.look()

    def _go_on(self) -> None:
        if self._trip is not None or self._is_stopped:
            return
        if not self._waiting:
            told, self._told = self._told, None
            if told is not None:
                self.answered.emit(told)
            return
        from kpm_desktop.commands.bundles.exchange_with import Urge

        remote, urge = self._waiting.pop(0)
        self._schedule.tried(remote, self._clock())
        self._visited = remote
        self._trip = StepsJob(self._jobs, partial(_round, self._store, remote, urge, self._clock), Desk.LINE, self)
        self._trip.finished.connect(self._on_ended)
        self._trip.refused.connect(self._on_gone)
        self._trip.failed.connect(self._on_failed)
        self._is_quiet = urge is Urge.BY_ITSELF and self._schedule.is_looked_for(remote)
        if not self._is_quiet:
            self.began.emit(remote)
        self._trip.start()

    def _on_ended(self, done: Round) -> None:
        self._trip = None
        self._tell(done)
        self._go_on()

    def _on_gone(self, reasons: tuple[Reason, ...]) -> None:
        """The remote is on the list no longer."""
        self._trip = None
        self._go_on()

    def _tell(self, done: Round) -> None:
        self._schedule.ended(done.remote, done.status, self._clock())
        if self._told is not None and done.was_asked:
            self._told.append(done)
        if done.has_changed or done.did_something:
            self._is_own = True
            self._hub.announce([ALL] if done.opened else [DELIVERY])
            self._is_own = False
        self.ended.emit(done)

    def _on_failed(self, fault: Fault) -> None:
        self._trip = None
        self.failed.emit(fault)
        self._go_on()


def _round(store: Store, remote: str, urge: Urge, clock: Clock) -> Begun:
    """In the store's thread."""
    from kpm_desktop.commands.bundles.exchange_with import exchange_with
    from kpm_desktop.commands.remotes.remotes import find_remote

    with store.reading() as tx:
        make = find_remote(tx, remote).route
    return Begun(exchange_with(store, remote, urge=urge, clock=clock), make)


def _statuses(store: Store, progress: Progress) -> list[tuple[Remote, RemoteStatus]]:
    from kpm_desktop.commands.remotes.remote_status import read_status
    from kpm_desktop.commands.remotes.remotes import read_remotes

    with store.reading() as tx:
        return [(remote, read_status(tx, remote.id)) for remote in read_remotes(tx)]

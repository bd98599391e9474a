"""Makes backups by itself while the program is open: beside the profile when nobody is working, then onto the chosen
sticks.

What is made of the open database is a job of the store's thread and is given up as soon as somebody goes on working;
what goes onto a stick is a finished file, and a job of the line's thread, where a slow stick keeps nobody waiting.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from kpm_desktop.ui.frame.changes_hub import ChangesHub
from kpm_desktop.ui.frame.idle import Idle
from kpm_desktop.ui.frame.jobs import Cancelled, Desk, Fault, Jobs, Progress

if TYPE_CHECKING:
    from datetime import date

    from kpm_desktop.commands.backups.backup_notes import Backup
    from kpm_desktop.commands.backups.keep_backups import Copying
    from kpm_desktop.db.journal.journal import Clock
    from kpm_desktop.db.store import Store
    from kpm_desktop.domain.errors import Reason, Refused

BEAT_MS = 10_000
#: For so long nobody has touched anything before a backup is begun unasked; one that was begun ends at the next touch.
IDLE_S = 30


class BackupKeeper(QObject):
    """`began` when a backup somebody asked for is under way; `answered` once that is done, with the `Backup` and the
    names of the sticks it came onto, or `refused` with the reasons why there is none. `changed` when the backups stand
    otherwise than before, `failed` with a fault of the program."""

    began = Signal()
    answered = Signal(object, object)
    refused = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, store: Store, hub: ChangesHub, clock: Clock, idle: Idle, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._store, self._clock, self._idle = jobs, store, clock, idle
        self._day: date | None = None
        self._is_stale = True
        self._is_busy = self._is_stopped = self._was_asked = self._wants_one = False
        self._was_started = False
        self._made: Backup | None = None
        self._reached: list[str] = []
        self._copies: list[Copying] = []  # what is to come onto sticks, plugged in or not
        self._left: list[Copying] = []  # those of them that have yet to be looked at in this round
        self._copying: Copying | None = None
        self._tried: set[tuple[str, str]] = set()
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.look)
        hub.changed.connect(self._on_changed)

    def start(self) -> None:
        """Begins to make backups by itself."""
        self._is_stopped = False
        self._beat.start()

    def pause(self) -> None:
        """Begins nothing more."""
        self._is_stopped = True
        self._was_started = self._was_started or self._beat.isActive()
        self._beat.stop()

    def go_on(self) -> None:
        """Makes backups again as before `pause`."""
        self._is_stopped = False
        if self._was_started:
            self.start()

    def stop(self) -> None:
        """Ends."""
        self.pause()
        self.deleteLater()

    @property
    def is_busy(self) -> bool:
        """Whether a backup is under way."""
        return self._is_busy

    def look(self) -> None:
        """Makes what is due by now."""
        if self._is_busy or self._is_stopped:
            return
        if self._idle.seconds() >= IDLE_S and self._may_be_due():
            self._make(_due)
        elif self._copies:
            self._go_through_sticks()

    def back_up_now(self) -> None:
        """Makes one at once, because somebody asked."""
        if self._is_busy:
            self._wants_one = True
            return
        self._was_asked = True
        self._tried.clear()
        self.began.emit()
        self._make(_at_once)

    def look_at_sticks(self) -> None:
        """Other sticks were chosen: the newest backup goes there too."""
        self._tried.clear()
        if not self._is_busy:
            self._ask_copies()

    def _on_changed(self, changed: frozenset[str]) -> None:
        self._is_stale = True

    def _may_be_due(self) -> bool:
        from kpm_desktop.domain.calendar import civil_day

        return self._is_stale or self._day != civil_day(self._clock())

    # beside the profile

    def _make(self, how: Callable[[Store, Clock, Idle, Progress], Backup | None]) -> None:
        from kpm_desktop.domain.calendar import civil_day

        self._is_busy, self._is_stale, self._day = True, False, civil_day(self._clock())
        self._made, self._reached = None, []
        work = partial(how, self._store, self._clock, self._idle)
        job = self._jobs.run(work, self._on_made, refused=self._on_refused, failed=self._on_failed)
        job.cancelled.connect(self._on_given_up)

    def _on_made(self, made: Backup | None) -> None:
        self._made = made
        if made is not None:
            self.changed.emit()
        self._ask_copies()

    def _on_given_up(self) -> None:
        """Somebody went on working; tried again when nobody does."""
        self._is_stale = True
        self._end()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self.changed.emit()
        if self._was_asked:
            self._was_asked = False
            self.refused.emit(reasons)
        self._end()

    def _on_failed(self, fault: Fault) -> None:
        self._was_asked = False
        self.failed.emit(fault)
        self._end()

    # onto the sticks

    def _ask_copies(self) -> None:
        self._is_busy = True
        work = partial(_to_copy, self._store)
        self._jobs.run(work, self._on_copies, refused=self._on_refused, failed=self._on_failed)

    def _on_copies(self, found: list[Copying]) -> None:
        self._copies = found
        self._go_through_sticks()

    def _go_through_sticks(self) -> None:
        self._left = list(self._copies)
        self._copy_next()

    def _copy_next(self) -> None:
        """One stick after the other. One that failed is not tried with the same file again before it was pulled out."""
        if not self._left or self._is_stopped:
            self._end()
            return
        self._is_busy = True
        self._copying = self._left.pop(0)
        work = partial(_copied, self._copying, self._clock, is_tried=_key(self._copying) in self._tried)
        self._jobs.run(work, self._on_copied, refused=self._on_refused, failed=self._on_failed, desk=Desk.LINE)

    def _on_copied(self, came: Came) -> None:
        copying = self._copying
        assert copying is not None
        if came.is_absent:
            self._tried.discard(_key(copying))
        if came.backup is None and came.refusal is None:
            self._copy_next()
            return
        self._tried.add(_key(copying))
        if came.backup is not None:
            self._copies.remove(copying)
            self._reached.append(copying.place.name)
        work = partial(_noted, self._store, copying, came)
        self._jobs.run(work, self._on_noted, refused=self._on_refused, failed=self._on_failed)

    def _on_noted(self, nothing: object) -> None:
        self.changed.emit()
        self._copy_next()

    def _end(self) -> None:
        self._is_busy = False
        if self._was_asked:
            self._was_asked = False
            self.answered.emit(self._made, tuple(self._reached))
        if self._wants_one and not self._is_stopped:
            self._wants_one = False
            self.back_up_now()


class Came(NamedTuple):
    """What came of a stick: the backup that lies there now, why there is none, or neither where it was not tried."""

    backup: Backup | None = None
    refusal: Refused | None = None
    is_absent: bool = False


def _key(copying: Copying) -> tuple[str, str]:
    return copying.place.id, copying.backup.at


def last_backup(store: Store, clock: Clock, seconds: Callable[[], float], most_s: float) -> None:
    """In the store's thread, when the screen is locked or the program ends: what is due, unless it takes too long.
    Whatever goes wrong is remembered, and hinders nothing."""
    from kpm_desktop.commands.backups.keep_backups import back_up_beside, is_due
    from kpm_desktop.db.backup import Stopped
    from kpm_desktop.domain.errors import Refused

    until = seconds() + most_s
    with contextlib.suppress(Refused, Stopped):
        if is_due(store, clock()):
            back_up_beside(store, clock=clock, stop=lambda: seconds() > until)


def _due(store: Store, clock: Clock, idle: Idle, progress: Progress) -> Backup | None:
    from kpm_desktop.commands.backups.keep_backups import is_due

    if not is_due(store, clock()):
        return None
    return _made(store, clock, lambda: progress.is_cancelled or idle.seconds() < 1)


def _at_once(store: Store, clock: Clock, idle: Idle, progress: Progress) -> Backup:
    return _made(store, clock, lambda: progress.is_cancelled)


def _made(store: Store, clock: Clock, stop: Callable[[], bool]) -> Backup:
    from kpm_desktop.commands.backups.keep_backups import back_up_beside
    from kpm_desktop.db.backup import Stopped

    try:
        return back_up_beside(store, clock=clock, stop=stop)
    except Stopped:
        raise Cancelled from None


def _to_copy(store: Store, progress: Progress) -> list[Copying]:
    from kpm_desktop.commands.backups.keep_backups import to_copy

    return to_copy(store)


def _copied(copying: Copying, clock: Clock, progress: Progress, *, is_tried: bool) -> Came:
    """In the line's thread; what is refused is an answer like any other."""
    from kpm_desktop.commands.backups.backup_places import is_there
    from kpm_desktop.commands.backups.keep_backups import copy_to
    from kpm_desktop.domain.errors import Refused

    if not is_there(copying.place):
        return Came(is_absent=True)
    if is_tried:
        return Came()
    try:
        return Came(copy_to(copying, clock()))
    except Refused as refusal:
        return Came(refusal=refusal)


def _noted(store: Store, copying: Copying, came: Came, progress: Progress) -> None:
    from kpm_desktop.commands.backups.keep_backups import note_copied, note_trouble

    if came.backup is not None:
        note_copied(store, copying.place, came.backup)
    elif came.refusal is not None:
        note_trouble(store, copying.place, came.refusal)

"""When the screen is to be locked without anybody asking: nobody works here, the laptop slept, or its own screen is
locked."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kpm_desktop.ui.frame.idle import Idle, Seconds

BEAT_MS = 5_000
#: A beat that comes so much later than it should: the laptop slept.
SLEPT_S = 60
#: Work that is under way is waited for, so long at the most.
PATIENCE_S = 15 * 60


class LockWatch(QObject):
    """`due` when the time has come. minutes: after how many without a touch; is_working: whether something is under way
    that locking would end. wall, steady: the laptop's clock and one that only ever grows; during sleep one of them may
    stand still, not both."""

    due = Signal()

    def __init__(
        self,
        idle: Idle,
        minutes: Callable[[], int],
        is_working: Callable[[], bool],
        wall: Seconds = time.time,
        steady: Seconds = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._idle, self._minutes, self._is_working = idle, minutes, is_working
        self._clocks = (wall, steady)
        self._last = [clock() for clock in self._clocks]
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.look)

    def start(self) -> None:
        """Begins to watch."""
        self._last = [clock() for clock in self._clocks]
        self._idle.start()
        self._beat.start()

    def stop(self) -> None:
        """Watches no longer."""
        self._idle.stop()
        self._beat.stop()

    def look(self) -> None:
        """Says so where it is time."""
        now = [clock() for clock in self._clocks]
        passed = max(after - before for after, before in zip(now, self._last, strict=True))
        self._last = now
        if passed >= BEAT_MS / 1000 + SLEPT_S or self._is_idle_too_long():
            self.due.emit()

    def _is_idle_too_long(self) -> bool:
        over = self._idle.seconds() - self._minutes() * 60
        return over >= 0 and (over >= PATIENCE_S or not self._is_working())

"""For how long nobody has touched the keys or the mouse, in any window of the program."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

Seconds = Callable[[], float]

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """Listens between `start` and `stop`. now: seconds that only ever grow."""

    def __init__(self, now: Seconds = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._last = now()

    def start(self) -> None:
        """Counts from now on."""
        self._last = self._now()
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Listens no longer."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def seconds(self) -> float:
        """Since the last touch; may be asked from any thread."""
        return self._now() - self._last

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event and keeps none."""
        if event.type() in _TOUCHES:
            self._last = self._now()
        return False

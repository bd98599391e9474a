"""Work beside the windows: one thread for everything that touches the store, one for the line, which may be slow, and
one that opens files; the latter two never touch the store. The only file that knows threads.

A job's signals are emitted in the GUI thread, whoever listens, so a listener may touch widgets. `Jobs.run` connects
before it starts; a job that is put together by hand must do the same, or its result may be gone before anybody listens.
"""

import gc
import queue
import threading
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot


class Desk(Enum):
    """Where work is done: with the store; at the line, where a server may keep it; where files are read and opened."""

    STORE = "store"
    LINE = "line"
    OPENER = "opener"


class Cancelled(Exception):
    """Raised by `Progress.step` in a job that nobody waits for any more."""


class Fault(NamedTuple):
    """A fault of the program: its type and place, never its text, which may hold a name."""

    kind: str
    place: str

    def __str__(self) -> str:
        return f"{self.kind} {self.place}"


class Progress:
    """What a job's work may be handed: says how far it is, and hears that it shall stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._is_cancelled = threading.Event()

    def step(self, done: int, total: int) -> None:
        """Says how far the work is. Raises Cancelled when it shall stop; call it where stopping is safe."""
        if self._is_cancelled.is_set():
            raise Cancelled
        self._tell(done, total)

    def cancel(self) -> None:
        """Asks the work to stop."""
        self._is_cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it shall stop."""
        return self._is_cancelled.is_set()


Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work. Exactly one of `finished`, `refused`, `failed` and `cancelled` is emitted, then `ended`."""

    progressed = Signal(int, int)  # done, total
    finished = Signal(object)  # what the work gave
    refused = Signal(object)  # tuple of `Reason`
    failed = Signal(object)  # a `Fault`
    cancelled = Signal()
    ended = Signal()

    def __init__(self, jobs: "Jobs", work: Work, desk: Desk = Desk.STORE) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self.work = work
        self.desk = desk
        self.progress = Progress(self._tell)

    def start(self) -> None:
        """Hands the work over. Connect first."""
        self._jobs.take(self)

    def cancel(self) -> None:
        """Asks the work to stop; work that has not begun never does. A result that comes anyway is not told."""
        self.progress.cancel()

    def _tell(self, done: int, total: int) -> None:
        self._jobs.post(self, "progressed", (done, total))


class _Worker:
    """A thread, begun with the first work, and its queue; work is done in the order it was handed over."""

    def __init__(self, name: str, done: Callable[[Job, str, tuple[Any, ...]], None]) -> None:
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._done = done
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def take(self, job: Job) -> None:
        """Puts a job into the queue."""
        if self._thread.ident is None:
            self._thread.start()
        self._queue.put(job)

    def end(self) -> None:
        """Asks the thread to end after what is already queued."""
        self._queue.put(None)

    def join(self) -> None:
        """Waits until it has."""
        if self._thread.ident is not None:
            self._thread.join()

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            self._done(job, *_outcome(job))
            del job


class Jobs(QObject):
    """The threads, and the way back from them into the GUI thread."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Job] = set()
        self._is_closed = threading.Event()
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._sweeper = _Sweeper(self)
        self._workers = {desk: _Worker(desk.value, self.post) for desk in Desk}

    def run(
        self,
        work: Work,
        finished: Callable[[Any], object] | None = None,
        *,
        refused: Callable[[Any], object] | None = None,
        failed: Callable[[Any], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
        desk: Desk = Desk.STORE,
    ) -> Job:
        """Does `work` in a desk's thread, if nothing is said the store's, and calls the receivers, methods of QObjects,
        in the GUI thread."""
        job = Job(self, work, desk)
        for signal, receiver in (
            (job.finished, finished),
            (job.refused, refused),
            (job.failed, failed),
            (job.progressed, progressed),
        ):
            if receiver is not None:
                signal.connect(receiver)
        job.start()
        return job

    @property
    def is_idle(self) -> bool:
        """Whether everything that was handed over is done and told."""
        return not self._running

    def take(self, job: Job) -> None:
        """Puts a job into its thread's queue."""
        self._running.add(job)
        self._workers[job.desk].take(job)

    def close(self) -> None:
        """Ends the store's thread after what is already queued; the others are not waited for, as they may hang on a
        server or a stick. Nothing is delivered afterwards."""
        self._is_closed.set()
        self._posted.disconnect(self._deliver)
        for worker in self._workers.values():
            worker.end()
        self._workers[Desk.STORE].join()
        self._sweeper.stop()

    def post(self, job: Job, signal: str, arguments: tuple[Any, ...]) -> None:
        """From the worker thread: lets the GUI thread emit a job's signal. An answer that comes when all this is being
        taken down goes nowhere."""
        if not self._is_closed.is_set():
            self._posted.emit((job, signal, arguments))

    @Slot(object)
    def _deliver(self, posted: tuple[Job, str, tuple[Any, ...]]) -> None:
        job, signal, arguments = posted
        if signal == "progressed":
            if not job.progress.is_cancelled:
                job.progressed.emit(*arguments)
            return
        if job.progress.is_cancelled:
            signal, arguments = "cancelled", ()
        self._running.discard(job)
        getattr(job, signal).emit(*arguments)
        job.ended.emit()
        job.deleteLater()


class _Sweeper(QObject):
    """Collects cyclic garbage in the GUI thread alone. Python would do it in whichever thread allocates, and a widget
    that is destroyed in the worker thread takes the program down."""

    _EVERY_MS = 250
    _YOUNG, _OLDER, _OLDEST = 2_000, 10, 10  # allocations before the young are looked at; rounds before the older are

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._rounds = 0
        gc.disable()
        self._timer = QTimer(self, interval=self._EVERY_MS)
        self._timer.timeout.connect(self._sweep)
        self._timer.start()

    def stop(self) -> None:
        """Leaves it to Python again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    def _sweep(self) -> None:
        if gc.get_count()[0] < self._YOUNG:
            return
        self._rounds += 1
        oldest = self._rounds % (self._OLDER * self._OLDEST) == 0
        gc.collect(2 if oldest else 1 if self._rounds % self._OLDER == 0 else 0)


def _outcome(job: Job) -> tuple[str, tuple[Any, ...]]:
    """Does a job's work; whatever happens becomes a signal and its arguments."""
    from kpm_desktop.domain.errors import Refused

    if job.progress.is_cancelled:
        return "cancelled", ()
    try:
        return "finished", (job.work(job.progress),)
    except Cancelled:
        return "cancelled", ()
    except Refused as refusal:
        return "refused", (refusal.reasons,)
    except BaseException as fault:  # the thread must live on, and somebody waits
        return "failed", (_fault(fault),)


def _fault(fault: BaseException) -> Fault:
    import traceback

    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return Fault(type(fault).__name__, place)

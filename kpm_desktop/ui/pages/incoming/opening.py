"""Several bundle files opened one after the other: how far it is, and a way to stop between two of them."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.bundles.take_bundle import Opened, taking
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.steps_job import StepsJob


class Opening(QObject):
    """`began` gives a file's name, its place and how many there are; `told` what became of it; `ended` how many files
    were left unopened. A file that is begun is always finished: it comes in as a whole or not at all."""

    began = Signal(str, int, int)
    told = Signal(object)  # `Opened`
    ended = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._waiting: deque[tuple[Path, AgeIdentity | None]] = deque()
        self._done = self._all = self._left = 0
        self._job: StepsJob | None = None

    @property
    def is_running(self) -> bool:
        """Whether files are being opened."""
        return self._job is not None

    def add(self, files: Sequence[Path], recovery: AgeIdentity | None = None) -> None:
        """Opens these files, after those that wait already; recovery: the programme's recovery key."""
        self._waiting.extend((file, recovery) for file in files)
        self._all += len(files)
        if self._job is None:
            self._next()

    def stop(self) -> None:
        """Leaves the files that have not been begun."""
        self._left += len(self._waiting)
        self._waiting.clear()

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            self._page.context.hub.announce([ALL])
            left, self._left, self._done, self._all = self._left, 0, 0, 0
            self.ended.emit(left)
            return
        file, recovery = self._waiting.popleft()
        self._done += 1
        self.began.emit(file.name, self._done, self._all)
        self._job = self._page.follow_steps(partial(taking, file=file, recovery=recovery), self._on_told)
        self._job.failed.connect(self._on_failed)

    def _on_told(self, opened: Opened) -> None:
        self.told.emit(opened)
        self._next()

    def _on_failed(self, fault: Fault) -> None:
        """A fault of the program with one file; the page says so, the next file may fare better."""
        self._next()

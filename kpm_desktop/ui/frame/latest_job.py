"""For lists that follow typing: only the newest question is answered, earlier ones are given up."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from kpm_desktop.ui.frame.jobs import Fault, Job, Jobs, Work


class LatestJob(QObject):
    """Runs one job at a time; asking again gives up the one before. Signals as those of a `Job`."""

    finished = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    def ask(self, work: Work) -> None:
        """Asks anew."""
        self.give_up()
        self._job = self._jobs.run(work, self._on_finished, refused=self._on_refused, failed=self._on_failed)

    def give_up(self) -> None:
        """Nobody waits for the current answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_finished(self, result: Any) -> None:
        self._job = None
        self.finished.emit(result)

    def _on_refused(self, reasons: Any) -> None:
        self._job = None
        self.refused.emit(reasons)

    def _on_failed(self, fault: Fault) -> None:
        self._job = None
        self.failed.emit(fault)

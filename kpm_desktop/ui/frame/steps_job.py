"""Work that goes back and forth between the store and elsewhere (`commands/remotes/exchange_steps.py`), driven beside
the windows: those of its steps that need the store are short jobs of the store's thread, all others are done in another
one, where what takes its time keeps no save waiting."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from kpm_desktop.ui.frame.jobs import Desk, Fault, Job, Jobs, Progress, Work

if TYPE_CHECKING:
    from kpm_desktop.domain.errors import Reason, Refused

Step = Callable[[Any], Any]


class Begun(NamedTuple):
    """The steps, and what makes the thing they are handed elsewhere, a route for instance."""

    steps: Generator[Step, Any, Any]
    make: Callable[[], Any] = lambda: None


class StepsJob(QObject):
    """One such piece of work. One of `finished`, `refused` and `failed` is emitted, then `ended`.

    begin: gives the steps, in the store's thread. desk: where the others are done.
    """

    finished = Signal(object)
    refused = Signal(object)  # tuple of `Reason`
    failed = Signal(object)  # a `Fault`
    ended = Signal()

    def __init__(self, jobs: Jobs, begin: Callable[[], Begun], desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._begin, self._desk = jobs, begin, desk
        self._begun: Begun | None = None
        self._made: list[Any] = []
        self._job: Job | None = None

    def start(self) -> None:
        """Takes the first step. Connect first."""
        self._in_store(self._first)

    def give_up(self) -> None:
        """Nobody goes on with it."""
        if self._job is not None:
            self._job.cancel()
        self.deleteLater()

    def _in_store(self, work: Work) -> None:
        self._job = self._jobs.run(work, self._on_stepped, refused=self._on_refused, failed=self._on_failed)

    def _first(self, progress: Progress) -> Step | _Done:
        """In the store's thread."""
        self._begun = self._begin()
        return _stepped(partial(next, self._begun.steps))

    def _goes_on(self, answers: list[Any], progress: Progress) -> Step | _Done:
        """In the store's thread, with what came of the last step elsewhere; nothing else holds on to that."""
        return _stepped(lambda: self._steps.send(answers.pop()))

    def _was_refused(self, refusal: Refused, progress: Progress) -> Step | _Done:
        """In the store's thread, with why the last step elsewhere was not done."""
        return _stepped(partial(self._steps.throw, refusal))

    @property
    def _steps(self) -> Generator[Step, Any, Any]:
        assert self._begun is not None
        return self._begun.steps

    def _elsewhere(self, step: Step, progress: Progress) -> Any:
        """In the other thread."""
        if not self._made:
            assert self._begun is not None
            self._made.append(self._begun.make())
        return step(self._made[0])

    def _on_stepped(self, step: Step | _Done) -> None:
        if isinstance(step, _Done):
            self._end(self.finished, step.result)
            return
        work = partial(self._elsewhere, step)
        self._job = self._jobs.run(
            work, self._on_answer, refused=self._on_refused_there, failed=self._on_fault_there, desk=self._desk
        )

    def _on_answer(self, answer: Any) -> None:
        self._in_store(partial(self._goes_on, [answer]))

    def _on_refused_there(self, reasons: tuple[Reason, ...]) -> None:
        from kpm_desktop.domain.errors import Refused

        self._in_store(partial(self._was_refused, Refused(*reasons)))

    def _on_fault_there(self, fault: Fault) -> None:
        """The program's fault elsewhere is told to the steps like any refusal: a place must not be tried again every
        moment, and the files after one that meets a fault are still to be opened."""
        from kpm_desktop.domain.errors import refused

        self._in_store(partial(self._was_refused, refused("cli.our_fault", where=str(fault))))

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._end(self.refused, reasons)

    def _on_failed(self, fault: Fault) -> None:
        self._end(self.failed, fault)

    def _end(self, signal: Any, what: object) -> None:
        self._job = None
        signal.emit(what)
        self.ended.emit()
        self.deleteLater()


class _Done(NamedTuple):
    """The end of the steps."""

    result: Any


def _stepped(step: Callable[[], Step]) -> Step | _Done:
    try:
        return step()
    except StopIteration as done:
        return _Done(done.value)

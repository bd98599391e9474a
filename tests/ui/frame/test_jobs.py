"""Whatever happens in the worker thread arrives in the GUI thread, once."""

import gc
import threading
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kpm_desktop.domain.errors import refused
from kpm_desktop.ui.frame.jobs import Fault, Job, Jobs, Progress
from kpm_desktop.ui.frame.latest_job import LatestJob


class Listener(QObject):
    """Notes what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []
        self.threads: set[int] = set()

    def hear(self, *what: Any) -> None:
        self.told.append(what)
        self.threads.add(threading.get_ident())


def answer(progress: Progress) -> int:
    return threading.get_ident()


def same(number: int, progress: Progress) -> int:
    return number


def count_to_three(progress: Progress) -> None:
    for number in range(3):
        progress.step(number, 3)


def refuse(progress: Progress) -> None:
    raise refused("files.disk_full", path="/stik")


def fail(progress: Progress) -> None:
    raise ValueError("Siti Rahmah, NIK 1275014104960001")


def test_a_result_is_made_elsewhere_and_told_here(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    jobs.run(answer, listener.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    ((worker,),) = listener.told
    assert worker != threading.get_ident()
    assert listener.threads == {threading.get_ident()}


def test_none_of_many_results_is_lost(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    for number in range(500):
        jobs.run(partial(same, number), listener.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert listener.told == [(number,) for number in range(500)]


def test_a_refusal_carries_its_reasons(qtbot: QtBot, jobs: Jobs) -> None:
    finished, said = Listener(), Listener()
    jobs.run(refuse, finished.hear, refused=said.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    (((reason,),),) = said.told
    assert reason.code == "files.disk_full"
    assert finished.told == []


def test_a_fault_names_its_place_and_never_its_text(qtbot: QtBot, jobs: Jobs) -> None:
    said = Listener()
    jobs.run(fail, failed=said.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    ((fault,),) = said.told
    assert isinstance(fault, Fault)
    assert fault.kind == "ValueError"
    assert fault.place.startswith("test_jobs.py:")
    assert "Siti" not in str(fault)


def test_the_thread_outlives_a_fault(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    jobs.run(fail)
    jobs.run(answer, listener.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert len(listener.told) == 1


def test_exactly_one_outcome_then_the_end(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    for work in (answer, refuse, fail):
        job = Job(jobs, work)
        for signal in (job.finished, job.refused, job.failed, job.cancelled):
            signal.connect(listener.hear)
        with qtbot.waitSignal(job.ended):
            job.start()
    assert len(listener.told) == 3


def test_work_that_was_cancelled_before_it_began_is_never_done(qtbot: QtBot, jobs: Jobs) -> None:
    gate, done = threading.Event(), Listener()
    jobs.run(lambda progress: gate.wait(30))
    job = jobs.run(lambda progress: done.told.append("done"), done.hear)
    job.cancel()
    gate.set()
    with qtbot.waitSignal(job.cancelled):
        pass
    assert done.told == []


def test_work_hears_that_it_shall_stop(qtbot: QtBot, jobs: Jobs) -> None:
    started, listener = threading.Event(), Listener()

    def count(progress: Progress) -> None:
        for number in range(1_000_000):
            progress.step(number, 1_000_000)
            started.set()
            threading.Event().wait(0.001)

    job = jobs.run(count, listener.hear)
    started.wait(30)
    job.cancel()
    with qtbot.waitSignal(job.ended):
        pass
    assert listener.told == []


def test_progress_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    jobs.run(count_to_three, progressed=listener.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert listener.told == [(0, 3), (1, 3), (2, 3)]


def test_a_listener_that_is_gone_is_not_told(qtbot: QtBot, jobs: Jobs) -> None:
    gate, listener = threading.Event(), Listener()
    jobs.run(lambda progress: gate.wait(30), listener.hear)
    listener.deleteLater()
    qtbot.wait(0)
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert listener.told == []


def test_only_the_newest_question_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    gate, listener = threading.Event(), Listener()
    jobs.run(lambda progress: gate.wait(30))
    latest = LatestJob(jobs)
    latest.finished.connect(listener.hear)
    for number in range(5):
        latest.ask(partial(same, number))
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert listener.told == [(4,)]


class Knot(QObject):
    """An object that only cyclic collection takes away; notes in which thread it went."""

    gone: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        Knot.gone.append(threading.get_ident())


def make_rubbish(progress: Progress) -> int:
    """More than makes Python look for garbage by itself, were it allowed to."""
    return sum(len([[] for _ in range(1000)]) for _ in range(100))


def test_garbage_is_collected_in_the_gui_thread_alone(qtbot: QtBot, jobs: Jobs) -> None:
    Knot.gone.clear()
    Knot()
    listener = Listener()
    jobs.run(make_rubbish, listener.hear)
    qtbot.waitUntil(lambda: jobs.is_idle)
    kept = [[] for _ in range(3000)]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: bool(Knot.gone), timeout=60_000)
    assert len(kept) == 3000
    assert Knot.gone == [threading.get_ident()]


def test_python_collects_again_afterwards(qtbot: QtBot) -> None:
    made = Jobs()
    assert not gc.isenabled()
    made.close()
    assert gc.isenabled()

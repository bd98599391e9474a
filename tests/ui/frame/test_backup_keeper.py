"""The keeper of backups: when nobody works, given up when somebody does, onto sticks beside the store's thread."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.backups import keep_backups
from kpm_desktop.commands.backups.backup_files import folder_beside
from kpm_desktop.commands.backups.backup_places import add_place, files_at
from kpm_desktop.db.store import Store
from kpm_desktop.ui.frame.backup_keeper import IDLE_S, BackupKeeper, last_backup
from kpm_desktop.ui.frame.changes_hub import ALL, ChangesHub
from kpm_desktop.ui.frame.idle import Idle
from kpm_desktop.ui.frame.jobs import Jobs
from tests.support.profiles import HOUSE, cadre, load, write_rows
from tests.ui.program import PATIENCE_MS

NOON = datetime(2026, 11, 19, 5, tzinfo=UTC)


class World:
    """A cadre's laptop whose clock and keys are in a test's hands."""

    def __init__(self, qtbot: QtBot, place: Path, jobs: Jobs) -> None:
        self.qtbot, self.place, self.jobs = qtbot, place, jobs
        self.now, self.steady, self.count = NOON, 0.0, 0
        self.store: Store = cadre(place, "profil")
        self.hub = ChangesHub()
        self.idle = Idle(lambda: self.steady)
        self.keeper = BackupKeeper(jobs, self.store, self.hub, lambda: self.now, self.idle)
        self.answers: list[tuple[Any, Any]] = []
        self.refusals: list[Any] = []
        self.faults: list[Any] = []
        self.keeper.answered.connect(self._on_answered)
        self.keeper.refused.connect(self.refusals.append)
        self.keeper.failed.connect(self.faults.append)

    def _on_answered(self, made: object, reached: object) -> None:
        self.answers.append((made, reached))

    def rest(self, seconds: float = IDLE_S) -> None:
        self.steady += seconds

    def work(self) -> None:
        self.count += 1
        load(self.store, write_rows(self.place / f"in{self.count}", household=[HOUSE | {"ref": f"h{self.count}"}]))
        self.hub.announce([ALL])
        self.idle._last = self.steady

    def look(self) -> None:
        self.keeper.look()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle and not self.keeper.is_busy, timeout=PATIENCE_MS)

    def lying(self, folder: Path | None = None) -> int:
        folder = folder or folder_beside(self.store.folder)
        return len(list(folder.iterdir())) if folder.exists() else 0


@pytest.fixture
def world(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Iterator[World]:
    made = World(qtbot, tmp_path, jobs)
    made.work()
    yield made
    made.keeper.stop()
    made.settle()
    made.store.close()
    assert made.faults == []


def test_it_waits_until_nobody_works(world: World) -> None:
    world.look()
    assert world.lying() == 0
    world.rest()
    world.look()
    assert world.lying() == 1


def test_once_a_day_when_something_changed(world: World) -> None:
    world.rest()
    world.look()
    for days, changes, lying in ((0, True, 1), (1, False, 2), (1, False, 2), (1, True, 3)):
        world.now += timedelta(days=days)
        if changes:
            world.work()
        world.rest()
        world.look()
        assert world.lying() == lying


def test_one_is_given_up_when_somebody_goes_on_working(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = keep_backups.back_up_beside, []

    def touched(store: Store, *, clock: Any, stop: Any) -> Any:
        world.idle._last = world.steady
        asked.append(stop())
        return real(store, clock=clock, stop=stop)

    world.rest()
    with monkeypatch.context() as patch:
        patch.setattr(keep_backups, "back_up_beside", touched)
        world.look()
    assert asked == [True]
    assert world.lying() == 0
    world.rest()
    world.look()
    assert world.lying() == 1


def test_somebody_who_asks_need_not_be_idle_and_hears_of_it(world: World) -> None:
    add_place(world.store, world.place)
    world.keeper.back_up_now()
    world.keeper.back_up_now()
    world.settle()
    assert len(world.answers) == 2, "asked once more meanwhile, another one follows"
    assert world.answers[0][1] == (world.place.name,)
    assert world.answers[0][0].changes == 1


def test_a_slow_stick_keeps_the_store_free(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    place, goes_on = add_place(world.store, world.place), threading.Event()
    real, done = keep_backups.copy_to, []

    def slow(*given: Any) -> Any:
        assert goes_on.wait(60)
        return real(*given)

    monkeypatch.setattr(keep_backups, "copy_to", slow)
    world.keeper.back_up_now()
    world.qtbot.waitUntil(lambda: world.lying() == 1, timeout=PATIENCE_MS)
    world.jobs.run(lambda progress: done.append(1))
    world.qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert world.keeper.is_busy
    goes_on.set()
    world.settle()
    assert world.lying(files_at(place)) == 1


def test_a_stick_that_comes_later_gets_the_newest(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    place = add_place(world.store, world.place)
    there = False
    monkeypatch.setattr("kpm_desktop.commands.backups.backup_places.is_there", lambda each: there)
    world.rest()
    world.look()
    assert world.lying(files_at(place)) == 0
    there = True
    world.idle._last = world.steady
    world.look()
    assert world.lying(files_at(place)) == 1


def test_a_stick_that_takes_nothing_is_tried_again_only_once_it_was_pulled_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, tries, there = add_place(world.store, world.place), [0], True
    monkeypatch.setattr("kpm_desktop.commands.backups.backup_places.is_there", lambda each: there)
    files_at(place).write_text("a file where the folder should be", encoding="utf-8")
    real = keep_backups.copy_to

    def counted(*given: Any) -> Any:
        tries[0] += 1
        return real(*given)

    monkeypatch.setattr(keep_backups, "copy_to", counted)
    world.rest()
    for _ in range(3):
        world.look()
    assert tries == [1]
    there = False
    world.look()
    there = True
    files_at(place).unlink()
    world.look()
    assert tries == [2]
    assert world.lying(files_at(place)) == 1


def test_paused_nothing_is_begun(world: World) -> None:
    world.keeper.pause()
    world.rest()
    world.look()
    assert world.lying() == 0
    world.keeper.go_on()
    world.look()
    assert world.lying() == 1


def test_the_last_one_takes_no_longer_than_it_may(world: World) -> None:
    times = iter([0.0])
    last_backup(world.store, lambda: world.now, lambda: next(times, 5.0), 3)
    assert world.lying() == 0
    last_backup(world.store, lambda: world.now, lambda: 0.0, 3)
    assert world.lying() == 1

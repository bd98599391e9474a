"""The sync runner: goes out by itself, waits for no line, survives what lines do."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.bundles.send import box_of
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.remotes.remotes import Remote, add_server, read_remotes
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.ui.frame.changes_hub import ChangesHub
from kpm_desktop.ui.frame.jobs import Fault, Jobs, Progress
from kpm_desktop.ui.frame.reachability import Reachability
from kpm_desktop.ui.frame.sync_runner import SyncRunner
from tests.support.devices import VILLAGE, Device, acquaint, quick_place
from tests.support.places import SharedPlace, no_line
from tests.ui.opener import held_open
from tests.ui.program import PATIENCE_MS

NOON = datetime(2026, 11, 19, 5, tzinfo=UTC)


class World:
    """A cadre's laptop with a sync runner, its clock and its line in a test's hands."""

    supervisor: Device

    def __init__(self, qtbot: QtBot, cadre: Device, jobs: Jobs, cloud: SharedPlace) -> None:
        self.qtbot, self.cadre, self.jobs, self.cloud = qtbot, cadre, jobs, cloud
        self.now = NOON
        self.hub, self.reachability = ChangesHub(), Reachability()
        self.sync_runner = SyncRunner(jobs, cadre.store, self.hub, lambda: self.now, self.reachability)
        self.rounds: list[Round] = []
        self.faults: list[Fault] = []
        self.sync_runner.ended.connect(self.rounds.append)
        self.sync_runner.failed.connect(self.faults.append)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle and not self.sync_runner.is_busy, timeout=PATIENCE_MS)

    def household(self) -> None:
        self.cadre.save(new_id(), {"village_code": VILLAGE, "head_name": "Kepala"})

    def unsent(self) -> int:
        found: int = profile_status(self.cadre.store)["changes"]["unsent"]
        return found


@pytest.fixture
def cloud() -> SharedPlace:
    return SharedPlace()


@pytest.fixture
def world(qtbot: QtBot, cloud: SharedPlace, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with quick_place() as place:
        cadre, supervisor = place.cadre("Ibu Sari"), place.supervisor("Bu Rina")
        acquaint(cadre, supervisor, VILLAGE)
        add_server(cadre.store, cloud.address, user="kader", password="rahasia")
        monkeypatch.setattr(Remote, "route", lambda self: cloud)
        jobs = Jobs()
        made = World(qtbot, cadre, jobs, cloud)
        made.supervisor = supervisor
        made.household()
        yield made
        made.sync_runner.stop()
        jobs.close()


def test_it_goes_out_by_itself_once_it_was_started(world: World) -> None:
    world.sync_runner.look()
    world.settle()
    assert world.unsent() == 1
    world.sync_runner.start()
    world.settle()
    assert world.unsent() == 0
    assert [len(done.sent) for done in world.rounds] == [1]


def test_what_is_saved_later_goes_along_soon_and_pages_hear_of_it(world: World) -> None:
    heard: list[frozenset[str]] = []
    world.hub.changed.connect(heard.append)
    world.sync_runner.start()
    world.settle()
    world.household()
    world.hub.announce(["household"])
    world.sync_runner.look()
    world.settle()
    assert world.unsent() == 1
    world.now += timedelta(minutes=2)
    world.sync_runner.look()
    world.settle()
    assert world.unsent() == 0
    assert heard.count(frozenset({"delivery"})) == 2


def test_a_line_that_came_back_is_tried_before_its_time(world: World) -> None:
    world.cloud.fails = no_line
    world.sync_runner.start()
    world.settle()
    for _ in range(4):  # so often that it waits for minutes
        world.sync_runner.visit([world.rounds[0].remote.id])
        world.settle()
    assert {done.status.phase for done in world.rounds} == {"failed"}
    world.cloud.fails = lambda call: None
    world.now += timedelta(seconds=31)
    world.sync_runner.look()
    world.settle()
    assert world.unsent() == 1
    world.reachability.changed.emit()
    world.settle()
    assert world.unsent() == 0


def test_a_slow_line_keeps_nobody_waiting(world: World) -> None:
    """While a file is on its way, the store's thread does other work; what was saved meanwhile is not lost."""
    on_its_way, may_go_on = threading.Event(), threading.Event()

    def slow(call: str) -> None:
        if call == "put":
            on_its_way.set()
            may_go_on.wait(PATIENCE_MS / 1000)

    world.cloud.fails = slow
    world.sync_runner.start()
    world.qtbot.waitUntil(on_its_way.is_set, timeout=PATIENCE_MS)
    saved: list[int] = []

    def save(progress: Progress) -> int:
        world.household()
        return world.unsent()

    world.jobs.run(save, saved.append)
    world.qtbot.waitUntil(lambda: saved == [2], timeout=PATIENCE_MS)
    assert world.sync_runner.is_busy
    may_go_on.set()
    world.settle()
    assert world.unsent() == 1


def test_stopped_in_the_middle_it_counts_nothing_as_sent(world: World) -> None:
    on_its_way, may_go_on = threading.Event(), threading.Event()

    def slow(call: str) -> None:
        if call == "put":
            on_its_way.set()
            may_go_on.wait(PATIENCE_MS / 1000)

    world.cloud.fails = slow
    world.sync_runner.start()
    world.qtbot.waitUntil(on_its_way.is_set, timeout=PATIENCE_MS)
    world.sync_runner.stop()
    may_go_on.set()
    world.settle()
    assert world.unsent() == 1
    assert world.rounds == []


def test_our_own_fault_at_the_target_waits_its_time_like_any_failure(world: World) -> None:
    def broken(call: str) -> None:
        raise ZeroDivisionError

    world.cloud.fails = broken
    world.sync_runner.start()
    world.settle()
    assert [(done.status.phase, done.reasons[0].code) for done in world.rounds] == [("failed", "cli.our_fault")]
    assert world.faults == []


def test_asked_it_goes_at_once_and_answers_for_all(world: World) -> None:
    answers: list[list[Round]] = []
    world.sync_runner.answered.connect(answers.append)
    with world.cadre.store.reading() as tx:
        ids = [remote.id for remote in read_remotes(tx)]
    world.sync_runner.visit([*ids, "gone"])
    world.settle()
    assert [[len(done.sent) for done in answer] for answer in answers] == [[1]]
    world.sync_runner.visit(ids, again=True)
    world.settle()
    assert [len(done.sent) for done in answers[-1]] == [1]


def test_a_save_goes_through_while_a_fetched_bundle_is_being_opened(world: World, qtbot: QtBot) -> None:
    sari, above = world.cadre, world.supervisor
    above.take(*sari.export())
    (receipt,) = above.receipt(sari.key)
    world.cloud.put(receipt.name, receipt.read_bytes(), box_of(sari.key))
    with held_open() as begun:
        world.sync_runner.start()
        qtbot.waitUntil(begun.is_set, timeout=PATIENCE_MS)
        saved: list[object] = []
        world.jobs.run(lambda progress: world.household(), saved.append)
        qtbot.waitUntil(lambda: bool(saved), timeout=PATIENCE_MS)
        assert world.sync_runner.is_busy
    world.settle()
    assert [one.outcome for one in world.rounds[0].opened] == ["held"]

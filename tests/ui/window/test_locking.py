"""The screen locks by itself: after a while, after sleep, when the system says so; nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kpm_desktop.commands.backups.backup_files import folder_beside
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.dialogs.dialog import Veil
from kpm_desktop.ui.dialogs.help import HelpDialog
from kpm_desktop.ui.entry.unlock import Unlock
from kpm_desktop.ui.frame.idle import Idle
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm
from kpm_desktop.ui.window.lock_watch import BEAT_MS, LockWatch
from kpm_desktop.ui.window.system_lock import says_lock
from tests.support.profiles import HOUSE, PASSWORD, load, write_rows
from tests.ui.conftest import TODAY
from tests.ui.program import Program

BEAT_S = BEAT_MS / 1000


class Watched:
    """A lock watch with its clocks in a test's hands."""

    def __init__(self) -> None:
        self.touch = self.wall = self.steady = 1000.0
        self.is_working = False
        self.locked = 0
        self.idle = Idle(lambda: self.touch)
        self.watch = LockWatch(self.idle, lambda: 10, lambda: self.is_working, lambda: self.wall, lambda: self.steady)
        self.watch.due.connect(self._on_due)
        self.watch.start()

    def _on_due(self) -> None:
        self.locked += 1

    def beat(self, seconds: float = BEAT_S, *, asleep: float = 0) -> None:
        """So much passes awake; while asleep the steady clock stands still."""
        self.touch += seconds
        self.steady += seconds
        self.wall += seconds + asleep
        self.watch.look()


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    made = Watched()
    yield made
    made.watch.stop()


def test_after_ten_minutes_without_a_touch(watched: Watched, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    for _ in range(119):
        watched.beat()
    assert not watched.locked
    QTest.keyClick(label, Qt.Key.Key_A)
    for _ in range(119):
        watched.beat()
    assert not watched.locked
    watched.beat()
    assert watched.locked


def test_work_that_is_under_way_is_waited_for_but_not_for_ever(watched: Watched) -> None:
    watched.is_working = True
    for _ in range(200):
        watched.beat()
    assert not watched.locked
    for _ in range(100):
        watched.beat()
    assert watched.locked


def test_a_clock_that_jumped_means_the_laptop_slept(watched: Watched) -> None:
    watched.beat()
    watched.beat(asleep=40)
    assert not watched.locked, "a clock that was set right a little is no sleep"
    watched.beat(asleep=-7200)
    assert not watched.locked, "nor is one that was put back"
    watched.beat(asleep=600)
    assert watched.locked


def test_where_the_steady_clock_goes_on_asleep_the_late_beat_tells(watched: Watched) -> None:
    watched.beat(seconds=600)
    assert watched.locked


def test_what_windows_says_of_sleep_and_its_lock_screen() -> None:
    assert says_lock(0x0218, 4)
    assert says_lock(0x02B1, 7)
    assert not says_lock(0x0218, 18)
    assert not says_lock(0x02B1, 8)


# the whole window


@pytest.fixture
def running(qtbot: QtBot, profile: Path) -> Iterator[Program]:
    """A program that does by itself what it does at people's."""
    made = Program(qtbot, profile, TODAY, acts_by_itself=True)
    yield made
    made.close()


def form(program: Program) -> NewHouseholdForm:
    program.shell().show_page("sasaran")
    program.settle()
    program.shell().page("sasaran").arrive(("home", None))
    program.settle()
    (found,) = program.window.findChildren(NewHouseholdForm)
    return found


def texts(program: Program) -> str:
    return " ".join(each.text() for each in program.window.findChildren(QLabel) if each.isVisible())


def test_locked_the_window_shows_nothing_and_the_profile_is_closed(running: Program, tmp_path: Path) -> None:
    with open_store(running.folder, PASSWORD) as store:
        load(store, write_rows(tmp_path / "in", household=[HOUSE | {"head_name": "Zubaedah"}]))
    shell = running.unlock()
    store = shell.context.session.store
    running.entrance.lock()
    running.settle()
    assert isinstance(running.window.centralWidget(), Unlock)
    assert "Zubaedah" not in texts(running)
    with pytest.raises(Refused, match="closed"), store.reading():
        pass
    running.unlock()


def test_a_message_on_the_system_bus_locks_it(running: Program) -> None:
    running.unlock()
    assert running.entrance._system_lock is not None
    running.entrance._system_lock.locking.emit()
    running.settle()
    running.frame(Unlock)
    running.entrance.lock()
    running.frame(Unlock)


def test_a_dialog_that_holds_nothing_closes(running: Program) -> None:
    shell = running.unlock()
    HelpDialog(shell.context.look, [], shell).open()
    running.entrance.lock()
    running.settle()
    assert not running.window.findChildren(HelpDialog)
    assert not [each for each in running.window.findChildren(Veil) if each.isVisible()]
    assert running.unlock() is not shell


def test_what_was_typed_in_a_form_comes_back_after_the_password(running: Program) -> None:
    running.unlock()
    found = form(running)
    running.write("Ibu Zubaedah")
    running.entrance.lock()
    running.settle()
    assert running.frame(Unlock).isVisible()
    assert not found.isVisible()
    assert "Zubaedah" not in texts(running)
    assert not [each for each in running.window.findChildren(Veil) if each.isVisible()]
    running.unlock()
    assert found.isVisible()
    running.write(" Rahma")
    assert found.values()[0]["head_name"] == "Ibu Zubaedah Rahma"
    found.save()
    running.settle()
    running.close_session()
    with open_store(running.folder, PASSWORD) as store, store.reading() as tx:
        assert tx.exec_driver_sql("SELECT head_name FROM household").scalar() == "Ibu Zubaedah Rahma"


def test_a_form_whose_question_is_open_comes_back_without_the_question(running: Program) -> None:
    running.unlock()
    found = form(running)
    running.write("Ibu Zubaedah")
    found.drop_button.click()
    assert found.findChildren(ConfirmDialog)
    running.entrance.lock()
    running.settle()
    running.unlock()
    assert found.isVisible()
    assert not found.findChildren(ConfirmDialog)
    assert found.values()[0]["head_name"] == "Ibu Zubaedah"


def test_locked_twice_it_still_comes_back(running: Program) -> None:
    running.unlock()
    found = form(running)
    running.write("Ibu Zubaedah")
    for _ in range(2):
        running.entrance.lock()
        running.settle()
        running.unlock()
    assert found.isVisible()
    assert found.values()[0]["head_name"] == "Ibu Zubaedah"


def test_the_program_may_end_while_a_form_is_put_aside(running: Program) -> None:
    running.unlock()
    form(running)
    running.write("Ibu Zubaedah")
    running.entrance.lock()
    running.settle()
    running.close_session()
    open_store(running.folder, PASSWORD).close()


def test_locking_makes_the_backup_that_is_due(running: Program) -> None:
    running.unlock()
    running.entrance.lock()
    running.settle()
    assert len(list(folder_beside(running.folder).iterdir())) == 1
    running.unlock()
    running.close_session()
    assert len(list(folder_beside(running.folder).iterdir())) == 1, "nothing changed since"

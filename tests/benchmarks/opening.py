"""A profile with 20,000 people and 400,000 visits: how long from the password to a list one can work with, and how much
memory the program takes when all of it is open."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from tests.benchmarks.big import PEOPLE, TODAY, VILLAGES, big_profiles
from tests.benchmarks.journal import PASSWORD, Result
from tests.benchmarks.memory import LIMIT_MB, peak_mb
from tests.benchmarks.windows import BARE, seconds

#: A new month, in which nobody has been visited yet.
OPENED = TODAY + timedelta(days=10)
ROUNDS = 3
#: Rows of a page that can be worked with, though more are still coming; and of one that shows everybody.
_USABLE, _EVERYBODY = 50, PEOPLE * 4 // 5


def run() -> list[Result]:
    """(name, measured, limit)."""
    cadre, boss = big_profiles()
    with tempfile.TemporaryDirectory() as name:
        bare = min(seconds(Path(name), cadre, BARE) for _ in range(ROUNDS))
    _opened(cadre, "beranda", _USABLE)  # as the day before left it
    listed = min(_opened(cadre, "beranda", _USABLE)[0] for _ in range(ROUNDS))
    _, of_cadre = _opened(cadre, "sasaran", _EVERYBODY)
    _, of_boss = _opened(boss, "beranda", VILLAGES)
    people = f"{PEOPLE:,} people"
    return [
        (f"password accepted to a usable list, {people} / a bare window", listed / bare, 2.0),
        (f"memory, {people} and their visits open at a cadre's, MB", of_cadre, LIMIT_MB),
        (f"memory, {people} and their visits open at a supervisor's, MB", of_boss, LIMIT_MB),
    ]


def _opened(folder: Path, page: str, least: int) -> tuple[float, float]:
    """Seconds to a page with that many rows, and the most memory until all is done."""
    command = [sys.executable, "-m", "tests.benchmarks.opening", str(folder), page, str(least)]
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=quiet, check=True, capture_output=True, text=True)
    listed, most = done.stdout.split()
    return float(listed), float(most)


def _open(folder: Path, page: str, least: int) -> None:
    """The program's own windows; what opens them is loaded while the password is typed."""
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    from kpm_desktop.ui.entry.attempts import Attempts
    from kpm_desktop.ui.entry.entrance import open_profile
    from kpm_desktop.ui.entry.unlock import Unlock
    from kpm_desktop.ui.frame.jobs import Jobs
    from kpm_desktop.ui.frame.preferences import Preferences
    from kpm_desktop.ui.look.fonts import register_fonts
    from kpm_desktop.ui.window.entrance import Entrance, Start
    from kpm_desktop.ui.window.theming import Theming
    from kpm_desktop.ui.window.window import Window

    app = QApplication([])
    register_fonts()
    preferences = Preferences(folder)
    jobs, window = Jobs(), Window(preferences)
    theming = Theming(app, jobs, preferences, lambda: OPENED)
    entrance = Entrance(window, Start(folder, None), theming.dress, Attempts(folder, time.time))
    entrance.show()
    window.open()
    unlock = window.findChild(Unlock)
    assert isinstance(unlock, Unlock)
    entrance.prepare(unlock)
    _wait(lambda: jobs.is_idle)
    session = open_profile(folder, PASSWORD, None)
    start = time.perf_counter()
    unlock.entered.emit(session)
    assert entrance.shell is not None
    entrance.shell.show_page(page)

    def is_listed() -> bool:
        return any(
            view.isVisible() and view.model().rowCount() >= least for view in window.findChildren(QAbstractItemView)
        )

    _wait(is_listed)
    listed = time.perf_counter() - start
    _wait(lambda: jobs.is_idle)
    print(listed, peak_mb())
    window.close()
    _wait(lambda: jobs.is_idle)
    sys.stdout.flush()
    os._exit(0)  # all that was to be kept is kept


def _wait(is_done: Callable[[], bool]) -> None:
    """Sleeps between events, as the program does; the timer of `Jobs` wakes it at the latest."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    while not is_done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    _open(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

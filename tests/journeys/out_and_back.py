"""A laptop's sync runner alone, with what the system says of the line, told by lines on standard output.

python -m tests.journeys.out_and_back PROFILE CLOCK: the clock stands still at the start, plus the seconds in CLOCK.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject

from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.db.store import open_store
from kpm_desktop.ui.frame.changes_hub import ChangesHub
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.frame.reachability import SystemReachability
from kpm_desktop.ui.frame.sync_runner import SyncRunner
from tests.support.devices import PASSWORD


class Teller(QObject):
    """Says what happens, and ends after the first bundle that was delivered."""

    def __init__(self, reachability: SystemReachability) -> None:
        super().__init__()
        self._reachability = reachability

    def _say(self, what: str) -> None:
        print(what, "off" if self._reachability.seems_off else "on", flush=True)

    def on_changed(self) -> None:
        """The system says the line has come or gone."""
        self._say("changed")

    def on_ended(self, done: Round) -> None:
        """A round is over."""
        self._say(done.status.phase)
        if done.sent:
            QCoreApplication.exit(0)


def main() -> int:
    """Runs until something was delivered."""
    app = QCoreApplication([])
    folder, clock_file = Path(sys.argv[1]), Path(sys.argv[2])
    begin = datetime.now(UTC)

    def clock() -> datetime:
        return begin + timedelta(seconds=int(clock_file.read_text(encoding="ascii")))

    jobs, store = Jobs(), open_store(folder, PASSWORD)
    reachability = SystemReachability()
    teller = Teller(reachability)
    sync_runner = SyncRunner(jobs, store, ChangesHub(), clock, reachability)
    sync_runner.ended.connect(teller.on_ended)
    reachability.changed.connect(teller.on_changed)
    sync_runner.start()
    print("ready", flush=True)
    code = app.exec()
    sync_runner.stop()
    jobs.close()
    store.close()
    return code


if __name__ == "__main__":
    sys.exit(main())

"""Leads from the closed profile to the shell and back: first run, unlock, lock, and a shell in another dress.

What each needs is imported when it is its turn: the first window shall be there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.profile_folder import is_profile
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.window.window import Window

#: After the first picture is on the screen, so that loading does not hold it back.
_PREPARE_MS = 30


if TYPE_CHECKING:
    from kpm_desktop.ui.entry.frame import EntryFrame
    from kpm_desktop.ui.entry.unlock import Unlock
    from kpm_desktop.ui.frame.reachability import Reachability
    from kpm_desktop.ui.frame.session import Session
    from kpm_desktop.ui.window.shell import Shell


class Start(NamedTuple):
    """What the program was started with. goes_out: whether targets are visited by themselves."""

    folder: Path
    role: str | None
    goes_out: bool = False


def _load(progress: Progress) -> None:
    """What is shown behind the password is loaded while it is typed."""
    import kpm_desktop.ui.pages.home.home
    import kpm_desktop.ui.pages.villages.supervisor_home
    import kpm_desktop.ui.window.page_list
    import kpm_desktop.ui.window.shell  # noqa: F401 - imported for those who show it


def _close(session: Session, progress: Progress) -> None:
    from kpm_desktop.ui.entry.entrance import close_profile

    close_profile(session)


class Entrance(QObject):
    """`dress` makes the tools anew from the preferences: theme, size, language."""

    def __init__(
        self,
        window: Window,
        start: Start,
        dress: Callable[[], Tools],
        attempts: Attempts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._start, self._dress, self._attempts = window, start, dress, attempts
        self._tools = dress()
        self._session: Session | None = None
        self.shell: Shell | None = None
        window.closing.connect(self._on_closing)

    def show(self) -> None:
        """Fills the window with first run or unlock."""
        frame = self._unlock() if is_profile(self._start.folder) else self._first_run()
        frame.language_asked.connect(self._on_language)
        self._window.fill(frame)
        frame.setFocus()

    def _first_run(self) -> EntryFrame:
        from kpm_desktop.ui.entry.first_run import FirstRun

        first_run = FirstRun(self._tools, self._start.folder, self._start.role, self._window)
        first_run.made.connect(self._on_made)
        first_run.entered.connect(self._on_entered)
        return first_run

    def _unlock(self) -> EntryFrame:
        from kpm_desktop.ui.entry.unlock import Unlock

        unlock = Unlock(self._tools, self._start.folder, self._attempts, self._window)
        unlock.entered.connect(self._on_entered)
        QTimer.singleShot(_PREPARE_MS, unlock, partial(self.prepare, unlock))
        return unlock

    def prepare(self, unlock: Unlock) -> None:
        """Loads, beside the window, what opens the profile and what is shown then."""
        unlock.prepare()
        self._tools.jobs.run(_load)

    def _on_made(self, session: Session) -> None:
        self._session = session
        self._tools.preferences.language = self._tools.language

    def _on_entered(self, session: Session) -> None:
        self._session = session
        self._show_shell()

    def _show_shell(self, page: str = "") -> None:
        from kpm_desktop.db.journal.journal import system_clock
        from kpm_desktop.ui.frame.changes_hub import ChangesHub
        from kpm_desktop.ui.frame.context import Context
        from kpm_desktop.ui.frame.sync_runner import SyncRunner
        from kpm_desktop.ui.window.page_list import pages_of
        from kpm_desktop.ui.window.shell import Shell

        assert self._session is not None
        hub = ChangesHub(self)
        sync_runner = SyncRunner(self._tools.jobs, self._session.store, hub, system_clock, self._reachability(), self)
        context = Context(self._tools, self._session, hub, sync_runner)
        self.shell = Shell(context, pages_of(self._session.role, self._tools.language))
        self.shell.locked.connect(self._on_locked)
        # What was pressed is done with before it is thrown away.
        self.shell.restyled.connect(self._on_restyled, Qt.ConnectionType.QueuedConnection)
        self._window.fill(self.shell)
        if page:
            self.shell.show_page(page)
        if self._start.goes_out:
            sync_runner.start()

    def _reachability(self) -> Reachability:
        from kpm_desktop.ui.frame.reachability import Reachability, system_reachability

        return system_reachability(self) if self._start.goes_out else Reachability(self)

    def _on_locked(self) -> None:
        self._let_go()
        self.show()

    def _on_restyled(self) -> None:
        assert self.shell is not None
        page, stop = self.shell.current, self.shell.stop
        self.shell.leave()
        self._tools = self._dress()
        self._show_shell(page)
        self.shell.go_to_stop(stop)

    def _on_language(self, language: str) -> None:
        self._tools.preferences.language = language
        self._tools = self._dress()
        self.show()

    def _on_closing(self) -> None:
        self._let_go()

    def _let_go(self) -> None:
        """Pages hand over what is unsaved, then the store is closed: jobs are done in this order."""
        if self.shell is not None:
            self.shell.leave()
            self.shell = None
        if self._session is not None:
            self._tools.jobs.run(partial(_close, self._session))
            self._session = None

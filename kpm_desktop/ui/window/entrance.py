"""Leads from the closed profile to the shell and back: first run, unlock, lock, and a shell in another dress.

What each needs is imported when it is its turn: the first window shall be there at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from kpm_desktop.ui.entry.attempts import Attempts
from kpm_desktop.ui.entry.profile_folder import finish_restore, is_profile
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.frame.jobs import Progress
from kpm_desktop.ui.window.window import Window

#: After the first picture is on the screen, so that loading does not hold it back.
_PREPARE_MS = 30
#: So long a backup may take when the screen is locked or the program ends.
_LAST_BACKUP_S = 3.0


if TYPE_CHECKING:
    from kpm_desktop.ui.entry.frame import EntryFrame
    from kpm_desktop.ui.entry.unlock import Unlock
    from kpm_desktop.ui.frame.idle import Idle
    from kpm_desktop.ui.frame.reachability import Reachability
    from kpm_desktop.ui.frame.session import Session
    from kpm_desktop.ui.window.lock_watch import LockWatch
    from kpm_desktop.ui.window.put_aside import PutAside
    from kpm_desktop.ui.window.shell import Shell
    from kpm_desktop.ui.window.system_lock import SystemLock


class Start(NamedTuple):
    """What the program was started with. acts_by_itself: whether targets are visited, backups made and the screen
    locked without anybody asking."""

    folder: Path
    role: str | None
    acts_by_itself: bool = False


def _load(progress: Progress) -> None:
    """What is shown behind the password is loaded while it is typed."""
    import kpm_desktop.commands.backups.backup_state
    import kpm_desktop.commands.profile.check_clock
    import kpm_desktop.commands.supervision.delivery_overview
    import kpm_desktop.domain.registers.catalogue
    import kpm_desktop.domain.registers.spoken
    import kpm_desktop.ui.frame.backup_keeper
    import kpm_desktop.ui.frame.reachability
    import kpm_desktop.ui.frame.sync_runner
    import kpm_desktop.ui.pages.home.home
    import kpm_desktop.ui.pages.villages.supervisor_home
    import kpm_desktop.ui.window.page_list
    import kpm_desktop.ui.window.shell  # noqa: F401 - imported for those who show it
    from kpm_desktop.domain.regions import successors

    successors.prepare()


def _close(session: Session, progress: Progress, *, backs_up: bool) -> None:
    from kpm_desktop.db.journal.journal import system_clock
    from kpm_desktop.ui.entry.entrance import close_profile
    from kpm_desktop.ui.frame.backup_keeper import last_backup

    try:
        if backs_up:
            last_backup(session.store, system_clock, time.monotonic, _LAST_BACKUP_S)
    finally:
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
        self._aside: PutAside | None = None
        self._idle: Idle | None = None
        self._lock_watch: LockWatch | None = None
        self._system_lock: SystemLock | None = None
        self.shell: Shell | None = None
        window.closing.connect(self._on_closing)

    def show(self, *, keep: bool = False) -> None:
        """Fills the window with first run or unlock; keep: what fills it now is wanted again."""
        finish_restore(self._start.folder)
        frame = self._unlock() if is_profile(self._start.folder) else self._first_run()
        frame.language_asked.connect(self._on_language)
        self._window.fill(frame, keep=keep)
        frame.setFocus()

    def _first_run(self) -> EntryFrame:
        from kpm_desktop.ui.entry.first_run import FirstRun

        first_run = FirstRun(self._tools, self._start.folder, self._start.role, self._window)
        first_run.made.connect(self._on_made)
        first_run.entered.connect(self._on_entered)
        first_run.restore_asked.connect(self._on_restore)
        return first_run

    def _unlock(self) -> EntryFrame:
        from kpm_desktop.ui.entry.unlock import Unlock

        unlock = Unlock(self._tools, self._start.folder, self._attempts, self._window)
        unlock.entered.connect(self._on_entered)
        unlock.code_due.connect(self._on_code_due)
        unlock.restore_asked.connect(self._on_restore)
        QTimer.singleShot(_PREPARE_MS, unlock, partial(self.prepare, unlock))
        return unlock

    def prepare(self, unlock: Unlock) -> None:
        """Loads, beside the window, what opens the profile and what is shown then."""
        unlock.prepare()
        self._tools.jobs.run(_load)

    def _on_made(self, session: Session) -> None:
        self._session = session
        self._tools.preferences.language = self._tools.language

    def _on_restore(self) -> None:
        from kpm_desktop.ui.entry.restore import Restore

        frame = Restore(self._tools, self._start.folder, self._attempts, self._window)
        frame.entered.connect(self._on_restored)
        frame.left.connect(self.show)
        self._window.closing.connect(frame.drop)
        self._window.fill(frame)
        frame.setFocus()

    def _on_restored(self, session: Session | None, aside: Path | None) -> None:
        """What was put aside is said where one goes on: in the shell, or where a new password is chosen."""
        from kpm_desktop.ui.entry.unlock import Unlock
        from kpm_desktop.ui.window.restored import RestoredDialog

        if session is not None:
            self._on_entered(session)
        else:
            self.show()
        frame = self._window.centralWidget()
        if isinstance(frame, Unlock):
            frame.ask_for_code()
        RestoredDialog(self._tools.look, aside, frame or self._window).open()

    def _on_code_due(self, session: Session, code: str) -> None:
        from kpm_desktop.ui.entry.keep_code import KeepCode

        self._session = session
        frame = KeepCode(self._tools, session, code, self._window)
        frame.entered.connect(self._on_entered)
        self._window.fill(frame)
        frame.setFocus()

    def _on_entered(self, session: Session) -> None:
        aside, self._aside = self._aside, None
        if aside is not None and aside.fits(session):
            self._come_back(aside, session)
            return
        if aside is not None:
            aside.drop()
        self._session = session
        self._show_shell()
        if self.shell is not None:
            self.shell.tell_mended(session.mended)

    def _come_back(self, aside: PutAside, session: Session) -> None:
        """What was typed is still there."""
        aside.session.store.go_on_as(session.store)
        self._session, self.shell = aside.session, aside.shell
        self._window.fill(self.shell)
        self.shell.come_back()
        aside.come_back()
        self._begin_watching()

    def _show_shell(self, page: str = "") -> None:
        from kpm_desktop.db.journal.journal import system_clock
        from kpm_desktop.ui.frame.backup_keeper import BackupKeeper
        from kpm_desktop.ui.frame.changes_hub import ChangesHub
        from kpm_desktop.ui.frame.context import Context
        from kpm_desktop.ui.frame.idle import Idle
        from kpm_desktop.ui.frame.sync_runner import SyncRunner
        from kpm_desktop.ui.window.page_list import pages_of
        from kpm_desktop.ui.window.shell import Shell

        assert self._session is not None
        hub = ChangesHub(self)
        jobs, store = self._tools.jobs, self._session.store
        sync_runner = SyncRunner(jobs, store, hub, system_clock, self._reachability(), self)
        self._idle = self._idle or Idle(parent=self)
        keeper = BackupKeeper(jobs, store, hub, system_clock, self._idle, self)
        context = Context(self._tools, self._session, hub, sync_runner, keeper)
        self.shell = Shell(context, pages_of(self._session.role, self._tools.language))
        self.shell.locked.connect(self.lock)
        # What was pressed is done with before it is thrown away.
        self.shell.restyled.connect(self._on_restyled, Qt.ConnectionType.QueuedConnection)
        self._window.fill(self.shell)
        if page:
            self.shell.show_page(page)
        if self._start.acts_by_itself:
            sync_runner.start()
            keeper.start()
            self._begin_watching()

    def _reachability(self) -> Reachability:
        from kpm_desktop.ui.frame.reachability import Reachability, system_reachability

        return system_reachability(self) if self._start.acts_by_itself else Reachability(self)

    def _begin_watching(self) -> None:
        if not self._start.acts_by_itself:
            return
        if self._lock_watch is None:
            from kpm_desktop.ui.window.lock_watch import LockWatch
            from kpm_desktop.ui.window.system_lock import system_lock

            assert self._idle is not None
            self._lock_watch = LockWatch(self._idle, self._lock_minutes, self._is_working, parent=self)
            self._lock_watch.due.connect(self.lock)
            self._system_lock = system_lock(int(self._window.winId()), self)
            self._system_lock.locking.connect(self.lock)
        self._lock_watch.start()

    def _lock_minutes(self) -> int:
        return self._tools.preferences.lock_minutes

    def _is_working(self) -> bool:
        """Something is under way that would end with the shell."""
        from kpm_desktop.ui.printing.page_printer import PagePrinter

        return not self._tools.jobs.is_idle or bool(self._window.findChildren(PagePrinter))

    def lock(self) -> None:
        """Locks the screen; nothing happens where nothing is open."""
        if self.shell is None or self._session is None:
            return
        from kpm_desktop.ui.window.put_aside import PutAside, close_dialogs

        dialogs = close_dialogs(self.shell)
        if dialogs:
            self._aside = PutAside(self.shell, self._session, dialogs)
        self._let_go(keep=bool(dialogs))
        self.show(keep=bool(dialogs))

    def _on_restyled(self) -> None:
        assert self.shell is not None
        page, stop = self.shell.current, self.shell.stop
        self.shell.leave()
        self.shell.end()
        self._tools = self._dress()
        self._show_shell(page)
        self.shell.go_to_stop(stop)

    def _on_language(self, language: str) -> None:
        self._tools.preferences.language = language
        self._tools = self._dress()
        self.show()

    def _on_closing(self) -> None:
        if self._aside is not None:
            self._aside.drop()
            self._aside = None
        self._let_go()

    def _let_go(self, *, keep: bool = False) -> None:
        """Pages hand over what is unsaved, then the store is closed: jobs are done in this order. keep: the shell is
        wanted again."""
        if self._lock_watch is not None:
            self._lock_watch.stop()
        if self.shell is not None:
            self.shell.leave()
            if not keep:
                self.shell.end()
            self.shell = None
        if self._session is not None:
            self._tools.jobs.run(partial(_close, self._session, backs_up=self._start.acts_by_itself))
            self._session = None

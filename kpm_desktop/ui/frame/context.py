"""Everything a page is handed: built by `app.py` and the entrance, never reached for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.frame.jobs import Fault, Jobs
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.look.look import Look

if TYPE_CHECKING:
    from kpm_desktop.domain.errors import Reason
    from kpm_desktop.domain.records.words import RecordWords
    from kpm_desktop.domain.wording import Wording
    from kpm_desktop.ui.frame.backup_keeper import BackupKeeper
    from kpm_desktop.ui.frame.changes_hub import ChangesHub
    from kpm_desktop.ui.frame.session import Session
    from kpm_desktop.ui.frame.sync_runner import SyncRunner

Today = Callable[[], date]


class Tools:
    """What the windows have before anybody unlocked anything.

    wall: the day the laptop's clock shows, where the windows go by another one: pictures and practice pretend a day.
    """

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        preferences: Preferences,
        language: str,
        today: Today,
        wall: Today | None = None,
    ) -> None:
        self.look, self.jobs, self.preferences, self.today = look, jobs, preferences, today
        self.wall = wall or today
        self.language = language
        self.calendar = CalendarWords(language)

    @cached_property
    def wording(self) -> Wording:
        """Speaks reasons; loaded when something is first to be said."""
        from kpm_desktop.domain.wording import Wording

        return Wording(self.language, self.calendar.dated)

    @cached_property
    def words(self) -> RecordWords:
        """What kinds, fields and choices are called; loaded likewise."""
        from kpm_desktop.domain.records.words import record_words

        return record_words(self.language)

    @property
    def comma(self) -> str:
        """The decimal sign numbers are shown with; both are understood."""
        return "," if self.language == "id" else "."

    def refusal(self, reasons: Iterable[Reason]) -> str:
        """Why something was not done, one sentence a line."""
        return "\n".join(self.wording.say(each) for each in reasons)

    def fault(self, fault: Fault) -> str:
        """That the program, not the user, is at fault."""
        return self.wording.phrase("cli.our_fault", where=str(fault))


class Context(NamedTuple):
    """The tools, the open session, the hub that says what changed, and what works by itself: the sync runner that
    carries bundles and the keeper of backups."""

    tools: Tools
    session: Session
    hub: ChangesHub
    sync_runner: SyncRunner
    backup_keeper: BackupKeeper

    @property
    def look(self) -> Look:
        """Theme and icons."""
        return self.tools.look

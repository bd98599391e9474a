"""Everything a page is handed: built by `app.py` and the entrance, never reached for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.calendar_words import CalendarWords
from kpm_desktop.ui.changes_hub import ChangesHub
from kpm_desktop.ui.jobs import Jobs
from kpm_desktop.ui.look import Look
from kpm_desktop.ui.preferences import Preferences
from kpm_desktop.ui.session import Session

Today = Callable[[], date]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the windows have before anybody unlocked anything."""

    look: Look
    jobs: Jobs
    wording: Wording
    calendar: CalendarWords
    preferences: Preferences
    today: Today

    @property
    def comma(self) -> str:
        """The decimal sign numbers are shown with; both are understood."""
        return "," if self.wording.language == "id" else "."


@dataclass(frozen=True, slots=True)
class Context:
    """The tools, the open session, and the hub that says what changed."""

    tools: Tools
    session: Session
    hub: ChangesHub

    @property
    def look(self) -> Look:
        """Theme and icons."""
        return self.tools.look

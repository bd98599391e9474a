"""Dresses the application as the preferences say, and makes the tools that go with it."""

from PySide6.QtWidgets import QApplication

from kpm_desktop.ui.components.roles import install_roles
from kpm_desktop.ui.frame.context import Today, Tools
from kpm_desktop.ui.frame.jobs import Jobs
from kpm_desktop.ui.frame.languages import Languages
from kpm_desktop.ui.frame.preferences import Preferences
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.stylesheet import dress
from kpm_desktop.ui.look.theme import Theme


class Theming:
    """One for the whole program. wall: as that of the `Tools`."""

    def __init__(
        self, app: QApplication, jobs: Jobs, preferences: Preferences, today: Today, wall: Today | None = None
    ) -> None:
        self._app, self._jobs, self._preferences, self._today, self._wall = app, jobs, preferences, today, wall
        self._languages = Languages(app)
        install_roles()

    def dress(self) -> Tools:
        """Applies theme, size and language; everything made from these tools wears them."""
        language = self._preferences.language
        self._languages.speak(language)
        theme = Theme.named(self._preferences.theme, self._preferences.scale)
        dress(self._app, theme)
        return Tools(Look(theme), self._jobs, self._preferences, language, self._today, self._wall)

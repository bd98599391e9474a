"""Adding somebody from Sasaran: who, and to which household; a new household is entered first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.households.household_view import village_posyandu
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.household_form import NewHouseholdForm, Posyandu
from kpm_desktop.ui.pages.people.people_lines import HomeLine


class Adding(QObject):
    """`chosen` gives the household and the kind of person to be added to it (`add_dialog`); the kind is empty where the
    household alone was to be entered."""

    chosen = Signal(object, str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._then = ""

    def ask(self, homes: Sequence[HomeLine], household: UUID | None) -> None:
        """Asks who is to be added, and to which of the homes unless the household is known."""
        dialog = AddDialog(self._page.context, homes, household, self._page)
        dialog.chosen.connect(self.chosen)
        dialog.wanted_home.connect(self._begin)
        dialog.open()

    def begin_home(self) -> None:
        """Enters a household alone."""
        self._begin("")

    def _begin(self, then: str) -> None:
        """The form offers the posyandu of the village, so they are read first. then: who is to be added afterwards."""
        self._then = then
        region = self._page.context.session.places[0].code
        self._page.ask(partial(village_posyandu, region=region), self._on_posyandu)

    def _on_posyandu(self, posyandu: Posyandu) -> None:
        has_one_village = len(self._page.context.session.places) == 1
        form = NewHouseholdForm(self._page.context, posyandu if has_one_village else (), self._page, then=self._then)
        form.made.connect(self.chosen)
        form.open()

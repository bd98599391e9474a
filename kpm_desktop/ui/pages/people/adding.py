"""Adding somebody from Sasaran: who, and to which household; a new household is entered first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.households.begun_forms import BegunForm, begun_form
from kpm_desktop.commands.households.household_view import VillageNames, village_names
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.household_form import NEW_HOUSEHOLD, NewHouseholdForm
from kpm_desktop.ui.pages.people.people_lines import HomeLine

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


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
        """The form offers the posyandu and hamlets of the village, and what was begun in it before, so they are read
        first. then: who is to be added afterwards."""
        self._then = then
        region = self._page.context.session.places[0].code
        self._page.ask(partial(_read, region=region), self._on_read)

    def _on_read(self, found: tuple[VillageNames, BegunForm | None]) -> None:
        village, begun = found
        context, has_one = self._page.context, len(self._page.context.session.places) == 1
        known = village if has_one else VillageNames()
        form = NewHouseholdForm(context, known, self._page, then=self._then, begun=begun)
        form.made.connect(self.chosen)
        form.kept.connect(self._on_kept)
        form.open()

    def _on_kept(self) -> None:
        self._page.banner.tell(self.tr("Not saved yet: what was typed is kept and offered again."), "ok")


def _read(store: Store, *, region: str) -> tuple[VillageNames, BegunForm | None]:
    return village_names(store, region=region), begun_form(store, NEW_HOUSEHOLD)

"""Adding somebody from Sasaran: who, and to which household; a new household is entered first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.households.household_view import VillageNames, village_names
from kpm_desktop.commands.records.begun_forms import BegunForm
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.add_dialog import AddDialog
from kpm_desktop.ui.pages.people.form_opening import FormOpening
from kpm_desktop.ui.pages.people.household_form import NEW_HOUSEHOLD, NewHouseholdForm
from kpm_desktop.ui.pages.people.people_lines import HomeLine


class Adding(QObject):
    """`chosen` gives the household and the kind of person to be added to it (`add_dialog`); the kind is empty where the
    household alone was to be entered."""

    chosen = Signal(object, str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._then = ""
        self._begun: BegunForm | None = None
        self._opening = FormOpening(page)
        self._opening.kept.connect(self._on_kept)

    def ask(self, homes: Sequence[HomeLine], household: Ref | None) -> None:
        """Asks who is to be added, and to which of the homes unless the household is known."""
        dialog = AddDialog(self._page.context, homes, household, self._page)
        dialog.chosen.connect(self.chosen)
        dialog.wanted_home.connect(self._begin)
        dialog.open()

    def begin_home(self) -> None:
        """Enters a household alone."""
        self._begin("")

    def go_on(self, begun: BegunForm) -> None:
        """Goes on with a household that was begun."""
        self._begin("", begun)

    def _begin(self, then: str, begun: BegunForm | None = None) -> None:
        """The form offers the posyandu and hamlets of the village, so they are read first. then: who is to be added
        afterwards."""
        self._then, self._begun = then, begun
        region = self._page.context.session.places[0].code
        self._page.ask(partial(village_names, region=region), self._on_village)

    def _on_village(self, village: VillageNames) -> None:
        has_one = len(self._page.context.session.places) == 1
        make = partial(self._form, village if has_one else VillageNames())
        if self._begun is not None:
            self._opening.go_on(make, self._begun)
        else:
            self._opening.begin(NEW_HOUSEHOLD, make)

    def _form(self, village: VillageNames, begun: BegunForm | None) -> NewHouseholdForm:
        form = NewHouseholdForm(self._page.context, village, self._page, then=self._then, begun=begun)
        form.made.connect(self.chosen)
        return form

    def _on_kept(self) -> None:
        self._page.banner.tell(self.tr("Not saved yet: what was typed is kept and offered again."), "ok")

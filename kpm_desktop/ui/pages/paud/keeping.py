"""Keeping and saving what form 2C is answered: a place is a child in a month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from kpm_desktop.commands.paud.paud_year import KIND
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Objection
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.draft_keeper import DraftKeeper
from kpm_desktop.ui.forms.draft_saving import DraftSaving
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page

#: Person and month.
Place = tuple[str, str]


class PaudKeeping(DraftKeeper):
    """draft, drafted: what the page shows of a place, and the places with something that is not saved."""

    def __init__(
        self, page: Page, draft: Callable[[Place], drafting.Draft], drafted: Callable[[], list[Place]]
    ) -> None:
        super().__init__(page, "")
        self._draft, self._drafted = draft, drafted

    def draft(self, at: Place) -> drafting.Draft:
        """What is entered of a cell."""
        return self._draft(at)

    def drafted(self) -> list[Place]:
        """Those of a village one after another."""
        return sorted(self._drafted(), key=lambda at: self._draft(at).region)


class PaudSaving(DraftSaving):
    """Of every village. name: of whom a place is. go_to: gives it the keys. `saved` gives how many answers were."""

    saved = Signal(int)
    kinds = frozenset({KIND, DRAFTS})

    def __init__(
        self, page: Page, keeping: PaudKeeping, name: Callable[[Place], str], go_to: Callable[[Place], object]
    ) -> None:
        super().__init__(page, keeping)
        self._name, self._go_to = name, go_to

    def on_done(self, places: Sequence[Place]) -> None:
        """What is entered meanwhile stays; the year is read anew by itself."""
        self.saved.emit(len(places))

    def called(self, one: Objection) -> str:
        """Child and month."""
        at = self.place_of(one)
        return f"{self._name(at)}: {self._page.context.tools.calendar.month(at[1])}" if at is not None else ""

    def show_objection(self, first: Objection, sentence: str) -> None:
        """Goes to the child."""
        at = self.place_of(first)
        if at is not None:
            self._go_to(at)
            sentence = f"{self._name(at)}: {sentence}"
        self.tell_not_saved(sentence)

    def write(self, store: Store, *, drafts: Sequence[drafting.Draft], today: date, overwrite: bool) -> Objected | None:
        """Village by village; the first one in which something is in the way says so, and what is saved is saved."""
        before = 0
        for region in dict.fromkeys(draft.region for draft in drafts):
            own = [draft for draft in drafts if draft.region == region]
            outcome = drafting.save(store, region=region, drafts=own, today=today, overwrite=overwrite)
            if isinstance(outcome, Objected):
                return Objected(*(replace(one, record=before + one.record) for one in outcome.objections))
            before += len(own)
        return None

"""Saving the drafts of a page together: the clock first, then what somebody else wrote meanwhile, then objections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from kpm_desktop.commands.records.save_records import Saved
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected, Objection
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.draft_keeper import DraftKeeper
from kpm_desktop.ui.frame.page import Page


class DraftSaving(QObject):
    """Pages say what follows (`on_done`), what a field somebody else wrote is called (`called`), and where to look at
    an objection (`show_objection`); nothing is lost until then. kinds: what may have changed."""

    kinds: frozenset[str] = frozenset()

    def __init__(self, page: Page, keeping: DraftKeeper) -> None:
        super().__init__(page)
        self._page = page
        self._drafts = keeping
        self.is_running = False
        self._places: list[Any] = []

    def on_done(self, places: Sequence[Any]) -> None:
        """All of these places are saved."""
        raise NotImplementedError

    def called(self, one: Objection) -> str:
        """Whose value or which one it is, in a line; empty where nothing is known of it."""
        raise NotImplementedError

    def show_objection(self, first: Objection, sentence: str) -> None:
        """Goes to where it is; `tell_not_saved` says it."""
        raise NotImplementedError

    def stop(self) -> None:
        """Saving was refused or failed."""
        self.is_running = False

    def save_unless_clock_is_wrong(self) -> None:
        """What is doubtful was asked about before."""
        from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong

        save = partial(self._save_now, overwrite=False)
        unless_clock_is_wrong(save, self._page.context.tools, self._page, self.tr("Save all the same"))

    def place_of(self, one: Objection) -> Any | None:
        """Where an objection belongs; None where it is about no draft."""
        return self._places[one.record] if one.record < len(self._places) else None

    def tell_not_saved(self, why: str) -> None:
        """In the banner."""
        self._page.banner.tell(self.tr("Not saved yet; nothing is lost. {why}").format(why=why))

    def write(
        self, store: Store, *, drafts: Sequence[drafting.Draft], today: date, overwrite: bool
    ) -> Saved | Objected | None:
        """In the worker."""
        return drafting.save(store, region=self._drafts.region, drafts=drafts, today=today, overwrite=overwrite)

    def _save_now(self, *, overwrite: bool) -> None:
        self.is_running = True
        self._places = self._drafts.drafted()
        drafts = [self._drafts.draft(at) for at in self._places]
        self._drafts.give_over()
        today = self._page.context.tools.today()
        work = partial(self.write, drafts=drafts, today=today, overwrite=overwrite)
        self._page.do(work, self._on_saved, self.kinds)

    def _on_saved(self, outcome: Saved | Objected | None) -> None:
        self.is_running = False
        if not isinstance(outcome, Objected):
            self.on_done(self._places)
        elif all(one.why.code == "rules.changed_meanwhile" for one in outcome.objections):
            self._ask_to_overwrite(outcome)
        else:
            first = outcome.objections[0]
            self.show_objection(first, self._page.context.tools.wording.say(first.why))

    def _ask_to_overwrite(self, outcome: Objected) -> None:
        """What somebody else entered meanwhile is told before it is written over."""
        from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog

        told = [words for one in outcome.objections if (words := self.called(one))]
        dialog = ChangedMeanwhileDialog(self._page.context, told, self._page)
        dialog.accepted.connect(partial(self._save_now, overwrite=True))
        dialog.open()

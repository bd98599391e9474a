"""Keeping the drafts of a visit: each answer durable at once, and nothing left before everything is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.visit import visiting
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.moving import Moving


class Keeping(QObject):
    """One draft after another; while one is written the newest answers gather for the next."""

    def __init__(self, page: Page, moving: Moving, region: str) -> None:
        super().__init__(page)
        self._page, self._moving, self.region = page, moving, region
        self._dirty: set[int] = set()
        self._is_keeping = False
        self._leaving: Callable[[], object] | None = None

    def add(self, card: FormCard) -> None:
        """One more checklist; says when its draft was kept, where it has one."""
        draft = card.answers.sheet.draft
        if draft is not None:
            card.show_kept(self._clock(draft.at))

    def draft(self, at: int) -> visiting.Draft:
        """What is entered of a checklist."""
        answers = self._moving.cards[at].answers
        sheet, confirmed = answers.sheet, dict(answers.entered.confirmed)
        return visiting.Draft(self.region, sheet.kind, sheet.record, answers.changed, confirmed, answers.untaken)

    def drafted(self) -> list[int]:
        """The places of the checklists in which something is entered that is not saved."""
        return [at for at, card in enumerate(self._moving.cards) if card.answers.has_draft]

    def keep(self, at: int) -> None:
        """Something was entered in a checklist."""
        self._dirty.add(at)
        self._keep_next()

    def give_over(self) -> None:
        """What is entered is being saved, which keeps it too."""
        self._dirty.clear()

    def keep_at_once(self, places: list[int]) -> None:
        """Keeps these checklists and what was entered last, because the screen is locked or the program ends."""
        for at in sorted(self._dirty.union(places)):
            self._page.ask(partial(visiting.keep, draft=self.draft(at)), self._on_kept_while_leaving)

    def leave_for(self, then: Callable[[], object]) -> None:
        """Leaves once everything entered is kept, so that what cannot be kept is not lost unseen."""
        self._leaving = then
        self._keep_next()
        self._leave_when_kept()

    def try_later(self) -> None:
        """What could not be kept is tried again with the next answer; who was leaving is asked."""
        self._is_keeping = False
        self._dirty.update(self.drafted())
        leaving, self._leaving = self._leaving, None
        if leaving is not None:
            self._ask_to_lose(leaving)

    def _keep_next(self) -> None:
        if self._is_keeping or not self._dirty:
            return
        self._is_keeping = True
        self._page.ask(partial(visiting.keep, draft=self.draft(self._dirty.pop())), self._on_kept)

    def _on_kept(self, kept: tuple[UUID, str]) -> None:
        self._is_keeping = False
        record, instant = kept
        for card in self._moving.cards:
            if card.answers.sheet.record == record:
                card.show_kept(self._clock(instant) if card.answers.has_draft else "")
        self._keep_next()
        self._leave_when_kept()

    def _on_kept_while_leaving(self, kept: tuple[UUID, str]) -> None:
        """Nobody looks any more."""

    def _leave_when_kept(self) -> None:
        if self._leaving is not None and not self._is_keeping and not self._dirty:
            then, self._leaving = self._leaving, None
            self._leave_now(then)

    def _leave_now(self, then: Callable[[], object]) -> None:
        self._page.context.hub.announce([DRAFTS])
        then()

    def _ask_to_lose(self, leaving: Callable[[], object]) -> None:
        from kpm_desktop.ui.dialogs.confirm import ConfirmDialog

        sentence = self.tr(
            "The last answers of this visit cannot be kept now. They are still here; leaving loses them."
        )
        dialog = ConfirmDialog(
            self._page.look,
            self._page,
            title=self.tr("Leave without the last answers?"),
            sentences=(self._page.banner.sentence(), sentence),
            action=self.tr("Leave without them"),
        )
        dialog.confirmed.connect(partial(self._leave_now, leaving))
        dialog.open()

    def _clock(self, instant: str) -> str:
        return self._page.context.tools.calendar.clock(local(instant))

"""Keeping the drafts of a visit: a place is the number of a checklist."""

from __future__ import annotations

from uuid import UUID

from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.draft_keeper import DraftKeeper
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.moving import Moving


class Keeping(DraftKeeper):
    """Its checklists say when they were kept."""

    def __init__(self, page: Page, moving: Moving, region: str) -> None:
        super().__init__(page, region)
        self._moving = moving
        self.kept.connect(self._show_kept)

    def add(self, card: FormCard) -> None:
        """One more checklist; says when its draft was kept, where it has one."""
        draft = card.answers.sheet.draft
        if draft is not None:
            card.show_kept(self.clock(draft.at))

    def draft(self, at: int) -> drafting.Draft:
        """What is entered of a checklist."""
        answers = self._moving.cards[at].answers
        sheet, confirmed = answers.sheet, dict(answers.entered.confirmed)
        return drafting.Draft(self.region, sheet.kind, sheet.record, answers.changed, confirmed, answers.untaken)

    def drafted(self) -> list[int]:
        """The checklists in which something is entered that is not saved."""
        return [at for at, card in enumerate(self._moving.cards) if card.answers.has_draft]

    def _show_kept(self, record: UUID, clock: str) -> None:
        for card in self._moving.cards:
            if card.answers.sheet.record == record:
                card.show_kept(clock if card.answers.has_draft else "")

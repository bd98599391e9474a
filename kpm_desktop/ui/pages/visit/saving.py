"""Simpan: what is still open is shown first, then everything is saved together; what is objected to has its row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from kpm_desktop.domain.errors import Objection
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.ui.forms.draft_saving import DraftSaving
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.visit.head import VisitHead
from kpm_desktop.ui.pages.visit.keeping import Keeping
from kpm_desktop.ui.pages.visit.moving import Moving
from kpm_desktop.ui.pages.visit.question_row import QuestionRow


class Saving(DraftSaving):
    """Once saved, `went_on` asks for the next household and `left` goes back. has_next: another household is to be
    visited after this one."""

    went_on = Signal()
    left = Signal()
    kinds = frozenset({"pregnancy_visit", "child_visit", "flag_answer", DRAFTS})

    def __init__(self, page: Page, moving: Moving, keeping: Keeping, head: VisitHead, *, has_next: bool) -> None:
        super().__init__(page, keeping)
        self._moving, self._keeping, self._head = moving, keeping, head
        self._has_next, self.is_done = has_next, False
        self._to_mend: QuestionRow | None = None

    def save(self) -> None:
        """Shows what is still open, or saves; what is being typed was taken before."""
        if self._head.date_problem():
            self._show_date(self._head.date_problem())
            return
        if self._shows_untaken():
            return
        if not self._keeping.drafted():
            self._page.banner.tell(self._nothing_new())
            return
        doubts = [
            (card.answers.sheet.person.full_name, self._page.context.tools.wording.say(found.why))
            for card in self._moving.cards
            for found in card.open_findings().values()
        ]
        barely = [at for at in self._keeping.drafted() if self._moving.cards[at].answers.judged.is_barely_begun]
        if doubts or barely:
            self._ask_about(doubts, barely)
        else:
            self.save_unless_clock_is_wrong()

    def look_at(self, row: QuestionRow) -> None:
        """A row was answered: what was said about it is put away once it is mended."""
        if row is self._to_mend and not row.warning:
            self._to_mend = None
            self._page.banner.clear()

    # before

    def _shows_untaken(self) -> bool:
        """Goes to the first entry that cannot be kept as it stands; whether there is one."""
        for at, card in enumerate(self._moving.cards):
            for field in card.answers.untaken:
                self._moving.open(at)
                row = card.row_of(field)
                if row is not None:
                    self._show_row(row, row.number_problem())
                else:
                    self._show_date(self._head.date_problem())
                return True
        return False

    def _nothing_new(self) -> str:
        if any(card.answers.entered.is_only_dated for card in self._moving.cards):
            return self.tr("A date or place alone is no visit: answer at least one question.")
        return self.tr("Nothing new has been entered in this visit.")

    def _ask_about(self, doubts: list[tuple[str, str]], barely: list[int]) -> None:
        from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog

        few = [self._moving.cards[at].answers for at in barely]
        begun = [(answers.sheet.person.full_name, *answers.judged.counted()) for answers in few]
        dialog = OpenWarningsDialog(self._page.context, doubts, begun, self._page)
        dialog.accepted.connect(self.save_unless_clock_is_wrong)
        row = self._first_doubted()
        dialog.rejected.connect(
            partial(self._moving.go_to, row) if row is not None else partial(self._moving.open, barely[0])
        )
        dialog.open()

    def _first_doubted(self) -> QuestionRow | None:
        """The question whose answer is to be looked at first."""
        for card in self._moving.cards:
            for field in card.open_findings():
                row = card.row_of(field)
                if row is not None:
                    return row
        return None

    # after

    def on_done(self, places: Sequence[int]) -> None:
        """What is to be done for whom, and where to go on."""
        self.is_done = True
        from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog

        dialog = VisitSavedDialog(self._page.context, len(places), self._has_next, self._to_be_done(places), self._page)
        dialog.accepted.connect(self.went_on)
        dialog.rejected.connect(self.left)
        dialog.open()

    def _to_be_done(self, places: Sequence[int]) -> list[tuple[str, Attention]]:
        """What the saved answers ask to be done, with whose they are; what cannot wait first."""
        saved = [self._moving.cards[at].answers for at in places]
        found = [
            (answers.sheet.person.full_name, one)
            for answers in saved
            for told in answers.judged.attentions().values()
            for one in told
        ]
        urgent = {name for name, one in found if one.is_urgent}
        return sorted(found, key=lambda each: (each[0] not in urgent, each[0], not each[1].is_urgent))

    def called(self, one: Objection) -> str:
        """The question."""
        at = self.place_of(one)
        row = self._moving.cards[at].row_of(one.field) if at is not None else None
        return row.label if row is not None else self._page.context.tools.words.field(one.kind, one.field)

    def show_objection(self, first: Objection, sentence: str) -> None:
        """Goes to the first answer that cannot be saved; the drafts are still there."""
        at = self.place_of(first)
        at = self._moving.current if at is None else at
        if at != self._moving.current:
            self._moving.open(at)
        row = self._moving.cards[at].row_of(first.field)
        if row is not None:
            self._show_row(row, sentence)
        elif first.field == "visit_date":
            self._show_date(sentence)
        else:
            self.tell_not_saved(sentence)

    # what is in the way

    def _show_row(self, row: QuestionRow, sentence: str) -> None:
        self._moving.go_to(row)
        self._to_mend = row
        row.warn(sentence, can_confirm=False)
        self.tell_not_saved(f"{row.label}: {sentence}")

    def _show_date(self, sentence: str) -> None:
        self._head.focus_date()
        self.tell_not_saved(sentence)

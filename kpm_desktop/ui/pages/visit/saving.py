"""Simpan: what is still open is shown first, then everything is saved together; what is objected to has its row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.records.save_records import Saved
from kpm_desktop.domain.errors import Objected, Objection
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.visit.head import VisitHead
from kpm_desktop.ui.pages.visit.keeping import Keeping
from kpm_desktop.ui.pages.visit.moving import Moving
from kpm_desktop.ui.pages.visit.question_row import QuestionRow

KINDS = frozenset({"pregnancy_visit", "child_visit", "flag_answer", DRAFTS})


class Saving(QObject):
    """Once saved, `went_on` asks for the next household and `left` goes back. has_next: another household is to be
    visited after this one."""

    went_on = Signal()
    left = Signal()

    def __init__(self, page: Page, moving: Moving, keeping: Keeping, head: VisitHead, *, has_next: bool) -> None:
        super().__init__(page)
        self._page, self._moving, self._keeping, self._head = page, moving, keeping, head
        self._has_next = has_next
        self.is_running = self.is_done = False
        self._places: list[int] = []
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
            self._save_unless_clock_is_wrong()

    def stop(self) -> None:
        """Saving was refused or failed."""
        self.is_running = False

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
        dialog.accepted.connect(self._save_unless_clock_is_wrong)
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

    def _save_unless_clock_is_wrong(self) -> None:
        from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong

        save = partial(self._save_now, overwrite=False)
        unless_clock_is_wrong(save, self._page.context.tools, self._page, self.tr("Save all the same"))

    def _save_now(self, *, overwrite: bool) -> None:
        self.is_running = True
        self._places = self._keeping.drafted()
        drafts = [self._keeping.draft(at) for at in self._places]
        self._keeping.give_over()
        today = self._page.context.tools.today()
        work = partial(drafting.save, region=self._keeping.region, drafts=drafts, today=today, overwrite=overwrite)
        self._page.do(work, self._on_saved, KINDS)

    # after

    def _on_saved(self, outcome: Saved | Objected) -> None:
        self.is_running = False
        if isinstance(outcome, Objected):
            self._show_objections(outcome)
            return
        self.is_done = True
        from kpm_desktop.ui.pages.visit.visit_saved import VisitSavedDialog

        dialog = VisitSavedDialog(self._page.context, len(self._places), self._has_next, self._to_be_done(), self._page)
        dialog.accepted.connect(self.went_on)
        dialog.rejected.connect(self.left)
        dialog.open()

    def _to_be_done(self) -> list[tuple[str, Attention]]:
        """What the saved answers ask to be done, with whose they are; what cannot wait first."""
        saved = [self._moving.cards[at].answers for at in self._places]
        found = [
            (answers.sheet.person.full_name, one)
            for answers in saved
            for told in answers.judged.attentions().values()
            for one in told
        ]
        urgent = {name for name, one in found if one.is_urgent}
        return sorted(found, key=lambda each: (each[0] not in urgent, each[0], not each[1].is_urgent))

    def _show_objections(self, outcome: Objected) -> None:
        """Goes to the first answer that cannot be saved; the drafts are still there. What somebody else changed
        meanwhile is asked about."""
        if all(one.why.code == "rules.changed_meanwhile" for one in outcome.objections):
            self._ask_to_overwrite(outcome)
            return
        first = outcome.objections[0]
        sentence = self._page.context.tools.wording.say(first.why)
        at = self._places[first.record] if first.record < len(self._places) else self._moving.current
        if at != self._moving.current:
            self._moving.open(at)
        row = self._moving.cards[at].row_of(first.field)
        if row is not None:
            self._show_row(row, sentence)
        elif first.field == "visit_date":
            self._show_date(sentence)
        else:
            self._page.banner.tell(self._not_saved(sentence))

    def _ask_to_overwrite(self, outcome: Objected) -> None:
        from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog

        labels = [self._label(one) for one in outcome.objections]
        dialog = ChangedMeanwhileDialog(self._page.context, labels, self._page)
        dialog.accepted.connect(partial(self._save_now, overwrite=True))
        dialog.open()

    def _label(self, one: Objection) -> str:
        card = self._moving.cards[self._places[one.record]] if one.record < len(self._places) else None
        row = card.row_of(one.field) if card is not None else None
        return row.label if row is not None else self._page.context.tools.words.field(one.kind, one.field)

    # what is in the way

    def _show_row(self, row: QuestionRow, sentence: str) -> None:
        self._moving.go_to(row)
        self._to_mend = row
        row.warn(sentence, can_confirm=False)
        self._page.banner.tell(self._not_saved(f"{row.label}: {sentence}"))

    def _show_date(self, sentence: str) -> None:
        self._head.focus_date()
        self._page.banner.tell(self._not_saved(sentence))

    def _not_saved(self, why: str) -> str:
        return self.tr("Not saved yet; nothing is lost. {why}").format(why=why)

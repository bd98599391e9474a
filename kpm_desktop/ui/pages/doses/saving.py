"""Simpan: what is doubtful is shown first, then all doses that were entered are saved together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.commands.records.save_records import Saved
from kpm_desktop.domain.errors import Objected, Objection
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.dose_box import DoseBox, Key
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_words import problem_words
from kpm_desktop.ui.pages.doses.keeping import DoseKeeping

KINDS = frozenset({KIND, "flag_answer", DRAFTS})


class DoseSaving(QObject):
    """go_to: gives a dose the keys. `saved` gives how many doses were."""

    saved = Signal(int)

    def __init__(self, page: Page, keeping: DoseKeeping, go_to: Callable[[Key], None]) -> None:
        super().__init__(page)
        self._page, self._keeping, self._go_to = page, keeping, go_to
        self.is_running = False
        self._places: list[Key] = []

    def save(self, book: DoseBook) -> None:
        """Shows what is in the way, or saves; what was being typed was taken before."""
        untaken = next((box for box in book.boxes.values() if box.typed), None)
        drafted = self._keeping.drafted()
        if untaken is not None:
            self._show(untaken, self.problem(book, untaken))
        elif not drafted:
            self._page.banner.tell(self.tr("Nothing new has been entered here."))
        else:
            said = self._page.context.tools.wording.say
            doubts = [(book.boxes[key], said(why)) for key, why in book.doubts.items() if key in drafted]
            self._ask_about(doubts) if doubts else self._save_unless_clock_is_wrong()

    def stop(self) -> None:
        """DoseSaving was refused or failed."""
        self.is_running = False

    def problem(self, book: DoseBook, box: DoseBox) -> str:
        """Why what was typed cannot be taken; what a newer program understands is told to be typed again."""
        found = book.read_text(box.typed)
        if not found.problem:
            return self.tr("{dose}: type the day again.").format(dose=box.name)
        return problem_words(book, box, box.typed, found, self._page.context.tools.calendar)

    def _ask_about(self, doubts: list[tuple[DoseBox, str]]) -> None:
        from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog

        told = [(box.name, sentence) for box, sentence in doubts]
        note = self.tr("The dates are saved as they are; they can be corrected here at any time.")
        dialog = OpenWarningsDialog(self._page.context, told, (), self._page, note=note)
        dialog.accepted.connect(self._save_unless_clock_is_wrong)
        dialog.rejected.connect(partial(self._go_to, doubts[0][0].key))
        dialog.open()

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

    def _on_saved(self, outcome: Saved | Objected) -> None:
        self.is_running = False
        if not isinstance(outcome, Objected):
            self.saved.emit(len(self._places))
        elif all(one.why.code == "rules.changed_meanwhile" for one in outcome.objections):
            self._ask_to_overwrite(outcome)
        else:
            self._show_objection(outcome.objections[0])

    def _show_objection(self, first: Objection) -> None:
        sentence = self._page.context.tools.wording.say(first.why)
        box = self._box_of(first)
        if box is not None:
            self._show(box, f"{box.name}: {sentence}")
        else:
            self._page.banner.tell(self._not_saved(sentence))

    def _ask_to_overwrite(self, outcome: Objected) -> None:
        """What somebody else recorded meanwhile is told before it is written over."""
        from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog

        boxes = [self._box_of(one) for one in outcome.objections]
        dialog = ChangedMeanwhileDialog(self._page.context, [box.name for box in boxes if box], self._page)
        dialog.accepted.connect(partial(self._save_now, overwrite=True))
        dialog.open()

    def _box_of(self, one: Objection) -> DoseBox | None:
        book = self._keeping.book
        is_dose = book is not None and one.record < len(self._places)
        return book.boxes[self._places[one.record]] if book is not None and is_dose else None

    def _show(self, box: DoseBox, sentence: str) -> None:
        self._go_to(box.key)
        self._page.banner.tell(self._not_saved(sentence))

    def _not_saved(self, why: str) -> str:
        return self.tr("Not saved yet; nothing is lost. {why}").format(why=why)

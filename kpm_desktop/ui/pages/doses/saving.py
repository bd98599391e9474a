"""Simpan: what is doubtful is shown first, then all doses that were entered are saved together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.domain.errors import Objection
from kpm_desktop.ui.forms.dose_box import DoseBox, Key
from kpm_desktop.ui.forms.draft_saving import DraftSaving
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.doses.dose_book import DoseBook
from kpm_desktop.ui.pages.doses.dose_words import problem_words
from kpm_desktop.ui.pages.doses.keeping import DoseKeeping


class DoseSaving(DraftSaving):
    """go_to: gives a dose the keys. `saved` gives how many doses were."""

    saved = Signal(int)
    kinds = frozenset({KIND, "flag_answer", DRAFTS})

    def __init__(self, page: Page, keeping: DoseKeeping, go_to: Callable[[Key], None]) -> None:
        super().__init__(page, keeping)
        self._keeping, self._go_to = keeping, go_to

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
            self._ask_about(doubts) if doubts else self.save_unless_clock_is_wrong()

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
        dialog.accepted.connect(self.save_unless_clock_is_wrong)
        dialog.rejected.connect(partial(self._go_to, doubts[0][0].key))
        dialog.open()

    # after

    def on_done(self, places: Sequence[Key]) -> None:
        """Each is a dose."""
        self.saved.emit(len(places))

    def called(self, one: Objection) -> str:
        """The dose."""
        box = self._box_of(one)
        return box.name if box is not None else ""

    def show_objection(self, first: Objection, sentence: str) -> None:
        """Goes to the dose."""
        box = self._box_of(first)
        if box is not None:
            self._show(box, f"{box.name}: {sentence}")
        else:
            self.tell_not_saved(sentence)

    def _box_of(self, one: Objection) -> DoseBox | None:
        at, book = self.place_of(one), self._keeping.book
        return book.boxes[at] if book is not None and at is not None else None

    def _show(self, box: DoseBox, sentence: str) -> None:
        self._go_to(box.key)
        self.tell_not_saved(sentence)

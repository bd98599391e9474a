"""Keeping the drafts of a child's doses: a place is a dose."""

from kpm_desktop.commands.immunization.dose_entries import KIND
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.dose_box import Key
from kpm_desktop.ui.forms.draft_keeper import DraftKeeper
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.doses.dose_book import DoseBook


class DoseKeeping(DraftKeeper):
    """Of the book that is shown."""

    def __init__(self, page: Page, region: str) -> None:
        super().__init__(page, region)
        self.book: DoseBook | None = None

    def draft(self, at: Key) -> drafting.Draft:
        """What is entered of a dose."""
        assert self.book is not None
        box = self.book.boxes[at]
        typed = {"given_date": box.typed} if box.typed else {}
        return drafting.Draft(self.region, KIND, box.entry.record, box.changed, dict(box.confirmed), typed)

    def drafted(self) -> list[Key]:
        """The doses of which something is entered that is not saved."""
        return [key for key, box in self.book.boxes.items() if box.has_draft] if self.book is not None else []

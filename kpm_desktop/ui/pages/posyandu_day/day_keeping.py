"""Keeping the drafts of a posyandu's day: a place is a person's checklist, or one of the day's doses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kpm_desktop.commands.immunization.dose_entries import KIND as DOSE
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.forms.draft_keeper import DraftKeeper
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow

#: A person's key, and of a dose its vaccine and number.
Place = tuple[str, str, int]


class DayKeeping(DraftKeeper):
    """Of the people that are shown, children and mothers."""

    def __init__(self, page: Page, region: str) -> None:
        super().__init__(page, region)
        self._rows: Mapping[str, DayRow] = {}

    def hold(self, rows: Iterable[DayRow]) -> None:
        """These people and no others."""
        self._rows = {row.key: row for row in rows}

    def keep_row(self, row: DayRow, *, with_doses: bool) -> None:
        """Something was entered of a person."""
        self.keep((row.key, "", 0))
        for box in row.boxes if with_doses else ():
            self.keep((row.key, *box.key))

    def give_up_empty(self) -> None:
        """A draft that says nothing but what is saved by now is no draft any more."""
        for row in self._rows.values():
            draft = row.form.draft
            if draft is not None and not draft.typed and not row.answers.has_draft:
                self.keep((row.key, "", 0))
            for box in row.boxes:
                if box.entry.draft is not None and not box.entry.is_disputed and not box.has_draft:
                    self.keep((row.key, *box.key))

    def draft(self, at: Place) -> drafting.Draft:
        """What is entered of a checklist or a dose."""
        row = self._rows[at[0]]
        box = self._box(row, at)
        if box is not None:
            return drafting.Draft(self.region, DOSE, box.entry.record, box.changed, dict(box.confirmed), {})
        answers = row.answers
        confirmed = dict(answers.entered.confirmed)
        return drafting.Draft(
            self.region, answers.sheet.kind, answers.sheet.record, answers.changed, confirmed, answers.untaken
        )

    def drafted(self) -> list[Place]:
        """Where something is entered that is not saved."""
        found: list[Place] = []
        for row in self._rows.values():
            found += [(row.key, "", 0)] if row.answers.has_draft else []
            found += [(row.key, *box.key) for box in row.boxes if box.has_draft]
        return found

    def row_of(self, at: Place) -> DayRow:
        """Whose it is."""
        return self._rows[at[0]]

    def _box(self, row: DayRow, at: Place) -> DoseBox | None:
        return next((box for box in row.boxes if box.key == at[1:]), None)

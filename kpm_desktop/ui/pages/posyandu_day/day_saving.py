"""Simpan: what is in the way is shown first, then the month's rows of everybody are saved together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from kpm_desktop.commands.immunization.dose_entries import KIND as DOSE
from kpm_desktop.domain.errors import Objection
from kpm_desktop.ui.forms.draft_saving import DraftSaving
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.posyandu_day.day_keeping import DayKeeping, Place
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_told import DayTold


class DaySaving(DraftSaving):
    """go_to: gives a person's row the keys, at a field. waiting: the children nobody entered anything of. `absent` when
    these did not come; `saved` gives of how many people something was saved."""

    absent = Signal()
    saved = Signal(int)
    kinds = frozenset({"pregnancy_visit", "child_visit", "flag_answer", DOSE, DRAFTS})

    def __init__(
        self,
        page: Page,
        keeping: DayKeeping,
        told: DayTold,
        go_to: Callable[[DayRow, str], object],
        waiting: Callable[[], Sequence[DayRow]],
    ) -> None:
        super().__init__(page, keeping)
        self._keeping, self._told, self._go_to, self._waiting = keeping, told, go_to, waiting

    def save(self) -> None:
        """Shows what cannot be kept, asks about rows that are still open, then about doubts; what is being typed was
        taken before."""
        untaken = next((row for row in self._drafted_rows() if row.answers.untaken), None)
        if untaken is not None:
            warning = self._told.warning(untaken)
            name = untaken.form.person.full_name
            self._show(untaken, warning.field if warning else "", f"{name}: {warning.sentence if warning else ''}")
            return
        waiting = self._waiting()
        if waiting and self._keeping.drafted():
            self._ask_about_open(waiting)
        else:
            self._save_unless_doubtful()

    def _drafted_rows(self) -> list[DayRow]:
        return list({at[0]: self._keeping.row_of(at) for at in self._keeping.drafted()}.values())

    def _ask_about_open(self, waiting: Sequence[DayRow]) -> None:
        from kpm_desktop.ui.pages.posyandu_day.open_rows import OpenRowsDialog

        dialog = OpenRowsDialog(self._page.context, [row.form.person.full_name for row in waiting], self._page)
        dialog.decided.connect(self._on_decided)
        dialog.open()

    def _on_decided(self, were_absent: bool) -> None:
        if were_absent:
            self.absent.emit()
        self._save_unless_doubtful()

    def _save_unless_doubtful(self) -> None:
        if not self._keeping.drafted():
            self._page.banner.tell(self.tr("Nothing new has been entered here."))
            return
        doubts = [(row, finding) for row in self._drafted_rows() for finding in row.findings().values()]
        if not doubts:
            self.save_unless_clock_is_wrong()
            return
        from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog

        say = self._page.context.tools.wording.say
        told = [(row.form.person.full_name, say(finding.why)) for row, finding in doubts]
        dialog = OpenWarningsDialog(self._page.context, told, (), self._page)
        dialog.accepted.connect(self.save_unless_clock_is_wrong)
        dialog.rejected.connect(partial(self._go_to, doubts[0][0], doubts[0][1].field))
        dialog.open()

    # after

    def on_done(self, places: Sequence[Place]) -> None:
        """Of a person several records may be."""
        self.saved.emit(len({at[0] for at in places}))

    def called(self, one: Objection) -> str:
        """Name and field."""
        row = self._row_of(one)
        return (
            f"{row.form.person.full_name if row else ''}: {self._page.context.tools.words.field(one.kind, one.field)}"
        )

    def show_objection(self, first: Objection, sentence: str) -> None:
        """Goes to the person."""
        row = self._row_of(first)
        if row is not None:
            self._show(row, first.field, f"{row.form.person.full_name}: {sentence}")
        else:
            self.tell_not_saved(sentence)

    def _row_of(self, one: Objection) -> DayRow | None:
        at = self.place_of(one)
        return self._keeping.row_of(at) if at is not None else None

    def _show(self, row: DayRow, field: str, sentence: str) -> None:
        self._go_to(row, field)
        self.tell_not_saved(sentence)

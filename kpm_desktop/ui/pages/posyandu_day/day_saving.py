"""Simpan: what is in the way is shown first, then the month's rows of everybody are saved together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.immunization.dose_entries import KIND as DOSE
from kpm_desktop.commands.records.save_records import Saved
from kpm_desktop.domain.errors import Objected, Objection
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.posyandu_day.day_keeping import DayKeeping, Place
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_told import DayTold

KINDS = frozenset({"pregnancy_visit", "child_visit", "flag_answer", DOSE, DRAFTS})


class DaySaving(QObject):
    """go_to: gives a person's row the keys, at a field. waiting: the children nobody entered anything of. `absent` when
    these did not come; `saved` gives of how many people something was saved."""

    absent = Signal()
    saved = Signal(int)

    def __init__(
        self,
        page: Page,
        keeping: DayKeeping,
        told: DayTold,
        go_to: Callable[[DayRow, str], object],
        waiting: Callable[[], Sequence[DayRow]],
    ) -> None:
        super().__init__(page)
        self._page, self._keeping, self._told, self._go_to, self._waiting = page, keeping, told, go_to, waiting
        self.is_running = False
        self._places: list[Place] = []

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

    def stop(self) -> None:
        """Saving was refused or failed."""
        self.is_running = False

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
            self._save_unless_clock_is_wrong()
            return
        from kpm_desktop.ui.dialogs.open_warnings import OpenWarningsDialog

        say = self._page.context.tools.wording.say
        told = [(row.form.person.full_name, say(finding.why)) for row, finding in doubts]
        dialog = OpenWarningsDialog(self._page.context, told, (), self._page)
        dialog.accepted.connect(self._save_unless_clock_is_wrong)
        dialog.rejected.connect(partial(self._go_to, doubts[0][0], doubts[0][1].field))
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
            self.saved.emit(len({at[0] for at in self._places}))
        elif all(one.why.code == "rules.changed_meanwhile" for one in outcome.objections):
            self._ask_to_overwrite(outcome)
        else:
            first = outcome.objections[0]
            row, sentence = self._row_of(first), self._page.context.tools.wording.say(first.why)
            if row is not None:
                self._show(row, first.field, f"{row.form.person.full_name}: {sentence}")
            else:
                self._page.banner.tell(self._not_saved(sentence))

    def _ask_to_overwrite(self, outcome: Objected) -> None:
        """What somebody else entered meanwhile is told before it is written over."""
        from kpm_desktop.ui.dialogs.changed_meanwhile import ChangedMeanwhileDialog

        words = self._page.context.tools.words
        found = [(self._row_of(one), one) for one in outcome.objections]
        named = [(row.form.person.full_name if row else "", words.field(one.kind, one.field)) for row, one in found]
        dialog = ChangedMeanwhileDialog(self._page.context, [f"{name}: {field}" for name, field in named], self._page)
        dialog.accepted.connect(partial(self._save_now, overwrite=True))
        dialog.open()

    def _row_of(self, one: Objection) -> DayRow | None:
        return self._keeping.row_of(self._places[one.record]) if one.record < len(self._places) else None

    def _show(self, row: DayRow, field: str, sentence: str) -> None:
        self._go_to(row, field)
        self._page.banner.tell(self._not_saved(sentence))

    def _not_saved(self, why: str) -> str:
        return self.tr("Not saved yet; nothing is lost. {why}").format(why=why)

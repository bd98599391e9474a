"""What can be done about a row of Keputusan: each kind of matter leads to its dialog, or to where it is put right."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.bundles.missing_numbers import Missing
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.review.confirm_finding import Doubt, confirm_findings, take_back_answers
from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.decisions.decision_rows import pair_key
from kpm_desktop.ui.pages.decisions.lost_numbers import LostNumbers
from kpm_desktop.ui.pages.decisions.repairs import Repairs
from kpm_desktop.ui.words.finding_words import finding_title


class Deciding(QObject):
    """`told` gives a sentence about what was decided, `noted` the findings that were confirmed (`take_back` undoes
    it)."""

    told = Signal(str)
    noted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._noting: tuple[DataFinding, ...] = ()
        self._answers: list[tuple[str, UUID]] = []
        self._repairs, self._numbers = Repairs(page), LostNumbers(page)
        for part in (self._repairs, self._numbers):
            part.told.connect(self.told)

    def open(self, what: Any, pairs: Sequence[LikelyPair]) -> None:
        """Does what the main button of a row says (`DecisionRow.what`). pairs: all that may be the same, which are
        gone through together."""
        if isinstance(what, Dispute):
            dialog = ConflictDialog(self._page.context, what.conflict, self._page)
            dialog.resolved.connect(self.told)
            dialog.open()
        elif isinstance(what, LikelyPair):
            self._open_pair(what, pairs)
        elif isinstance(what, Repair):
            self._repairs.open(what)
        elif isinstance(what, DataFinding):
            self._lead_to(what)
        elif isinstance(what, Thread):
            thread = ThreadDialog(self._page.context, Ref(what.region, "comment", what.id), self._page)
            thread.told.connect(self.told)
            thread.went.connect(self._page.go)
            thread.open()
        elif isinstance(what, Missing):
            self._numbers.open(what)

    def confirm(self, found: Sequence[DataFinding]) -> None:
        """Findings that may be right as they are: asks why, once for all of them, and asks no more about them."""
        if not found:
            return
        tools = self._page.context.tools
        if len(found) == 1:
            title, said, note = finding_title(found[0], tools), tools.wording.say(found[0].why), ""
        else:
            villages = len({each.region for each in found})
            title = self.tr("{count} entries").format(count=len(found))
            said = self.tr(
                "{count} entries in {villages} villages are noted as right, all of them for the one reason below."
            ).format(count=len(found), villages=villages)
            note = self.tr("They are not asked about again. It can be undone right afterwards.")
        dialog = ConfirmValueDialog(self._page.context, title, said, self._page, note=note)
        dialog.confirmed.connect(partial(self._note, tuple(found)))
        dialog.open()

    def take_back(self) -> None:
        """What was confirmed last is asked about again."""
        answers, self._answers = self._answers, []
        work = partial(take_back_answers, answers=answers, today=self._page.context.tools.today())
        self._page.do(work, self._on_taken_back, changed=["flag_answer", DELIVERY])

    def settle(self, what: Any) -> None:
        """Closes a question."""
        if isinstance(what, Thread):
            today = self._page.context.tools.today()
            work = partial(close_comment, question=what.id, region=what.region, today=today)
            self._page.do(work, self._on_settled, changed=["comment", DELIVERY])

    def _open_pair(self, pair: LikelyPair, pairs: Sequence[LikelyPair]) -> None:
        if pair.is_across:
            across = AcrossDialog(self._page.context, self._page, [pair])
            across.told.connect(self.told)
            across.went.connect(self._page.go)
            across.open()
        else:
            here = [one for one in pairs if not one.is_across]
            merging = MergeDialog(self._page.context, self._page, pairs=here, chosen=pair_key(pair))
            merging.told.connect(self.told)
            merging.open()

    def _lead_to(self, found: DataFinding) -> None:
        """To where a finding is put right, which is the cadre's; a supervisor reads the history."""
        subject, go = found.subject, self._page.go
        if not self._page.context.session.is_cadre:
            if subject.person is not None:
                go.emit("riwayat", InHistory(Ref(found.region, "person", subject.person), found.id, found.field))
        elif subject.household is not None and subject.month and found.kind in ("pregnancy_visit", "child_visit"):
            go.emit("kunjungan", (Ref(found.region, "household", subject.household), subject.month))
        elif subject.household is not None:
            go.emit("sasaran", Ref(found.region, "household", subject.household))

    def _note(self, found: tuple[DataFinding, ...], why: str) -> None:
        doubts = [Doubt(each.region, each.kind, each.id, each.rule) for each in found]
        work = partial(confirm_findings, doubts=doubts, reason=why, today=self._page.context.tools.today())
        self._noting = found
        self._page.do(work, self._on_noted, changed=["flag_answer", DELIVERY])

    def _on_noted(self, answers: list[tuple[str, UUID]]) -> None:
        self._answers = answers
        self.noted.emit(self._noting)

    def _on_taken_back(self, nothing: object) -> None:
        self.told.emit(self.tr("Undone: it is asked about again."))

    def _on_settled(self, nothing: object) -> None:
        self.told.emit(self.tr("The question is settled."))

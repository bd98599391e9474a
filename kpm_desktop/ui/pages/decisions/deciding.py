"""What can be done about a row of Keputusan: each kind of matter leads to its dialog, or to where it is put right."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.bundles.missing_numbers import Missing
from kpm_desktop.commands.questions.close_comment import close_comment
from kpm_desktop.commands.questions.comment_list import Thread
from kpm_desktop.commands.review.confirm_finding import confirm_finding
from kpm_desktop.commands.review.finding_list import DataFinding
from kpm_desktop.commands.review.likely_duplicates import LikelyPair
from kpm_desktop.commands.review.repair_list import Repair
from kpm_desktop.commands.supervision.decision_list import Dispute
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.dialogs.conflict import ConflictDialog
from kpm_desktop.ui.dialogs.merge import MergeDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.in_history import InHistory
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.decisions.decision_rows import pair_key
from kpm_desktop.ui.pages.decisions.lost_numbers import LostNumbers
from kpm_desktop.ui.pages.decisions.repairs import Repairs
from kpm_desktop.ui.words.finding_words import finding_title


class Deciding(QObject):
    """`told` gives a sentence about what was decided."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
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
            thread = ThreadDialog(self._page.context, what.id, self._page)
            thread.told.connect(self.told)
            thread.went.connect(self._page.go)
            thread.open()
        elif isinstance(what, Missing):
            self._numbers.open(what)

    def confirm(self, what: Any) -> None:
        """A finding that may be right as it is: asks why, and asks no more about it."""
        if not isinstance(what, DataFinding) or what.blocks:
            return
        title = finding_title(what, self._page.context.tools)
        finding = Finding(what.field, what.why, blocks=False)
        dialog = ConfirmValueDialog(self._page.context, title, finding, self._page)
        dialog.confirmed.connect(partial(self._note, what))
        dialog.open()

    def settle(self, what: Any) -> None:
        """Closes a question."""
        if isinstance(what, Thread):
            work = partial(close_comment, question=what.id, today=self._page.context.tools.today())
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
                go.emit("riwayat", InHistory(subject.person, found.id, found.field))
        elif subject.household is not None and subject.month and found.kind in ("pregnancy_visit", "child_visit"):
            go.emit("kunjungan", (subject.household, subject.month))
        elif subject.household is not None:
            go.emit("sasaran", subject.household)

    def _note(self, found: DataFinding, why: str) -> None:
        today = self._page.context.tools.today()
        work = partial(confirm_finding, kind=found.kind, record=found.id, rule=found.rule, reason=why, today=today)
        self._page.do(work, self._on_noted, changed=["flag_answer"])

    def _on_noted(self, nothing: object) -> None:
        self.told.emit(self.tr("Noted as right; it is asked no more."))

    def _on_settled(self, nothing: object) -> None:
        self.told.emit(self.tr("The question is settled."))

"""What is answered in a visit: rows, date and place, and that a value is right although it was warned about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from kpm_desktop.domain.records.base import Finding
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.visit.form_card import FormCard
from kpm_desktop.ui.pages.visit.head import VisitHead
from kpm_desktop.ui.pages.visit.moving import Moving
from kpm_desktop.ui.pages.visit.question_row import QuestionRow


class Answering(QObject):
    """`changed` gives the place of a checklist whose draft differs from before, `answered` the row, once it shows what
    follows from it."""

    changed = Signal(int)
    answered = Signal(object)

    def __init__(self, page: Page, moving: Moving, head: VisitHead) -> None:
        super().__init__(page)
        self._page, self._moving, self._head = page, moving, head
        head.changed.connect(self._on_head)
        head.refused.connect(self._on_date_refused)
        moving.left.connect(self.take_typed)

    def add(self, card: FormCard) -> None:
        """One more checklist."""
        card.answered.connect(self._on_answered)
        card.confirmed.connect(self._on_confirm)

    def take_typed(self) -> None:
        """Takes the number or date that is being typed."""
        self._head.take_typed()
        for row in self._moving.card.rows if self._moving.cards else ():
            row.take_number()

    def _on_answered(self, row: QuestionRow) -> None:
        self._change(self._moving.current)
        self._moving.card.show_findings()
        row.speak()
        self.answered.emit(row)

    def _change(self, at: int) -> None:
        self._moving.cards[at].refresh_header()
        self.changed.emit(at)

    def _on_confirm(self, row: QuestionRow) -> None:
        found = self._moving.card.open_findings()
        finding = next((found[name] for name in row.question.fields if name in found), None)
        if finding is None:
            return
        from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog

        said = self._page.context.tools.wording.say(finding.why)
        dialog = ConfirmValueDialog(self._page.context, row.label, said, self._page)
        dialog.confirmed.connect(partial(self._on_reason, row, finding))
        dialog.open()

    def _on_reason(self, row: QuestionRow, finding: Finding, why: str) -> None:
        self._moving.card.answers.confirm(finding, why)
        self._on_answered(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_head(self, field: str, value: str) -> None:
        """Another date or place: for this person, and for everybody whose checklist is not begun."""
        for at in self._under_head():
            self._moving.cards[at].answers.set_head(field, value)
            self._dated(at)

    def _on_date_refused(self, text: str) -> None:
        """A date that cannot be one stays as it was typed, for the same people."""
        for at in self._under_head():
            self._moving.cards[at].answers.refuse("visit_date", text)
            self._dated(at)

    def _under_head(self) -> list[int]:
        current = self._moving.current
        return [at for at, card in enumerate(self._moving.cards) if at == current or not card.answers.sheet.held]

    def _dated(self, at: int) -> None:
        card = self._moving.cards[at]
        if card.answers.has_draft:
            self._change(at)
            card.show_findings()

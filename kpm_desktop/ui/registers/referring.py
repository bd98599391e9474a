"""F8 beside a checklist: a referral filled from what was entered, saved, then printed; A: why nobody is referred."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.referral import REFERRALS
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.risks.referring import facts_of, referral_reason
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.ui.dialogs.confirm_value import ConfirmValueDialog
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.registers.referral_print import print_referral
from kpm_desktop.ui.registers.register_form import RegisterForm


class Referring(QObject):
    """whose: the checklist that has the keys, of somebody at risk or not. keep: what is being entered is kept first, so
    that the referral tells it. `changed` when a reason was kept with the checklist."""

    changed = Signal()

    def __init__(self, page: Page, whose: Callable[[], Answers | None], keep: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._whose, self._keep = page, whose, keep

    def refer(self) -> None:
        """Opens the form for the person whose checklist has the keys."""
        if self._whose() is None:
            return
        self._keep()
        answers = self._whose()
        if answers is None:
            return
        person, today = answers.sheet.person, self._page.context.tools.today()
        found = [one for told in answers.judged.attentions().values() for one in told if one.level != "watch"]
        rules, is_urgent = care_rules().referral, any(one.is_urgent for one in found)
        days = rules.urgent_days if is_urgent else rules.within_days
        values = {
            "person_id": str(person.id),
            "referral_date": today.isoformat(),
            "reason": referral_reason(found),
            "due_date": (today + timedelta(days=days)).isoformat(),
            "note": self._sentences(found) or None,
        }
        home = answers.sheet.household
        about = About.of(person, home)
        form = RegisterForm(
            self._page.context, REFERRALS, self._page, values=values, known=(about,), starts_at="referred_to"
        )
        form.saved.connect(partial(self._on_saved, form.record))
        form.open()

    def keep_home(self) -> None:
        """Asks why somebody who should be referred is not; kept with the checklist."""
        answers = self._whose()
        urgent = answers.judged.urgent() if answers is not None else []
        if answers is None or not urgent:
            return
        dialog = ConfirmValueDialog(
            self._page.context,
            answers.sheet.person.full_name,
            self._sentences(urgent),
            self._page,
            title=self.tr("Why is nobody referred?"),
            hint=self.tr("For example: taken to the midwife already."),
            note=self.tr("It is kept with the checklist, and the supervisor sees it."),
            action=self.tr("Keep the reason"),
            is_needed=True,
        )
        dialog.confirmed.connect(partial(self._on_reason, answers, tuple(urgent)))
        dialog.open()

    def _on_reason(self, answers: Answers, urgent: Sequence[Attention], why: str) -> None:
        for one in urgent:
            answers.acknowledge(one, why)
        self.changed.emit()

    def _sentences(self, found: Sequence[Attention]) -> str:
        return "\n".join(facts_of(found, self._page.context.tools.wording))

    def _on_saved(self, record: UUID, outcome: object) -> None:
        self._page.context.hub.announce([REFERRALS.kind])
        self._page.banner.tell(self.tr("The referral is saved. It stands in Tugas until it has a result."), "ok")
        print_referral(self._page, record, "")

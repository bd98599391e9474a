"""F8: a referral filled from what was found, saved, then printed; A beside a checklist: why nobody is referred."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kpm_desktop.domain.registers.about import About
from kpm_desktop.domain.registers.referral import REFERRALS
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.risks.referring import facts_of, referral_values
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
        found = [one for told in answers.judged.attentions().values() for one in told if one.level != "watch"]
        open_referral(self._page, About.of(answers.sheet.person, answers.sheet.household), found)

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


def open_referral(page: Page, about: About, found: Sequence[Attention], *, why: str = "") -> None:
    """Over a page, the form filled from what was found about somebody; once saved, its slip. why: the reason, where
    what was found does not tell it."""
    tools = page.context.tools
    values = referral_values(found, tools.today(), tools.wording, why=why)
    values["person_id"] = str(about.id)
    form = RegisterForm(page.context, REFERRALS, page, values=values, known=(about,), starts_at="referred_to")
    form.saved.connect(partial(_on_saved, page, form.record))
    form.open()


def _on_saved(page: Page, record: UUID, outcome: object) -> None:
    page.context.hub.announce([REFERRALS.kind])
    words = QCoreApplication.translate("Referring", "The referral is saved. It stands in Tugas until it has a result.")
    page.banner.tell(words, "ok")
    print_referral(page, record, "")

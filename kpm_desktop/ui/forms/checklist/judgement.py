"""What follows from what is entered of a checklist: how each question stands, what to look at again, what to do."""

from collections.abc import Mapping, Sequence

from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.entry.plausibility import mother_looks, second_looks
from kpm_desktop.domain.entry.visits import visit_after_leaving
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.risks.attention import Attention, attentions
from kpm_desktop.domain.risks.growth_attention import growth_attentions
from kpm_desktop.ui.forms.checklist.entered import Entered
from kpm_desktop.ui.forms.checklist.standing import Standing

#: The question beside which recorded doses are spoken of.
DOSES_ASKED = "basic_immunization_received"


class Judgement:
    """Of the questions of one checklist. How they stand is remembered until it is to `forget`."""

    def __init__(self, entered: Entered, questions: Sequence[Question]) -> None:
        self._entered, self._questions = entered, questions
        self._standings: dict[str, Standing] | None = None

    def forget(self) -> None:
        """Something was entered."""
        self._standings = None

    def standing(self, question: Question) -> Standing:
        """How a question stands."""
        if self._standings is None:
            found, told = self.findings(), self.attentions()
            self._standings = {one.field: self._stands(one, found, told) for one in self._questions}
        return self._standings[question.field]

    def is_answered(self, question: Question) -> bool:
        """Whether there is an answer that is kept, be it a no; a yes to a measure needs its number."""
        return self.standing(question).is_answered

    def counted(self) -> tuple[int, int]:
        """How many of the form's own questions are answered, and how many there are."""
        own = [question for question in self._questions if not question.is_further]
        return sum(self.is_answered(question) for question in own), len(own)

    @property
    def is_barely_begun(self) -> bool:
        """Whether a visit that was not saved before has fewer than half of the form's questions answered, so that
        saving asks first; a correction is asked nothing."""
        done, total = self.counted()
        held = self._entered.sheet.held
        was_answered = any(name in held for question in self._questions for name in question.fields)
        return 2 * done < total and not was_answered

    def whole(self, *, has_untaken: bool) -> Standing:
        """How the checklist stands: the most pressing of what is to be mended, done or looked at again, else KEPT once
        every question of the form is answered; HALF until then. has_untaken: something was typed that cannot be
        taken."""
        found = {self.standing(question) for question in self._questions}
        if has_untaken:
            return Standing.UNTAKEN
        if any(one.is_urgent for told in self.attentions().values() for one in told):
            return Standing.RISK
        pressing = [one for one in (Standing.UNTAKEN, Standing.DISPUTED, Standing.LOOK) if one in found]
        done, total = self.counted()
        return pressing[0] if pressing else Standing.KEPT if done == total else Standing.HALF

    def is_conflict(self, question: Question) -> bool:
        """Whether two people answered differently; only *Pilih* changes that."""
        return any(name in self._entered.sheet.marks.get("conflict", ()) for name in question.fields)

    def findings(self) -> dict[str, Finding]:
        """What is to be looked at again, the first for each field, without what was confirmed."""
        told: dict[str, Finding] = {}
        for finding in self.all_findings():
            if finding.blocks or not self._is_confirmed(finding):
                told.setdefault(finding.field, finding)
        return told

    def all_findings(self) -> list[Finding]:
        """Also what was confirmed."""
        sheet, record = self._entered.sheet, self._entered.record()
        if record is None:
            return []
        found = [*record.check(), *visit_after_leaving(record.visit_date, sheet.person, sheet.household)]
        if isinstance(record, ChildVisit):
            found += second_looks(sheet.person, record, sheet.measures, sheet.later)
        elif sheet.pregnancy is not None:
            found += mother_looks(sheet.pregnancy, record, sheet.measures, sheet.later)
        return found

    def urgent(self) -> list[Attention]:
        """What cannot wait, without that of which somebody said why nobody is referred."""
        told = (one for each in self.attentions().values() for one in each)
        return [one for one in told if one.is_urgent and not self.is_acknowledged(one)]

    def is_acknowledged(self, one: Attention) -> bool:
        """Whether somebody said why nobody is referred: now, or when the value that is held was entered."""
        entered = self._entered
        was_so = entered.now(one.field) == entered.sheet.held.get(one.field)
        return one.why.code in entered.confirmed or (rule_of(one.why) in entered.sheet.confirmed and was_so)

    def attentions(self) -> dict[str, list[Attention]]:
        """What the answers ask to be done, by field; a child's weight also beside the months before, and beside the
        question about immunisation what is doubtful about the doses recorded."""
        entered, sheet = self._entered, self._entered.sheet
        told: dict[str, list[Attention]] = {}
        record = entered.record()
        growth = growth_attentions(sheet.person, record, sheet.measures) if isinstance(record, ChildVisit) else ()
        for one in (*attentions(sheet.kind, entered.values, months=sheet.months), *growth):
            if one.field not in entered.typed:
                told.setdefault(one.field, []).append(one)
        if sheet.dose_doubts:
            why = reason("doses.look_again", doubts=list(sheet.dose_doubts))
            told.setdefault(DOSES_ASKED, []).append(Attention(DOSES_ASKED, why, "watch"))
        return told

    def _stands(
        self, question: Question, found: Mapping[str, Finding], told: Mapping[str, list[Attention]]
    ) -> Standing:
        entered = self._entered
        findings = [found[name] for name in question.fields if name in found]
        attention = [one for name in question.fields for one in told.get(name, ())]
        if self.is_conflict(question):
            return Standing.DISPUTED
        if any(name in entered.typed for name in question.fields) or any(one.blocks for one in findings):
            return Standing.UNTAKEN
        if all(entered.value(name) is None for name in question.fields):
            return Standing.OPEN
        if any(one.level != "watch" for one in attention):
            return Standing.RISK
        if findings:
            return Standing.LOOK
        if attention:
            return Standing.WATCH
        is_yes = question.form is Form.MEASURED and entered.yes(question)
        return Standing.HALF if is_yes and entered.value(question.value_field) is None else Standing.KEPT

    def _is_confirmed(self, finding: Finding) -> bool:
        """Whether somebody said so of this value: now, or when the value that is held was entered."""
        entered, rule = self._entered, rule_of(finding.why)
        was_so = entered.now(finding.field) == entered.sheet.held.get(finding.field)
        return rule in entered.confirmed or (rule in entered.sheet.confirmed and was_so)


def rule_of(why: Reason) -> str:
    """The name under which a confirmed warning is kept."""
    return short_rule(why.code)

"""What is entered of one checklist while a visit goes on, question by question, without any window."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kpm_desktop.commands.visits.form_sheet import Before, FormSheet
from kpm_desktop.domain.checklists.asked import Situation, questions
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.checklists import OF_THE_VISIT
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.ui.format.number_text import UNITS, Typed, parse_number
from kpm_desktop.ui.forms.checklist.entered import Entered
from kpm_desktop.ui.forms.checklist.judgement import Judgement, rule_of
from kpm_desktop.ui.forms.checklist.standing import Standing


class Answers:
    """The answers of one form, and what follows from them (`judged`); `changed` are those that differ from what is
    held, and so what a draft keeps. What was typed and cannot be taken is no answer: it is kept beside them as it was
    typed (`untaken`), and the answer before it stands until it is mended."""

    def __init__(self, sheet: FormSheet, month: str, visit_date: date, place: str) -> None:
        self.sheet = sheet
        self.entered = Entered(sheet, month, visit_date, place)
        due = sheet.pregnancy.due() if sheet.pregnancy else None
        self.questions = questions(
            sheet.kind,
            Situation(
                has_delivered=sheet.is_postpartum,
                months=sheet.months,
                knows_due=due is not None,
                has_doses=sheet.has_doses,
                answered=frozenset(name for name, value in self.entered.values.items() if value is not None),
            ),
        )
        self.judged = Judgement(self.entered, self.questions)
        for name, text in (sheet.draft.typed if sheet.draft else {}).items():
            self._type_again(name, text)

    def value(self, field: str) -> Any:
        """The plain value of a field, or None."""
        return self.entered.value(field)

    def set(self, field: str, value: Any) -> None:
        """Answers, changes or empties (None) a field; that the value before was right says nothing of the new one."""
        if self.entered.confirmed and value != self.value(field):
            for finding in self.judged.all_findings():
                if finding.field == field:
                    self.entered.confirmed.pop(rule_of(finding.why), None)
            for one in self.judged.attentions().get(field, ()):
                self.entered.confirmed.pop(one.why.code, None)
        self.entered.values[field] = value
        self.forget_typed(field)

    def set_head(self, field: str, value: Any) -> None:
        """Another date or place of the visit; kept with the first answer, or at once where there is a row."""
        self.entered.head[field] = value
        self.forget_typed(field)

    def confirm(self, finding: Finding, why: str) -> None:
        """Somebody looked again: it is right."""
        self.entered.confirmed[rule_of(finding.why)] = why
        self.judged.forget()

    def acknowledge(self, one: Attention, why: str) -> None:
        """Somebody at risk is not referred, and why."""
        self.entered.confirmed[one.why.code] = why
        self.judged.forget()

    # what cannot be taken

    def typed(self, field: str) -> str | None:
        """What was typed into a field and cannot be taken, as it was typed; None where what is kept is shown."""
        return self.entered.typed.get(field)

    def refuse(self, field: str, text: str) -> None:
        """Something was typed that cannot be taken; the answer before it stands."""
        self.entered.typed[field] = text
        self.judged.forget()

    def forget_typed(self, field: str) -> None:
        """What could not be taken was taken out again, or an answer stands in its place."""
        self.entered.typed.pop(field, None)
        self.judged.forget()

    def read_number(self, field: str, text: str) -> Typed:
        """What a text in a number's box means."""
        spec = fields(self.sheet.kind)[field].spec
        return parse_number(text, UNITS.get(spec.unit, UNITS[""]), spec.low, spec.high)

    def _type_again(self, field: str, text: str) -> None:
        """What a draft kept beside its answers; what a newer program understands is an answer now."""
        if field in OF_THE_VISIT:
            self.refuse(field, text)
        for question in self.questions:
            if question.number_field != field:
                continue
            typed = self.read_number(field, text)
            if typed.problem:
                self.refuse(field, text)
            else:
                self.enter_number(question, typed.value)

    @property
    def untaken(self) -> dict[str, str]:
        """What was typed and cannot be taken, by field in the form's order. A date is of a checklist that is begun."""
        heads = OF_THE_VISIT if self.entered.is_begun else ()
        asked = [*heads, *(question.number_field for question in self.questions)]
        return {name: self.entered.typed[name] for name in asked if name in self.entered.typed}

    # what a draft keeps

    @property
    def changed(self) -> dict[str, Any]:
        """What differs from what is held; with a first answer the key, date and place of the row as well."""
        return self.entered.changed

    @property
    def has_draft(self) -> bool:
        """Whether something is entered that is not saved."""
        return bool(self.changed) or bool(self.entered.confirmed and self.sheet.held) or bool(self.untaken)

    def whole(self) -> Standing:
        """How the checklist stands."""
        return self.judged.whole(has_untaken=bool(self.untaken))

    # what is said to a question

    def answer(self, question: Question, *, yes: bool) -> None:
        """Y or T. A measure that was not taken has no value; tablets that were not received are none. A yes to a number
        that is there leaves it."""
        if question.form is Form.COUNT:
            self.set(question.field, (self.value(question.field) or 1) if yes else 0)
            return
        self.set(question.field, yes)
        if question.form is Form.MEASURED and not yes:
            is_count = fields(self.sheet.kind)[question.value_field].spec.form == "count"
            self.set(question.value_field, 0 if is_count else None)

    def enter_number(self, question: Question, value: int | None) -> None:
        """A number, which means yes; none empties it."""
        self.set(question.number_field, value)
        if question.form is Form.MEASURED and value is not None:
            self.set(question.field, value > 0)

    def choose(self, question: Question, value: str) -> None:
        """One of the options; among several it is put in or taken out."""
        if question.form is not Form.SEVERAL:
            self.set(question.field, value)
            return
        chosen = set(self.value(question.field) or ())
        self.set(question.field, sorted(chosen ^ {value}) or None)

    def empty(self, question: Question) -> None:
        """Takes an answer back."""
        for name in question.fields:
            self.set(name, None)

    def give_up(self, question: Question) -> None:
        """Back to what is held: all that can be done where two people answered differently."""
        for name in question.fields:
            self.set(name, self.sheet.held.get(name))

    def take_before(self, question: Question, before: Before) -> None:
        """The same as before."""
        self.set(question.field, before.value)


def same_as(question: Question, answers: Answers, others: Mapping[str, Any]) -> Before | None:
    """What S takes: what was answered for the mother in this visit, else what the last row says; None for nothing.

    others: answers of this visit's other forms about the home, which is the same.
    """
    if not question.is_lasting:
        return None
    if question.field in others and question.field in ("has_safe_water", "has_latrine"):
        return Before(others[question.field], "")
    return answers.sheet.before.get(question.field)

"""What is entered of one checklist while a visit goes on, without any window: answers, what they change, warnings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from kpm_desktop.commands.visits.visit_sheet import Before, FormSheet
from kpm_desktop.domain.checklists.asked import Situation, questions
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.entry.plausibility import mother_looks, second_looks
from kpm_desktop.domain.entry.visits import visit_after_leaving
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.records.base import Finding, Record
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.checklists import OF_THE_VISIT, ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.flag_answer import short_rule
from kpm_desktop.domain.risks.attention import Attention, attentions
from kpm_desktop.domain.risks.growth_attention import growth_attentions
from kpm_desktop.ui.format.number_text import UNITS, Typed, parse_number
from kpm_desktop.ui.pages.visit.standing import Standing

#: The question beside which recorded doses are spoken of.
DOSES_ASKED = "basic_immunization_received"


class Answers:
    """The answers of one form; `changed` are those that differ from what is held, and so what a draft keeps. What was
    typed and cannot be taken is no answer: it is kept beside them as it was typed (`untaken`), and the answer before it
    stands until it is mended."""

    def __init__(self, sheet: FormSheet, month: str, visit_date: date, place: str) -> None:
        self.sheet, self.month = sheet, month
        self._values: dict[str, Any] = dict(sheet.held)
        self.confirmed: dict[str, str] = dict(sheet.draft.confirmed) if sheet.draft else {}
        if sheet.draft is not None:
            self._values |= sheet.draft.answers
        self._head: dict[str, Any] = {
            "visit_date": self._values.get("visit_date", visit_date.isoformat()),
            "place": self._values.get("place", None if sheet.held else place),
        }
        self._first_head = dict(self._head)
        due = sheet.pregnancy.due() if sheet.pregnancy else None
        self.questions = questions(
            sheet.kind,
            Situation(
                has_delivered=sheet.is_postpartum,
                months=sheet.months,
                knows_due=due is not None,
                has_doses=sheet.has_doses,
                answered=frozenset(name for name, value in self._values.items() if value is not None),
            ),
        )
        self._typed: dict[str, str] = {}
        self._statuses: dict[str, Standing] | None = None
        for name, text in (sheet.draft.typed if sheet.draft else {}).items():
            self._type_again(name, text)

    def value(self, field: str) -> Any:
        """The plain value of a field, or None."""
        return self._values.get(field)

    def head(self, field: str) -> Any:
        """The visit's date or place."""
        return self._head[field]

    def set(self, field: str, value: Any) -> None:
        """Answers, changes or empties (None) a field; that the value before was right says nothing of the new one."""
        if self.confirmed and value != self.value(field):
            for finding in self._found():
                if finding.field == field:
                    self.confirmed.pop(rule_of(finding.why), None)
        self._values[field] = value
        self._typed.pop(field, None)
        self._statuses = None

    def set_head(self, field: str, value: Any) -> None:
        """Another date or place of the visit; kept with the first answer, or at once where there is a row."""
        self._head[field] = value
        self._typed.pop(field, None)
        self._statuses = None

    def typed(self, field: str) -> str | None:
        """What was typed into a field and cannot be taken, as it was typed; None where what is kept is shown."""
        return self._typed.get(field)

    def refuse(self, field: str, text: str) -> None:
        """Something was typed that cannot be taken; the answer before it stands."""
        self._typed[field] = text
        self._statuses = None

    def forget_typed(self, field: str) -> None:
        """What could not be taken was taken out again, and there is no answer in its place."""
        self._typed.pop(field, None)
        self._statuses = None

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

    def read_number(self, field: str, text: str) -> Typed:
        """What a text in a number's box means."""
        spec = fields(self.sheet.kind)[field].spec
        return parse_number(text, UNITS.get(spec.unit, UNITS[""]), spec.low, spec.high)

    @property
    def changed(self) -> dict[str, Any]:
        """What differs from what is held; with a first answer the key, date and place of the row as well."""
        held, own = self.sheet.held, self._own
        heads = {name: value for name, value in self._head.items() if value != held.get(name)}
        if not held and not own:
            return {}
        key = {} if held else {**self.sheet.key, "month": self.month}
        return {**key, **heads, **own}

    @property
    def _own(self) -> dict[str, Any]:
        """The answers that differ from what is held."""
        held = self.sheet.held
        return {
            name: value for name, value in self._values.items() if name not in OF_THE_VISIT and value != held.get(name)
        }

    @property
    def untaken(self) -> dict[str, str]:
        """What was typed and cannot be taken, by field in the form's order. A date is of a checklist that is begun."""
        is_begun = bool(self.sheet.held) or bool(self._own)
        asked = [*(OF_THE_VISIT if is_begun else ()), *(question.number_field for question in self.questions)]
        return {name: self._typed[name] for name in asked if name in self._typed}

    @property
    def is_only_dated(self) -> bool:
        """Whether somebody gave another date or place and no answer, which alone is no visit."""
        return not self.sheet.held and not self._own and self._head != self._first_head

    @property
    def has_draft(self) -> bool:
        """Whether something is entered that is not saved."""
        return bool(self.changed) or bool(self.confirmed and self.sheet.held) or bool(self.untaken)

    def is_answered(self, question: Question) -> bool:
        """Whether there is an answer that is kept, be it a no; a yes to a measure needs its number."""
        return self.standing(question).is_answered

    def standing(self, question: Question) -> Standing:
        """How a question stands."""
        if self._statuses is None:
            found, told = self.findings(), self.attentions()
            self._statuses = {one.field: self._stands(one, found, told) for one in self.questions}
        return self._statuses[question.field]

    def _stands(
        self, question: Question, found: Mapping[str, Finding], told: Mapping[str, list[Attention]]
    ) -> Standing:
        findings = [found[name] for name in question.fields if name in found]
        attention = [one for name in question.fields for one in told.get(name, ())]
        if self.is_conflict(question):
            return Standing.DISPUTED
        if any(name in self._typed for name in question.fields) or any(one.blocks for one in findings):
            return Standing.UNTAKEN
        if all(self.value(name) is None for name in question.fields):
            return Standing.OPEN
        if any(one.level != "watch" for one in attention):
            return Standing.RISK
        if findings:
            return Standing.LOOK
        if attention:
            return Standing.WATCH
        is_half = question.form is Form.MEASURED and self.yes(question) and self.value(question.value_field) is None
        return Standing.HALF if is_half else Standing.KEPT

    def yes(self, question: Question) -> bool | None:
        """What Y or T said: a count of 0 is a no."""
        value = self.value(question.field)
        if question.form is Form.COUNT:
            return None if value is None else value > 0
        if question.form is Form.MEASURED and value is None and self.value(question.value_field) is not None:
            return True
        return value if isinstance(value, bool) else None

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

    def counted(self) -> tuple[int, int]:
        """How many of the form's own questions are answered, and how many there are."""
        own = [question for question in self.questions if not question.is_further]
        return sum(self.is_answered(question) for question in own), len(own)

    @property
    def is_barely_begun(self) -> bool:
        """Whether a visit that was not saved before has fewer than half of the form's questions answered, so that
        saving asks first; a correction is asked nothing."""
        done, total = self.counted()
        was_answered = any(name in self.sheet.held for question in self.questions for name in question.fields)
        return 2 * done < total and not was_answered

    def whole(self) -> Standing:
        """How the checklist stands: the most pressing of what is to be mended, done or looked at again, else KEPT once
        every question of the form is answered; HALF until then."""
        found = {self.standing(question) for question in self.questions}
        if self.untaken:
            return Standing.UNTAKEN
        if any(one.is_urgent for told in self.attentions().values() for one in told):
            return Standing.RISK
        pressing = [one for one in (Standing.UNTAKEN, Standing.DISPUTED, Standing.LOOK) if one in found]
        done, total = self.counted()
        return pressing[0] if pressing else Standing.KEPT if done == total else Standing.HALF

    def is_conflict(self, question: Question) -> bool:
        """Whether two people answered differently; only *Pilih* changes that."""
        return any(name in self.sheet.marks.get("conflict", ()) for name in question.fields)

    def record(self) -> PregnancyVisit | ChildVisit | None:
        """The row as it would be saved; None while it cannot be one."""
        own = {name: value for name, value in self._values.items() if value is not None and name not in OF_THE_VISIT}
        values = {
            **self.sheet.key,
            **own,
            **{name: value for name, value in self._head.items() if value is not None},
            "id": str(self.sheet.record),
            "month": self.month,
        }
        known = {name: value for name, value in values.items() if name in fields(self.sheet.kind) or name == "id"}
        try:
            made: Record = msgspec.convert(known, KINDS[self.sheet.kind])
        except msgspec.ValidationError:
            return None
        assert isinstance(made, PregnancyVisit | ChildVisit)
        return made

    def findings(self) -> dict[str, Finding]:
        """What is to be looked at again, the first for each field, without what was confirmed."""
        told: dict[str, Finding] = {}
        for finding in self._found():
            if finding.blocks or not self._is_confirmed(finding):
                told.setdefault(finding.field, finding)
        return told

    def _found(self) -> list[Finding]:
        record = self.record()
        if record is None:
            return []
        sheet = self.sheet
        found = [*record.check(), *visit_after_leaving(record.visit_date, sheet.person, sheet.household)]
        if isinstance(record, ChildVisit):
            found += second_looks(sheet.person, record, sheet.measures, sheet.later)
        elif sheet.pregnancy is not None:
            found += mother_looks(sheet.pregnancy, record, sheet.measures, sheet.later)
        return found

    def _is_confirmed(self, finding: Finding) -> bool:
        """Whether somebody said so of this value: now, or when the value that is held was entered."""
        rule, field = rule_of(finding.why), finding.field
        now = self._head[field] if field in OF_THE_VISIT else self.value(field)
        return rule in self.confirmed or (rule in self.sheet.confirmed and now == self.sheet.held.get(field))

    def confirm(self, finding: Finding, why: str) -> None:
        """Somebody looked again: it is right."""
        self.confirmed[rule_of(finding.why)] = why
        self._statuses = None

    def attentions(self) -> dict[str, list[Attention]]:
        """What the answers ask to be done, by field; a child's weight also beside the months before, and beside the
        question about immunisation what is doubtful about the doses recorded."""
        told: dict[str, list[Attention]] = {}
        record = self.record()
        growth = (
            growth_attentions(self.sheet.person, record, self.sheet.measures) if isinstance(record, ChildVisit) else ()
        )
        for one in (*attentions(self.sheet.kind, self._values, months=self.sheet.months), *growth):
            if one.field not in self._typed:
                told.setdefault(one.field, []).append(one)
        if self.sheet.dose_doubts:
            why = reason("doses.look_again", doubts=list(self.sheet.dose_doubts))
            told.setdefault(DOSES_ASKED, []).append(Attention(DOSES_ASKED, why, "watch"))
        return told


def rule_of(why: Reason) -> str:
    """The name under which a confirmed warning is kept."""
    return short_rule(why.code)


def same_as(question: Question, answers: Answers, others: Mapping[str, Any]) -> Before | None:
    """What S takes: what was answered for the mother in this visit, else what the last row says; None for nothing.

    others: answers of this visit's other forms about the home, which is the same.
    """
    if not question.is_lasting:
        return None
    if question.field in others and question.field in ("has_safe_water", "has_latrine"):
        return Before(others[question.field], "")
    return answers.sheet.before.get(question.field)

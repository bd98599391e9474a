"""What is entered of one checklist while a visit goes on, without any window: answers, what they change, warnings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from kpm_desktop.commands.visit_sheet import Before, FormSheet
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.records.base import Finding, Record
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.checklists import ChildVisit, PregnancyVisit
from kpm_desktop.domain.records.neighbours import after_leaving
from kpm_desktop.domain.second_look import second_looks
from kpm_desktop.ui.visit.question import Form, Question
from kpm_desktop.ui.visit.questions import Situation, questions

#: Entered for everybody at once, at the head of the page.
HEAD = ("visit_date", "place")


class Answers:
    """The answers of one form; `changed` are those that differ from what is held, and so what a draft keeps."""

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
        due = sheet.pregnancy.due() if sheet.pregnancy else None
        self.questions = questions(
            sheet.kind,
            Situation(
                has_delivered=sheet.pregnancy is not None and sheet.pregnancy.delivery_date is not None,
                months=sheet.months,
                knows_due=due is not None,
                has_doses=sheet.has_doses,
            ),
        )

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

    def set_head(self, field: str, value: Any) -> None:
        """Another date or place of the visit; kept with the first answer, or at once where there is a row."""
        self._head[field] = value

    @property
    def changed(self) -> dict[str, Any]:
        """What differs from what is held; with a first answer the key, date and place of the row as well."""
        held = self.sheet.held
        own = {name: value for name, value in self._values.items() if name not in HEAD and value != held.get(name)}
        heads = {name: value for name, value in self._head.items() if value != held.get(name)}
        if not held and not own and not self.confirmed:
            return {}
        key = {} if held else {**self.sheet.key, "month": self.month}
        return {**key, **heads, **own}

    @property
    def has_draft(self) -> bool:
        """Whether something is entered that is not saved."""
        return bool(self.changed) or bool(self.confirmed)

    def is_answered(self, question: Question) -> bool:
        """Whether there is an answer, be it a no; one number typed is enough for a measure."""
        return any(self.value(name) is not None for name in question.fields)

    def yes(self, question: Question) -> bool | None:
        """What Y or T said: a count of 0 is a no."""
        value = self.value(question.field)
        if question.form is Form.COUNT:
            return None if value is None else value > 0
        if question.form is Form.MEASURED and value is None and self.value(question.value_field) is not None:
            return True
        return value if isinstance(value, bool) else None

    def answer(self, question: Question, *, yes: bool) -> None:
        """Y or T. A measure that was not taken has no value; tablets that were not received are none."""
        if question.form is Form.COUNT:
            self.set(question.field, 1 if yes else 0)
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

    def is_conflict(self, question: Question) -> bool:
        """Whether two people answered differently; only *Pilih* changes that."""
        return any(name in self.sheet.marks.get("conflict", ()) for name in question.fields)

    def record(self) -> PregnancyVisit | ChildVisit | None:
        """The row as it would be saved; None while it cannot be one."""
        own = {name: value for name, value in self._values.items() if value is not None and name not in HEAD}
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
        found = [*record.check(), *after_leaving(record.visit_date, self.sheet.person, self.sheet.household)]
        if isinstance(record, ChildVisit):
            found += second_looks(self.sheet.person, record, self.sheet.measures)
        return found

    def _is_confirmed(self, finding: Finding) -> bool:
        """Whether somebody said so of this value: now, or when the value that is held was entered."""
        rule, field = rule_of(finding.why), finding.field
        now = self._head[field] if field in HEAD else self.value(field)
        said_before = not self.sheet.confirmed.isdisjoint((rule, finding.why.code))
        return rule in self.confirmed or (said_before and now == self.sheet.held.get(field))

    def confirm(self, finding: Finding, why: str) -> None:
        """Somebody looked again: it is right."""
        self.confirmed[rule_of(finding.why)] = why


def rule_of(why: Reason) -> str:
    """The name under which a confirmed warning is kept."""
    return why.code.partition(".")[2] or why.code


def same_as(question: Question, answers: Answers, others: Mapping[str, Any]) -> Before | None:
    """What S takes: what was answered for the mother in this visit, else what the last row says; None for nothing.

    others: answers of this visit's other forms about the home, which is the same.
    """
    if not question.is_lasting:
        return None
    if question.field in others and question.field in ("has_safe_water", "has_latrine"):
        return Before(others[question.field], "")
    return answers.sheet.before.get(question.field)

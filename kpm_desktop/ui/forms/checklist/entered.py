"""What is entered of one checklist beside what is held of it: plain values, and what of them is new."""

from datetime import date
from typing import Any

import msgspec

from kpm_desktop.commands.visits.form_sheet import FormSheet
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import KINDS, fields
from kpm_desktop.domain.records.checklists import OF_THE_VISIT, ChildVisit, PregnancyVisit


class Entered:
    """Begins with what is held and with the user's draft. values: the answers. head: date and place of the visit.
    typed: what was typed into a field and cannot be taken. confirmed: by rule, why somebody said that a value is
    right."""

    def __init__(self, sheet: FormSheet, month: str, visit_date: date, place: str) -> None:
        self.sheet, self.month = sheet, month
        self.values: dict[str, Any] = dict(sheet.held)
        self.confirmed: dict[str, str] = dict(sheet.draft.confirmed) if sheet.draft else {}
        if sheet.draft is not None:
            self.values |= sheet.draft.answers
        self.head: dict[str, Any] = {
            "visit_date": self.values.get("visit_date", visit_date.isoformat()),
            "place": self.values.get("place", None if sheet.held else place),
        }
        self._first_head = dict(self.head)
        self.typed: dict[str, str] = {}

    def value(self, field: str) -> Any:
        """The plain value of a field, or None."""
        return self.values.get(field)

    def now(self, field: str) -> Any:
        """The same, or the visit's date or place."""
        return self.head[field] if field in OF_THE_VISIT else self.value(field)

    def yes(self, question: Question) -> bool | None:
        """What Y or T said: a count of 0 is a no."""
        value = self.value(question.field)
        if question.form is Form.COUNT:
            return None if value is None else value > 0
        if question.form is Form.MEASURED and value is None and self.value(question.value_field) is not None:
            return True
        return value if isinstance(value, bool) else None

    @property
    def answers(self) -> dict[str, Any]:
        """The answers that differ from what is held."""
        held = self.sheet.held
        return {
            name: value for name, value in self.values.items() if name not in OF_THE_VISIT and value != held.get(name)
        }

    @property
    def changed(self) -> dict[str, Any]:
        """What differs from what is held; with a first answer the key, date and place of the row as well."""
        held, answers = self.sheet.held, self.answers
        heads = {name: value for name, value in self.head.items() if value != held.get(name)}
        if not held and not answers:
            return {}
        key = {} if held else {**self.sheet.key, "month": self.month}
        return {**key, **heads, **answers}

    @property
    def is_begun(self) -> bool:
        """Whether there is a row, or an answer that begins one."""
        return bool(self.sheet.held) or bool(self.answers)

    @property
    def is_only_dated(self) -> bool:
        """Whether somebody gave another date or place and no answer, which alone is no visit."""
        return not self.is_begun and self.head != self._first_head

    def record(self) -> PregnancyVisit | ChildVisit | None:
        """The row as it would be saved; None while it cannot be one."""
        own = {name: value for name, value in self.values.items() if value is not None and name not in OF_THE_VISIT}
        values = {
            **self.sheet.key,
            **own,
            **{name: value for name, value in self.head.items() if value is not None},
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

"""One child or mother of the table, without any window: what is entered of the checklist and of the day's doses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from kpm_desktop.commands.posyandu.day_sheet import DayPerson, DaySheet
from kpm_desktop.domain.checklists.papers import ARM_FROM_MONTH, MAT_UNDER_MONTH
from kpm_desktop.domain.checklists.question import Form, Question
from kpm_desktop.domain.entry.plausibility import MEASURES
from kpm_desktop.domain.growth.chart import Born, Measures
from kpm_desktop.domain.growth.day_verdict import Classed, has_growth_card, weight_status, worst_class
from kpm_desktop.domain.growth.rules import HEIGHT_DAY
from kpm_desktop.domain.growth.weight_gain import Weighing
from kpm_desktop.domain.records.base import Finding
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.records.checklists import is_absence
from kpm_desktop.domain.risks.attention import Attention
from kpm_desktop.domain.schedules.care import Capsule, capsule_for
from kpm_desktop.ui.forms.checklist.answers import Answers
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn, Kind

#: What a bottle or a month's strip holds: proposed where nothing else is typed.
TABLETS_A_MONTH = 30
#: The monthly answer that says a child got something of its basic immunization.
_VACCINATED = "basic_immunization_received"
#: Upper and lower pressure, which are typed into one cell: `120/80`.
PRESSURE = ("systolic_mmhg", "diastolic_mmhg")
#: What is taken on a day, and dates its row.
_TAKEN = (*MEASURES, *PRESSURE, "hemoglobin_g_l")
SLASH = "/"


class DayRow:
    """Its cells are asked for by column. number: in the list as it is sorted."""

    def __init__(self, person: DayPerson, sheet: DaySheet) -> None:
        self.person, self.form, self.day = person, person.form, sheet.day
        self.number = 0
        self.answers = Answers(person.form, sheet.month, sheet.day, "posyandu")
        self.boxes = [DoseBox(each.entry, person.form.person.id) for each in person.doses]
        self._dated = {"visit_date": sheet.day.isoformat(), "place": "posyandu"}
        head, held = dict(self.answers.entered.head), person.form.held
        self._undated = {name: held.get(name) for name in head} if held and head == self._dated else head

    @property
    def key(self) -> str:
        """Stays the same from one reading to the next."""
        return f"{self.form.kind} {self.person.id}"

    @property
    def is_mother(self) -> bool:
        """Whether it is a pregnancy."""
        return self.form.pregnancy is not None

    @property
    def born(self) -> date:
        """The child's day of birth."""
        return self.form.person.birth_date

    @property
    def capsule(self) -> Capsule | None:
        """Which vitamin A the child gets on the day."""
        return None if self.is_mother else capsule_for(self.born, self.day)

    # what is asked

    def question(self, column: DayColumn) -> Question | None:
        """The question a column means for this person, the first of several; None where it is not asked."""
        return next(iter(self._questions(column)), None)

    def _questions(self, column: DayColumn) -> list[Question]:
        """All of them: a pressure is two."""
        asked = {name: one for one in self.answers.questions for name in one.fields}
        return list(dict.fromkeys(asked[name] for name in column.fields if name in asked))

    def is_asked(self, column: DayColumn) -> bool:
        """Whether something can be entered here; an answer that is there can always be mended."""
        if not column.kind.is_asked:
            return False
        if column.kind is Kind.DOSES:
            return bool(self.boxes)
        question = self.question(column)
        if question is None or (self.is_absent and column.kind is not Kind.NUMBER):
            return False
        return self._is_of_age(column) or any(self.answers.value(name) is not None for name in question.fields)

    def _is_of_age(self, column: DayColumn) -> bool:
        months = self.form.months
        if self.is_mother or months is None:
            return True
        if column.kind is Kind.CAPSULE:
            return self.capsule is not None
        if column.kind is Kind.MAT:
            return months < MAT_UNDER_MONTH
        return column.key != "muac_mm" or months >= ARM_FROM_MONTH

    def is_conflict(self, column: DayColumn) -> bool:
        """Whether two people answered differently; only *Pilih* changes that."""
        question = self.question(column)
        return question is not None and self.answers.judged.is_conflict(question)

    def is_open(self, column: DayColumn) -> bool:
        """Whether nothing has been entered here yet."""
        if column.kind is Kind.DOSES:
            return not any(box.is_given for box in self.boxes)
        question = self.question(column)
        return question is None or all(
            self.answers.value(name) is None and self.answers.typed(name) is None for name in question.fields
        )

    # what is entered

    def take(self, column: DayColumn, text: str) -> None:
        """A number that was typed: taken, or kept as it was typed where it cannot be; nothing empties the cell."""
        question = self.question(column)
        if question is None or self.is_conflict(column):
            return
        if not text.strip():
            self.empty(column)
        elif column.kind is Kind.PRESSURE:
            self._take_pressure(column, text)
        else:
            self._take_number(question, text)
        self._date_measure(column)

    def _take_number(self, question: Question, text: str) -> None:
        field = question.number_field
        typed = self.answers.read_number(field, text)
        if typed.problem:
            self.answers.refuse(field, text)
            return
        self.answers.enter_number(question, typed.value)
        if field == "length_mm" and self.answers.value("measure_position") is None:
            self.answers.set("measure_position", self.usual_position)

    def _take_pressure(self, column: DayColumn, text: str) -> None:
        upper, lower = column.fields
        parts = _parts(text)
        read = [self.answers.read_number(field, part) for field, part in zip(column.fields, parts, strict=False)]
        if len(parts) > len(column.fields) or any(typed.problem for typed in read):
            self.answers.refuse(upper, text)
            return
        for field, value in zip((upper, lower), [*(typed.value for typed in read), None], strict=False):
            self.answers.set(field, value)

    @property
    def usual_position(self) -> str:
        """How a child of this age is measured: lying until the second birthday, then standing (WHO 2006)."""
        return "lying" if (self.day - self.born).days < HEIGHT_DAY else "standing"

    def set_position(self, position: str) -> bool:
        """Another position, once there is a length; whether there is one."""
        if self.answers.value("length_mm") is None:
            return False
        self.answers.set("measure_position", position)
        return True

    def _date_measure(self, column: DayColumn) -> None:
        """A row says on which day it was filled in, and a measure is of the day on which it was taken; once none is
        new, day and place are again what they were."""
        if not any(name in _TAKEN for name in column.fields):
            return
        if any(self._is_new(name) for name in column.fields):
            self._set_head(self._dated)
        elif self.form.held and not any(self._is_new(name) for name in _TAKEN):
            self._set_head(self._undated)

    def _is_new(self, name: str) -> bool:
        return bool(self.answers.value(name) != self.form.held.get(name))

    def _set_head(self, head: Mapping[str, Any]) -> None:
        for name, value in head.items():
            self.answers.set_head(name, value)

    def answer(self, column: DayColumn, *, yes: bool) -> bool:
        """Y or T; whether the column takes them."""
        if column.kind is Kind.DOSES:
            return self._give_all() if yes else self.take_doses_back()
        question = self.question(column)
        if question is None or not question.form.has_yes_no or self.is_conflict(column):
            return False
        if column.kind is Kind.TABLETS and yes and not self.answers.value(question.value_field):
            self.answers.enter_number(question, TABLETS_A_MONTH)
        else:
            self.answers.answer(question, yes=yes)
        return True

    def choose(self, column: DayColumn, value: str) -> None:
        """One of a question's options; among several it is put in or taken out."""
        question = self.question(column)
        if question is not None and not self.is_conflict(column):
            self.answers.choose(question, value)

    def empty(self, column: DayColumn) -> None:
        """Takes an answer back."""
        if column.kind is Kind.DOSES:
            self.take_doses_back()
            return
        if self.is_conflict(column):
            return
        for question in self._questions(column):
            self.answers.empty(question)
        if column.kind is Kind.LENGTH:
            self.answers.set("measure_position", self.form.held.get("measure_position"))
        self._date_measure(column)

    # doses

    def _give_all(self) -> bool:
        """What is due is given on the day; a dose that is recorded stays as it is."""
        open_boxes = [box for box in self.boxes if not box.is_given and not box.entry.is_disputed]
        was_given = self._is_any_given
        for box in open_boxes:
            box.set_day(self.day)
        self._tell_vaccinated(was_given=was_given)
        return bool(self.boxes)

    def turn_dose(self, box: DoseBox) -> None:
        """One dose is given on the day, or taken back; one that is recorded is mended on the page of the doses."""
        if box.is_recorded or box.entry.is_disputed:
            return
        was_given = self._is_any_given
        if box.is_given:
            box.go_back()
        else:
            box.set_day(self.day)
        self._tell_vaccinated(was_given=was_given)

    @property
    def _is_any_given(self) -> bool:
        return any(box.is_given for box in self.boxes)

    def _tell_vaccinated(self, *, was_given: bool) -> None:
        """The month's answer follows the doses, unless somebody gave it otherwise. was_given: any of them, before."""
        told = self.answers.value(_VACCINATED)
        if self._is_any_given and told is None:
            self.answers.set(_VACCINATED, True)
        elif was_given and not self._is_any_given and told is True and _VACCINATED not in self.form.held:
            self.answers.set(_VACCINATED, None)

    def take_doses_back(self) -> bool:
        """What was entered today and is not saved is taken out again."""
        was_given = self._is_any_given
        for box in self.boxes:
            box.go_back()
        self._tell_vaccinated(was_given=was_given)
        return bool(self.boxes)

    # who did not come

    @property
    def is_absent(self) -> bool:
        """Whether all that is said of the child is that it did not come."""
        record = self.answers.entered.record() if self.answers.entered.is_begun else None
        return record is not None and is_absence(record)

    def turn_absent(self) -> bool:
        """Marks that the child did not come, or takes it back; whether that can be said of it."""
        if self.is_absent:
            self.answers.set("was_weighed", None)
            return True
        if self.is_mother or self.is_weighed or self.has_entries:
            return False
        self.answers.set("was_weighed", False)
        self.answers.forget_typed("weight_g")
        return True

    @property
    def has_entries(self) -> bool:
        """Whether anything of the month is known, entered here or at home."""
        return bool(self.answers.entered.is_begun) and not self.is_absent

    @property
    def is_weighed(self) -> bool:
        """Whether there is a weight of the month."""
        return self.answers.value("weight_g") is not None

    def is_open_row(self, columns: Sequence[DayColumn]) -> bool:
        """Whether the row still waits: a child without weight that is not absent, a mother of whom nothing is known."""
        if self.is_mother:
            return all(self.is_open(column) for column in columns if column.kind.is_asked and self.is_asked(column))
        return (
            not self.is_weighed and self.answers.typed("weight_g") is None and not self.is_absent and not self._refused
        )

    @property
    def _refused(self) -> bool:
        """Whether it came and was not weighed."""
        return self.answers.value("was_weighed") is False

    # what follows

    @property
    def status(self) -> str:
        """N, T, O or B of today's weight by the growth card; empty without one."""
        grams = self.answers.value("weight_g")
        if self.is_mother or grams is None or self.answers.typed("weight_g") is not None:
            return ""
        now = Weighing(grams, self.answers.entered.month, self._day_of_row())
        before, was_weighed = self._weighing_before(), self.person.was_weighed
        return weight_status(self.form.person.sex, self.born, now, before, was_weighed=was_weighed)

    def _weighing_before(self) -> Weighing | None:
        before = self.form.measures.get("weight_g")
        if before is None:
            return None
        return Weighing(before.value, before.month, before.day or date.fromisoformat(f"{before.month}-01"))

    def _day_of_row(self) -> date:
        return date.fromisoformat(self.answers.entered.now("visit_date"))

    @property
    def has_card(self) -> bool:
        """Whether it counts as K."""
        was_weighed = self.person.was_weighed or self.is_weighed
        return has_growth_card(self.form.person.kia_number, was_weighed=was_weighed)

    @property
    def classed(self) -> Classed | None:
        """The gravest class of today's measures."""
        if self.is_mother or self.form.person.sex not in ("male", "female"):
            return None
        value = self.answers.value
        weight, length = value("weight_g"), value("length_mm")
        if weight is None and length is None:
            return None
        born = Born(self.form.person.sex, self.born, self.form.person.gestation_at_birth_weeks)
        taken = Measures(
            self.answers.entered.month,
            self._day_of_row(),
            weight,
            length,
            value("measure_position"),
            has_oedema=value("has_oedema") is True,
        )
        return worst_class(born, taken)

    def findings(self) -> dict[str, Finding]:
        """What is to be looked at again in the checklist."""
        return self.answers.judged.findings()

    def urgent(self) -> list[Attention]:
        """What cannot wait."""
        return self.answers.judged.urgent()

    def told(self) -> list[Attention]:
        """All the answers ask to be done, the urgent first."""
        found = [one for each in self.answers.judged.attentions().values() for one in each]
        return sorted(found, key=lambda one: ("refer", "risk", "watch").index(one.level))

    @property
    def is_to_be_seen(self) -> bool:
        """Whether somebody should look at it: a doubt, what cannot be kept, or a risk that cannot wait."""
        return bool(self.findings() or self.answers.untaken or self.urgent())

    @property
    def has_draft(self) -> bool:
        """Whether something is entered that is not saved."""
        return self.answers.has_draft or any(box.has_draft for box in self.boxes)

    def untaken_problem(self) -> tuple[str, str]:
        """Field and problem (`parse_number`) of the first entry that cannot be kept; empty for none."""
        for field, text in self.answers.untaken.items():
            read = _parts(text) if field == PRESSURE[0] else [text]
            asked = PRESSURE if field == PRESSURE[0] else (field,)
            for name, part in zip(asked, read, strict=False):
                if name in fields(self.form.kind) and (problem := self.answers.read_number(name, part).problem):
                    return name, problem
            return field, "not_a_number"
        return "", ""

    def values(self, column: DayColumn) -> Iterator[Any]:
        """What is kept of a column."""
        return (self.answers.value(name) for name in column.fields)


def _parts(text: str) -> list[str]:
    """The numbers of a pressure; before a stroke the upper one may be missing, behind it the lower."""
    return [part.strip() for part in text.split(SLASH)] if SLASH in text else text.split()


def is_yes(row: DayRow, column: DayColumn) -> bool | None:
    """What Y or T said; None where nobody did."""
    question = row.question(column)
    if question is None or question.form not in (Form.YES_NO, Form.COUNT, Form.MEASURED):
        return None
    return row.answers.entered.yes(question)

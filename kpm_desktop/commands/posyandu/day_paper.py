"""A posyandu's day on paper: the list as the register book has it, with what is held or to be filled in by hand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kpm_desktop.commands.posyandu.day_sheet import DayPerson, DaySheet
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.checklists.papers import ARM_FROM_MONTH, MAT_UNDER_MONTH
from kpm_desktop.domain.records.words import record_words
from kpm_desktop.domain.schedules.care import capsule_for
from kpm_desktop.domain.wording import Wording
from kpm_desktop.reports.lists.record_list import ListColumn, ListGroup, ListPaper, record_list
from kpm_desktop.reports.table_page import Kind, TablePage, Value, date_on_paper

#: High enough to write in.
_ROW_MM = 8.0


def day_paper(wording: Wording, sheet: DaySheet, village: str, how: ListPaper, *, is_blank: bool = False) -> TablePage:
    """Children, then mothers, by name. is_blank: what is entered today is left out."""
    paper = Wording(wording.language, day=date_on_paper)
    made = _Lines(paper, sheet, is_blank=is_blank)
    phrase = paper.phrase
    facts = [
        ((phrase("posyandu.paper.posyandu"), sheet.name or phrase("posyandu.paper.none")),),
        ((phrase("posyandu.paper.village"), village),),
        ((phrase("posyandu.paper.day"), date_on_paper(sheet.day)),),
        ((phrase("posyandu.paper.cadre"), sheet.cadre),),
    ]
    groups = [
        ListGroup([made.child(each) for each in _by_name(sheet.children)], phrase("posyandu.paper.children")),
        ListGroup([made.mother(each) for each in _by_name(sheet.mothers)], phrase("posyandu.paper.mothers")),
    ]
    notes = (phrase("posyandu.paper.how"), phrase("posyandu.paper.care"))
    title = phrase("posyandu.paper.title")
    return record_list(paper, title, _columns(paper), groups, how, facts=facts, notes=notes, row_mm=_ROW_MM)


def _columns(wording: Wording) -> list[ListColumn]:
    def head(name: str) -> str:
        return wording.phrase(f"posyandu.paper.column.{name}")

    return [
        ListColumn(head("name"), 42, hides="name", grows=1),
        ListColumn(head("about"), 38, hides="name"),
        ListColumn(head("last"), 18),
        ListColumn(head("weight"), 14, Kind.ONE),
        ListColumn(head("length"), 16, Kind.ONE),
        ListColumn(head("arm"), 13, Kind.ONE),
        ListColumn(head("head"), 13, Kind.ONE),
        ListColumn(head("mat"), 13),
        ListColumn(head("doses"), 34, grows=1),
        ListColumn(head("capsule"), 14),
        ListColumn(head("counselling"), 16),
        ListColumn(head("pressure"), 16),
        ListColumn(head("note"), 26, grows=1),
    ]


def _by_name(people: Sequence[DayPerson]) -> list[DayPerson]:
    return sorted(people, key=lambda each: each.form.person.full_name)


class _Lines:
    """The rows of one list; what is not asked of somebody is a dash."""

    def __init__(self, wording: Wording, sheet: DaySheet, *, is_blank: bool) -> None:
        self._wording, self._sheet, self._is_blank = wording, sheet, is_blank
        self._words = record_words(wording.language)

    def child(self, person: DayPerson) -> list[Value]:
        """A child."""
        form = person.form
        months = completed_months(form.person.birth_date, self._sheet.day)
        age = self._wording.phrase("posyandu.paper.months", months=months)
        sex = self._words.short_choice("person", "sex", form.person.sex)
        capsule = capsule_for(form.person.birth_date, self._sheet.day)
        due = ", ".join(each.planned.name for each in person.doses) or "–"
        return [
            form.person.full_name,
            ", ".join(part for part in (person.mother, age, sex) if part),
            self._last(person, "weight_g", "length_mm"),
            self._measure(person, "weight_g", 1000),
            self._measure(person, "length_mm", 10),
            self._measure(person, "muac_mm", 10) if months >= ARM_FROM_MONTH else "–",
            self._measure(person, "head_circumference_mm", 10),
            self._choice(person, "mat_result") if months < MAT_UNDER_MONTH else "–",
            due,
            self._capsule(person, capsule.colour) if capsule is not None else "–",
            self._pair(person, "counselling_father", "counselling_mother"),
            "–",
            "",
        ]

    def mother(self, person: DayPerson) -> list[Value]:
        """A mother."""
        form = person.form
        far = "posyandu.paper.nifas" if form.is_postpartum else "posyandu.paper.pregnant"
        about = self._wording.phrase(far, days=form.days, months=form.months if form.months is not None else "–")
        gravida = form.pregnancy.gravida if form.pregnancy is not None else None
        return [
            form.person.full_name,
            ", ".join(part for part in (about, f"G{gravida}" if gravida else "") if part),
            self._last(person, "weight_g", "muac_mm"),
            self._measure(person, "weight_g", 1000),
            "–",
            self._measure(person, "muac_mm", 10),
            "–",
            "–",
            self._tablets(person),
            "–",
            self._count(person, "counselling_sessions"),
            self._pressure(person),
            "",
        ]

    def _held(self, person: DayPerson, field: str) -> Any:
        """What is entered, saved or not; nothing on a blank list."""
        if self._is_blank:
            return None
        draft = person.form.draft.answers if person.form.draft is not None else {}
        return draft.get(field, person.form.held.get(field))

    def _measure(self, person: DayPerson, field: str, unit: int) -> Decimal | None:
        value = self._held(person, field)
        return None if value is None else Decimal(value) / unit

    def _last(self, person: DayPerson, *fields: str) -> str:
        units = {"weight_g": 1000, "length_mm": 10, "muac_mm": 10}
        found = (person.form.measures.get(field) for field in fields)
        shown = [
            "–" if one is None else f"{Decimal(one.value) / units[field]:.1f}"
            for field, one in zip(fields, found, strict=True)
        ]
        text = " / ".join(shown)
        return text.replace(".", ",") if self._wording.language == "id" else text

    def _choice(self, person: DayPerson, field: str) -> str:
        value = self._held(person, field)
        return "" if value is None else self._words.short_choice(person.form.kind, field, value)

    def _yes(self, value: object) -> str:
        return "" if value is None else self._wording.phrase("posyandu.paper.yes" if value else "posyandu.paper.no")

    def _capsule(self, person: DayPerson, colour: str) -> str:
        given = self._yes(self._held(person, "vitamin_a"))
        return " ".join(part for part in (self._wording.phrase(f"due.capsule.{colour}"), given) if part)

    def _pair(self, person: DayPerson, first: str, second: str) -> str:
        told = [self._yes(self._held(person, field)) for field in (first, second)]
        return " / ".join(told) if any(told) else "/"

    def _count(self, person: DayPerson, field: str) -> str:
        value = self._held(person, field)
        return "" if value is None else str(value)

    def _tablets(self, person: DayPerson) -> str:
        count = self._held(person, "iron_tablets")
        return "" if count is None else self._wording.phrase("posyandu.paper.tablets", count=count)

    def _pressure(self, person: DayPerson) -> str:
        upper, lower = (self._held(person, field) for field in ("systolic_mmhg", "diastolic_mmhg"))
        return "/" if upper is None else f"{upper}/{'' if lower is None else lower}"

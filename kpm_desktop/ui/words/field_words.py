"""Fields and values of every kind of record in the forms' own words, for lists, histories and decisions."""

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.number_text import UNITS, number_text
from kpm_desktop.ui.words import record_words
from kpm_desktop.ui.words.checklist_question import Question
from kpm_desktop.ui.words.checklist_questions import Situation, questions

PLACES = ("posyandu", "household", "person", "pregnancy")
FORMS = {"pregnancy_visit": "2A", "child_visit": "2B", "paud_attendance": "2C"}


def field_words(kind: str, field: str) -> str:
    """A field as the forms call it."""
    if kind in PLACES:
        return record_words.field_words(kind, field)
    found = _question_of(kind, field)
    if found is not None and found.field == field:
        return found.label
    return _known(f"words.field.{field}") or field


def value_words(kind: str, field: str, value: Any, comma: str = ",") -> str:
    """A plain value as people read it, with its unit; a dash for an empty one."""
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return QCoreApplication.translate("Words", "Yes") if value else QCoreApplication.translate("Words", "No")
    declared = fields(kind).get(field)
    if declared is None:
        return str(value)
    spec = declared.spec
    if spec.form == "measure":
        unit = UNITS.get(spec.unit, UNITS[""])
        return f"{number_text(value, unit, comma)} {unit.word or spec.unit}".rstrip()
    if spec.form in ("choice", "choices"):
        return ", ".join(_choice_word(kind, field, one) for one in (value if isinstance(value, list) else [value]))
    if spec.form == "count":
        return f"{value} {_unit_words(kind, _language()).get(field, '')}".rstrip()
    if spec.form == "date":
        return f"{value[8:10]}-{value[5:7]}-{value[:4]}"
    if spec.form == "month":
        return CalendarWords(_language()).month(value)
    return ", ".join(value) if isinstance(value, list) else str(value)


def form_words(kind: str, month: str, calendar: CalendarWords) -> str:
    """A monthly row as people call it: `2B November`."""
    return f"{FORMS.get(kind, kind)} {calendar.month(month).split()[0]}"


def _choice_word(kind: str, field: str, value: str) -> str:
    if kind in PLACES:
        return record_words.choice_word(value) or value
    found = _question_of(kind, field)
    options = {option.value: option.word for option in found.options} if found is not None else {}
    return options.get(value) or _known(f"words.choice.{value}") or value


def _question_of(kind: str, field: str) -> Question | None:
    if kind not in ("pregnancy_visit", "child_visit"):
        return None
    return _by_field(kind, _language()).get(field)


@cache
def _by_field(kind: str, language: str) -> dict[str, Question]:
    """The questions of every situation, by the fields that take their answers; once for each language."""
    situations = (
        Situation(knows_due=False),
        Situation(has_delivered=True),
        Situation(months=0),
        Situation(months=12),
    )
    made = [question for situation in situations for question in questions(kind, situation)]
    return {question.field: question for question in made}


@cache
def _unit_words(kind: str, language: str) -> dict[str, str]:
    """What is counted in the fields that are counts; once for each language."""
    if kind not in ("pregnancy_visit", "child_visit"):
        return {}
    asked = _by_field(kind, language).values()
    return {question.value_field or question.field: question.unit_word for question in asked}


def _known(code: str) -> str:
    """A word of the text resources; empty where there is none."""
    try:
        return Wording(_language()).phrase(code)
    except KeyError:
        return ""


def _language() -> str:
    """The language the windows speak: that of the installed translator."""
    return "id" if QLocale().language() == QLocale.Language.Indonesian else "en"

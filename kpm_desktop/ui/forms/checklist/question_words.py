"""What stands beside a question: whose word its answer is, what its number counts, the colours of the growth mat."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.checklists.question import Question
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.format.count_words import unit_word
from kpm_desktop.ui.format.number_text import UNITS

#: The colours of the growth mat, by the value they stand for; shown beside its word.
MAT_COLOURS = {"green": "#2F9E4F", "yellow": "#E9B93A", "red": "#D33A2C"}


def by_words(question: Question) -> str:
    """`menurut petugas kesehatan`; empty where nothing is to be said."""
    translate = QCoreApplication.translate
    words = {
        "health_worker": translate("Questions", "as the health worker says"),
        "kia_book": translate("Questions", "as the KIA book says"),
        "this_month": translate("Questions", "this month"),
    }
    return words[question.by] if question.by else ""


def unit_words(question: Question) -> str:
    """What its number is in: `kg`, `kali`."""
    spec = fields(question.kind)[question.number_field].spec
    return unit_word(question.unit) or UNITS.get(spec.unit, UNITS[""]).word


def swatch(question: Question, value: str) -> str:
    """The colour shown beside an option; empty for none."""
    return MAT_COLOURS.get(value, "") if question.field == "mat_result" else ""

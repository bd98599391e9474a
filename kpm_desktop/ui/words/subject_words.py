"""Whom a record is about, in the words people use: name, age, dusun, the form's row and its month."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.db.queries.subjects import Subject
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.record_kinds import row_words

_CHILD_MONTHS = 72


def subject_name(subject: Subject) -> str:
    """The name, or that it is not held here."""
    return subject.name or QCoreApplication.translate("Subjects", "a record that has not come yet")


def subject_words(subject: Subject, kind: str, tools: Tools) -> str:
    """`Ahmad Fauzi, anak 10 bulan · Dusun Mawar · 2B Oktober 2026`."""
    name, age = subject_name(subject), _age(subject, tools.today())
    parts = [f"{name}, {age}" if age else name, subject.hamlet, row_words(kind, subject.month, tools)]
    return " · ".join(part for part in parts if part)


def _age(subject: Subject, today: date) -> str:
    if subject.born is None:
        return ""
    translate = QCoreApplication.translate
    months = completed_months(subject.born, today)
    if months < _CHILD_MONTHS:
        return translate("Subjects", "child of {count} months").format(count=max(months, 0))
    return translate("Subjects", "{count} years").format(count=months // 12)

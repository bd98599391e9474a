"""Whom a record is about, in the words people use: name, age, dusun, the form's row and its month."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.db.queries.subjects import Subject
from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.ui.format.calendar_words import CalendarWords

_FORMS = {"pregnancy_visit": "2A", "child_visit": "2B", "paud_attendance": "2C"}
_CHILD_MONTHS = 72


def subject_name(subject: Subject) -> str:
    """The name, or that it is not held here."""
    return subject.name or QCoreApplication.translate("Subjects", "a record that has not come yet")


def subject_words(subject: Subject, kind: str, words: CalendarWords, today: date) -> str:
    """`Ahmad Fauzi, anak 10 bulan · Dusun Mawar · 2B Oktober 2026`."""
    name, age = subject_name(subject), _age(subject, today)
    parts = [f"{name}, {age}" if age else name, subject.hamlet, row_words(kind, subject.month, words)]
    return " · ".join(part for part in parts if part)


def row_words(kind: str, month: str, words: CalendarWords) -> str:
    """`2B Oktober 2026`; nothing for what has no month."""
    return f"{_FORMS.get(kind, '')} {words.month(month)}".strip() if month else ""


def _age(subject: Subject, today: date) -> str:
    if subject.born is None:
        return ""
    translate = QCoreApplication.translate
    months = completed_months(subject.born, today)
    if months < _CHILD_MONTHS:
        return translate("Subjects", "child of {count} months").format(count=max(months, 0))
    return translate("Subjects", "{count} years").format(count=months // 12)

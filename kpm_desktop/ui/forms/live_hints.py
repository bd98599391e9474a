"""What follows from an answer while it is typed: the expected delivery, an age, how many digits are still to come."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.calendar import completed_months
from kpm_desktop.domain.records.pregnancy import PREGNANCY_DAYS, due_from_month
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.words.person_words import IN_MONTHS, about_due


def live_hint(
    kind: str, field: str, values: Mapping[str, Any], today: date, calendar: CalendarWords, fixed: str = ""
) -> str:
    """The line below a field; `fixed` is what it says while nothing follows from the answer."""
    value = values.get(field)
    if kind == "person" and field == "birth_date" and isinstance(value, date):
        return f"{calendar.long_day(value)} · {_age(value, today)}"
    if kind == "pregnancy" and field == "last_menstrual_date" and isinstance(value, date):
        due = value + timedelta(days=PREGNANCY_DAYS)
        text = QCoreApplication.translate("Forms", "Expected delivery (HPL) {day}")
        return text.format(day=calendar.dated(due))
    if kind == "pregnancy" and field == "expected_delivery_date" and value is None:
        return _due_hint(values, calendar, fixed)
    if kind == "pregnancy" and field == "gestational_age_months" and isinstance(value, int):
        return about_due(due_from_month(value, today), calendar)
    if field == "nik":
        return _nik_hint(value, temporary=values.get("nik_kind") == "temporary", fixed=fixed)
    return calendar.long_day(value) if isinstance(value, date) else fixed


def _due_hint(values: Mapping[str, Any], calendar: CalendarWords, fixed: str) -> str:
    first = values.get("last_menstrual_date")
    if not isinstance(first, date):
        return fixed
    text = QCoreApplication.translate("Forms", "Empty: {day}, from HPHT")
    return text.format(day=calendar.dated(first + timedelta(days=PREGNANCY_DAYS)))


def _nik_hint(value: object, *, temporary: bool, fixed: str) -> str:
    wanted = 17 if temporary else 16
    if not isinstance(value, str) or not value:
        return QCoreApplication.translate("Forms", "{count} digits; may stay empty").format(count=wanted)
    return QCoreApplication.translate("Forms", "{done} of {count} digits").format(done=len(value), count=wanted)


def _age(born: date, today: date) -> str:
    months = completed_months(born, today)
    if months < 1:
        return QCoreApplication.translate("Forms", "{days} days old").format(days=(today - born).days)
    if months < IN_MONTHS:
        return QCoreApplication.translate("Forms", "{months} months old").format(months=months)
    return QCoreApplication.translate("Forms", "{years} years old").format(years=months // 12)

"""How people are called in lists and headings: `ibu hamil 7 bulan`, `anak 10 bulan`, and what asks for attention."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.households.target_rows import TargetRow
from kpm_desktop.domain.roster import Notice
from kpm_desktop.domain.scorecard.targets import GONE
from kpm_desktop.ui.format.calendar_words import CalendarWords

DAYS_SHOWN = 42  # in the first six weeks days say more than months
IN_MONTHS = 24  # up to here months say more than years


def person_line(*, is_mother: bool, is_postpartum: bool, months: int | None, days: int | None) -> str:
    """What somebody is, and how old or how far."""
    translate = QCoreApplication.translate
    if is_postpartum:
        return translate("People", "mother, {days} days after birth").format(days=days)
    if is_mother:
        if months is None:
            return translate("People", "pregnant")
        return translate("People", "pregnant, month {months}").format(months=months)
    if days is not None and days <= DAYS_SHOWN:
        return translate("People", "baby, {days} days").format(days=days)
    return translate("People", "child, {months} months").format(months=months)


def short_line(*, is_mother: bool, is_postpartum: bool, months: int | None, days: int | None) -> str:
    """The same where room is scarce."""
    translate = QCoreApplication.translate
    if is_postpartum:
        return translate("People", "Nifas {days} d").format(days=days)
    if is_mother:
        if months is None:
            return translate("People", "Pregnant")
        return translate("People", "Pregnant {months} m").format(months=months)
    if days is not None and days <= DAYS_SHOWN:
        return translate("People", "Baby {days} d").format(days=days)
    return translate("People", "Child {months} m").format(months=months)


def about_due(due: date, calendar: CalendarWords) -> str:
    """An expected delivery that follows from the month of pregnancy alone."""
    return QCoreApplication.translate("People", "HPL about {day}").format(day=calendar.dated(due))


def notice_words(notice: Notice) -> str:
    """What asks for attention, in a word."""
    translate = QCoreApplication.translate
    words = {
        "danger_signs": translate("People", "Danger signs"),
        "kek": translate("People", "KEK"),
        "high_risk": translate("People", "Risti"),
        "severely_undernourished": translate("People", "Severe malnutrition"),
        "undernourished": translate("People", "Undernourished"),
        "stunted": translate("People", "Stunting"),
        "mat_red": translate("People", "Red mat"),
        "mat_yellow": translate("People", "Yellow mat"),
        "not_gaining": translate("People", "Weight not gaining"),
        "pnc_due": translate("People", "Nifas check {number} open").format(number=notice.number),
        "moved_out": translate("People", "moved out"),
        "died": translate("People", "died"),
        "entered_in_error": translate("People", "entered in error"),
        "home_in_error": translate("People", "household entered in error"),
        "incomplete": translate("People", "data incomplete"),
        "unshown": translate("People", "cannot be shown"),
        "pregnancy_undated": translate("People", "no due date"),
        "pregnancy_overdue": translate("People", "long past the due date"),
        "pregnancy_not_begun": translate("People", "due date too far ahead"),
    }
    return words[notice.code]


def notice_chip(notice: Notice) -> tuple[str, str]:
    """Word and tone of a chip."""
    return notice_words(notice), "risk" if notice.is_risk else "neu" if notice.code in GONE else "warn"


def kia_words(number: str) -> str:
    """A KIA number with the word before it, unless it says so itself."""
    if not number or number.upper().startswith("KIA"):
        return number
    return QCoreApplication.translate("People", "KIA {number}").format(number=number)


def age_words(row: TargetRow) -> str:
    """Age, month of pregnancy, or days since the delivery."""
    translate = QCoreApplication.translate
    if row.is_postpartum or (row.kind == "child" and row.days is not None and row.days <= DAYS_SHOWN):
        return translate("People", "{days} days").format(days=row.days)
    if row.months is None:
        return "–"
    if row.kind == "older_child" or (row.kind == "other" and row.months >= IN_MONTHS):
        return translate("People", "{years} years").format(years=row.months // 12)
    if row.kind == "pregnancy":
        return translate("People", "month {months}").format(months=row.months)
    return translate("People", "{months} months").format(months=row.months)

"""What the dose page says: of one dose in a few words, of its dates, of what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.calendar import completed_months, completes
from kpm_desktop.domain.schedules.dose_plan import PlannedDose
from kpm_desktop.domain.schedules.doses import dose_name, dose_rule
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.date_text import TypedDate, date_text
from kpm_desktop.ui.forms.dose_box import DoseBox
from kpm_desktop.ui.pages.doses.dose_book import DoseBook

translate = QCoreApplication.translate
#: Further ahead a day says more than how many days it is away; further back months say more than days.
_DAYS_TOLD, _DAYS_BETWEEN = 99, 99
_WEEK = 7
#: From this age, in months, days say nothing any more.
_IN_YEARS = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """How a dose stands, as its cell draws it. icon: empty for none. tone: a colour. is_shut: it cannot be given yet.
    is_bare: it is given no longer, so that nothing is asked for."""

    words: str
    icon: str = ""
    tone: str = "text2"
    is_shut: bool = False
    is_bare: bool = False

    @property
    def is_pressing(self) -> bool:
        """Whether its words stand out."""
        return self.tone == "warn"


def standing(book: DoseBook, box: DoseBox, calendar: CalendarWords) -> Standing:
    """How a dose stands now."""
    if box.entry.is_disputed:
        return Standing(translate("Doses", "two entries differ"), "git-compare-arrows", "warn")
    if box.typed:
        return Standing(translate("Doses", "not kept yet"), "wrench", "warn")
    if box.is_given:
        doubt = book.doubts.get(box.key)
        if doubt is not None:
            return Standing(_given_words(book, box), "circle-alert", "warn")
        return Standing(_given_words(book, box), "check", "ok")
    planned = book.plan.get(box.key)
    if planned is None:
        return Standing(translate("Doses", "only in older books"))
    return _open(planned, book, calendar)


def _open(planned: PlannedDose, book: DoseBook, calendar: CalendarWords) -> Standing:
    match planned.standing:
        case "due":
            return Standing(_since_words(max(planned.asked, planned.since), book.today), "clock", "warn")
        case "catch_up":
            text = translate("Doses", "catch up until {months} months").format(months=last_month(planned))
            return Standing(text, "history", "warn")
        case "waiting":
            text = translate("Doses", "waits for {dose}").format(dose=_before(planned))
            return Standing(text, "clock", "warn")
        case "no_longer":
            text = translate("Doses", "no longer: from {months} months").format(months=last_month(planned) + 1)
            return Standing(text, "", "text2", is_bare=True)
    return Standing(_later_words(planned, book, calendar), "", "text2", is_shut=True)


def _since_words(since: date, today: date) -> str:
    months, days = completed_months(since, today), (today - since).days
    if months >= 1:
        return translate("Doses", "delayed {count} months").format(count=months)
    if days >= 1:
        return translate("Doses", "delayed {count} days").format(count=days)
    return translate("Doses", "from today on")


def _later_words(planned: PlannedDose, book: DoseBook, calendar: CalendarWords) -> str:
    rule = dose_rule(planned.vaccine, planned.dose)
    before = book.boxes.get((planned.vaccine, planned.dose - 1))
    days = (planned.since - book.today).days
    if rule is not None and before is not None and not before.is_given and rule.after_months is not None:
        text = translate("Doses", "{count} months after {dose}")
        return text.format(count=rule.after_months, dose=before.name)
    if days <= _DAYS_TOLD:
        return translate("Doses", "in {count} days").format(count=days)
    return translate("Doses", "from {day} on").format(day=calendar.dated(planned.since))


def _given_words(book: DoseBook, box: DoseBox) -> str:
    """The age, or how long after the dose before it."""
    if box.day is None:
        return translate("Doses", "given, without a date")
    vaccine, number = box.key
    earlier = [one for (name, dose), one in book.boxes.items() if name == vaccine and dose < number and one.is_given]
    last = max(earlier, key=lambda one: one.key[1], default=None)
    if number > 1 and (last is None or last.key[1] < number - 1):
        return translate("Doses", "{dose} is empty").format(dose=dose_name(vaccine, number - 1))
    if last is None or last.day is None:
        return age_words(book.born, box.day)
    days, months = (box.day - last.day).days, completed_months(last.day, box.day)
    if days <= 0:
        return translate("Doses", "not after {number}").format(number=last.key[1])
    if days > _DAYS_BETWEEN:
        return translate("Doses", "{count} months after {dose}").format(count=months, dose=last.key[1])
    return translate("Doses", "{days} days after {number}").format(days=days, number=last.key[1])


def age_words(born: date, day: date) -> str:
    """An age in months and days, from two years on in years and months."""
    months = completed_months(born, day)
    days = (day - completes(born, months)).days
    if day == born:
        return translate("Doses", "day of birth")
    if months < 1:
        return translate("Doses", "{days} days").format(days=days)
    if months >= _IN_YEARS:
        years, rest = divmod(months, 12)
        text = translate("Doses", "{years} years {months} months") if rest else translate("Doses", "{years} years")
        return text.format(years=years, months=rest)
    if not days:
        return translate("Doses", "{months} months").format(months=months)
    return translate("Doses", "{months} months {days} days").format(months=months, days=days)


def last_month(planned: PlannedDose) -> int:
    """The last completed month of age in which a dose is given at all."""
    rule = dose_rule(planned.vaccine, planned.dose)
    return rule.no_longer_from_month - 1 if rule is not None else 0


def _before(planned: PlannedDose) -> str:
    return dose_name(planned.vaccine, planned.dose - 1)


def interval_words(planned: PlannedDose) -> str:
    """How long after the dose before it."""
    rule = dose_rule(planned.vaccine, planned.dose)
    if rule is None or planned.dose == 1:
        return translate("Doses", "no condition")
    if rule.after_months is not None:
        text = translate("Doses", "{count} months after {dose}")
        return text.format(count=rule.after_months, dose=_before(planned))
    text = translate("Doses", "{count} weeks after {dose}")
    return text.format(count=(rule.after_days or 0) // _WEEK, dose=_before(planned))


def catch_up_words(planned: PlannedDose) -> str:
    """Until when it can be made up for."""
    if planned.until <= planned.on_time_until:
        return translate("Doses", "not possible")
    return translate("Doses", "{months} months of age").format(months=last_month(planned))


def until_words(planned: PlannedDose, calendar: CalendarWords) -> str:
    """Of a dose that can be given: how long on time, or how long at all."""
    if planned.standing == "due":
        return translate("Doses", "on time until {day}").format(day=calendar.dated(planned.on_time_until))
    return translate("Doses", "catch up until {months} months").format(months=last_month(planned))


def dates_line(planned: PlannedDose, calendar: CalendarWords) -> str:
    """All dates of a dose in one line."""
    since, until = calendar.dated(planned.since), calendar.dated(planned.on_time_until)
    text = translate("Doses", "{dose} · from {since} · on time until {until}")
    told = text.format(dose=planned.name, since=since, until=until)
    if planned.until <= planned.on_time_until:
        return told
    return f"{told} · {translate('Doses', 'catch up until {months} months').format(months=last_month(planned))}"


def vaccine_words(vaccine: str) -> str:
    """What a vaccine is against, in everyday words."""
    return {
        "HB0": translate("Doses", "hepatitis B at birth"),
        "BCG": translate("Doses", "tuberculosis"),
        "DPT_HB_HIB": translate("Doses", "diphtheria, pertussis, tetanus"),
        "OPV": translate("Doses", "polio drops"),
        "PCV": translate("Doses", "pneumonia"),
        "MR": translate("Doses", "measles and rubella"),
        "IPV": translate("Doses", "polio injection"),
        "RV": translate("Doses", "rotavirus diarrhoea"),
        "JE": translate("Doses", "Japanese encephalitis"),
    }.get(vaccine, "")


def problem_words(book: DoseBook, box: DoseBox, text: str, typed: TypedDate, calendar: CalendarWords) -> str:
    """Why something typed cannot be taken: the dose, what was typed, and the limit."""
    shown = date_text(typed.value) if typed.value is not None else text.strip("-")
    sentence = {
        "not_a_date": translate("Doses", "{dose}: “{text}” is no day. Type day and month, such as 19-11."),
        "no_such_day": translate("Doses", "{dose}: {text} is a day no month has. Look again."),
        "too_early": translate("Doses", "{dose}: {text} is before the birth ({born}). Look again."),
        "too_late": translate("Doses", "{dose}: {text} is yet to come; today is {today}. Look again."),
    }[typed.problem]
    born, today = calendar.dated(book.born), calendar.dated(book.today)
    return sentence.format(dose=box.name, text=shown, born=born, today=today)


def doubt_hint(book: DoseBook, box: DoseBox, calendar: CalendarWords) -> str:
    """What helps to find the slip: the first day that fits, and the day of its neighbours where that is another."""
    planned = book.plan.get(box.key)
    told = []
    if planned is not None and box.day is not None and box.day < planned.since:
        text = translate("Doses", "Possible from {day} on.")
        told.append(text.format(day=calendar.short_day(planned.since, book.today)))
    age = next(age for age in book.ages if box in age.boxes)
    for other in age.boxes:
        if other is not box and other.day is not None and other.day != box.day and other.key not in book.doubts:
            text = translate("Doses", "{dose} says {day}.")
            told.append(text.format(dose=other.name, day=date_text(other.day)[:5]))
            break
    return " ".join((*told, translate("Doses", "Look into the KIA book.")))


def joined(names: Iterable[str]) -> str:
    """`A, B and C`."""
    *first, last = names
    return translate("Doses", "{names} and {last}").format(names=", ".join(first), last=last) if first else last


def age_heading(month: int | None) -> str:
    """The heading of an age."""
    if month is None:
        return translate("Doses", "Others")
    return translate("Doses", "{months} months").format(months=month) if month else translate("Doses", "Birth")


def age_caption(month: int | None, asked: date | None, today: date, calendar: CalendarWords) -> str:
    """From which day on the schedule asks for them."""
    if month is None or asked is None:
        return translate("Doses", "recorded besides")
    if not month:
        return translate("Doses", "within 24 hours")
    day = calendar.short_day(asked, today)
    text = translate("Doses", "since {day}") if asked <= today else translate("Doses", "starts {day}")
    return text.format(day=day)

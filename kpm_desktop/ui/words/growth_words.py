"""How a child's growth is told in the windows: ages, what a weighing is called, a point in one sentence."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.calendar import completed_months, first_day, month_number, month_of, month_text
from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import HEAD
from kpm_desktop.domain.growth.chart_verdict import change, measure
from kpm_desktop.domain.growth.weight_gain import MISSED
from kpm_desktop.ui.frame.context import Tools

#: What stands for no value.
NONE = "–"


def age_words(born: date, on: date) -> str:
    """`15 bulan 10 hari`."""
    translate = QCoreApplication.translate
    months = completed_months(born, on)
    days = (on - _after(born, months)).days
    if months < 1:
        return translate("Growth", "{days} days").format(days=days)
    text = translate("Growth", "{months} months {days} days") if days else translate("Growth", "{months} months")
    return text.format(months=months, days=days)


def short_age(born: date, on: date) -> str:
    """`15 bln`; the days of a newborn."""
    months = completed_months(born, on)
    if months < 1:
        return QCoreApplication.translate("Growth", "{days} d").format(days=(on - born).days)
    return QCoreApplication.translate("Growth", "{months} m").format(months=months)


def _after(born: date, months: int) -> date:
    """The day a number of months is completed."""
    month = month_text(month_number(month_of(born)) + months)
    days = range(31, 27, -1)
    last = next((day for day in days if _is_day(month, day)), 28)
    if born.day > last:
        return first_day(month_text(month_number(month) + 1))
    return first_day(month).replace(day=born.day)


def _is_day(month: str, day: int) -> bool:
    try:
        first_day(month).replace(day=day)
    except ValueError:
        return False
    return True


def status_word(status: str, tools: Tools) -> str:
    """`T tidak naik`; a measure that has none is what it is."""
    return f"{status} {tools.wording.phrase(f'growth.{status}').lower()}" if status else ""


def change_words(point: Point, tools: Tools) -> str:
    """What was gained since the month before; of a first or missed one nothing can be said."""
    gain = point.gain
    if gain is None:
        return ""
    if gain.gain_g is None:
        text = QCoreApplication.translate("Growth", "not weighed last month")
        return text if gain.status == MISSED else QCoreApplication.translate("Growth", "first weighing")
    return tools.wording.say(change(gain.gain_g))


def gained_words(point: Point, tools: Tools) -> str:
    """What was gained or lost since the month before, where that is known."""
    gain = point.gain.gain_g if point.gain is not None else None
    return "" if gain is None else tools.wording.say(change(gain))


def z_words(z: float | None, tools: Tools) -> str:
    """`−1,27`."""
    return NONE if z is None else tools.wording.phrase("growth_chart.plain", value=Decimal(f"{z:.2f}"))


def class_words(point: Point, tools: Tools) -> str:
    """The class of a point by day, where its chart has classes."""
    return tools.wording.phrase(f"growth.{point.code}") if point.code else ""


def point_words(chart: Chart, point: Point, born: date, tools: Tools) -> str:
    """A point whole, as a screen reader tells it."""
    translate = QCoreApplication.translate
    day = tools.calendar.dated(point.taken.day)
    if not point.month:
        day = translate("Growth", "birth, {day}").format(day=day)
    age = translate("Growth", "age {age}").format(age=age_words(born, point.taken.day))
    parts = [day, age]
    if point.is_corrected:
        parts.append(translate("Growth", "drawn at the corrected age"))
    parts.append(tools.wording.say(measure(point, chart.key)))
    if not point.is_used:
        return ", ".join([*parts, translate("Growth", "not plausible, not used")])
    parts += [status_word(point.status, tools), gained_words(point, tools)]
    if point.z is not None:
        parts.append(f"z {z_words(point.z, tools)}")
    if chart.key != HEAD:
        parts.append(class_words(point, tools))
    return ", ".join(part for part in parts if part)

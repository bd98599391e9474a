"""Instants of the journal, which are UTC, in the words and the clock of whoever reads them."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain import calendar
from kpm_desktop.ui.format.calendar_words import CalendarWords

#: The names of Indonesia's three zones, by hours ahead of UTC.
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def local(instant: str) -> datetime:
    """An instant on the clock of this laptop."""
    return calendar.local(datetime.fromisoformat(instant))


def day_and_clock(instant: str, words: CalendarWords, today: date) -> str:
    """`12 Nov, 10.42`; `today 10.42` on the day itself."""
    moment = local(instant)
    clock = words.clock(moment)
    if moment.date() == today:
        return QCoreApplication.translate("Moments", "today {clock}").format(clock=clock)
    return f"{words.short_day(moment.date(), today)}, {clock}"


def with_zone(instant: str, words: CalendarWords) -> str:
    """`14 Okt 2026, 09.12 WIB`: exact, for comparing."""
    moment = local(instant)
    return f"{words.short_day(moment.date())} {moment.year}, {words.clock(moment)} {_zone(moment)}"


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    assert offset is not None
    hours = offset.total_seconds() / 3600
    return _ZONES.get(int(hours), f"UTC{hours:+g}" if hours else "UTC") if hours == int(hours) else f"UTC{hours:+g}"

"""Days and months in words, in the language of the windows; Qt's own Indonesian is used for none of it."""

from datetime import date, datetime

_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
_SHORT = {
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_DAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


class CalendarWords:
    """Speaks one language (`id` or `en`)."""

    def __init__(self, language: str) -> None:
        self._months = _MONTHS[language].split()
        self._short = _SHORT[language].split()
        self._days = _DAYS[language].split()
        self._clock_sign = "." if language == "id" else ":"

    def long_day(self, day: date) -> str:
        """`Kamis, 19 November 2026`."""
        return f"{self._days[day.weekday()]}, {day.day} {self._months[day.month - 1]} {day.year}"

    def short_day(self, day: date, today: date | None = None) -> str:
        """`19 Nov`; with the year where it is not this one."""
        short = f"{day.day} {self._short[day.month - 1]}"
        return short if today is None or day.year == today.year else f"{short} {day.year}"

    def dated(self, day: date) -> str:
        """`19 Nov 2026`: a day in a sentence, whichever year it is."""
        return f"{self.short_day(day)} {day.year}"

    def month(self, month: str) -> str:
        """`2026-11` as `November 2026`."""
        return f"{self._months[int(month[5:7]) - 1]} {month[:4]}"

    def short_month(self, month: str) -> str:
        """`2026-11` as `Nov`."""
        return self._short[int(month[5:7]) - 1]

    def clock(self, moment: datetime) -> str:
        """`10.42`, of a moment already in local time."""
        return f"{moment.hour:02d}{self._clock_sign}{moment.minute:02d}"

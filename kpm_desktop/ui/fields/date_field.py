"""A civil date, typed the Indonesian way; says in words which day it understood."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.ui.fields.field import LineField
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.format.date_text import TypedDate, date_text, parse_date
from kpm_desktop.ui.look.look import Look


class DateField(LineField):
    """`today` is given, so that it can be any day; `latest` is `today` for what has already happened."""

    def __init__(
        self,
        look: Look,
        words: CalendarWords,
        today: date,
        *,
        earliest: date | None = None,
        latest: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._words, self._today, self._earliest, self._latest = words, today, earliest, latest
        self.setPlaceholderText(self.tr("dd-mm-yyyy"))

    def bound(self, today: date, *, earliest: date | None, latest: date | None) -> None:
        """Another day has begun, and with it other limits."""
        self._today, self._earliest, self._latest = today, earliest, latest

    def typed(self) -> TypedDate:
        """What was understood."""
        return self.read(self.text())

    def read(self, text: str) -> TypedDate:
        """What a text means here."""
        return parse_date(tidy_line(text), self._today, self._earliest, self._latest)

    def value(self) -> date | None:
        """The day; None when empty or when there is a problem."""
        typed = self.typed()
        return None if typed.problem else typed.value

    def set_value(self, value: date | None) -> None:
        """Shows a day."""
        self.setText("" if value is None else date_text(value))

    def understood(self) -> str:
        """The day in words, for the line below the field."""
        value = self.value()
        return "" if value is None else self._words.long_day(value)

    def problem(self) -> str:
        """What to look at again."""
        code = self.typed().problem
        if code == "not_a_date":
            return self.tr("Day, month and year, such as 19-11-2026. Type it again.")
        if code == "no_such_day":
            return self.tr("This month has no such day. Look again.")
        if code == "too_early" and self._earliest is not None:
            return self.tr("Not before {day}. Look again.").format(day=self._words.long_day(self._earliest))
        if code == "too_late" and self._latest is not None:
            return self.tr("Not after {day}. Look again.").format(day=self._words.long_day(self._latest))
        return ""

    def tidy(self) -> None:
        """`19 nov 26` becomes `19-11-2026`."""
        typed = self.typed()
        if typed.value is not None:
            self.set_value(typed.value)

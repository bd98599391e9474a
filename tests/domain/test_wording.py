"""Sentences of reasons: what they name, in the way of whoever reads them."""

from datetime import date

from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.format.calendar_words import CalendarWords

LATE = Reason("rules.visit_late", {"value": "2026-11-12", "limit": date(2026, 9, 14)})


def test_days_are_said_in_one_way_in_windows_and_as_typed_on_the_command_line() -> None:
    said = Wording("id", CalendarWords("id").dated).say(LATE)
    assert "12 Nov 2026" in said
    assert "14 Sep 2026" in said
    assert "2026-" not in said.replace(" 2026", "")
    plain = Wording("id").say(LATE)
    assert "2026-11-12" in plain
    assert "2026-09-14" in plain


def test_what_is_no_day_stays_as_it_was_typed() -> None:
    said = Wording("id", CalendarWords("id").dated).say(
        Reason("rules.visit_late", LATE.params | {"value": "2026-13-40"})
    )
    assert "2026-13-40" in said

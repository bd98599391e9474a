"""The banner above all pages that says that the laptop's clock looks wrong; it hinders nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.banner import Banner
from kpm_desktop.ui.frame.context import Tools

if TYPE_CHECKING:
    from kpm_desktop.domain.clock import ClockDoubt


class ClockBanner(Banner):
    """Put away, it stays away until something else speaks against the clock."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._doubt: ClockDoubt | None = None

    def show_doubt(self, doubt: ClockDoubt | None) -> None:
        """Says what speaks against the clock, once; is away while nothing does."""
        if doubt is None:
            self.clear()
        elif doubt != self._doubt:
            self.tell(clock_sentence(doubt, self._tools), icon="clock")
        self._doubt = doubt


def clock_sentence(doubt: ClockDoubt, tools: Tools) -> str:
    """The same sentence with days as people say them."""
    return tools.wording.say(doubt.reason(lambda day: f"{tools.calendar.short_day(day)} {day.year}"))

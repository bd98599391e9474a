"""What was begun in a form of a new household or person and not saved: a line on Sasaran that leads back into it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.households.begun_forms import BegunForm, begun_forms
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.people.household_form import NEW_HOUSEHOLD


class BegunCall(QObject):
    """`call` is hidden while there is nothing; `wanted` gives the household, None for one that is new, and the form."""

    wanted = Signal(object, str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._newest: BegunForm | None = None
        self.call = Call(page.look, "pencil", self.tr("Go on filling in"), shortcut="Alt+L")
        self.call.pressed.connect(self._on_pressed)

    def look(self) -> None:
        """Asks what was begun."""
        self._page.ask(begun_forms, self._on_found)

    def go_on(self) -> None:
        """Back into the form that was begun last, if there is one."""
        self._page.ask(begun_forms, self._on_wanted)

    def _on_wanted(self, found: list[BegunForm]) -> None:
        self._on_found(found)
        self._on_pressed()

    def _on_found(self, found: list[BegunForm]) -> None:
        self._newest = next(iter(found), None)
        self.call.tell(self._sentence(self._newest, len(found)) if self._newest is not None else "")

    def _sentence(self, begun: BegunForm, count: int) -> str:
        calendar, at = self._page.context.tools.calendar, local(begun.at)
        unnamed = self.tr("A household") if begun.form == NEW_HOUSEHOLD else self.tr("A person")
        text = self.tr("{name}: begun on {day} at {clock}, not saved yet.")
        words = text.format(name=begun.name or unnamed, day=calendar.short_day(at.date()), clock=calendar.clock(at))
        more = self.tr("{count} more are begun.").format(count=count - 1)
        return f"{words} {more}" if count > 1 else words

    def _on_pressed(self) -> None:
        if self._newest is not None:
            self.wanted.emit(self._newest.around, self._newest.form)

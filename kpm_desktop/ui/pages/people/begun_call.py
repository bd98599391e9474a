"""What was begun in a form of Sasaran and not saved: a line that leads back into it, or to the list of several."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.records.begun_forms import BegunForm, begun_forms
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.people.begun_dialog import BegunDialog
from kpm_desktop.ui.pages.people.begun_lines import begun_line

if TYPE_CHECKING:
    from kpm_desktop.db.store import Store


class BegunCall(QObject):
    """`call` is hidden while there is nothing that `fits`; `found` gives all that does, `wanted` the form that is gone
    on with."""

    found = Signal(object)
    wanted = Signal(object)

    def __init__(self, page: Page, fits: Callable[[BegunForm], bool] | None = None) -> None:
        super().__init__(page)
        self._page, self._fits = page, fits
        self._found: list[BegunForm] = []
        self.call = Call(page.look, "pencil", self.tr("Go on filling in"), shortcut="Alt+L")
        self.call.pressed.connect(self._on_pressed)

    def look(self) -> None:
        """Asks what was begun."""
        self._page.ask(begun_forms, self._on_found)

    def go_on(self, record: Ref | None) -> None:
        """Back into what was begun about a record, or into any form; several are a choice."""
        self._page.ask(partial(_about, record=record), self.choose)

    def choose(self, found: list[BegunForm]) -> None:
        """Goes on with the only one; of several, or one that leads nowhere, a list is shown."""
        if len(found) == 1 and found[0].leads_on:
            self.wanted.emit(found[0])
        elif found:
            dialog = BegunDialog(self._page.context, found, self._page)
            dialog.chosen.connect(self.wanted)
            dialog.open()

    def _on_found(self, found: list[BegunForm]) -> None:
        self._found = [one for one in found if self._fits is None or self._fits(one)]
        self.call.tell(self._sentence(self._found[0], len(self._found)) if self._found else "")
        self.found.emit(self._found)

    def _sentence(self, begun: BegunForm, count: int) -> str:
        line = begun_line(begun, self._page.context.tools)
        text = self.tr("{name}, {form}: begun on {when}, not saved yet.")
        words = text.format(name=line.name, form=line.form, when=line.when)
        more = self.tr("{count} more are begun.").format(count=count - 1)
        return f"{words} {more}" if count > 1 else words

    def _on_pressed(self) -> None:
        self.choose(self._found)


def _about(store: Store, record: Ref | None) -> list[BegunForm]:
    return [one for one in begun_forms(store) if record is None or one.is_of(record.region, record.id)]

"""Opening a form of Sasaran with what was begun in it before; of several the reader chooses, or begins another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.records.begun_forms import BegunForm, begun_in
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.forms.kept_form import KeptForm, NewForm
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.people.begun_dialog import BegunDialog

#: Makes a form, with what was typed into it before.
Make = Callable[[BegunForm | None], KeptForm]


class FormOpening(QObject):
    """`saved` gives what the form gave; `kept` says that it was closed and there is a draft. One is open at a time: a
    key may be pressed twice before the first is there."""

    saved = Signal(object)
    kept = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._make: Make | None = None
        self._open_now: Dialog | None = None

    def begin(self, form: str, make: Make, owners: Collection[UUID] = (), region: str = "") -> None:
        """Opens a form. owners: whatever of a region it is about, by any of its ids; none where that is nothing
        saved."""
        self._make = make
        self._page.ask(partial(begun_in, form=form, owners=owners, region=region), self._on_found)

    def go_on(self, make: Make, begun: BegunForm) -> None:
        """Opens the form that was begun."""
        self._make = make
        self._open(begun)

    def _on_found(self, found: list[BegunForm]) -> None:
        if len(found) < 2:
            self._open(found[0] if found else None)
        elif self._open_now is None:
            dialog = BegunDialog(self._page.context, found, self._page, can_begin=True)
            dialog.chosen.connect(self._open)
            dialog.another.connect(self._open_empty)
            self._show(dialog)

    def _open_empty(self) -> None:
        self._open(None)

    def _open(self, begun: BegunForm | None) -> None:
        if self._make is None or self._open_now is not None:
            return
        form = self._make(begun)
        form.saved.connect(self.saved)
        form.kept.connect(self.kept)
        if isinstance(form, NewForm):
            form.another.connect(self._open_empty)
        self._show(form)

    def _show(self, dialog: Dialog) -> None:
        self._open_now = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._open_now = None

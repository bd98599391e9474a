"""What came back with the last receipt: the button of *Kirim* that shows it, and the questions it leads to."""

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.questions.what_returned import ReturnedList, last_returned
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.dialogs.returned import ReturnedDialog
from kpm_desktop.ui.dialogs.thread import ThreadDialog
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref


class WhatReturned(QObject):
    """`button` is hidden while nothing came back; `told` gives a sentence about a question that was answered."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.found: ReturnedList | None = None
        self.button = Button(page.look, self.tr("What came back"), icon="inbox", shortcut="Y")
        self.button.clicked.connect(self._on_pressed)
        self.button.hide()

    def look(self) -> None:
        """Asks for it."""
        self._page.ask(last_returned, self._on_found)

    def _on_found(self, found: ReturnedList | None) -> None:
        self.found = found
        self.button.setVisible(found is not None)

    def _on_pressed(self) -> None:
        if self.found is not None:
            dialog = ReturnedDialog(self._page.context, self.found, self._page)
            dialog.went.connect(self._page.go)
            dialog.asked.connect(self._on_question)
            dialog.open()

    def _on_question(self, question: Ref) -> None:
        dialog = ThreadDialog(self._page.context, question, self._page)
        dialog.told.connect(self.told)
        dialog.went.connect(self._page.go)
        dialog.open()

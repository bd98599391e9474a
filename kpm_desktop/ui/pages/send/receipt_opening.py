"""Opening receipts by hand on *Kirim*: chosen, or dropped onto the page."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpm_desktop.ui.components.file_drop import FileDrop
from kpm_desktop.ui.dialogs.file_dialog import ask_files
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.send.send_words import receipt_sentence
from kpm_desktop.ui.pages.send.sending import Receipt, taking_receipts


class ReceiptOpening(QObject):
    """`told` gives what became of the files, and the tone."""

    told = Signal(str, str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        FileDrop(page).dropped.connect(self.take)

    def take(self, files: Sequence[Path]) -> None:
        """Takes receipts in, one file after the other."""
        self._page.follow_steps(partial(taking_receipts, files=files), self._on_taken, changed=[ALL])

    def ask(self) -> None:
        """Lets the user choose the files."""
        kinds = (self.tr("Bundles (*.kpmsync)"),)
        preferences = self._page.context.tools.preferences
        ask_files(self._page, preferences, self.tr("Open receipts"), self._on_chosen, kinds=kinds)

    def _on_chosen(self, files: list[str]) -> None:
        self.take([Path(file) for file in files])

    def _on_taken(self, receipts: list[Receipt]) -> None:
        self.told.emit(*receipt_sentence(receipts, self._page.context.tools))

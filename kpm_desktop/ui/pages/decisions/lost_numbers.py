"""What Keputusan does about numbers that are missing: declared lost, or listed as missing again."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.bundles.missing_numbers import Missing, declare_lost, want_again
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.changes_hub import ALL
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.words.bundle_words import missing_words


class LostNumbers(QObject):
    """`told` gives a sentence about what was done."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def open(self, hole: Missing) -> None:
        """What was declared lost is wanted again at once; the other way somebody is asked first."""
        if hole.is_lost:
            work = partial(want_again, stream=hole.stream, first=hole.first, last=hole.last)
            self._page.do(work, self._on_wanted, changed=[ALL])
        else:
            self._ask_lost(hole)

    def _ask_lost(self, hole: Missing) -> None:
        numbers = missing_words([(hole.first, hole.last)])
        dialog = ConfirmDialog(
            self._page.look,
            self._page,
            title=self.tr("Declare {numbers} lost?").format(numbers=numbers),
            subtitle=self.tr("From the laptop of {name}").format(name=hole.person or hole.device[:8]),
            sentences=(
                self.tr("Only when the laptop and the stick are really gone."),
                self.tr("The numbers are then listed no longer. Should they come after all, they are taken."),
            ),
            action=self.tr("Declare lost"),
        )
        dialog.confirmed.connect(partial(self._declare, hole))
        dialog.open()

    def _declare(self, hole: Missing) -> None:
        work = partial(declare_lost, stream=hole.stream, first=hole.first, last=hole.last)
        self._page.do(work, self._on_declared, changed=[ALL])

    def _on_declared(self, nothing: object) -> None:
        self.told.emit(self.tr("The numbers are listed no longer."))

    def _on_wanted(self, nothing: object) -> None:
        self.told.emit(self.tr("The numbers are listed as missing again."))

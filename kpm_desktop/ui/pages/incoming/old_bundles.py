"""Opening bundles that were meant for a laptop that is gone, with the recovery key on the programme's sheet."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.access.programme_sheet import key_of_recovery
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.ui.dialogs.bundle_files import ask_bundles
from kpm_desktop.ui.dialogs.key_sheet import KeySheetDialog
from kpm_desktop.ui.frame.page import Page


class OldBundles(QObject):
    """`chosen` gives the files and the key."""

    chosen = Signal(object, object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._recovery: AgeIdentity | None = None

    def ask(self) -> None:
        """Asks for the sheet first, then for the files."""
        dialog = KeySheetDialog(
            self._page.context.tools,
            self._page,
            parts="B",
            title=self.tr("Open old bundles"),
            sentences=(
                self.tr(
                    "For bundles that were meant for a laptop that is gone. The recovery key opens them; what they "
                    "hold comes in as always."
                ),
            ),
            action=self.tr("Choose the bundles…"),
        )
        dialog.given.connect(self._on_key)
        dialog.open()

    def _on_key(self, rows: dict[str, str]) -> None:
        self._recovery = key_of_recovery(rows)
        dialog = self._page.findChild(KeySheetDialog)
        if dialog is not None:
            dialog.accept()
        ask_bundles(self._page, self._on_chosen)

    def _on_chosen(self, files: list[str]) -> None:
        self.chosen.emit([Path(file) for file in files], self._recovery)

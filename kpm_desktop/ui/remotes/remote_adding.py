"""Adding, changing and forgetting targets from any page that shows them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.remotes.remotes import Remote, add_remote, remove_remote
from kpm_desktop.ui.dialogs.file_dialog import ask_folder
from kpm_desktop.ui.frame.changes_hub import DELIVERY
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.remotes.remotes_card import RemotesCard
from kpm_desktop.ui.remotes.server import ServerDialog
from kpm_desktop.ui.words.remote_words import remote_name


class RemoteAdding(QObject):
    """`told` gives a sentence about what was done."""

    told = Signal(str)

    def __init__(self, page: Page, card: RemotesCard) -> None:
        super().__init__(page)
        self._page = page
        card.folder_asked.connect(self._on_folder)
        card.server_asked.connect(self._on_server)
        card.changed.connect(self._on_change)
        card.removed.connect(self._on_remove)

    def add_folder(self, folder: str) -> None:
        """Remembers a folder or stick."""
        self._page.do(partial(add_remote, folder=Path(folder)), self._on_added, changed=[DELIVERY])

    def _on_folder(self) -> None:
        preferences = self._page.context.tools.preferences
        ask_folder(self._page, preferences, self.tr("Choose a stick or folder"), self.add_folder)

    def _on_server(self) -> None:
        self._open(None)

    def _on_change(self, remote: Remote) -> None:
        self._open(remote)

    def _open(self, remote: Remote | None) -> None:
        dialog = ServerDialog(self._page.context, self._page, remote)
        dialog.saved.connect(self._on_added)
        dialog.open()

    def _on_added(self, remote: Remote) -> None:
        text = self.tr("{remote} was added. What waits goes there by itself from now on.")
        self.told.emit(text.format(remote=remote_name(remote)))

    def _on_remove(self, remote: Remote) -> None:
        self._page.do(partial(remove_remote, remote_id=remote.id), self._on_removed, changed=[DELIVERY])

    def _on_removed(self, nothing: object) -> None:
        self.told.emit(self.tr("Taken off the list. What lies there already is left alone."))

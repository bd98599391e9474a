"""What the card *Cadangan* asks for is done: now, into a file, onto another stick."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kpm_desktop.commands.backups.back_up import back_up
from kpm_desktop.commands.backups.backup_notes import Backup, BackupPlace
from kpm_desktop.commands.backups.backup_places import add_place, remove_place
from kpm_desktop.commands.backups.backup_state import BackupState, backup_state
from kpm_desktop.ui.dialogs.file_dialog import ask_folder, ask_new_file
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.settings.backup_card import BackupCard

if TYPE_CHECKING:
    from kpm_desktop.domain.errors import Reason

_LOOK_MS = 5_000


class BackingUp(QObject):
    """`told` gives a sentence and its tone. Looks now and then which sticks are plugged in, while the page is shown."""

    told = Signal(str, str)

    def __init__(self, page: Page, card: BackupCard) -> None:
        super().__init__(page)
        self._page, self._card, self._keeper = page, card, page.context.backup_keeper
        card.now_asked.connect(self._on_now)
        card.file_asked.connect(self.ask_file)
        card.folder_asked.connect(self._on_folder)
        card.chosen.connect(self.add_place)
        card.removed.connect(self._on_remove)
        self._keeper.began.connect(self._on_began)
        self._keeper.changed.connect(self.look)
        self._keeper.answered.connect(self._on_answered)
        self._keeper.refused.connect(self._on_refused)
        self._keeper.failed.connect(page.on_failed)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Asks how the backups stand."""
        if self._page.isVisible():
            today = self._page.context.tools.today()
            self._page.ask(partial(backup_state, today=today), self._on_state)

    def ask_file(self) -> None:
        """Asks where a backup is to be saved."""
        day = self._page.context.tools.today()
        name = self.tr("kpm-backup-{day}.kpmbackup").format(day=day.isoformat())
        preferences = self._page.context.tools.preferences
        title = self.tr("Save a backup")
        ask_new_file(self._page, self._page.look, preferences, title, name, self.back_up_to, ending="kpmbackup")

    def back_up_to(self, file: str, over: bool = False) -> None:
        """Writes a backup into a file, `over` an older one of that name."""
        self._card.file_button.setEnabled(False)
        job = self._page.ask(partial(back_up, out=Path(file), over=over), self._on_saved)
        job.ended.connect(self._on_file_ended)

    def add_place(self, folder: Path | str) -> None:
        """Remembers a stick or folder; the newest backup goes there at once."""
        self._page.ask(partial(add_place, folder=Path(folder)), self._on_added)

    def _on_state(self, found: BackupState) -> None:
        self._card.show_state(found, is_busy=self._keeper.is_busy)

    def _on_now(self) -> None:
        self._keeper.back_up_now()

    def _on_began(self) -> None:
        self._card.show_busy(True)

    def _on_answered(self, made: Backup | None, reached: tuple[str, ...]) -> None:
        self._card.show_busy(False)
        if made is not None:
            text = self.tr("Backup made, opened and checked.")
            if reached:
                more = self.tr("It also lies on {names}, and was read back there.")
                text = f"{text} {more.format(names=', '.join(reached))}"
            self.told.emit(text, "ok")
        self.look()

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        self._card.show_busy(False)
        self._page.on_refused(reasons)

    def _on_saved(self, made: Backup) -> None:
        text = self.tr("Backup saved, opened and checked: {file}").format(file=made.file)
        self.told.emit(text, "ok")
        self._keeper.changed.emit()

    def _on_file_ended(self) -> None:
        self._card.file_button.setEnabled(True)

    def _on_folder(self) -> None:
        preferences = self._page.context.tools.preferences
        ask_folder(self._page, preferences, self.tr("Choose a folder for backups"), self.add_place)

    def _on_added(self, place: BackupPlace) -> None:
        text = self.tr("Backups now also go to {name}, whenever it is plugged in.")
        self.told.emit(text.format(name=place.name), "ok")
        self._keeper.look_at_sticks()
        self.look()

    def _on_remove(self, place: str) -> None:
        self._page.ask(partial(remove_place, place_id=place), self._on_removed)

    def _on_removed(self, nothing: object) -> None:
        self.told.emit(self.tr("No more backups go there. Those that lie there stay."), "ok")
        self._keeper.look_at_sticks()
        self.look()

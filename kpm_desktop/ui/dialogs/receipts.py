"""Making receipts from any page: asks for the folder the first time, remembers it, and says what was written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kpm_desktop.commands.bundles.make_receipt import make_receipts
from kpm_desktop.commands.bundles.send import Sent
from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.dialogs.file_dialog import ask_folder
from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.page import Page


class ReceiptMaker(QObject):
    """One for a page; refusals and what was written stand in its banner."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._wanted: tuple[str, ...] = ()
        self._tried = ""

    @property
    def folder(self) -> Path | None:
        """The remembered folder, while it is there: a stick may be out."""
        kept = self._page.context.tools.preferences.receipt_folder
        return Path(kept) if kept and Path(kept).is_dir() else None

    def make(self, devices: Sequence[str]) -> None:
        """Makes a receipt for each device; the folder is asked for when it is not known or not there."""
        self._wanted = tuple(devices)
        folder = self.folder
        if folder is None:
            self.ask_folder()
        else:
            self.write_to(str(folder))

    def make_elsewhere(self, devices: Sequence[str]) -> None:
        """The same into another folder; without a device it is only chosen for the next time."""
        self._wanted = tuple(devices)
        self.ask_folder()

    def ask_folder(self) -> None:
        """Lets the user choose the folder, and then makes what is wanted."""
        title = self.tr("Where shall the receipt go? Stick or folder")
        ask_folder(self._page, self._page.context.tools.preferences, title, self.write_to)

    def write_to(self, folder: str) -> None:
        """Writes, and remembers the folder once that worked: one that refuses is asked for again."""
        self._tried = folder
        if self._wanted:
            unless_clock_is_wrong(self._write, self._page.context.tools, self._page, self.tr("Write it all the same"))
        else:
            self._page.context.tools.preferences.receipt_folder = folder

    def _write(self) -> None:
        work = partial(make_receipts, devices=self._wanted, folder=Path(self._tried))
        job = self._page.do(work, self._on_made, changed=[DELIVERY, DEVICES])
        job.refused.connect(self._on_refused)

    def _on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """The page says why."""
        preferences = self._page.context.tools.preferences
        if preferences.receipt_folder == self._tried:
            preferences.receipt_folder = ""

    def _on_made(self, sent: Sent) -> None:
        made = sent.delivered
        self._wanted = ()
        self._page.context.tools.preferences.receipt_folder = self._tried
        people = list(dict.fromkeys(one.receiver.name for one in made))
        if len(people) == 1:
            text = self.tr("Receipt for {name} written: {file}").format(name=people[0], file=made[-1].file)
        else:
            text = self.tr("{count} receipts written to {folder}").format(
                count=len(people), folder=made[-1].file.parent if made else ""
            )
        left_out = self._page.context.tools.refusal(one.why for one in sent.left_out)
        self._page.banner.tell(f"{text}\n{left_out}" if left_out else text, "warn" if left_out else "ok")

"""The eight words of who receives were compared: they are the same, or the invitation is given up."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.access.compare_words import confirm_words, refuse_words
from kpm_desktop.commands.supervision.delivery_overview import Supervisor
from kpm_desktop.ui.dialogs.confirm import ConfirmDialog
from kpm_desktop.ui.frame.changes_hub import DELIVERY, DEVICES
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.pages.send.send_supervisor import SupervisorCard


class Comparing(QObject):
    """`told` gives a sentence about what was done, and its tone."""

    told = Signal(str, str)

    def __init__(self, page: Page, card: SupervisorCard) -> None:
        super().__init__(page)
        self._page = page
        card.confirmed.connect(self._on_same)
        card.refused.connect(self._on_differ)

    def _on_same(self, supervisor: Supervisor) -> None:
        work = partial(confirm_words, supervisor=supervisor.device)
        self._page.do(work, self._on_confirmed, changed=[DEVICES])

    def _on_confirmed(self, nothing: object) -> None:
        self.told.emit(self.tr("The eight words are the same: it is really your supervisor who receives."), "ok")

    def _on_differ(self, supervisor: Supervisor) -> None:
        dialog = ConfirmDialog(
            self._page.look,
            self._page,
            title=self.tr("Some of the words differ"),
            sentences=(
                self.tr("Then the invitation may come from somebody else, and nothing shall go there any more."),
                self.tr("Everything stays on this laptop. Ask your supervisor for a new invitation."),
            ),
            action=self.tr("Give up this invitation"),
        )
        dialog.confirmed.connect(partial(self._refuse, supervisor))
        dialog.open()

    def _refuse(self, supervisor: Supervisor) -> None:
        work = partial(refuse_words, supervisor=supervisor.device)
        self._page.do(work, self._on_given_up, changed=[DEVICES, DELIVERY])

    def _on_given_up(self, nothing: object) -> None:
        text = self.tr("The invitation was given up; nothing is lost. Open a new one from your supervisor.")
        self.told.emit(text, "warn")

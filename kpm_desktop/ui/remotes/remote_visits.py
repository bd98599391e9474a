"""Visiting targets from any page that shows them: at once when somebody asks, and what came of every visit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.bundles.exchange_with import Round
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.ui.dialogs.wrong_clock import unless_clock_is_wrong
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.remotes.remotes_card import RemotesCard
from kpm_desktop.ui.words.remote_words import visits_sentence


class RemoteVisits(QObject):
    """`asked` when targets are visited because somebody wants it; `visited` with the `Round` of every visit, asked for
    or not; `told` with a sentence and its tone, then `answered`, once all that was asked for is done."""

    asked = Signal()
    visited = Signal(object)
    told = Signal(str, str)
    answered = Signal()

    def __init__(self, page: Page, card: RemotesCard) -> None:
        super().__init__(page)
        self._page, self._runner = page, page.context.sync_runner
        card.visited.connect(self._on_one)
        card.sent_again.connect(self._on_again)
        self._runner.began.connect(card.show_visit)
        self._runner.ended.connect(self.visited)
        self._runner.answered.connect(self._on_answered)
        self._runner.failed.connect(self._on_failed)

    def visit(self, remotes: Sequence[Remote], *, again: bool = False) -> None:
        """Visits targets at once, one after the other; on a day that cannot be only when somebody says so. again: to
        send all anew that was not received."""
        go = partial(self._go, [remote.id for remote in remotes], again=again)
        unless_clock_is_wrong(go, self._page.context.tools, self._page, self.tr("Send all the same"))

    def _go(self, remotes: Sequence[str], *, again: bool) -> None:
        self.asked.emit()
        self._runner.visit(remotes, again=again)

    def _on_one(self, remote: Remote) -> None:
        self.visit([remote])

    def _on_again(self, remote: Remote) -> None:
        self.visit([remote], again=True)

    def _on_answered(self, rounds: list[Round]) -> None:
        self.told.emit(*visits_sentence(rounds, self._page.context.tools))
        self.answered.emit()

    def _on_failed(self, fault: Fault) -> None:
        self._page.on_failed(fault)
        self._page.load()

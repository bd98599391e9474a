"""A task whose entries are drafts at once: what cannot be kept, the screen that is locked, and leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kpm_desktop.domain.errors import Reason
from kpm_desktop.ui.forms.draft_keeper import DraftKeeper
from kpm_desktop.ui.frame.jobs import Fault
from kpm_desktop.ui.frame.page import Task


class Saver(Protocol):
    """What saves the drafts of a task."""

    is_running: bool

    def stop(self) -> None:
        """It was refused or failed."""


class KeepingTask(Task):
    """keeping, saving: set as the task is made."""

    keeping: DraftKeeper
    saving: Saver

    def take_typed(self) -> None:
        """What is being typed counts as entered."""
        raise NotImplementedError

    def on_refused(self, reasons: tuple[Reason, ...]) -> None:
        """What could not be kept is tried again with the next entry."""
        super().on_refused(reasons)
        self._on_unkept()

    def on_failed(self, fault: Fault) -> None:
        """Likewise; one fault does not end the keeping."""
        super().on_failed(fault)
        self._on_unkept()

    def leave(self) -> None:
        """Keeps what is entered before the screen is locked or the program ends."""
        self.take_typed()
        self.keeping.keep_at_once([] if self.saving.is_running else self.keeping.drafted())

    def leave_for(self, then: Callable[[], object]) -> None:
        """Leaves once everything entered is kept; the draft stays."""
        if not self.saving.is_running:
            self.take_typed()
            self.keeping.leave_for(then)

    def _on_unkept(self) -> None:
        self.saving.stop()
        self.keeping.try_later()

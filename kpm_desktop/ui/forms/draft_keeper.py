"""Keeping what is entered on a page of drafts: each entry durable at once, nothing left before everything is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kpm_desktop.ui.format.moment_words import local
from kpm_desktop.ui.forms import drafting
from kpm_desktop.ui.frame.changes_hub import DRAFTS
from kpm_desktop.ui.frame.page import Page


class DraftKeeper(QObject):
    """One draft after another; while one is written the newest entries gather for the next. A place is where a page
    keeps what becomes one record. `kept` gives the record and the time by the clock."""

    kept = Signal(object, str)

    def __init__(self, page: Page, region: str) -> None:
        super().__init__(page)
        self._page, self.region = page, region
        self._dirty: set[Any] = set()
        self._is_keeping = False
        self._leaving: Callable[[], object] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something was entered that is not kept yet."""
        return self._is_keeping or bool(self._dirty)

    def draft(self, at: Any) -> drafting.Draft:
        """What is entered at a place."""
        raise NotImplementedError

    def drafted(self) -> list[Any]:
        """The places where something is entered that is not saved."""
        raise NotImplementedError

    def keep(self, at: Any) -> None:
        """Something was entered at a place."""
        self._dirty.add(at)
        self._keep_next()

    def give_over(self) -> None:
        """What is entered is being saved, which keeps it too."""
        self._dirty.clear()

    def keep_at_once(self, places: Iterable[Any]) -> None:
        """Keeps these places and what was entered last, because the screen is locked or the program ends."""
        for at in sorted(self._dirty.union(places)):
            self._page.ask(partial(drafting.keep, draft=self.draft(at)), self._on_kept_while_leaving)

    def leave_for(self, then: Callable[[], object]) -> None:
        """Leaves once everything entered is kept, so that what cannot be kept is not lost unseen."""
        self._leaving = then
        self._keep_next()
        self._leave_when_kept()

    def try_later(self) -> None:
        """What could not be kept is tried again with the next entry; who was leaving is asked."""
        self._is_keeping = False
        self._dirty.update(self.drafted())
        leaving, self._leaving = self._leaving, None
        if leaving is not None:
            self._ask_to_lose(leaving)

    def clock(self, instant: str) -> str:
        """An instant on the clock of this laptop."""
        return self._page.context.tools.calendar.clock(local(instant))

    def _keep_next(self) -> None:
        if self._is_keeping or not self._dirty:
            return
        self._is_keeping = True
        self._page.ask(partial(drafting.keep, draft=self.draft(self._dirty.pop())), self._on_kept)

    def _on_kept(self, kept: tuple[UUID, str]) -> None:
        self._is_keeping = False
        record, instant = kept
        self.kept.emit(record, self.clock(instant))
        self._keep_next()
        self._leave_when_kept()

    def _on_kept_while_leaving(self, kept: tuple[UUID, str]) -> None:
        """Nobody looks any more."""

    def _leave_when_kept(self) -> None:
        if self._leaving is not None and not self._is_keeping and not self._dirty:
            then, self._leaving = self._leaving, None
            self._leave_now(then)

    def _leave_now(self, then: Callable[[], object]) -> None:
        self._page.context.hub.announce([DRAFTS])
        then()

    def _ask_to_lose(self, leaving: Callable[[], object]) -> None:
        from kpm_desktop.ui.dialogs.confirm import ConfirmDialog

        sentence = self.tr("The last answers of this page cannot be kept now. They are still here; leaving loses them.")
        dialog = ConfirmDialog(
            self._page.look,
            self._page,
            title=self.tr("Leave without the last answers?"),
            sentences=(self._page.banner.sentence(), sentence),
            action=self.tr("Leave without them"),
        )
        dialog.confirmed.connect(partial(self._leave_now, leaving))
        dialog.open()

"""What may be entered twice in Sasaran: a call that tells of it, and the way to merge."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.review.likely_duplicates import LikelyPair, likely_duplicates
from kpm_desktop.ui.components.call import Call
from kpm_desktop.ui.dialogs.across import AcrossDialog
from kpm_desktop.ui.dialogs.merge import CHANGED, MergeDialog
from kpm_desktop.ui.frame.changes_hub import concerns
from kpm_desktop.ui.frame.page import Page
from kpm_desktop.ui.frame.ref import Ref


class LikelyDuplicates(QObject):
    """`call` tells how many pairs there are; they are looked for anew only when something they rest on changed. `told`
    gives a sentence about what was merged."""

    told = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._pairs: list[LikelyPair] | None = None
        self.call = Call(page.look, "git-compare-arrows", self.tr("Look"), shortcut="Alt+K")
        self.call.pressed.connect(self._on_pressed)

    def forget(self, changed: frozenset[str]) -> None:
        """Kinds of records that changed."""
        if concerns(changed, frozenset(CHANGED)):
            self._pairs = None

    def look(self) -> None:
        """Looks for the pairs where they are not known."""
        if self._pairs is None:
            self._page.ask(likely_duplicates, self._on_found)

    def merge(self, record: Ref) -> None:
        """Merges a person or a household with another record of the same one."""
        self._open(MergeDialog(self._page.context, self._page, record=record))

    def _on_found(self, pairs: list[LikelyPair]) -> None:
        self._pairs = pairs
        text = self.tr("{count} pairs may be the same") if len(pairs) > 1 else self.tr("One pair may be the same")
        self.call.tell(text.format(count=len(pairs)) if pairs else "")

    def _on_pressed(self) -> None:
        here = [pair for pair in self._pairs or () if not pair.is_across]
        if here:
            self._open(MergeDialog(self._page.context, self._page, pairs=here))
        elif self._pairs:
            across = AcrossDialog(self._page.context, self._page, self._pairs)
            across.told.connect(self.told)
            across.went.connect(self._page.go)
            across.open()

    def _open(self, dialog: MergeDialog) -> None:
        dialog.told.connect(self.told)
        dialog.open()

"""Scorecards for the page *Rapor*: counted beside the windows, one village after the other, and remembered."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kpm_desktop.commands.scorecards.scorecard_view import ScorecardView, scorecard_view
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.scorecard.result import Scorecard
from kpm_desktop.domain.scorecard.totals import add_scorecards
from kpm_desktop.ui.frame.page import Page

#: Villages kept with all their people; of the others the totals are enough.
MOST_VIEWS = 8


class Key(NamedTuple):
    """Which scorecard."""

    village: str
    quarter: Quarter


@dataclass(frozen=True, slots=True)
class _Answer:
    key: Key
    generation: int
    view: ScorecardView


def _count(store: Store, key: Key, generation: int) -> _Answer:
    return _Answer(key, generation, scorecard_view(store, key.village, key.quarter))


class ScorecardSource(QObject):
    """`counted` when a scorecard that was wanted is there."""

    counted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._views: OrderedDict[Key, ScorecardView] = OrderedDict()
        self._totals: dict[Key, Scorecard] = {}
        self._wanted: list[Key] = []
        self._asked: Key | None = None
        self._generation = 0

    def forget(self) -> None:
        """Something changed: what was counted counts no longer, nor does what is being counted."""
        self._views.clear()
        self._totals.clear()
        self._generation += 1
        self._asked = None

    def view(self, village: str, quarter: Quarter) -> ScorecardView | None:
        """A village's scorecard with its people, once it is counted."""
        return self._views.get(Key(village, quarter))

    def totals(self, village: str, quarter: Quarter) -> Scorecard | None:
        """A village's totals, once they are counted."""
        return self._totals.get(Key(village, quarter))

    def added(self, villages: Sequence[str], quarter: Quarter) -> Scorecard | None:
        """Numerators and denominators of those counted so far, added."""
        found = [card for village in villages if (card := self.totals(village, quarter)) is not None]
        return add_scorecards("", found) if found else None

    def want(self, villages: Sequence[str], quarter: Quarter) -> None:
        """Counts what is not there yet, in this order; what was wanted before is wanted no longer. Of one village
        everybody is wanted, of several the totals."""
        kept: OrderedDict[Key, ScorecardView] | dict[Key, Scorecard] = (
            self._views if len(villages) == 1 else self._totals
        )
        self._wanted = [key for village in villages if (key := Key(village, quarter)) not in kept]
        self._ask_next()

    @property
    def is_busy(self) -> bool:
        """Whether anything wanted is still being counted."""
        return bool(self._wanted)

    def _ask_next(self) -> None:
        if self._asked is None and self._wanted:
            self._asked = self._wanted[0]
            work = partial(_count, key=self._asked, generation=self._generation)
            self._page.ask(work, self._on_counted)

    def _on_counted(self, answer: _Answer) -> None:
        if answer.generation != self._generation:
            return
        self._asked = None
        self._keep(answer.key, answer.view)
        was_wanted = answer.key in self._wanted
        self._wanted = [key for key in self._wanted if key != answer.key]
        if was_wanted:
            self.counted.emit()
        self._ask_next()

    def _keep(self, key: Key, view: ScorecardView) -> None:
        bare = replace(view.scorecard, mothers=(), children=(), paud=(), not_reported=())
        self._totals[key] = bare
        self._views[key] = view
        while len(self._views) > MOST_VIEWS:
            self._views.popitem(last=False)

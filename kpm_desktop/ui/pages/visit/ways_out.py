"""Where a visit leads to: somebody new in the household, a history, a child's growth or doses, the village's
scorecard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.ui.frame.page import Task
from kpm_desktop.ui.frame.ref import Ref
from kpm_desktop.ui.pages.visit.moving import Moving


class WaysOut(QObject):
    """leave: does what it is given once everything entered is kept."""

    def __init__(
        self, task: Task, moving: Moving, leave: Callable[[Callable[[], object]], None], household: Ref, month: str
    ) -> None:
        super().__init__(task)
        self._task, self._moving, self._leave = task, moving, leave
        self._household, self._month = household, month

    def add_person(self) -> None:
        """To the form for somebody new in this household."""
        self._leave(partial(self._task.go.emit, "sasaran", ("add", self._household)))

    def show_history(self) -> None:
        """To the history of the person whose checklist is open."""
        if self._moving.cards:
            person = Ref(self._household.region, "person", self._moving.card.answers.sheet.person.id)
            self._leave(partial(self._task.go.emit, "riwayat", person))

    def show_growth(self) -> None:
        """To the growth of the child whose checklist is open; it leads back here, to where the keys were."""
        if self._moving.cards and self._moving.card.answers.sheet.kind == "child_visit":
            child = Ref(self._household.region, "person", self._moving.card.answers.sheet.person.id)
            self._leave(partial(self._task.go.emit, "pertumbuhan", child))

    def show_doses(self) -> None:
        """To the doses of the child whose checklist is open, or to the mother's pregnancy; the visit is there again
        afterwards."""
        if self._moving.cards:
            sheet = self._moving.card.answers.sheet
            where = "imunisasi" if sheet.kind == "child_visit" else "kehamilan"
            self._leave(partial(self._task.go.emit, where, Ref(self._household.region, "person", sheet.person.id)))

    def show_scorecard(self) -> None:
        """To the village scorecard of the month's quarter."""
        self._leave(partial(self._task.go.emit, "rapor", Quarter.of(self._month)))

"""Tugas saya / Semua: narrows a list to the households somebody gave to whoever uses this laptop."""

from collections.abc import Collection, Iterable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.look.look import Look

#: A household: the code of its village and its id.
Home = tuple[str, UUID]
MINE, EVERYBODY = "mine", "everybody"


class TaskFilter(Segments):
    """Hidden until households are given to this user; then hers stand first, and everybody is one key away."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Whose households"), ((MINE, ""), (EVERYBODY, "")), wraps=True, parent=parent)
        self.name(MINE, self.tr("My tasks"))
        self.name(EVERYBODY, self.tr("Everybody"))
        self._mine: Collection[Home] | None = None
        self.hide()

    def show_tasks(self, mine: Collection[Home] | None) -> None:
        """Other tasks; None where nobody gave any."""
        self._mine = mine
        self.setVisible(mine is not None)

    def fits(self, household: Home | None) -> bool:
        """Whether a household is among those wanted."""
        return self._mine is None or self.current() == EVERYBODY or household in self._mine

    def count(self, households: Iterable[Home | None]) -> None:
        """How many of these each choice shows."""
        found = list(households)
        mine = sum(self._mine is None or one in self._mine for one in found)
        self.show_counts({MINE: str(mine), EVERYBODY: str(len(found))})

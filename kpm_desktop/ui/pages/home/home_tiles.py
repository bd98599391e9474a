"""The three numbers of Beranda: who is not visited, what is not received, what is to be repaired; a key each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.commands.records.record_states import RecordState
from kpm_desktop.commands.supervision.home_overview import HomeOverview
from kpm_desktop.ui.components.tile import Tile
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.registers.household_lines import HouseholdLine
from kpm_desktop.ui.words.decisions_counted import counted_decisions


class HomeTiles(QWidget):
    """Each leads to where it is done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        self.unvisited = Tile(look, icon="calendar", noun=self.tr("Not visited yet"), number="–", shortcut="B")
        self.undelivered = Tile(look, icon="hard-drive", noun=self.tr("Not received yet"), number="–", shortcut="K")
        self.repair = Tile(look, icon="wrench", noun=self.tr("To be repaired"), number="–", shortcut="P")
        for tile in (self.unvisited, self.undelivered, self.repair):
            row.addWidget(tile)

    def show_counts(self, waiting: Sequence[HouseholdLine] | None, found: HomeOverview) -> None:
        """waiting: the households that are not visited; None while they are read."""
        if waiting is not None:
            left = sum(row.visited_on is None for line in waiting for row in line.members)
            self.unvisited.show_count(str(left), self.tr("in {count} households").format(count=len(waiting)))
        saved, sent = found.states[RecordState.SAVED], found.states[RecordState.EXPORTED]
        split = self.tr("{saved} saved, {sent} exported").format(saved=saved, sent=sent)
        self.undelivered.show_count(str(saved + sent), split)
        broken = found.decisions.of_entries
        why = counted_decisions(broken) or self.tr("nothing")
        self.repair.show_count(str(broken.total), why, tone="risk" if broken.total else "neu")

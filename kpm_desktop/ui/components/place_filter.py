"""Narrows a list to one village, hamlet or posyandu, or to one person's work; its own name stands before the choice."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.choice_box import ChoiceBox
from kpm_desktop.ui.look.look import Look


class PlaceFilter(ChoiceBox):
    """`chosen` when another place, or all of them, is chosen. Places without a name are called `unnamed`."""

    chosen = Signal()

    def __init__(self, look: Look, name: str, *, everything: str, unnamed: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._name, self._everything, self._unnamed = name, everything, unnamed
        self.setAccessibleName(name)
        self.setFixedHeight(look.px(40))
        self.setMinimumWidth(look.px(220))
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_places(())
        self.activated.connect(self._on_activated)

    def current(self) -> str | None:
        """The place that is chosen; None for all."""
        place: str | None = self.currentData()
        return place

    def show_places(self, places: Iterable[str]) -> None:
        """Other places; the chosen one stays chosen while it is among them."""
        kept = self.current()
        self.clear()
        self.addItem(f"{self._name}: {self._everything}", None)
        for place in sorted(set(places)):
            has_own = place.lower().startswith(self._name.lower())
            self.addItem(place if has_own else f"{self._name}: {place or self._unnamed}", place)
        self.setCurrentIndex(max(self.findData(kept), 0))

    def show_named(self, places: Sequence[tuple[str, str]]) -> None:
        """The same of (code, name), in this order; hidden where there is nothing to choose among."""
        kept = self.current()
        self.clear()
        self.addItem(f"{self._name}: {self._everything}", None)
        for code, name in places:
            self.addItem(name, code)
        self.setCurrentIndex(max(self.findData(kept), 0))
        self.setVisible(len(places) > 1)

    def _on_activated(self, row: int) -> None:
        self.chosen.emit()

"""One of a few known values; a value this program does not know stays what it is and is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpm_desktop.ui.components.choice_box import ChoiceBox
from kpm_desktop.ui.look.look import Look


class ChoiceField(ChoiceBox):
    """Choices are (code, words). The first row is empty unless `required`."""

    edited = Signal()
    committed = Signal()

    def __init__(
        self, look: Look, choices: Sequence[tuple[str, str]], *, required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.setFixedHeight(look.px(40))
        if not required:
            self.addItem("–", None)
        for code, words in choices:
            self.addItem(words, code)
        self.activated.connect(self._on_activated)

    def value(self) -> str | None:
        """The code of the choice, or None."""
        code: str | None = self.currentData()
        return code

    def set_value(self, value: str | None) -> None:
        """Chooses a code; an unknown one is added as it is."""
        row = self.findData(value)
        if row < 0:
            self.addItem(str(value), value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def problem(self) -> str:
        """A choice has none."""
        return ""

    def _on_activated(self, row: int) -> None:
        self.edited.emit()
        self.committed.emit()

"""How far the opening of bundle files is, and the way to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.ui.components.bar import Bar
from kpm_desktop.ui.components.buttons import Button
from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

_BAR_WIDTH = 160


class RunningCard(Card):
    """Hidden while nothing is opened."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self._words = label(look, "", Text.BODY_STRONG, wrap=True)
        self._bar = Bar(look, width=_BAR_WIDTH)
        self._bar.setFixedWidth(look.px(_BAR_WIDTH))
        self.stop_button = Button(look, self.tr("Stop after this file"), icon="x", small=True)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop_button)
        self.body.addLayout(row)
        self.hide()

    def show_file(self, name: str, place: int, count: int) -> None:
        """Which file is opened, and at which place among how many."""
        text = self.tr("Opening {place} of {count}: {file}")
        self._words.setText(text.format(place=place, count=count, file=name))
        self._bar.show_amount(place - 1, count)
        self.stop_button.setEnabled(place < count)
        self.show()

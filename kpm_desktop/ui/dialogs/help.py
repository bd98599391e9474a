"""F1: the keys that work everywhere, those of the page that is shown, and what this program is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kpm_desktop import __version__
from kpm_desktop.ui.components.key_cap import KeyCap
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.dialogs.dialog import Dialog
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text


class HelpDialog(Dialog):
    """`page_keys`: the keys of the page and what they do."""

    def __init__(self, look: Look, page_keys: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(look, icon="circle-question-mark", parent=parent)
        self.set_title(self.tr("Help"))
        if page_keys:
            self.body.addWidget(label(look, self.tr("On this page"), Text.SECTION))
            self.body.addLayout(self._table(page_keys))
        self.body.addWidget(label(look, self.tr("Everywhere"), Text.SECTION))
        self.body.addLayout(
            self._table(
                [
                    ("Alt 0–9", self.tr("Go to the page with this digit at the left")),
                    ("Ctrl K", self.tr("Search for people, villages, pages and what can be done")),
                    ("Tab", self.tr("Next field or button; with Shift the one before")),
                    ("F6", self.tr("Next part of the window")),
                    ("Alt ←", self.tr("Back to the page before")),
                    ("Enter", self.tr("Open or confirm what is chosen")),
                    ("Esc", self.tr("Back or close; nothing that was saved is lost")),
                    ("F12", self.tr("Lock the screen; the password opens it again")),
                    ("F1", self.tr("This help")),
                ]
            )
        )
        self.body.addStretch(1)
        self.note.setText(
            self.tr("KPM Desktop {version}. Works without internet; records stay encrypted on this laptop.").format(
                version=__version__
            )
        )
        close = self.add_close(self.tr("Close"))
        close.setFocus()

    def _table(self, keys: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(16))
        grid.setVerticalSpacing(self.look.px(8))
        grid.setColumnMinimumWidth(0, self.look.px(72))
        grid.setColumnStretch(1, 1)
        for row, (key, meaning) in enumerate(keys):
            caps = QHBoxLayout()
            caps.addWidget(KeyCap(self.look, key))
            caps.addStretch(1)
            grid.addLayout(caps, row, 0)
            grid.addWidget(label(self.look, meaning, wrap=True), row, 1)
        return grid

"""What *Riwayat* of a child is made of: its entries, and its growth; the same two names above both."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.look.look import Look

ENTRIES, GROWTH = "entries", "growth"


class PersonTabs(Segments):
    """`chosen` gives `entries` or `growth`; the key that leads to the other stands behind its name."""

    def __init__(self, look: Look, current: str) -> None:
        translate = QCoreApplication.translate
        names = [
            (ENTRIES, translate("PersonTabs", "Entries")),
            (GROWTH, translate("PersonTabs", "Growth")),
        ]
        super().__init__(look, translate("PersonTabs", "What is shown of the child"), names)
        self.choose(current)
        self.show_counts({ENTRIES: "R"} if current == GROWTH else {GROWTH: "G"})

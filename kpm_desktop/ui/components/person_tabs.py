"""What *Riwayat* of somebody is made of: the entries, and a child's growth or a mother's pregnancy; named alike above
each."""

from PySide6.QtCore import QCoreApplication

from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.look.look import Look

ENTRIES, GROWTH, CARRIED = "entries", "growth", "carried"
#: The key that leads to each.
_KEYS = {ENTRIES: "R", GROWTH: "G", CARRIED: "H"}


class PersonTabs(Segments):
    """`chosen` gives `entries`, `growth` or `carried`; the key that leads to another one stands behind its name."""

    def __init__(self, look: Look, current: str) -> None:
        translate = QCoreApplication.translate
        names = [
            (ENTRIES, translate("PersonTabs", "Entries")),
            (GROWTH, translate("PersonTabs", "Growth")),
            (CARRIED, translate("PersonTabs", "Pregnancy")),
        ]
        super().__init__(look, translate("PersonTabs", "What is shown of the person"), names)
        self.choose(current)
        self.show_counts({code: key for code, key in _KEYS.items() if code != current})
        self.offer(growth=current == GROWTH, carried=current == CARRIED)

    def offer(self, *, growth: bool, carried: bool) -> None:
        """Which of them there are beside the entries."""
        self.show_choice(GROWTH, visible=growth)
        self.show_choice(CARRIED, visible=carried)

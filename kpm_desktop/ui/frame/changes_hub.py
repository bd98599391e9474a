"""Says which kinds of records a command changed, so that pages refresh only what shows them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

#: Beside the kinds of records: delivery (sent, received), drafts, devices (peers, invitations).
DELIVERY, DRAFTS, DEVICES = "delivery", "drafts", "devices"
#: Everything may have changed, as after an import.
ALL = "all"


class ChangesHub(QObject):
    """One for the whole program; commands' callers announce, pages listen."""

    changed = Signal(object)  # frozenset of kinds

    def announce(self, kinds: Iterable[str]) -> None:
        """Tells everybody which kinds changed."""
        told = frozenset(kinds)
        if told:
            self.changed.emit(told)


def concerns(changed: frozenset[str], interests: frozenset[str]) -> bool:
    """Whether a page with these interests must look again."""
    return ALL in changed or ALL in interests or not changed.isdisjoint(interests)

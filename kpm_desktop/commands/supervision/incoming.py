"""What came in, who waits for a receipt, and where bundles are fetched from."""

from dataclasses import dataclass

from kpm_desktop.commands.bundles.bundle_history import TakenBundle, bundle_history
from kpm_desktop.commands.bundles.due_receipts import due_receipts
from kpm_desktop.commands.supervision.delivery_overview import Place, places_seen
from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class Incoming:
    """The history of bundles, the keys of the devices that wait for a receipt, and the places bundles are fetched
    from."""

    history: list[TakenBundle]
    due: list[str]
    places: tuple[Place, ...]


def incoming(store: Store) -> Incoming:
    """What the page of incoming bundles shows."""
    return Incoming(bundle_history(store), due_receipts(store), places_seen(store))

"""`kpm receipt`: tells a device what arrived of its work, and brings it what it lacks."""

from pathlib import Path

from kpm_desktop.commands.find_device import find_peer
from kpm_desktop.commands.send import Delivered, send
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store


def make_receipt(store: Store, device: str, folder: Path, *, clock: Clock = system_clock) -> list[Delivered]:
    """Writes bundles for one device into a folder, in any case: somebody asked for them."""
    with store.reading() as tx:
        receiver = find_peer(tx, device)
    return send(store, [receiver], folder, everything=False, always=True, clock=clock)

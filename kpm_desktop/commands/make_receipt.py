"""`kpm receipt`: tells a device what arrived of its work, and brings it what it lacks."""

from kpm_desktop.commands.errand import run_errand
from kpm_desktop.commands.find_device import find_peer
from kpm_desktop.commands.parcels import When
from kpm_desktop.commands.send import Delivered, send
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.sync.route import Route


def make_receipt(store: Store, device: str, route: Route, *, clock: Clock = system_clock) -> list[Delivered]:
    """Puts bundles for one device on a route, in any case: somebody asked for them."""
    with store.reading() as tx:
        receiver = find_peer(tx, device)
    return run_errand(send(store, [receiver], when=When.ALWAYS, route=route.address, clock=clock), route)

"""`kpm receipt`: tells a device what arrived of its work, and brings it what it lacks."""

from collections.abc import Sequence
from pathlib import Path

from kpm_desktop.commands.access.find_device import find_known, find_peer
from kpm_desktop.commands.bundles.send import Sent, send
from kpm_desktop.commands.bundles.send_plan import When
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.route import Route


def make_receipt(store: Store, device: str, route: Route, *, clock: Clock = system_clock) -> Sent:
    """Puts bundles for one device on a route, in any case: somebody asked for them. A device below this one that
    another supervisor let in becomes known here by it: its laptop reports to this one once the receipt came."""
    with store.writing() as tx:
        receiver = _met(tx, device) or find_peer(tx, device)
    return run_steps(send(store, [receiver], when=When.ALWAYS, route=route.address, clock=clock), route)


def _met(tx: Transaction, asked: str) -> Peer | None:
    """A device below this one that it never exchanged a bundle with, as a peer from now on."""
    own = settings.read_identity(tx)
    access = read_access(tx, own)
    device, name = find_known(tx, access, asked)
    statement = access.statement_of(device)
    if statement is None or peers.peer(tx, device) or not access.stands_above(own.device, device, statement.regions):
        return None
    return peers.keep_peer(tx, device=device, age=statement.age, name=name, device_name="", is_upstream=False)


def make_receipts(store: Store, devices: Sequence[str], folder: Path) -> Sent:
    """A receipt for each of these devices."""
    route = FolderRoute(folder)
    sent = Sent()
    for device in devices:
        sent.add(make_receipt(store, device, route))
    return sent

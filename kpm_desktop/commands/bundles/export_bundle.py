"""`kpm export`: everything the supervisors do not hold yet, as bundles on a route."""

from kpm_desktop.commands.bundles.send import Sent, send
from kpm_desktop.commands.bundles.send_plan import Load
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.route import Route


def export_bundle(store: Store, route: Route, *, everything: bool = False, clock: Clock = system_clock) -> Sent:
    """Exports to every supervisor this profile joined. Refused before it joined one: nobody to seal for."""
    with store.reading() as tx:
        receivers = peers.receivers(tx)
        was_joined = bool(peers.peers(tx, "is_upstream = 1"))
    if not receivers:
        raise refused("profile.receiver_revoked" if was_joined else "profile.not_joined")
    load = Load.ALL if everything else Load.LACKING
    return run_steps(send(store, receivers, load=load, route=route.address, clock=clock), route)

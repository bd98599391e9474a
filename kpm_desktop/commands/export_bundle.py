"""`kpm export`: everything the supervisors do not hold yet, as bundles in a folder."""

from pathlib import Path

from kpm_desktop.commands.send import Delivered, Place, send
from kpm_desktop.db import peers
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.folder import deliver


def export_bundle(
    store: Store, folder: Path, *, everything: bool = False, clock: Clock = system_clock, place: Place = deliver
) -> list[Delivered]:
    """Exports to every supervisor this profile joined. Refused before it joined one: nobody to seal for.

    place: what puts a file into the folder.
    """
    with store.reading() as tx:
        receivers = peers.receivers(tx)
        was_joined = bool(peers.peers(tx, "is_upstream = 1"))
    if not receivers:
        raise refused("profile.receiver_revoked" if was_joined else "profile.not_joined")
    return send(store, receivers, folder, everything=everything, always=False, clock=clock, place=place)

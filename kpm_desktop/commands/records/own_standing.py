"""What does not count of the own work of a laptop that holds the order which stopped it: set aside as it is written,
and not only when an import judges everybody."""

from kpm_desktop.db.delivery import standing
from kpm_desktop.db.delivery.standing import Touched
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.standing import Standings


def stopped_in(tx: Transaction, identity: Identity) -> list[str]:
    """The regions in which an order that is held stops this laptop; none for nearly every one."""
    return sorted({each.region for each in standing.revoked_in(tx) if each.device == identity.device})


def set_own_aside(tx: Transaction, identity: Identity, regions: list[str]) -> None:
    """Judges the own streams of these regions, as an import would."""
    touched: Touched = {}
    judged = Standings(tx, identity.programme)
    for region in regions:
        limits = judged.of(region).limits.get(identity.device)
        for stream in standing.streams_in(tx, region):
            if stream.device == identity.device:
                standing.mark(tx, stream, limits, touched)
    standing.refresh(tx, touched)

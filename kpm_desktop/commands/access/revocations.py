"""What revocations and releases mean, worked out from the programme key down."""

from functools import partial

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import revoked
from kpm_desktop.db.delivery.peers import REVOKED
from kpm_desktop.db.delivery.revoked import Order
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import Access, read_access

SET_ASIDE = "set_aside"  # every device of which something may be set aside


def apply_revocations(tx: Transaction, identity: Identity, *, always: bool = False) -> None:
    """Sets aside what every revoked device wrote beyond the accepted and released changes, and all work of devices
    that nobody else vouches for than a revoked one beyond its accepted changes.

    An order counts when its signer supervises the region and stands nearer the programme key than the device it
    names, or is that key; devices are judged from the root down, so that what a revoked supervisor ordered beyond its
    own accepted changes is not obeyed. always: also where nothing was ever ordered.
    """
    before = settings.read(tx, SET_ASIDE, list[str], [])
    if not (always or before or revoked.orders(tx)):
        return
    settings.write(tx, REVOKED, [])
    done: set[str] = set()
    stopped: list[str] = []
    while True:
        access = read_access(tx, identity)
        obeyed = [order for order in revoked.orders(tx) if _is_obeyed(order, access)]
        named = {order.device for order in obeyed} - done
        if not named:
            break
        device = min(named, key=lambda key: (access.distance(key), key))
        of_device = [order for order in obeyed if order.device == device]
        revoked.set_aside(tx, device, of_device, partial(access.may_write, device), partial(_reaches, access))
        done.add(device)
        if any(order.is_revocation for order in of_device):
            stopped.append(device)
            settings.write(tx, REVOKED, sorted(stopped))
    for device, regions in revoked.authors(tx).items():
        vouched = partial(access.may_write, device)
        if device not in done and (device in before or not all(map(vouched, regions))):
            revoked.set_aside(tx, device, [], vouched)
            done.add(device)
    settings.write(tx, SET_ASIDE, sorted(done))


def _is_obeyed(order: Order, access: Access) -> bool:
    nearer = access.distance(order.signer) < access.distance(order.device)
    return nearer and access.supervises(order.signer, order.region)


def _reaches(access: Access, order: Order, region: str) -> bool:
    """Whether an order is about a region its signer supervises too: what it is about may have come to lie elsewhere."""
    return revoked.is_in_region(order, region) and access.supervises(order.signer, region)

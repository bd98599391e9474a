"""What revocations and releases mean, worked out from the programme key down."""

from collections.abc import Iterable

from kpm_desktop.db import revoked, settings
from kpm_desktop.db.revoked import Order
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import Access, read_access

REVOKED = "revoked"


def apply_revocations(tx: Transaction, identity: Identity) -> None:
    """Sets aside what every revoked device wrote beyond the accepted and released changes.

    An order counts when its signer stands nearer the programme key than the device it names; devices are judged
    from the root down, so that what a revoked supervisor ordered beyond its own accepted changes is not obeyed.
    """
    orders = revoked.orders(tx)
    if not orders and not settings.read(tx, REVOKED, list[str], []):
        return
    settings.write(tx, REVOKED, [])
    done: list[str] = []
    while True:
        access = read_access(tx, identity)
        named = {order.device for order in revoked.orders(tx) if _obeyed(order, access)} - set(done)
        if not named:
            break
        device = min(named, key=lambda key: (access.distance(key), key))
        _judge(tx, device, revoked.orders(tx), access)
        done.append(device)
        settings.write(tx, REVOKED, sorted(done))
    for device in {order.device for order in orders} - set(done):
        revoked.set_aside(tx, device, None)


def _judge(tx: Transaction, device: str, orders: Iterable[Order], access: Access) -> None:
    counting = [order for order in orders if order.device == device and _obeyed(order, access)]
    accepted = {tip for order in counting for tip in order.accepted}
    is_revoked = any(order.is_revocation for order in counting)
    revoked.set_aside(tx, device, sorted(accepted) if is_revoked else None)


def _obeyed(order: Order, access: Access) -> bool:
    return 0 < access.distance(order.signer) < access.distance(order.device)

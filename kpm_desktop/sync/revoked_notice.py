"""What a revoked laptop is told in the header of a bundle: the one thing it gets of the regions it is stopped in."""

from functools import cached_property

from kpm_desktop.db.delivery import standing
from kpm_desktop.db.delivery.standing import RevokedIn
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.streams import hash_at
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import Access
from kpm_desktop.sync.header import Revoked
from kpm_desktop.sync.orders import Reach
from kpm_desktop.sync.standing import Standings

#: As many hashes as one line names.
MOST_TIPS = 256


def stopped_in(tx: Transaction, device: str) -> frozenset[str]:
    """The regions in which an order about a device stands."""
    return frozenset(each.region for each in standing.revoked_in(tx) if each.device == device)


class Notices:
    """Of one transaction; what papers and orders add up to is read once, when first somebody is stopped."""

    def __init__(self, tx: Transaction, access: Access) -> None:
        self._tx, self._access = tx, access

    def of(self, device: str) -> tuple[Revoked, ...]:
        """What a device is told of the regions in which it is stopped, by region; nothing for nearly every device."""
        orders = [each for each in standing.revoked_in(self._tx) if each.device == device]
        return tuple(self._notice(device, each) for each in sorted(orders, key=lambda each: each.region))

    @cached_property
    def _standings(self) -> Standings:
        return Standings(self._tx, self._access.programme)

    def _notice(self, device: str, order: RevokedIn) -> Revoked:
        by, access = order.by[0], self._access
        statement = access.statement_of(by)
        person = statement.person if statement is not None and not access.is_root(by) else ""
        limit = self._standings.of(order.region).limits.get(device, {})
        return Revoked(order.region, by, person, _tips(self._tx, device, order.region, limit))


def _tips(tx: Transaction, device: str, region: str, limit: Reach) -> tuple[str, ...]:
    """The last changes that count of the device's stream of a region."""
    streams = [stream.no for stream in standing.streams_in(tx, region) if stream.device == device]
    held = [run for stream in streams for run in segments.segments_of(tx, stream)]
    runs = [run for run in held if limit.get(run.no, 0) >= run.first_seq]
    tips = [hash_at(tx, run, min(limit[run.no], run.last_seq)).hex() for run in runs]
    return tuple(sorted(tips)[:MOST_TIPS])

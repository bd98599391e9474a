"""What a revoked laptop is told in the header of a bundle: the one thing it gets of the regions it is stopped in."""

from collections import defaultdict
from functools import cached_property

from kpm_desktop.db.delivery import standing
from kpm_desktop.db.delivery.standing import RevokedIn
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.streams import hash_at
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync.access import Access
from kpm_desktop.sync.header import Revoked
from kpm_desktop.sync.orders import Reach
from kpm_desktop.sync.standing import Standings

#: As many hashes as one line names.
MOST_TIPS = 256


class RevokedNotices:
    """Of one transaction, for whichever devices are asked about: what stands is read once, and papers not at all where
    nobody is revoked. What is written later in the same transaction is not seen."""

    def __init__(self, tx: Transaction, access: Access) -> None:
        self._tx, self._access = tx, access
        self._about: dict[str, list[RevokedIn]] = defaultdict(list)
        for each in sorted(standing.revoked_in(tx), key=lambda each: each.region):
            self._about[each.device].append(each)

    def stopped_in(self, device: str) -> frozenset[str]:
        """The regions in which an order about a device stands."""
        return frozenset(each.region for each in self._about.get(device, ()))

    def for_device(self, device: str) -> tuple[Revoked, ...]:
        """What a device is told of the regions in which it is stopped, by region; nothing for nearly every device."""
        return tuple(self._notice(order) for order in self._about.get(device, ()))

    def _notice(self, order: RevokedIn) -> Revoked:
        by = order.by[0]
        statement = self._access.statement_of(by)
        person = statement.person if statement is not None and not self._access.is_root(by) else ""
        limit = self._standings.of(order.region).limits.get(order.device, {})
        return Revoked(order.region, by, person, _tips(self._tx, order.device, order.region, limit))

    @cached_property
    def _standings(self) -> Standings:
        return Standings(self._tx, self._access.programme)


def _tips(tx: Transaction, device: str, region: str, limit: Reach) -> tuple[str, ...]:
    """The last changes that count of the device's stream of a region."""
    held = segments.segments_in(tx, stream_id(device, region))
    runs = [run for run in held if limit.get(run.no, 0) >= run.first_seq]
    tips = [hash_at(tx, run, min(limit[run.no], run.last_seq)).hex() for run in runs]
    return tuple(sorted(tips)[:MOST_TIPS])

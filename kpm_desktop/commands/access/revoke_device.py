"""`kpm device revoke` and `release`: stop counting what a device writes from now on; count later work after all.

A supervisor orders for the devices below it. The programme key, typed from its sheet, orders for every device, which
is the only way to stop a supervisor above whom there is nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kpm_desktop.commands.access.find_device import find_known
from kpm_desktop.commands.access.issue_credential import programme_as_author
from kpm_desktop.commands.access.programme_recovery import sign_recovery
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.access.revokers import revokers
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import revoked
from kpm_desktop.db.journal.journal import Clock, Entry, system_clock
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.identity import new_id
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.seal import SigningKey
from kpm_desktop.sync.standing import Standings
from kpm_desktop.sync.words import words_of

#: As many changes as one order names; more are said in further orders.
MOST_TIPS = 256


@dataclass(frozen=True, slots=True)
class Ordered:
    """The device an order is about, whose it is, the last changes it lets count (hashes), and how many changes of it
    that are held count and do not count now. fallen_papers: whom its papers let in that do not count; fallen_orders:
    how many of its own orders do not. still_by: the names of those whose revocations of it stand."""

    device: str
    name: str
    tips: tuple[str, ...]
    counting: int
    set_aside: int
    fallen_papers: tuple[str, ...]
    fallen_orders: int
    still_by: str


def revoke_device(
    store: Store,
    asked: str,
    *,
    key: SigningKey | None = None,
    recovery: str | None = None,
    clock: Clock = system_clock,
) -> Ordered:
    """Everything held of a device so far still counts; what comes later is kept and passed on, but not counted.

    key: the programme's, where it gives the order instead of this device; recovery: the recipient its sheet names,
    where that part of it is at hand.
    """
    with store.writing() as tx:
        orderer = _Orderer(tx, asked, key)
        orderer.sign_recovery(recovery, clock)
        tips = sorted(revoked.tips(tx, orderer.device))
        orderer.order("revocation", "accepted", tips, clock)
        return orderer.ordered(tips)


def release_device(
    store: Store,
    asked: str,
    changes: Sequence[str] = (),
    *,
    lift: bool = False,
    key: SigningKey | None = None,
    recovery: str | None = None,
    clock: Clock = system_clock,
) -> Ordered:
    """Lets further changes of a revoked device count: those named (hashes, hex) with all below them, or all that are
    held. A change named may also be a revocation of it, which is lifted.

    lift: every revocation is lifted that whoever gives this order may lift, so that what comes later counts too.
    """
    with store.writing() as tx:
        orderer = _Orderer(tx, asked, key)
        orderer.sign_recovery(recovery, clock)
        device = orderer.device
        named = [revoked.full_hash(tx, device, change) for change in changes] or revoked.tips(tx, device)
        tips = sorted({*named, *(orderer.liftable() if lift else ())})
        orderer.order("release", "released", tips, clock)
        return orderer.ordered(tips)


class _Orderer:
    """Who gives an order about whom, inside a transaction. Refused where the order would not be obeyed."""

    def __init__(self, tx: Transaction, asked: str, key: SigningKey | None) -> None:
        self._tx, self._own, self._key = tx, settings.read_identity(tx), key
        access = self._access = read_access(tx, self._own)
        self.device, self.name = find_known(tx, access, asked)
        self._signer = self._own if key is None else _programme(self._own, access, key)
        self._regions = orderable(access, Standings(tx, self._own.programme), self._signer.device, self.device)
        if not self._regions:
            raise refused("access.may_not_revoke", name=self.name)

    def sign_recovery(self, recovery: str | None, clock: Clock) -> None:
        """The sheet is at hand: its key says which recovery recipient is the programme's, if it did not yet."""
        if self._key is not None and self._key.public == self._own.programme:
            sign_recovery(self._tx, self._own, clock, self._key, recovery)

    def order(self, kind: str, name: str, tips: Sequence[str], clock: Clock) -> None:
        """Writes an order into the signer's stream of every region of the device it may order in, and obeys it."""
        batch = RecordBatch(self._tx, self._signer, clock)
        for at in range(0, max(len(tips), 1), MOST_TIPS):
            record = new_id()
            for region in self._regions:
                told = {"region_code": region, "device_key": self.device, name: list(tips[at : at + MOST_TIPS])}
                batch.add(Entry(region, kind, record, told), is_new=True)
        batch.flush()
        if self._signer is not self._own:  # its key is gone after this
            outgoing.seal_own(self._tx, self._signer)
        release_waiting(self._tx, self._own)

    def liftable(self) -> set[str]:
        """The revocations of the device that stand and are the signer's own or those of keys further away (hashes)."""
        standings, signer = Standings(self._tx, self._own.programme), self._signer.device
        return {
            order.change
            for region in self._regions
            for order in standings.of(region).stands
            if order.is_revocation and order.device == self.device
            if order.signer == signer or standings.of(region).is_nearer(signer, order.signer)
        }

    def ordered(self, tips: Sequence[str]) -> Ordered:
        """What came of it."""
        papers, orders = Standings(self._tx, self._own.programme).fallen(self.device)
        return Ordered(
            device=self.device,
            name=self.name,
            tips=tuple(tips),
            counting=revoked.count_counting(self._tx, self.device),
            set_aside=revoked.count_set_aside(self._tx, device=self.device),
            fallen_papers=tuple(sorted({paper.person for paper in papers})),
            fallen_orders=orders,
            still_by=revokers(self._tx, self._access, self.device, self._regions),
        )


def orderable(access: Access, standings: Standings, signer: str, device: str) -> list[str]:
    """The regions in which an order of a signer about a device would be obeyed: those of the device, and those of the
    signer that lie inside them."""
    theirs = access.regions_of(device)
    inside = (code for code in access.regions_of(signer) if is_covered(code, theirs))
    found: list[str] = []
    for code in dict.fromkeys((*theirs, *inside)):
        if not is_covered(code, found) and standings.of(code).is_nearer(signer, device):
            found.append(code)
    return found


def _programme(own: Identity, access: Access, key: SigningKey) -> Identity:
    """The programme key as the author of a stream of its own."""
    if not access.is_root(key.public):
        raise refused("sheet.other_programme", words=list(words_of(key.public)))
    return programme_as_author(own, key)

"""What a receiver gets: everything it lacks, or of that what is not on its way to it already, or nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.journal.journal import instant
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access
from kpm_desktop.sync.header import Have
from kpm_desktop.sync.outgoing import Outgoing

#: A bundle nobody has seen for so long is taken for lost.
LOST_AFTER = timedelta(days=14)
#: How far ahead of now a clock may have been when a bundle was written.
CLOCK_SLACK = timedelta(days=1)


class Load(Enum):
    """How much goes along: all of the shared regions; what the receiver's last `have` lacks; or of that, what is not
    under way on the same route."""

    ALL = "all"
    LACKING = "lacking"
    REST = "rest"


class When(Enum):
    """When a bundle is written at all: in any case, when it is due, or when it is due and not under way on the same
    route already."""

    ALWAYS = "always"
    DUE = "due"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How receivers are to be served on a route. above: bundles up to this number are not under way on it, as it was
    another place then."""

    load: Load
    when: When
    route: str
    now: datetime
    above: int = 0

    @property
    def times(self) -> tuple[str, str]:
        """Between which instants a bundle was written that may still be on its way."""
        return instant(self.now - LOST_AFTER), instant(self.now + CLOCK_SLACK)


@dataclass(slots=True)
class SendPlan:
    """What one receiver gets, numbered before it is packed, so that no number is ever used twice."""

    receiver: Peer
    have: tuple[Have, ...]
    groups: list[tuple[int, list[Outgoing]]]


def send_plan(changes: HeldChanges, access: Access, receiver: Peer, wanted: Wanted) -> SendPlan | None:
    """What to pack for a receiver, or None where nothing is to be written. Nothing it could only keep waiting goes
    along, as nobody vouches for its author any more."""
    tx, shared = changes.tx, access.shared(changes, receiver.device)
    have = outgoing.have_of(changes, shared)
    proved = [stream for stream in shared if access.may_write(stream.device, stream.region)]
    held = {} if wanted.load is Load.ALL else outgoing.held_by(changes, receiver, shared)
    ranges = outgoing.plan(changes, proved, held)
    fresh = ranges
    if wanted.when is When.NEWS:
        above = max(peers.seen_by(tx, receiver.no), wanted.above)
        sent = delivery.under_way(tx, receiver, wanted.route, above=above, times=wanted.times)
        fresh = outgoing.plan(changes, proved, delivery.joined(changes, proved, held, sent)) if sent else ranges
    if not (fresh or wanted.when is When.ALWAYS or _has_news(tx, receiver, have, wanted)):
        return None
    groups = outgoing.bundles(fresh if wanted.load is Load.REST else ranges)
    return SendPlan(receiver, have, [(settings.next_number(tx), group) for group in groups])


def have_text(have: tuple[Have, ...]) -> str:
    """What is held, as it is compared with what the receiver was last told."""
    return msgspec.json.encode(have).decode()


def _has_news(tx: Transaction, receiver: Peer, have: tuple[Have, ...], wanted: Wanted) -> bool:
    """Whether there is something to say beyond the ranges."""
    if wanted.load is Load.ALL or have_text(have) != receiver.have_sent or peers.owes(tx, receiver.no):
        return True
    if wanted.when is When.NEWS and not _was_told(tx, receiver, wanted):
        return True
    if peers.has_answered(tx, receiver.no):
        return False
    above = max(peers.life_began(tx), wanted.above)
    return wanted.when is When.DUE or not delivery.was_written_to(
        tx, receiver, wanted.route, above=above, times=wanted.times
    )


def _was_told(tx: Transaction, receiver: Peer, wanted: Wanted) -> bool:
    """Whether the receiver has seen what is to be said, or it went this way: what lies on a stick in somebody's pocket
    does not keep an answer from the server."""
    first = peers.told_from(tx, receiver.no)
    above = max(first - 1, wanted.above)
    return peers.seen_by(tx, receiver.no) >= first or delivery.was_written_to(tx, receiver, wanted.route, above=above)

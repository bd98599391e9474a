"""What a receiver gets: everything it lacks, or of that what is not on its way to it already, or nothing.

What no receiver takes is left out alone and named; it makes nothing due and holds nothing else up. What was sent goes
again by itself once a day at most, whatever the receiver says: it may be unable to take it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.delivery.told_revoked import regions_told
from kpm_desktop.db.journal.journal import instant
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.db.journal.streams import Stream
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access
from kpm_desktop.sync.header import Have, Header, Revoked
from kpm_desktop.sync.outgoing import Outgoing
from kpm_desktop.sync.packing import PapersFor, Parcel, parcels, within_room
from kpm_desktop.sync.revoked_notice import Notices, stopped_in

#: A bundle nobody has seen for so long is taken for lost.
LOST_AFTER = timedelta(days=14)
#: How soon what was sent may go again by itself.
AGAIN_AFTER = timedelta(days=1)
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
    route already; and so by the program itself, which lets nothing go again within a day."""

    ALWAYS = "always"
    DUE = "due"
    NEWS = "news"
    BY_ITSELF = "by_itself"

    @property
    def minds_what_is_under_way(self) -> bool:
        """Whether what lies on the route already counts as said."""
        return self in (When.NEWS, When.BY_ITSELF)


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

    @property
    def just_now(self) -> tuple[str, str]:
        """Between which instants a bundle was written that goes by itself again tomorrow at the earliest."""
        return instant(self.now - AGAIN_AFTER), instant(self.now + CLOCK_SLACK)


@dataclass(slots=True)
class SendPlan:
    """What one receiver gets, numbered before it is packed, so that no number is ever used twice. lasting: what the
    header of each of its bundles says besides the ranges. left_out: what no receiver takes."""

    receiver: Peer
    lasting: Header
    parcels: list[tuple[int, Parcel]]
    left_out: list[Outgoing]


#: What the header of a bundle for a peer says besides the ranges, given what is held.
Lasting = Callable[[Peer, tuple[Have, ...], tuple[Revoked, ...]], Header]


def send_plan(
    changes: HeldChanges,
    access: Access,
    receiver: Peer,
    wanted: Wanted,
    papers_for: PapersFor,
    lasting: Lasting,
    notices: Notices,
) -> SendPlan | None:
    """What to pack for a receiver, or None where nothing is to be written nor told. Nothing it could only keep waiting
    goes along, as nobody vouches for its author any more."""
    tx, shared = changes.tx, Shared.of(changes, access, receiver, notices)
    have, proved = shared.told, shared.sent
    held = {} if wanted.load is Load.ALL else outgoing.held_by(changes, receiver, proved)
    quiet = regions_told(tx, receiver.no) if wanted.load is not Load.ALL else ()
    silent = [stream for stream in proved if stream.region in quiet and stream.device != access.own]
    if silent:  # what went once is believed to be there: nobody will say so
        held |= delivery.with_sent(changes, receiver, silent, {stream.no: held[stream.no] for stream in silent})
    if wanted.when is When.BY_ITSELF:
        held = delivery.joined(changes, proved, held, _just_sent(tx, receiver, wanted))
    ranges = fresh = list(outgoing.plan(changes, proved, held, shared.full))
    if wanted.when.minds_what_is_under_way and (sent := _under_way(tx, receiver, wanted)):
        fresh = list(outgoing.plan(changes, proved, delivery.joined(changes, proved, held, sent), shared.full))
    is_due = any(out.is_taken for out in fresh)
    if not (is_due or wanted.when is When.ALWAYS or _has_news(tx, receiver, shared, wanted)):
        left_out = [out for out in ranges if not out.is_taken]
        return SendPlan(receiver, Header(), [], left_out) if left_out else None
    header = lasting(receiver, have, shared.revoked)
    packed, left_out = parcels(fresh if wanted.load is Load.REST else ranges, header, papers_for)
    return SendPlan(receiver, header, [(settings.next_number(tx), parcel) for parcel in packed], left_out)


def _under_way(tx: Transaction, receiver: Peer, wanted: Wanted) -> list[Span]:
    """What went to a receiver on this route and has not been seen."""
    above = max(peers.seen_by(tx, receiver.no), wanted.above)
    return delivery.under_way(tx, receiver, wanted.route, above=above, times=wanted.times)


def _just_sent(tx: Transaction, receiver: Peer, wanted: Wanted) -> list[Span]:
    """What went to a receiver on this route so lately that it does not go again by itself, though it may have been seen
    and is not held."""
    above = max(peers.life_began(tx), wanted.above)
    return delivery.under_way(tx, receiver, wanted.route, above=above, times=wanted.just_now)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a receiver and this device share: told of what is held, and the streams ranges are sent of. Of the regions
    in which an order stops the receiver it hears of its own streams alone, and gets nothing. revoked: what it is told
    of that."""

    told: tuple[Have, ...]
    sent: list[Stream]
    revoked: tuple[Revoked, ...]
    full: outgoing.Full

    @classmethod
    def of(cls, changes: HeldChanges, access: Access, receiver: Peer, notices: Notices) -> "Shared":
        """As it is now."""
        device, shared = receiver.device, access.shared(changes, receiver.device)
        stopped = stopped_in(changes.tx, device)
        told = [stream for stream in shared if stream.region not in stopped or stream.device == device]
        sent = [
            stream
            for stream in shared
            if stream.region not in stopped and access.may_write(stream.device, stream.region)
        ]
        revoked = notices.of(device) if stopped else ()
        full = outgoing.full_at(changes, receiver, sent)
        return cls(within_room(outgoing.have_of(changes, told)), sent, revoked, full)

    @property
    def text(self) -> str:
        """What is told, as it is compared with what the receiver was last told."""
        return told_text(self.told, self.revoked)


def is_lacking(changes: HeldChanges, shared: Shared, held: dict[int, list[Span]]) -> bool:
    """Whether there is anything outside `held` that a receiver takes."""
    return any(out.is_taken for out in outgoing.plan(changes, shared.sent, held, shared.full))


def told_text(have: tuple[Have, ...], revoked: tuple[Revoked, ...]) -> str:
    """What a bundle tells besides its ranges."""
    return msgspec.json.encode((have, revoked) if revoked else have).decode()


def _has_news(tx: Transaction, receiver: Peer, shared: Shared, wanted: Wanted) -> bool:
    """Whether there is something to say beyond the ranges."""
    if wanted.load is Load.ALL or shared.text != receiver.have_sent or peers.owes(tx, receiver.no):
        return True
    if wanted.when.minds_what_is_under_way and not _was_told(tx, receiver, wanted):
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

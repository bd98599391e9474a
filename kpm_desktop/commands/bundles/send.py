"""Packing what a receiver lacks and delivering it: the one way out, for a cadre's data and a supervisor's receipt."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop import __version__
from kpm_desktop.commands.bundles.send_plan import Load, SendPlan, Wanted, When, send_plan, told_text
from kpm_desktop.commands.remotes.exchange_steps import Steps, held_up
from kpm_desktop.commands.remotes.own_files import OwnFile, forget_own_file, keep_own_file, name_in
from kpm_desktop.commands.remotes.remotes import Remote
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.journal.journal import Clock, instant
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, Refused, reason
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.bundle import Cover, bundle_name, pack
from kpm_desktop.sync.header import Enrolment, Have, Header, QuarantineNote, Revoked, Seen
from kpm_desktop.sync.invitation import EnrolmentBody, Invitation, write_enrolment
from kpm_desktop.sync.outgoing import Outgoing
from kpm_desktop.sync.packing import Parcel
from kpm_desktop.sync.revoked_notice import RevokedNotices
from kpm_desktop.sync.route import Route
from kpm_desktop.sync.seal import SigningKey

MOST_NOTES = 1000
#: For how many receivers is planned in one transaction.
AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Changes that went to nobody, as no receiver takes so much under one seal: whose they are, of which region."""

    device: str
    name: str
    region: str
    first: int
    last: int

    @property
    def why(self) -> Reason:
        """The sentence about them."""
        told = {"first": self.first, "last": self.last, "region": self.region}
        return reason("bundle.left_out", name=self.name, device=self.device[:8], **told)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A bundle on its route: for whom, where it lies, its number and how many changes it carries."""

    receiver: Peer
    address: str
    number: int
    changes: int

    @property
    def file(self) -> Path:
        """Where it lies, when that is a folder of this machine."""
        return Path(self.address)


@dataclass(slots=True)
class Sent:
    """What became of sending: the bundles that lie on their route, what was left out, each once, and why boxes took
    nothing."""

    delivered: list[Delivered] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    late: list[Refused] = field(default_factory=list)

    def add(self, other: "Sent") -> None:
        """Adds what became of more of it."""
        self.delivered += other.delivered
        self.left_out += [one for one in other.left_out if one not in self.left_out]
        self.late += other.late


def send(
    store: Store,
    receivers: Sequence[Peer],
    *,
    load: Load = Load.LACKING,
    when: When = When.DUE,
    route: str,
    remote: Remote | None = None,
    in_boxes: bool = False,
    clock: Clock,
) -> Steps[Sent]:
    """Packs for these receivers and puts the bundles on a route (its address), one after the other: what is refused
    leaves everything before it delivered and noted. remote: the place at the end of the route, where it is one that
    is kept; what is put there is remembered, to be taken away later. in_boxes: each receiver has a folder of its own
    there, and one that takes nothing keeps nobody else waiting.
    """
    above = remote.chosen_above if remote is not None else 0
    sent = Sent()
    for at in range(0, len(receivers), AT_ONCE):
        wanted = Wanted(load, when, route, clock(), above)
        with store.writing() as tx:
            identity = settings.read_identity(tx)
            if at == 0:
                outgoing.seal_own(tx, identity)
            plans, left_out = _planned(tx, identity, receivers[at : at + AT_ONCE], wanted)
        sent.add(Sent(left_out=left_out))
        for each in plans:
            box = box_of(each.receiver.device) if in_boxes else ""
            for number, parcel in each.parcels:
                now = clock()
                name = bundle_name(identity.device, number)
                with store.reading() as tx:
                    data = _packed(tx, identity, each, number, parcel, now)
                if remote is not None:
                    unsure = OwnFile(number, hashlib.sha256(data).hexdigest())
                    with store.writing() as tx:
                        keep_own_file(tx, remote.id, box, name, unsure)
                put = partial(_put, name=name, data=data, box=box)
                address: str | None = (yield from held_up(put, sent.late)) if in_boxes else (yield put)
                if address is None:
                    break
                with store.writing() as tx:
                    _note(tx, each, number, parcel, route, now)
                    if remote is not None:
                        forget_own_file(tx, remote.id, box, name)
                        keep_own_file(tx, remote.id, box, name_in(address), OwnFile(number))
                sent.delivered.append(Delivered(each.receiver, address, number, parcel.changes))
        yield _rest
    return sent


def _planned(
    tx: Transaction, identity: Identity, receivers: Sequence[Peer], wanted: Wanted
) -> tuple[list[SendPlan], list[LeftOut]]:
    """What each of these receivers gets, and what none of them can get."""
    access, changes = read_access(tx, identity), HeldChanges(tx)
    notices, chains = RevokedNotices(tx, access), cache(access.papers_for)

    def lasting(receiver: Peer, have: tuple[Have, ...], revoked: tuple[Revoked, ...]) -> Header:
        return _lasting(tx, identity, receiver, have, revoked)

    def plan_for(receiver: Peer) -> SendPlan | None:
        return send_plan(changes, access, notices, receiver, wanted, chains, lasting)

    plans: list[SendPlan] = []
    left_out: dict[LeftOut, None] = {}
    for receiver in receivers:
        plan = plan_for(receiver)
        own = [out for out in plan.left_out if out.piece.device == identity.device] if plan is not None else []
        if own:  # an earlier program put too much under one seal
            for out in own:
                outgoing.seal_within(tx, identity, changes, out)
            plan = plan_for(receiver)
        if plan is not None:
            plans.append(plan)
            left_out |= dict.fromkeys(_left_out(access, identity, out) for out in plan.left_out)
    return plans, list(left_out)


def _left_out(access: Access, identity: Identity, out: Outgoing) -> LeftOut:
    piece = out.piece
    statement = access.statement_of(piece.device)
    name = statement.person if statement is not None else piece.device[:8]
    if piece.device == identity.device:
        name = identity.user
    return LeftOut(piece.device, name, piece.region, piece.first, piece.last)


def _rest(route: Route) -> None:
    """Nothing is done at the route; whoever else waits for the store has a turn."""


def box_of(device: str) -> str:
    """The folder in a shared place where what is for one device lies."""
    return f"to-{device[:8]}"


def _put(route: Route, name: str, data: bytes, box: str) -> str:
    return route.put(name, data, box)


def _note(tx: Transaction, sent: SendPlan, number: int, parcel: Parcel, route: str, now: datetime) -> None:
    spans = [(span.segment_no, span.first, span.last) for out in parcel.ranges for span in out.spans]
    told = told_text(sent.lasting.have, sent.lasting.revoked)
    peers.note_sent(tx, sent.receiver.no, number, instant(now), route, spans, told)


def _lasting(
    tx: Transaction, identity: Identity, receiver: Peer, have: tuple[Have, ...], revoked: tuple[Revoked, ...]
) -> Header:
    """What the header of every bundle for a receiver says besides its ranges."""
    notes = oversight.notes(tx, [line.region for line in have], MOST_NOTES)
    signed = peers.signed(tx, receiver.no)
    return Header(
        have=have,
        quarantine=tuple(QuarantineNote(name, code) for name, code in notes),
        enrolment=_enrolment(tx, identity, receiver),
        revoked=revoked,
        seen=None if signed is None else Seen(*signed),
    )


def _packed(
    tx: Transaction, identity: Identity, for_whom: SendPlan, number: int, parcel: Parcel, now: datetime
) -> bytes:
    receiver = for_whom.receiver
    header = msgspec.structs.replace(
        for_whom.lasting, credentials=tuple(parcel.papers), ranges=tuple(out.piece for out in parcel.ranges)
    )
    cover = Cover(
        bundle_id=uuid4(),
        number=number,
        life=identity.life,
        to=receiver.device,
        seen=receiver.last_number,
        created_at=instant(now),
        app=__version__,
    )
    recipients = list(dict.fromkeys(r for r in (receiver.age, identity.age, identity.recovery) if r))
    lines = (line for out in parcel.ranges for line in out.lines(tx))
    return pack(cover, header, lines, SigningKey.from_hex(identity.signing_secret), recipients)


def _enrolment(tx: Transaction, identity: Identity, receiver: Peer) -> Enrolment | None:
    """The introduction every bundle carries until the receiver has answered with a `have`."""
    taken = invitations.joined(tx, receiver.device)
    if taken is None or peers.answers(tx, receiver.no):
        return None
    invitation = msgspec.json.decode(taken[0], type=Invitation)
    body = EnrolmentBody(invitation.id, identity.user, identity.device, identity.age, identity.regions)
    return write_enrolment(body, invitation.code)

"""Packing what a receiver lacks and delivering it: the one way out, for a cadre's data and a supervisor's receipt."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop import __version__
from kpm_desktop.commands.bundles.send_plan import Load, SendPlan, Wanted, When, have_text, send_plan
from kpm_desktop.commands.remotes.exchange_steps import Steps
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
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.bundle import Cover, bundle_name, pack
from kpm_desktop.sync.header import Enrolment, Header, QuarantineNote
from kpm_desktop.sync.invitation import EnrolmentBody, Invitation, write_enrolment
from kpm_desktop.sync.outgoing import Outgoing
from kpm_desktop.sync.route import Route
from kpm_desktop.sync.seal import SigningKey

MOST_NOTES = 1000
#: For how many receivers is planned in one transaction.
AT_ONCE = 40


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
) -> Steps[list[Delivered]]:
    """Packs for these receivers and puts the bundles on a route (its address), one after the other: what is refused
    leaves everything before it delivered and noted. remote: the place at the end of the route, where it is one that
    is kept; what is put there is remembered, to be taken away later. in_boxes: each receiver has a folder of its own
    there.
    """
    above = remote.chosen_above if remote is not None else 0
    delivered: list[Delivered] = []
    for at in range(0, len(receivers), AT_ONCE):
        with store.writing() as tx:
            identity = settings.read_identity(tx)
            if at == 0:
                outgoing.seal_own(tx, identity)
            access, held_changes = read_access(tx, identity), HeldChanges(tx)
            wanted = Wanted(load, when, route, clock(), above)
            now_asked = receivers[at : at + AT_ONCE]
            plans = [found for one in now_asked if (found := send_plan(held_changes, access, one, wanted)) is not None]
        for each in plans:
            box = box_of(each.receiver.device) if in_boxes else ""
            for number, group in each.groups:
                now = clock()
                name = bundle_name(identity.device, number)
                with store.reading() as tx:
                    data = _packed(tx, identity, access, each, number, group, now)
                if remote is not None:
                    unsure = OwnFile(number, hashlib.sha256(data).hexdigest())
                    with store.writing() as tx:
                        keep_own_file(tx, remote.id, box, name, unsure)
                address = yield partial(_put, name=name, data=data, box=box)
                with store.writing() as tx:
                    _note(tx, each, number, group, route, now)
                    if remote is not None:
                        forget_own_file(tx, remote.id, box, name)
                        keep_own_file(tx, remote.id, box, name_in(address), OwnFile(number))
                count = sum(out.piece.count for out in group)
                delivered.append(Delivered(each.receiver, address, number, count))
        yield _rest
    return delivered


def _rest(route: Route) -> None:
    """Nothing is done at the route; whoever else waits for the store has a turn."""


def box_of(device: str) -> str:
    """The folder in a shared place where what is for one device lies."""
    return f"to-{device[:8]}"


def _put(route: Route, name: str, data: bytes, box: str) -> str:
    return route.put(name, data, box)


def _note(tx: Transaction, sent: SendPlan, number: int, group: list[Outgoing], route: str, now: datetime) -> None:
    spans = [(span.segment_no, span.first, span.last) for out in group for span in out.spans]
    peers.note_sent(tx, sent.receiver.no, number, instant(now), route, spans, have_text(sent.have))


def _packed(
    tx: Transaction,
    identity: Identity,
    access: Access,
    for_whom: SendPlan,
    number: int,
    group: list[Outgoing],
    now: datetime,
) -> bytes:
    receiver = for_whom.receiver
    header = Header(
        have=for_whom.have,
        credentials=outgoing.papers_for(access, group),
        quarantine=tuple(
            QuarantineNote(name, code) for name, code in oversight.notes(tx, [h.region for h in for_whom.have])
        )[:MOST_NOTES],
        enrolment=_enrolment(tx, identity, receiver),
        ranges=tuple(out.piece for out in group),
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
    lines = (line for out in group for line in out.lines(tx))
    return pack(cover, header, lines, SigningKey.from_hex(identity.signing_secret), recipients)


def _enrolment(tx: Transaction, identity: Identity, receiver: Peer) -> Enrolment | None:
    """The introduction every bundle carries until the receiver has answered with a `have`."""
    taken = invitations.joined(tx, receiver.device)
    if taken is None or peers.answers(tx, receiver.no):
        return None
    invitation = msgspec.json.decode(taken[0], type=Invitation)
    body = EnrolmentBody(invitation.id, identity.user, identity.device, identity.age, identity.regions)
    return write_enrolment(body, invitation.code)

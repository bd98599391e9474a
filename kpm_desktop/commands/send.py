"""Packing what a receiver lacks and delivering it: the one way out, for a cadre's data and a supervisor's receipt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop import __version__
from kpm_desktop.db import invitations, oversight, peers, settings
from kpm_desktop.db.journal import Clock, instant
from kpm_desktop.db.peers import Peer
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.bundle import Cover, bundle_name, pack
from kpm_desktop.sync.folder import deliver
from kpm_desktop.sync.header import Enrolment, Have, Header, QuarantineNote
from kpm_desktop.sync.invitation import EnrolmentBody, Invitation, write_enrolment
from kpm_desktop.sync.outgoing import Outgoing
from kpm_desktop.sync.seal import SigningKey

MOST_NOTES = 1000
#: Puts a file's bytes into a folder under a name and gives its path.
Place = Callable[[Path, str, bytes], Path]


@dataclass(frozen=True, slots=True)
class Delivered:
    """A bundle on its route: for whom, the file, its number and how many changes it carries."""

    receiver: Peer
    file: Path
    number: int
    changes: int


@dataclass(slots=True)
class _Parcel:
    """What one receiver gets, numbered before it is packed, so that no number is ever used twice."""

    receiver: Peer
    have: tuple[Have, ...]
    groups: list[tuple[int, list[Outgoing]]]


def send(
    store: Store,
    receivers: Sequence[Peer],
    folder: Path,
    *,
    everything: bool,
    always: bool,
    clock: Clock,
    place: Place = deliver,
) -> list[Delivered]:
    """Writes bundles for these receivers into a folder.

    A receiver gets what its last `have` lacks; with `everything`, all of the shared regions; nothing it could only
    keep waiting, as nobody vouches for its author any more. Without `always`, nothing is written for a receiver to
    whom nothing is due.
    """
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        outgoing.seal_own(tx, identity)
        access = read_access(tx, identity)
        parcels = [_parcel(tx, identity, access, receiver, everything, always) for receiver in receivers]
    delivered = []
    for parcel in parcels:
        if parcel is not None:
            delivered += list(_deliver(store, identity, access, parcel, folder, clock, place))
    return delivered


def _parcel(
    tx: Transaction, identity: Identity, access: Access, receiver: Peer, everything: bool, always: bool
) -> _Parcel | None:
    regions = access.regions_of(receiver.device)
    shared = outgoing.shared_streams(tx, regions)
    have = outgoing.have_of(tx, shared)
    held = {} if everything else outgoing.held_by(tx, receiver, shared)
    proved = [stream for stream in shared if access.may_write(stream.device, stream.region)]
    ranges = outgoing.plan(tx, proved, held)
    is_due = _have_text(have) != receiver.have_sent or peers.owes(tx, receiver.no)
    if not (ranges or always or everything or is_due or not peers.has_answered(tx, receiver.no)):
        return None
    groups = outgoing.bundles(ranges)
    return _Parcel(receiver, have, [(settings.next_number(tx), group) for group in groups])


def _deliver(
    store: Store, identity: Identity, access: Access, parcel: _Parcel, folder: Path, clock: Clock, place: Place
) -> Iterator[Delivered]:
    for number, group in parcel.groups:
        now = clock()
        with store.reading() as tx:
            data = _packed(tx, identity, access, parcel, number, group, now)
        file = place(folder, bundle_name(identity.device, number), data)
        with store.writing() as tx:
            spans = [(span.segment_no, span.first, span.last) for out in group for span in out.spans]
            peers.note_sent(tx, parcel.receiver.no, number, instant(now), str(folder), spans, _have_text(parcel.have))
        yield Delivered(parcel.receiver, file, number, sum(out.piece.count for out in group))


def _packed(
    tx: Transaction,
    identity: Identity,
    access: Access,
    parcel: _Parcel,
    number: int,
    group: list[Outgoing],
    now: datetime,
) -> bytes:
    receiver = parcel.receiver
    header = Header(
        have=parcel.have,
        credentials=outgoing.papers_for(access, group),
        quarantine=tuple(
            QuarantineNote(name, code) for name, code in oversight.notes(tx, [h.region for h in parcel.have])
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


def _have_text(have: tuple[Have, ...]) -> str:
    return msgspec.json.encode(have).decode()

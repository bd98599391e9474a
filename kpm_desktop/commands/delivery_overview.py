"""Everything the page *Kirim* shows, read at once: states, targets, what waits, what went out, who receives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import msgspec

from kpm_desktop.commands.record_states import RecordState, States, read_states
from kpm_desktop.commands.targets import Target, read_targets
from kpm_desktop.db import delivery, drafts, heads, invitations, peers, segments, settings, undelivered
from kpm_desktop.db.peers import Peer
from kpm_desktop.db.segments import Span
from kpm_desktop.db.store import Store
from kpm_desktop.db.subjects import subject_of
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.db.undelivered import Key
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.invitation import Invitation
from kpm_desktop.sync.words import words_of

MOST_WAITING = 200
MOST_SENT = 60
#: What somebody has to do something about comes first; saved and exported stay in their own order.
_ORDER = (RecordState.REPAIR, RecordState.SAVED, RecordState.EXPORTED, RecordState.DRAFT)


@dataclass(frozen=True, slots=True)
class Place:
    """A target, whether it is there now, and when something last went there (UTC)."""

    target: Target
    is_present: bool
    last_at: str | None


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A record that is not simply received: whom it is about, and of which month, where it has one. person: whose
    history tells more, where it is about a person."""

    kind: str
    id: UUID
    state: RecordState
    name: str
    month: str
    person: UUID | None


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle that went out. is_received: a supervisor holds everything in it. receipt_at: when its receipt came,
    where that is known."""

    number: int
    at: str
    route: str
    records: int
    is_received: bool
    receipt_at: str | None


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Somebody who receives: the programme's six words, and whether a person has compared them."""

    device: str
    name: str
    words: tuple[str, ...]
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class DeliveryOverview:
    """counts: records per state. on_the_way: those no supervisor holds yet. waiting: these and drafts, what is to be
    repaired first; more: how many are left out of the list."""

    counts: dict[RecordState, int]
    on_the_way: int
    places: tuple[Place, ...]
    waiting: tuple[WaitingRecord, ...]
    more: int
    sent: tuple[Sent, ...]
    supervisors: tuple[Supervisor, ...]


def delivery_overview(store: Store) -> DeliveryOverview:
    """Reads it; whether a target is there is looked at afterwards, so that a slow stick holds no transaction open."""
    with store.reading() as tx:
        access = read_access(tx, settings.read_identity(tx))
        states = read_states(tx)
        going = sorted(states.waiting, key=lambda each: _ORDER.index(each[2]))
        found = DeliveryOverview(
            counts=_counts(tx, states),
            on_the_way=len(states.on_the_way),
            places=(),
            waiting=tuple(_waiting(tx, *each) for each in going[:MOST_WAITING]),
            more=max(len(going) - MOST_WAITING, 0),
            sent=tuple(_sent(tx, access)),
            supervisors=tuple(_supervisors(tx)),
        )
        last, targets = delivery.last_sent(tx), read_targets(tx)
    places = tuple(Place(target, target.is_present(), last.get(target.folder)) for target in targets)
    return replace(found, places=places)


def waiting_count(store: Store) -> int:
    """How many records no supervisor holds yet: the page's badge."""
    with store.reading() as tx:
        return len(read_states(tx).on_the_way)


def _counts(tx: Transaction, states: States) -> dict[RecordState, int]:
    """Received are all that have a row and are in no other state."""
    total = sum(count for kind, count in heads.counts(tx).items() if kind in DICTIONARY)
    others = [each for each in states.waiting if undelivered.has_row(tx, *each[:2])]
    return {state: states.count(state) for state in RecordState} | {RecordState.RECEIVED: total - len(others)}


def _waiting(tx: Transaction, kind: str, record: UUID, state: RecordState) -> WaitingRecord:
    about, month = (kind, record), ""
    if state is RecordState.DRAFT and not undelivered.has_row(tx, kind, record):
        about, month = _drafted_about(tx, kind, record)
    subject = subject_of(tx, *about)
    return WaitingRecord(kind, record, state, subject.name, subject.month or month, subject.person)


def _drafted_about(tx: Transaction, kind: str, record: UUID) -> tuple[Key, str]:
    """Whom a record that was never saved is about, and its month, as far as its draft tells."""
    draft = drafts.find(tx, settings.read_identity(tx).user, kind, record)
    leads = DICTIONARY[kind].HANGS_ON
    owner = draft.answers.get(leads) if draft is not None else None
    month = str(draft.answers.get("month") or "") if draft is not None else ""
    if owner is None or not fields(kind)[leads].spec.refers_to:
        return (kind, record), month
    return (fields(kind)[leads].spec.refers_to[0], UUID(owner)), month


def _sent(tx: Transaction, access: Access) -> Iterator[Sent]:
    known = {peer.no: peer for peer in peers.peers(tx)}
    lacked = {no: _lacked(tx, access, peer) for no, peer in known.items()}
    for bundle in delivery.sent_bundles(tx, MOST_SENT):
        receipt = peers.receipt_at(tx, bundle.peer_no, bundle.number)
        seen = receipt is not None or any(a.seen >= bundle.number for a in peers.answers(tx, bundle.peer_no))
        is_received = seen and not any(_meet(span, other) for span in bundle.spans for other in lacked[bundle.peer_no])
        records = len([key for key in undelivered.records_in(tx, bundle.spans) if key[0] in DICTIONARY])
        yield Sent(bundle.number, bundle.at, bundle.route, records, is_received, receipt if is_received else None)


def _lacked(tx: Transaction, access: Access, peer: Peer) -> list[Span]:
    """What a peer does not hold by its own word."""
    shared = outgoing.shared_streams(tx, access.regions_of(peer.device))
    held = outgoing.held_by(tx, peer, shared)
    return [span for no, runs in segments.all_segments(tx).items() for span in segments.lacking(runs, held.get(no, []))]


def _meet(one: Span, other: Span) -> bool:
    return one.segment_no == other.segment_no and one.first <= other.last and other.first <= one.last


def _supervisors(tx: Transaction) -> Iterator[Supervisor]:
    for peer in peers.peers(tx, "is_upstream = 1"):
        taken = invitations.joined(tx, peer.device)
        if taken is not None:
            invitation = msgspec.json.decode(taken[0], type=Invitation)
            yield Supervisor(peer.device, peer.name, words_of(invitation.programme), taken[1])

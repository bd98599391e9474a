"""Everything the page *Kirim* shows, read at once: states, targets, what waits, what went out, who receives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import msgspec

from kpm_desktop.commands.bundles.received_bundles import ReceivedBundles
from kpm_desktop.commands.records.record_states import RecordState, States, read_states
from kpm_desktop.commands.remotes.remote_status import RemoteStatus, read_status
from kpm_desktop.commands.remotes.remotes import Remote, read_remotes
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, invitations, peers
from kpm_desktop.db.journal import heads, undelivered
from kpm_desktop.db.journal.conflicts import sole_region
from kpm_desktop.db.journal.undelivered import Key
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import Draft
from kpm_desktop.db.queries.subjects import subject_of
from kpm_desktop.db.queries.survey import region_codes
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.sync.credentials import CADRE
from kpm_desktop.sync.invitation import Invitation
from kpm_desktop.sync.words import words_of

MOST_WAITING = 200
MOST_SENT = 60
#: What somebody has to do something about comes first; saved and exported stay in their own order.
_ORDER = (RecordState.REPAIR, RecordState.SAVED, RecordState.EXPORTED, RecordState.DRAFT)


@dataclass(frozen=True, slots=True)
class Place:
    """A remote, whether it is there now as far as that is known, how its last round ended, and when something last went
    there (UTC)."""

    remote: Remote
    is_present: bool
    status: RemoteStatus
    last_at: str | None


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A record that is not simply received: whom it is about, and of which month, where it has one. person: whose
    history tells more, where it is about a person."""

    region: str
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
    """Somebody who receives: the programme's eight words, and whether a person has compared them."""

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
    """Reads it; the remotes are looked at afterwards, so that a slow stick holds no transaction open."""
    with store.reading() as tx:
        states = read_states(tx)
        going = sorted(states.waiting, key=lambda each: _ORDER.index(each[1]))
        found = DeliveryOverview(
            counts=_counts(tx, states),
            on_the_way=len(states.on_the_way),
            places=(),
            waiting=tuple(_waiting(tx, *each) for each in going[:MOST_WAITING]),
            more=max(len(going) - MOST_WAITING, 0),
            sent=tuple(_sent(tx)),
            supervisors=tuple(_supervisors(tx)),
        )
    return replace(found, places=places_seen(store))


def places_seen(store: Store) -> tuple[Place, ...]:
    """The targets and how they stand."""
    with store.reading() as tx:
        last = delivery.last_sent(tx)
        statuses = [(remote, read_status(tx, remote.id)) for remote in read_remotes(tx)]
    return tuple(
        Place(remote, _is_present(remote, status), status, last.get(remote.address)) for remote, status in statuses
    )


def _is_present(remote: Remote, status: RemoteStatus) -> bool:
    """Whether a stick or folder is there is looked at; a server is believed to be where it last answered: asking it
    would keep the store waiting."""
    if remote.kind.needs_line:
        return status.phase != "failed"
    try:
        remote.route().probe()
    except Refused:
        return False
    return True


def waiting_count(store: Store) -> int:
    """How many records no supervisor holds yet: the page's badge."""
    with store.reading() as tx:
        return len(read_states(tx).on_the_way)


def _counts(tx: Transaction, states: States) -> dict[RecordState, int]:
    """Received are all that have a row and are not on their way."""
    total = sum(count for kind, count in heads.counts(tx).items() if kind in DICTIONARY)
    going = sum(undelivered.has_row(tx, key) for key in states.on_the_way)
    return {state: states.count(state) for state in RecordState} | {RecordState.RECEIVED: total - going}


def _waiting(tx: Transaction, key: Key, state: RecordState) -> WaitingRecord:
    region_no, kind, record = key
    about, name, month = (kind, record), "", ""
    region = region_codes(tx).get(region_no, "")
    if state is RecordState.DRAFT and not undelivered.has_row(tx, key):
        draft = drafts.find(tx, settings.read_identity(tx).user, region, kind, record)
        if draft is not None:
            about, name, month = _drafted_about(draft), _drafted_name(draft), str(draft.answers.get("month") or "")
    subject = subject_of(tx, *about, region_no or sole_region(tx, *about))
    return WaitingRecord(region, kind, record, state, name or subject.name, subject.month or month, subject.person)


def _drafted_name(draft: Draft) -> str:
    """What somebody new is called, as far as it was typed."""
    return str(draft.answers.get("head_name") or draft.answers.get("full_name") or "")


def _drafted_about(draft: Draft) -> tuple[str, UUID]:
    """Whom a record that was never saved is about, as far as its draft tells."""
    leads = fields(draft.kind)[DICTIONARY[draft.kind].HANGS_ON]
    owner = draft.answers.get(leads.name)
    if owner is None or not leads.spec.refers_to:
        return draft.kind, draft.record
    return leads.spec.refers_to[0], UUID(owner)


def _sent(tx: Transaction) -> Iterator[Sent]:
    known = {peer.no: peer for peer in peers.peers(tx)}
    received, is_cadre = ReceivedBundles(tx), settings.read_identity(tx).role == CADRE
    for bundle in delivery.sent_bundles(tx, MOST_SENT):
        if not (is_cadre or known[bundle.peer_no].is_upstream):
            continue  # a supervisor's receipts are told of elsewhere
        is_received = received.is_received(bundle)
        receipt = peers.receipt_at(tx, bundle.peer_no, bundle.number) if is_received else None
        records = len([key for key in undelivered.records_in(tx, bundle.spans) if key[1] in DICTIONARY])
        yield Sent(bundle.number, bundle.at, bundle.route, records, is_received, receipt)


def _supervisors(tx: Transaction) -> Iterator[Supervisor]:
    """Who came with an invitation, and who by a credential alone: then the programme's words were compared before."""
    programme = settings.read_identity(tx).programme
    for peer in peers.receivers(tx):
        taken = invitations.joined(tx, peer.device)
        if taken is not None:
            invitation = msgspec.json.decode(taken[0], type=Invitation)
            yield Supervisor(peer.device, peer.name, words_of(invitation.programme), taken[1])
        elif programme:
            yield Supervisor(peer.device, peer.name, words_of(programme), invitations.all_confirmed(tx))

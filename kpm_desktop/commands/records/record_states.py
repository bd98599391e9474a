"""What became of a record: draft, saved, exported, received, or to be repaired (docs/architecture.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, peers, standing
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.told_revoked import told_revoked
from kpm_desktop.db.journal import heads, quarantined, segments, undelivered
from kpm_desktop.db.journal.rows import marks_of
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.db.journal.undelivered import Key, lies_in
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.survey import region_codes
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access

CADRE = "cadre"


class RecordState(Enum):
    """The five states."""

    DRAFT = "draft"
    SAVED = "saved"
    EXPORTED = "exported"
    RECEIVED = "received"
    REPAIR = "repair"


#: What is said of several records together, the first of these.
_URGENCY = [RecordState.REPAIR, RecordState.DRAFT, RecordState.SAVED, RecordState.EXPORTED, RecordState.RECEIVED]


@dataclass(frozen=True)
class States:
    """Every record that is not simply received.

    on_the_way: saved or exported, also of those that are shown as drafts or to be repaired. waiting: everything
    that is not received, drafts first, then the newest change first. unheld: the runs of changes no supervisor holds;
    unsent_runs: those of them that went nowhere yet.
    """

    on_the_way: dict[Key, RecordState]
    marked: dict[Key, RecordState]
    waiting: list[tuple[Key, RecordState]]
    unheld: list[Span]
    unsent_runs: list[Span]

    def of(self, region_no: int, kind: str, record: UUID) -> RecordState:
        """The state of a record; received is what is said of those nobody waits for."""
        key = region_no, kind, record
        return self.marked.get(key) or self.on_the_way.get(key, RecordState.RECEIVED)

    def of_group(self, region_no: int, kind: str, records: Iterable[UUID]) -> RecordState:
        """The state of records that are read as one."""
        return most_urgent(self.of(region_no, kind, record) for record in records)

    @property
    def unsent(self) -> int:
        """How many records have a change that went nowhere yet."""
        return self.count(RecordState.SAVED)

    def count(self, state: RecordState) -> int:
        """How many records are in a state other than received. On its way is also what is shown as a draft or to be
        repaired: as many as leave with the next bundle."""
        found = self.on_the_way if state in (RecordState.SAVED, RecordState.EXPORTED) else self.marked
        return sum(each is state for each in found.values())


def most_urgent(states: Iterable[RecordState]) -> RecordState:
    """Of several what asks for somebody first, else the least on its way."""
    return min(states, key=_URGENCY.index)


def record_states(store: Store) -> States:
    """The states of all records, in a transaction of its own."""
    with store.reading() as tx:
        return read_states(tx)


def read_states(tx: Transaction) -> States:
    """The same within an open transaction. A supervisor who joined nobody has received what is here."""
    identity = settings.read_identity(tx)
    unsent, unheld = way_out(tx, identity)
    newest = _records(tx, unheld)
    saved = newest if unsent == unheld else _records(tx, unsent)
    on_the_way = {key: RecordState.SAVED if key in saved else RecordState.EXPORTED for key in newest}
    half_done = _half_done(tx, identity.user)
    marked = dict.fromkeys(half_done, RecordState.DRAFT) | dict.fromkeys(_to_repair(tx), RecordState.REPAIR)
    order = dict.fromkeys(half_done) | dict.fromkeys(sorted(newest, key=newest.__getitem__, reverse=True))
    keys = dict.fromkeys((*order, *marked))
    waiting = [(key, marked.get(key) or on_the_way[key]) for key in keys]
    return States(on_the_way, marked, waiting, unheld, unsent)


def states_of(tx: Transaction, keys: Sequence[Key]) -> dict[Key, RecordState]:
    """The states of a few records that have a row, without looking at the rest."""
    if not keys:
        return {}
    identity = settings.read_identity(tx)
    unsent, unheld = way_out(tx, identity)
    reported = {undelivered.reported(tx, change) for change in quarantined.reported(tx)}
    half_done, found = set(_half_done(tx, identity.user)), {}
    for key in keys:
        places = undelivered.places_of(tx, key)
        region_no, kind, record = key
        if key in reported or _asks(tx, key, marks_of(tx, kind, record, region_no)):
            found[key] = RecordState.REPAIR
        elif key in half_done:
            found[key] = RecordState.DRAFT
        elif any(lies_in(place, unsent) for place in places):
            found[key] = RecordState.SAVED
        else:
            on_the_way = any(lies_in(place, unheld) for place in places)
            found[key] = RecordState.EXPORTED if on_the_way else RecordState.RECEIVED
    return found


def _half_done(tx: Transaction, user: str) -> list[Key]:
    """What this user has begun to enter or correct, the newest first; a new record that has no region yet is of 0."""
    numbers = {code: no for no, code in region_codes(tx).items()}
    begun = [draft for draft in drafts.of_user(tx, user) if not draft.is_further]
    return [(numbers.get(draft.region, 0), draft.kind, draft.record) for draft in begun]


def way_out(tx: Transaction, identity: Identity) -> tuple[list[Span], list[Span]]:
    """The runs that neither went out nor are held by any supervisor joined, and all those no supervisor holds."""
    upstream = peers.receivers(tx)
    if not upstream and identity.role != CADRE:
        return [], []
    access = read_access(tx, identity)
    held_changes = HeldChanges(tx)
    held: dict[int, list[Span]] = {}
    sent: dict[int, list[Span]] = {}
    for peer in upstream:
        shared = access.shared(held_changes, peer.device)
        theirs = outgoing.held_by(held_changes, peer, shared)
        for no, spans in theirs.items():
            held.setdefault(no, []).extend(spans)
        for no, spans in delivery.with_sent(held_changes, peer, shared, theirs).items():
            sent.setdefault(no, []).extend(spans)
    nobodys = _confirmed_by_nobody(tx, identity)
    runs = {no: own for no, own in held_changes.all_runs().items() if no not in nobodys}
    return (
        [span for no, own in runs.items() for span in segments.lacking(own, sent.get(no, []))],
        [span for no, own in runs.items() for span in segments.lacking(own, held.get(no, []))],
    )


def _confirmed_by_nobody(tx: Transaction, identity: Identity) -> set[int]:
    """The streams of others in regions where this laptop was told that it is revoked: nobody says there what came."""
    regions = {each.region for each in told_revoked(tx)}
    found = (stream for region in regions for stream in standing.streams_in(tx, region))
    return {stream.no for stream in found if stream.device != identity.device}


def way_down(tx: Transaction, access: Access) -> tuple[list[Span], list[Span]]:
    """The runs that went out to some device which reports here, and those such a device says it holds."""
    held_changes = HeldChanges(tx)
    sent: list[Span] = []
    held: list[Span] = []
    for peer in peers.peers(tx, "is_upstream = 0"):
        shared = access.shared(held_changes, peer.device)
        theirs = outgoing.held_by(held_changes, peer, shared)
        held += [span for spans in theirs.values() for span in spans]
        sent += [span for spans in delivery.with_sent(held_changes, peer, shared, theirs).values() for span in spans]
    return sent, held


def _records(tx: Transaction, spans: Iterable[Span]) -> dict[Key, int]:
    """The records people know; credentials and what a newer program knows are none of them."""
    return {key: no for key, no in undelivered.records_in(tx, spans).items() if key[1] in DICTIONARY}


def _asks(tx: Transaction, key: Key, marks: Mapping[str, list[str]]) -> bool:
    """Whether somebody has to do something: a withheld value of a record entered in error counts nowhere anyhow."""
    if "conflict" in marks or "withheld" not in marks:
        return "conflict" in marks
    return not undelivered.is_in_error(tx, key)


def _to_repair(tx: Transaction) -> list[Key]:
    found = [(no, kind, one) for no, kind, one, marks in heads.marked(tx) if _asks(tx, (no, kind, one), marks)]
    found += [key for change in quarantined.reported(tx) if (key := undelivered.reported(tx, change)) is not None]
    return [key for key in found if key[1] in DICTIONARY]

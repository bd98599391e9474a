"""How delivery stands, cheaply: asked after every save, for the line at the bottom of the window."""

from dataclasses import dataclass

from kpm_desktop.commands.records.record_states import States, read_states
from kpm_desktop.commands.remotes.remote_status import RemoteStatus, read_status
from kpm_desktop.commands.remotes.remotes import Remote, read_remotes
from kpm_desktop.commands.supervision.decision_count import DecisionCount, count_in
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers, standing
from kpm_desktop.db.journal import heads, segments, undelivered
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class DeliveryState:
    """Counts of records and of places.

    unsent, unanswered: records with changes that went nowhere, and those that went out and are not yet held by a
    supervisor. received_until: the instant up to which a supervisor holds all that was recorded here; None when
    that is nothing. supervisors: the names of those joined. laptops: how many deliver here. decisions: what waits for
    somebody here.
    """

    role: str
    changes: int
    unsent: int
    unanswered: int
    received_until: str | None
    supervisors: tuple[str, ...]
    laptops: int
    decisions: DecisionCount
    words_confirmed: bool
    unsent_since: str | None
    remotes: tuple[tuple[Remote, RemoteStatus], ...]


def delivery_state(store: Store) -> DeliveryState:
    """Reads the state; nothing in it needs every record to be looked at."""
    with store.reading() as tx:
        return read_delivery_state(tx, read_states(tx))


def read_delivery_state(tx: Transaction, states: States) -> DeliveryState:
    """The same within an open transaction."""
    identity = settings.read_identity(tx)
    known, gone = peers.peers(tx), standing.revoked(tx)
    return DeliveryState(
        role=identity.role,
        changes=heads.count_changes(tx),
        unsent=states.unsent,
        unanswered=len(states.on_the_way) - states.unsent,
        received_until=_received_until(tx, identity, states.unheld),
        supervisors=tuple(peer.name for peer in known if peer.is_upstream),
        laptops=sum(not peer.is_upstream and peer.device not in gone for peer in known),
        decisions=count_in(tx),
        words_confirmed=invitations.all_confirmed(tx),
        unsent_since=_oldest(tx, states.unsent_runs),
        remotes=tuple((remote, read_status(tx, remote.id)) for remote in read_remotes(tx)),
    )


def _oldest(tx: Transaction, runs: list[Span]) -> str | None:
    """When the oldest change of these runs was written; within a run they stand in the order they were written."""
    return min((undelivered.written_at(tx, run.segment_no, run.first) for run in runs), default=None)


def _received_until(tx: Transaction, identity: Identity, unheld: list[Span]) -> str | None:
    """When the change just below the first one that no supervisor holds was written, of the own streams the one
    that lags most; where none lags, the newest change of all."""
    runs, lagging, newest = segments.all_segments(tx), [], []
    for stream in undelivered.streams_of(tx, identity.device):
        own = {run.no: run for run in runs.get(stream, [])}
        lacking = [span for span in unheld if span.segment_no in own]
        if lacking:
            first = min(lacking, key=lambda span: span.first)
            if first.first == own[first.segment_no].first_seq:
                return None
            lagging.append(undelivered.written_at(tx, first.segment_no, first.first - 1))
        elif own:
            last = max(own.values(), key=lambda run: run.last_seq)
            newest.append(undelivered.written_at(tx, last.no, last.last_seq))
    return min(lagging) if lagging else max(newest, default=None)

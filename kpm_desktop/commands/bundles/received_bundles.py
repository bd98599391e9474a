"""Which bundles that went out have done their work: everything in them is held by whom they were for."""

from functools import cached_property

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import delivery, peers
from kpm_desktop.db.delivery.delivery import SentBundle
from kpm_desktop.db.delivery.held_changes import HeldChanges
from kpm_desktop.db.delivery.peers import Peer
from kpm_desktop.db.journal import segments
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import outgoing
from kpm_desktop.sync.access import Access, read_access


class ReceivedBundles:
    """Asked within one transaction; what each receiver lacks is worked out once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._known = {peer.no: peer for peer in peers.peers(tx)}
        self._lacked: dict[int, list[Span]] = {}

    def is_received(self, bundle: SentBundle) -> bool:
        """Whether its receiver has seen it and, by its own word, lacks nothing that was in it."""
        seen = any(answer.seen >= bundle.number for answer in peers.answers(self._tx, bundle.peer_no))
        if not seen and peers.receipt_at(self._tx, bundle.peer_no, bundle.number) is None:
            return False
        return not any(_meet(span, other) for span in bundle.spans for other in self._lacking(bundle.peer_no))

    def needless(self, lying: set[int]) -> set[int]:
        """Those of the numbers lying in a place that are received, or whose content lies there once more in newer ones:
        what is sent again to a laptop that is never heard of again must not fill the place."""
        found = delivery.bundles_numbered(self._tx, lying) if lying else []
        return {
            each.number
            for each in found
            if self.is_received(each)
            or _is_in([other for other in found if other.peer_no == each.peer_no and other.number > each.number], each)
        }

    def _lacking(self, peer_no: int) -> list[Span]:
        if peer_no not in self._lacked:
            self._lacked[peer_no] = self._of(self._known[peer_no])
        return self._lacked[peer_no]

    @cached_property
    def _changes(self) -> HeldChanges:
        return HeldChanges(self._tx)

    @cached_property
    def _access(self) -> Access:
        return read_access(self._tx, settings.read_identity(self._tx))

    def _of(self, peer: Peer) -> list[Span]:
        held = outgoing.held_by(self._changes, peer, self._access.shared(self._changes, peer.device))
        runs = self._changes.all_runs()
        return [span for no, own in runs.items() for span in segments.lacking(own, held.get(no, []))]


def _is_in(newer: list[SentBundle], bundle: SentBundle) -> bool:
    """Whether newer bundles for the same peer say all that this one does; there must be one, for its `have`."""
    spans = sorted((span for other in newer for span in other.spans), key=lambda span: span.first)
    return bool(newer) and all(_is_covered(span, spans) for span in bundle.spans)


def _is_covered(span: Span, by: list[Span]) -> bool:
    at = span.first
    for other in by:
        if other.segment_no == span.segment_no and other.first <= at:
            at = max(at, other.last + 1)
    return at > span.last


def _meet(one: Span, other: Span) -> bool:
    return one.segment_no == other.segment_no and one.first <= other.last and other.first <= one.last

"""Perlu diperbaiki: values that break a limit, here or by a supervisor's word, until the next save of their field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import peers
from kpm_desktop.db.journal import conflicts, heads, quarantined, segments, undelivered
from kpm_desktop.db.journal.quarantined import Withheld
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.queries.oversight import Authorship
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.judge import WHOLE, withheld
from kpm_desktop.domain.limits import broken_limit
from kpm_desktop.domain.records.catalogue import DICTIONARY, KINDS, fields
from kpm_desktop.sync.access import Access, read_access


@dataclass(frozen=True, slots=True)
class Repair:
    """A withheld value: whom it is about and who wrote it on which laptop.

    written: the value; None where the whole change is withheld. shown: what counts meanwhile. is_reported: it
    is a supervisor's laptop that does not use it.
    """

    withheld: Withheld
    subject: Subject
    author: Authorship
    laptop: str
    own: bool
    written: Any
    shown: Any
    is_reported: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether no single field can be named."""
        return self.withheld.field == WHOLE

    @property
    def why(self) -> Reason:
        """The limit, in a sentence."""
        found = self.withheld
        declared = fields(found.kind).get(found.field) if found.kind in KINDS else None
        return broken_limit(found.code, declared, self.written)


def repair_list(store: Store) -> list[Repair]:
    """Everything that is to be repaired, in the order it came; what a supervisor reports comes last."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        return repairs_in(tx, identity, read_access(tx, identity))


def repairs_in(tx: Transaction, identity: Identity, access: Access) -> list[Repair]:
    """The same within an open transaction."""
    reading = _Reading(tx, identity, access)
    own, reported = _open(tx)
    return [
        *(reading.repair(found) for found in own),
        *(reading.repair(found, is_reported=True) for found in reported),
    ]


def count_repairs(tx: Transaction) -> int:
    """How many there are, without looking up whom each is about."""
    return sum(map(len, _open(tx)))


def _open(tx: Transaction) -> tuple[list[Withheld], list[Withheld]]:
    """What is withheld here, and what only a supervisor's laptop withholds."""
    own = oversight.still_withheld(tx)
    known = {found.change for found in own}
    return own, [found for found in _reported(tx) if found.change not in known]


def _reported(tx: Transaction) -> Iterator[Withheld]:
    """What a supervisor's laptop withholds and nobody has replaced here, by the limits this program knows."""
    for change, code in quarantined.reported(tx).items():
        key = undelivered.reported(tx, change)
        if key is None or key[1] not in DICTIONARY:
            continue
        region_no, kind, record = key
        region = next((code for no, code in conflicts.places(tx, kind, record) if no == region_no), "")
        author = oversight.authorship(tx, change)
        broken = withheld(kind, str(record), author.fields, region)
        if not broken and len(author.fields) == 1:  # by limits a newer program has
            broken = dict.fromkeys(author.fields, code or "out_of_limits")
        for field, why in sorted((broken or {WHOLE: code or "out_of_limits"}).items()):
            yield Withheld(region=region, kind=kind, id=record, change=change, field=field, code=why)


class _Reading:
    """One look at everything, inside its transaction."""

    def __init__(self, tx: Transaction, identity: Identity, access: Access) -> None:
        self._tx, self._identity, self._access = tx, identity, access
        self._laptops = {peer.device: peer.device_name for peer in peers.peers(tx)}

    def repair(self, found: Withheld, *, is_reported: bool = False) -> Repair:
        tx = self._tx
        author = oversight.authorship(tx, found.change)
        author = msgspec.structs.replace(author, user=self._access.speaker(author.device, author.user))
        statement = self._access.statement_of(author.device)
        about = _named_owner(found.kind, author) if found.field == WHOLE else None
        kind, record = about or (found.kind, found.id)
        subject = subject_of(tx, kind, record, segments.region_no(tx, found.region))
        if about is not None:
            subject = msgspec.structs.replace(subject, month=str(author.fields.get("month") or ""))
        return Repair(
            withheld=found,
            subject=subject,
            author=author,
            laptop=self._laptops.get(author.device) or (statement.person if statement else ""),
            own=author.device == self._identity.device,
            written=author.fields.get(found.field),
            shown=self._shown(found),
            is_reported=is_reported,
        )

    def _shown(self, found: Withheld) -> Any:
        for region_no, region in conflicts.places(self._tx, found.kind, found.id):
            states = heads.state_of(self._tx, found.kind, region_no, found.id)
            if region == found.region and found.field in states:
                return states[found.field].shown
        return None


def _named_owner(kind: str, author: Authorship) -> tuple[str, UUID] | None:
    """Whom a change that is withheld whole means to be about, as far as its own words tell."""
    declared = fields(kind).get(KINDS[kind].HANGS_ON) if kind in KINDS else None
    if declared is None or declared.spec.form != "reference" or not declared.spec.refers_to:
        return None
    try:
        return declared.spec.refers_to[0], UUID(str(author.fields.get(declared.name)))
    except ValueError:
        return None

"""An answer of a visit, kept at once: a power cut loses at most the one that is being typed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kpm_desktop.db import drafts, heads
from kpm_desktop.db.conflicts import places
from kpm_desktop.db.journal import Clock, instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction


def keep_draft(
    store: Store,
    kind: str,
    record: UUID,
    answers: Mapping[str, Any],
    confirmed: Mapping[str, str],
    *,
    clock: Clock = system_clock,
) -> str:
    """Keeps all answers of one record that differ from what is held; without any the draft is given up.

    answers: plain values by field, None for an emptied one. confirmed: rule -> reason. Gives the instant.
    """
    at = instant(clock())
    with store.writing() as tx:
        if not answers and not confirmed:
            drafts.drop(tx, store.user, kind, record)
        else:
            known = drafts.find(tx, store.user, kind, record)
            base = known.base if known else _base(tx, kind, record)
            drafts.keep(tx, store.user, kind, record, answers, confirmed, base, at)
    return at


def _base(tx: Transaction, kind: str, record: UUID) -> dict[str, list[str]]:
    """The heads of every field as they are when the draft begins."""
    for region_no, _ in places(tx, kind, record):
        return {name: state.base for name, state in heads.state_of(tx, kind, region_no, record).items()}
    return {}

"""An answer of a visit, kept at once: a power cut loses at most the one that is being typed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kpm_desktop.db.journal.conflicts import place_of
from kpm_desktop.db.journal.groups import AsOne, as_one
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.merging.groups import IN_ERROR


def keep_draft(
    store: Store,
    kind: str,
    record: UUID,
    answers: Mapping[str, Any],
    confirmed: Mapping[str, str],
    *,
    region: str,
    typed: Mapping[str, str] | None = None,
    clock: Clock = system_clock,
) -> str:
    """Keeps all answers of one record that differ from what is held; without any the draft is given up. A draft does
    not begin with what is saved already.

    region: of the record, or of what it hangs on; empty for a new one that says itself where it belongs.
    answers: plain values by field, None for an emptied one. confirmed: rule -> reason. typed: field -> what was typed
    and cannot be taken. Gives the instant.
    """
    at = instant(clock())
    with store.writing() as tx:
        known = drafts.find(tx, store.user, region, kind, record)
        held = None if known else _held(tx, kind, record, region)
        is_new = known or confirmed or typed or held is None or not _says(held, answers)
        if is_new and (answers or confirmed or typed):
            base = known.base if known else held.base() if held else {}
            drafts.keep(tx, store.user, region, kind, record, answers, confirmed, base, at, typed)
        else:
            drafts.drop(tx, store.user, region, kind, record)
    return at


def _held(tx: Transaction, kind: str, record: UUID, region: str) -> AsOne | None:
    """The record as it is read when the draft begins; None where it has yet to be made."""
    place = place_of(tx, kind, record, region) if region else None
    return as_one(tx, kind, place[0], record) if place is not None else None


def _says(held: AsOne, answers: Mapping[str, Any]) -> bool:
    """Whether the record says all this already: handed over once more after it was saved."""
    shown = held.shown()
    if shown.get("status") == IN_ERROR:
        return False
    return all(name in shown and shown[name] == value for name, value in answers.items())


def drop_draft(store: Store, kind: str, record: UUID, *, region: str) -> None:
    """Forgets what this user typed of a record and did not save."""
    with store.writing() as tx:
        drafts.drop(tx, store.user, region, kind, record)

"""What pages of drafts ask of the store, a visit or a child's doses: keeping one draft, and saving several together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.save_records import Saved
from kpm_desktop.commands.visits.keep_draft import keep_draft
from kpm_desktop.commands.visits.save_visit import save_visit
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Objected


@dataclass(frozen=True, slots=True)
class Draft:
    """What is entered of one record as it is now."""

    region: str
    kind: str
    record: UUID
    answers: dict[str, Any]
    confirmed: dict[str, str]
    typed: dict[str, str]


def keep(store: Store, *, draft: Draft) -> tuple[UUID, str]:
    """Which draft was kept, and when."""
    kept_at = keep_draft(
        store, draft.kind, draft.record, draft.answers, draft.confirmed, region=draft.region, typed=draft.typed
    )
    return draft.record, kept_at


def save(store: Store, *, region: str, drafts: Sequence[Draft], today: date, overwrite: bool) -> Saved | Objected:
    """Nothing is saved before all of it is kept. Objections come back as they are: each leads to its row."""
    for draft in drafts:
        keep(store, draft=draft)
    records = [(draft.kind, draft.record) for draft in drafts]
    try:
        return save_visit(store, records, region=region, today=today, overwrite=overwrite)
    except Objected as objected:
        return objected

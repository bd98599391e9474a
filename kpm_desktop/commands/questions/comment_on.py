"""Somebody asks about a record or one field of it: a comment in the region of the record, open until it is answered."""

from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.save_records import Edit, save_in
from kpm_desktop.db.journal import conflicts
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Named, refused
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.tidy import tidy_lines

#: Letters, the limit of the field.
LONGEST = fields("comment")["text"].spec.high or 0


def comment_on(
    store: Store,
    kind: str,
    record: UUID,
    text: str,
    *,
    field: str | None = None,
    region: str = "",
    today: date,
    clock: Clock = system_clock,
) -> UUID:
    """Saves a question and gives its id. Refused for an empty or too long text, a record that is not held, a field
    its kind has not, and a comment, which is answered instead."""
    said = kept_text(text)
    if kind not in DICTIONARY or kind == "comment":
        raise refused("comments.no_kind", value=kind)
    if field is not None and field not in fields(kind):
        raise refused("comments.no_field", value=field, kind=Named(kind))
    values = {"about_kind": kind, "about_id": record, "about_field": field, "text": said, "progress": "open"}
    with store.writing() as tx:
        place = require_held(tx, kind, record, region)
        return save_in(tx, [Edit("comment", values, region=place)], today=today, sure=True, clock=clock).ids[0]


def kept_text(text: str) -> str:
    """What is kept of a text; refused when nothing is left or it is too long."""
    kept = tidy_lines(text)
    if not kept:
        raise refused("comments.no_text")
    if len(kept) > LONGEST:
        raise refused("comments.too_long", count=len(kept), limit=LONGEST)
    return kept


def require_held(tx: Transaction, kind: str, record: UUID | None, region: str) -> str:
    """The region of the record that is asked about. Refused unless it has come here."""
    known = record is not None and kind in DICTIONARY
    place = conflicts.place_of(tx, kind, record, region) if record is not None and known else None
    if place is None:
        raise refused("comments.not_come", value=f"{kind} {record}")
    return place[1]

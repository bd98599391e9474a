"""A household or person that is being entered: kept at once as it is typed, offered again, gone once it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import FURTHER, Draft
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction

#: The most records a form of a household or person makes.
_MOST_PARTS = 2


@dataclass(frozen=True, slots=True)
class BegunPart:
    """What one record's part of a form holds. answers: plain values by field; typed: what was typed and cannot be
    taken; around: what the record hangs on, which nobody types."""

    kind: str
    answers: Mapping[str, Any]
    typed: Mapping[str, str]
    around: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BegunForm:
    """form: which one; record: the id of the first record, should it be saved; parts: a draft or None for each; at: the
    instant it was kept last."""

    form: str
    record: UUID
    parts: tuple[Draft | None, ...]
    at: str

    @property
    def around(self) -> UUID | None:
        """The household of somebody new."""
        told = next((part.answers.get("household_id") for part in self.parts if part is not None), None)
        return UUID(told) if told else None

    @property
    def name(self) -> str:
        """Who is entered, as far as it was typed."""
        first = self.parts[0]
        return str(first.answers.get("full_name") or first.answers.get("head_name") or "") if first is not None else ""


def part_id(record: UUID, part: int) -> UUID:
    """The id a part is kept under: the first is the record itself."""
    return uuid5(record, str(part)) if part else record


def keep_form(store: Store, form: str, record: UUID, parts: Sequence[BegunPart], *, clock: Clock = system_clock) -> str:
    """Keeps all of a form together; one in which nothing is typed any more is given up. Gives the instant."""
    at = instant(clock())
    with store.writing() as tx:
        is_empty = not any(part.answers or part.typed for part in parts)
        for number, part in enumerate(parts):
            if is_empty or (number and not (part.answers or part.typed)):
                drafts.drop(tx, store.user, part.kind, part_id(record, number))
            else:
                answers = {**part.around, **part.answers}
                where = part.kind, part_id(record, number)
                called = f"{form}{FURTHER}{number}" if number else form
                drafts.keep(tx, store.user, *where, answers, {}, {}, at, part.typed, called)
    return at


def begun_forms(store: Store) -> list[BegunForm]:
    """Whatever this user began in a form of a household or person and did not save, the newest first."""
    with store.reading() as tx:
        own = [draft for draft in drafts.of_user(tx, store.user) if draft.form]
    by_id = {draft.id: draft for draft in own}
    return [
        BegunForm(one.form, one.id, tuple(by_id.get(part_id(one.id, number)) for number in range(_MOST_PARTS)), one.at)
        for one in own
        if not one.is_further
    ]


def begun_form(store: Store, form: str, household: UUID | None = None) -> BegunForm | None:
    """What was begun last in a form, in a household where it is about somebody new."""
    return next((one for one in begun_forms(store) if one.form == form and one.around == household), None)


def drop_form(store: Store, record: UUID) -> None:
    """Forgets what was typed."""
    with store.writing() as tx:
        drop_begun(tx, store.user, record)


def drop_begun(tx: Transaction, user: str, record: UUID) -> None:
    """The same within a transaction that does more: what is saved is no draft any longer."""
    ids = {part_id(record, number) for number in range(_MOST_PARTS)}
    for draft in drafts.of_user(tx, user):
        if draft.form and draft.id in ids:
            drafts.drop(tx, user, draft.kind, draft.id)

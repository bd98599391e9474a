"""What is typed into a form of a household or person, or of a repair: kept at once, offered again, gone once saved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.queries import drafts
from kpm_desktop.db.queries.drafts import FURTHER, REPAIR, Draft
from kpm_desktop.db.queries.household_records import region_no_of
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.catalogue import KINDS, fields

#: By field the names of the changes that are shown.
Heads = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class BegunPart:
    """What one record's part of a form holds. answers: plain values by field; typed: what was typed and cannot be
    taken; around: what the record hangs on, which nobody types. about: the saved record it corrects, and base: by field
    the heads that are shown of it. region: of what it corrects or hangs on; empty where it does neither."""

    kind: str
    answers: Mapping[str, Any]
    typed: Mapping[str, str]
    around: Mapping[str, Any] = field(default_factory=dict)
    about: UUID | None = None
    base: Heads = field(default_factory=dict)
    region: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed in it."""
        return not (self.answers or self.typed)


@dataclass(frozen=True, slots=True)
class BegunForm:
    """form: which one, of several that are about a record of this kind; record: the id it is kept under, which of a new
    record is its own; parts: a draft or None for each; at: the instant it was kept last.

    owner: what it is about, if that is saved: the record it corrects, or what the new one hangs on. name: whom it is
    about, of somebody new as far as it was typed. household, person: those it leads to, where they are saved, and
    region: theirs."""

    form: str
    kind: str
    record: UUID
    parts: tuple[Draft | None, ...]
    at: str
    owner: UUID | None = None
    name: str = ""
    household: UUID | None = None
    person: UUID | None = None
    region: str = ""

    @property
    def leads_on(self) -> bool:
        """Whether its form can be opened: what it is about is held here, or it is about nothing that is saved."""
        return self.owner is None or self.household is not None

    def is_of(self, region: str, record: UUID) -> bool:
        """Whether one of its parts is kept under this id, or would make or change this record of a region."""
        return region == self.region and any(
            part is not None and record in (part.id, part.record) for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Begun:
    """How a form is saved that was kept while it was typed. record: what it is kept under; base: by kind the heads it
    shows of what it corrects, unless its draft began earlier; overwrite: what others wrote meanwhile was told."""

    record: UUID
    base: Mapping[str, Heads] = field(default_factory=dict)
    overwrite: bool = False


def part_id(record: UUID, part: int) -> UUID:
    """The id a part is kept under: the first is the record itself."""
    return uuid5(record, str(part)) if part else record


def correction_id(form: str, region: str, about: UUID) -> UUID:
    """What a form that corrects a record is kept under: each form begun about it stands by itself."""
    return uuid5(about, f"{region} {form}")


def keep_form(store: Store, form: str, record: UUID, parts: Sequence[BegunPart], *, clock: Clock = system_clock) -> str:
    """Keeps all of a form together; one in which nothing is typed any more is given up. Gives the instant."""
    at = instant(clock())
    with store.writing() as tx:
        is_empty = all(part.is_empty for part in parts)
        kept = {number: part for number, part in enumerate(parts) if not (is_empty or (number and part.is_empty))}
        for draft in _of_form(_of_user(tx, store.user), record):
            if _number(draft) not in kept:
                drafts.drop(tx, store.user, draft.region, draft.kind, draft.id)
        for number, part in kept.items():
            answers = {**part.around, **part.answers}
            where = part.region, part.kind, part_id(record, number)
            called = f"{form}{FURTHER}{number}" if number else form
            drafts.keep(tx, store.user, *where, answers, {}, part.base, at, part.typed, called, part.about)
    return at


def begun_forms(store: Store) -> list[BegunForm]:
    """Whatever this user began in a form of a household or person and did not save, the newest first."""
    return [one for one in _all_begun(store) if not one.form.startswith(REPAIR)]


def begun_in(store: Store, form: str, owners: Collection[UUID] = (), *, region: str = "") -> list[BegunForm]:
    """What was begun in one form, the newest first. owners: what of a region it is to be about, under any of its ids;
    none where it is about nothing that is saved."""
    wanted: Collection[UUID | None] = owners or (None,)
    begun = [one for one in _all_begun(store) if one.form == form and one.owner in wanted]
    return [one for one in begun if one.region == region or not owners]


def _all_begun(store: Store) -> list[BegunForm]:
    with store.reading() as tx:
        own = [draft for draft in _of_user(tx, store.user) if draft.form]
        return [_begun(tx, draft, _of_form(own, draft.id)) for draft in own if not draft.is_further]


def drop_form(store: Store, record: UUID) -> None:
    """Forgets what was typed."""
    with store.writing() as tx:
        drop_begun(tx, store.user, record)


def drop_begun(tx: Transaction, user: str, record: UUID) -> None:
    """The same within a transaction that does more: what is saved is no draft any longer."""
    for draft in _of_form(_of_user(tx, user), record):
        drafts.drop(tx, user, draft.region, draft.kind, draft.id)


def shown_when_begun(tx: Transaction, user: str, begun: Begun) -> dict[str, Heads]:
    """By kind, the heads that were shown of what a form corrects when it was begun."""
    corrected = [draft for draft in _of_form(_of_user(tx, user), begun.record) if draft.about is not None]
    return {**begun.base, **{draft.kind: draft.base for draft in corrected}}


def _of_user(tx: Transaction, user: str) -> list[Draft]:
    return drafts.of_user(tx, user, repairs=True)


def _of_form(own: Sequence[Draft], record: UUID) -> list[Draft]:
    """The parts of one form."""
    return [draft for draft in own if draft.form and draft.id == part_id(record, _number(draft))]


def _number(draft: Draft) -> int:
    return int(draft.form.partition(FURTHER)[2] or 0)


def _begun(tx: Transaction, first: Draft, parts: Sequence[Draft]) -> BegunForm:
    by_number = {_number(draft): draft for draft in parts}
    owner, subject = _owner(tx, first)
    typed = str(first.answers.get("full_name") or first.answers.get("head_name") or "")
    is_somebody_new = first.about is None and first.kind in ("household", "person")
    return BegunForm(
        form=first.form,
        kind=first.kind,
        record=first.id,
        parts=tuple(by_number.get(number) for number in range(max(by_number) + 1)),
        at=first.at,
        owner=owner,
        name=typed if is_somebody_new else subject.name,
        household=subject.household,
        person=subject.person,
        region=first.region,
    )


def _owner(tx: Transaction, first: Draft) -> tuple[UUID | None, Subject]:
    """What a form is about, and whom or which household that leads to."""
    leads = fields(first.kind)[KINDS[first.kind].HANGS_ON]
    told = first.answers.get(leads.name) if leads.spec.refers_to else None
    region_no = region_no_of(tx, first.region) or 0
    if first.about is not None:
        return first.about, subject_of(tx, first.kind, first.about, region_no)
    if told:
        return UUID(told), subject_of(tx, leads.spec.refers_to[0], UUID(told), region_no)
    return None, Subject(kind=first.kind, name="")

"""The questions about records and their answers: about whom, who said what, and how far each has travelled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kpm_desktop.commands.record_states import CADRE, RecordState, states_of, way_down
from kpm_desktop.commands.value_fates import Past
from kpm_desktop.db import heads, history, remarks, settings
from kpm_desktop.db.conflicts import places
from kpm_desktop.db.history import Written
from kpm_desktop.db.remarks import CommentRow
from kpm_desktop.db.store import Store
from kpm_desktop.db.subjects import Subject, subject_of
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.db.undelivered import lies_in
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.sync.access import read_access

OPEN, ANSWERED, CLOSED = "open", "answered", "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A question or an answer. at: when it was written, by its author's clock. own: on this laptop. state: what a
    supervisor wrote is received when a laptop that reports here says it holds it."""

    id: UUID
    text: str
    user: str
    role: str
    own: bool
    at: str
    state: RecordState


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A question and its answers, the oldest first.

    kind, record, field: what it is about; has_come: whether that is held here, and value what it shows now. is_ours:
    asked on this laptop, for a supervisor also by another supervisor: somebody else is to answer.
    """

    question: Said
    answers: tuple[Said, ...]
    region: str
    kind: str
    record: UUID | None
    field: str
    progress: str
    subject: Subject
    has_come: bool
    value: Any
    is_ours: bool

    @property
    def id(self) -> UUID:
        """The question's."""
        return self.question.id

    @property
    def waits_for_us(self) -> bool:
        """Whether somebody here is to answer."""
        return self.progress == OPEN and not self.is_ours

    @property
    def is_answered(self) -> bool:
        """Whether somebody here is to read the answer and close it."""
        return self.progress == ANSWERED and self.is_ours

    @property
    def is_closed(self) -> bool:
        """Whether it is settled."""
        return self.progress == CLOSED


def comment_list(store: Store, *, closed: bool = True) -> list[Thread]:
    """All questions, the newest first; those that are `closed` may be left out."""
    with store.reading() as tx:
        return read_threads(tx, closed=closed)


def comment_thread(store: Store, comment: UUID) -> Thread | None:
    """The thread a question or answer belongs to; None while its question has not come."""
    with store.reading() as tx:
        rows = {row.id: row for row in remarks.comments(tx)}
        found = _root(rows, rows[comment]) if comment in rows else None
        return next(iter(read_threads(tx, only={found.id})), None) if found is not None else None


def count_waiting(tx: Transaction) -> int:
    """How many questions wait for somebody here: to be answered, or to be read and closed."""
    found = read_threads(tx, closed=False, with_states=False)
    return sum(thread.waits_for_us or thread.is_answered for thread in found)


def read_threads(
    tx: Transaction, *, closed: bool = True, only: Collection[UUID] | None = None, with_states: bool = True
) -> list[Thread]:
    """The same within an open transaction; `only` names questions. Without states everything is called received,
    which saves a look at what every laptop holds."""
    rows = {row.id: row for row in remarks.comments(tx)}
    answers: dict[UUID, list[CommentRow]] = {}
    for row in rows.values():
        question = _root(rows, row)
        if question is not None and question is not row:
            answers.setdefault(question.id, []).append(row)
    asked = [
        row
        for row in rows.values()
        if row.reply_to is None and (only is None or row.id in only) and (closed or row.progress != CLOSED)
    ]
    rows_shown = [row for one in asked for row in (one, *answers.get(one.id, ()))]
    reading = _Reading(tx, rows_shown, with_states=with_states)
    found = [reading.thread(one, answers.get(one.id, ())) for one in asked]
    return sorted(found, key=lambda thread: thread.question.at, reverse=True)


def _root(rows: dict[UUID, CommentRow], row: CommentRow) -> CommentRow | None:
    """The question above a comment; None where it has not come, or answers name each other in a ring."""
    seen = set()
    while row.reply_to is not None:
        if row.id in seen or row.reply_to not in rows:
            return None
        seen.add(row.id)
        row = rows[row.reply_to]
    return row


class _Reading:
    """Who wrote some comments, and what became of them; in one transaction."""

    def __init__(self, tx: Transaction, rows: Sequence[CommentRow], *, with_states: bool) -> None:
        self._tx = tx
        self._identity = settings.read_identity(tx)
        self._access = read_access(tx, self._identity)
        goes_down = with_states and rows and self._identity.role != CADRE
        self._way_down = way_down(tx, self._access) if goes_down else None
        self._states = states_of(tx, [("comment", row.id) for row in rows] if with_states else [])
        self._written: dict[UUID, list[Written]] = {}
        for region_no in {row.region_no for row in rows}:
            ids = [row.id for row in rows if row.region_no == region_no]
            for written in history.changes_of(tx, region_no, {"comment": ids}):
                self._written.setdefault(written.record, []).append(written)

    def thread(self, asked: CommentRow, answers: Sequence[CommentRow]) -> Thread:
        question = self._said(asked)
        said = sorted((self._said(row) for row in answers), key=lambda one: one.at)
        known = asked.kind in DICTIONARY and asked.record is not None
        subject = Subject(kind=asked.kind, name="")
        if known and asked.record is not None:
            subject = subject_of(self._tx, asked.kind, asked.record)
        has_come = known and asked.record is not None and bool(places(self._tx, asked.kind, asked.record))
        theirs = self._identity.role != CADRE and question.role == self._identity.role
        return Thread(
            question=question,
            answers=tuple(said),
            region=asked.region,
            kind=asked.kind,
            record=asked.record,
            field=asked.field,
            progress=asked.progress,
            subject=subject,
            has_come=has_come,
            value=self._value(asked) if has_come and asked.field else None,
            is_ours=question.own or theirs,
        )

    def _value(self, asked: CommentRow) -> Any:
        assert asked.record is not None
        state = heads.state_of(self._tx, asked.kind, asked.region_no, asked.record).get(asked.field)
        return None if state is None else state.shown

    def _said(self, row: CommentRow) -> Said:
        first = Past(self._written[row.id], None).first
        own = first.device == self._identity.device
        statement = self._access.statement_of(first.device)
        return Said(
            id=row.id,
            text=row.text,
            user=first.user,
            role=self._identity.role if own else statement.role if statement else "",
            own=own,
            at=first.write.at,
            state=self._state(row, first, own=own),
        )

    def _state(self, row: CommentRow, first: Written, *, own: bool) -> RecordState:
        state = self._states.get(("comment", row.id), RecordState.RECEIVED)
        if self._way_down is None or not own or state is RecordState.REPAIR:
            return state
        sent, held = self._way_down
        if lies_in(first.place, held):
            return RecordState.RECEIVED
        return RecordState.EXPORTED if lies_in(first.place, sent) else RecordState.SAVED

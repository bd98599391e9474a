"""The questions about records and their answers: about whom, who said what, and how far each has travelled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from kpm_desktop.commands.records.record_states import CADRE, RecordState, states_of, way_down
from kpm_desktop.commands.records.value_fates import first_of
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.journal.conflicts import is_in
from kpm_desktop.db.journal.segments import Span
from kpm_desktop.db.journal.undelivered import Key, lies_in
from kpm_desktop.db.queries import comments as notices
from kpm_desktop.db.queries import history
from kpm_desktop.db.queries.comments import CommentRow
from kpm_desktop.db.queries.history import Written
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import in_range
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
    asked on this laptop, for a supervisor also by another supervisor. is_for_us: somebody of the other role asked; a
    cadre's question is the supervisor's to answer, and the other way round, though anybody may.
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
    is_for_us: bool

    @property
    def id(self) -> UUID:
        """The question's."""
        return self.question.id

    @property
    def waits_for_us(self) -> bool:
        """Whether somebody here is to answer."""
        return self.progress == OPEN and self.is_for_us

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


def comment_thread(store: Store, comment: UUID, *, region: str = "") -> Thread | None:
    """The thread a question or answer belongs to; None while its question has not come."""
    with store.reading() as tx:
        rows = {(row.region_no, row.id): row for row in notices.comments(tx)}
        said = notices.comment(tx, comment, region)
        found = _root(rows, said) if said is not None else None
        return next(iter(read_threads(tx, only={(found.region_no, found.id)})), None) if found is not None else None


def count_waiting(tx: Transaction) -> int:
    """How many questions wait for somebody here: to be answered, or to be read and closed."""
    rows = [row for row in notices.comments(tx) if row.reply_to is None and row.progress in (OPEN, ANSWERED)]
    reading = _Reading(tx, rows)
    return sum(reading.is_ours(row) if row.progress == ANSWERED else reading.is_for_us(row) for row in rows)


def read_threads(
    tx: Transaction, *, closed: bool = True, only: Collection[tuple[int, UUID]] | None = None
) -> list[Thread]:
    """The same within an open transaction; `only` names questions by their region's number and id."""
    rows = {(row.region_no, row.id): row for row in notices.comments(tx)}
    answers: dict[tuple[int, UUID], list[CommentRow]] = {}
    for row in rows.values():
        question = _root(rows, row)
        if question is not None and question is not row:
            answers.setdefault((question.region_no, question.id), []).append(row)
    asked = [
        row
        for row in rows.values()
        if row.reply_to is None
        and (only is None or (row.region_no, row.id) in only)
        and (closed or row.progress != CLOSED)
    ]
    reading = _Reading(tx, [row for one in asked for row in (one, *answers.get((one.region_no, one.id), ()))])
    found = [reading.thread(one, answers.get((one.region_no, one.id), ())) for one in asked]
    return sorted(found, key=lambda thread: in_range(thread.question.at), reverse=True)


def _root(rows: dict[tuple[int, UUID], CommentRow], row: CommentRow) -> CommentRow | None:
    """The question above a comment; None where it has not come, or answers name each other in a ring."""
    seen = set()
    while row.reply_to is not None:
        above = row.region_no, row.reply_to
        if row.id in seen or above not in rows:
            return None
        seen.add(row.id)
        row = rows[above]
    return row


class _Reading:
    """Who wrote some comments, and what became of them; in one transaction."""

    def __init__(self, tx: Transaction, rows: Sequence[CommentRow]) -> None:
        self._tx = tx
        self._identity = settings.read_identity(tx)
        self._access = read_access(tx, self._identity)
        self._keys = [(row.region_no, "comment", row.id) for row in rows]
        self._written: dict[tuple[int, UUID], list[Written]] = {}
        for region_no in {row.region_no for row in rows}:
            ids = [row.id for row in rows if row.region_no == region_no]
            for written in history.changes_of(tx, region_no, {"comment": ids}):
                self._written.setdefault((region_no, written.record), []).append(written)

    @cached_property
    def _states(self) -> dict[Key, RecordState]:
        return states_of(self._tx, self._keys)

    @cached_property
    def _way_down(self) -> tuple[list[Span], list[Span]] | None:
        """What has reached the laptops below; a cadre's words go up."""
        return way_down(self._tx, self._access) if self._identity.role != CADRE else None

    def is_ours(self, asked: CommentRow) -> bool:
        """Whether it was asked here; to a supervisor also what another supervisor asked."""
        first = self._first(asked)
        is_supervisors = self._identity.role != CADRE and self._role(first) == self._identity.role
        return first.device == self._identity.device or is_supervisors

    def is_for_us(self, asked: CommentRow) -> bool:
        """Whether somebody of the other role asked."""
        first = self._first(asked)
        return first.device != self._identity.device and self._role(first) != self._identity.role

    def _first(self, row: CommentRow) -> Written:
        return first_of(self._written[row.region_no, row.id])

    def _role(self, first: Written) -> str:
        statement = self._access.statement_of(first.device)
        own = first.device == self._identity.device
        return self._identity.role if own else statement.role if statement else ""

    def thread(self, asked: CommentRow, answers: Sequence[CommentRow]) -> Thread:
        question = self._said(asked)
        said = sorted((self._said(row) for row in answers), key=lambda one: in_range(one.at))
        known = asked.kind in DICTIONARY and asked.record is not None
        subject = Subject(kind=asked.kind, name="")
        if known and asked.record is not None:
            subject = subject_of(self._tx, asked.kind, asked.record, asked.region_no)
        has_come = known and asked.record is not None and is_in(self._tx, asked.kind, asked.region_no, asked.record)
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
            is_ours=self.is_ours(asked),
            is_for_us=self.is_for_us(asked),
        )

    def _value(self, asked: CommentRow) -> Any:
        assert asked.record is not None
        state = heads.state_of(self._tx, asked.kind, asked.region_no, asked.record).get(asked.field)
        return None if state is None else state.shown

    def _said(self, row: CommentRow) -> Said:
        first = self._first(row)
        own = first.device == self._identity.device
        return Said(
            id=row.id,
            text=row.text,
            user=self._access.speaker(first.device, first.user),
            role=self._role(first),
            own=own,
            at=first.write.at,
            state=self._state(row, first, own=own),
        )

    def _state(self, row: CommentRow, first: Written, *, own: bool) -> RecordState:
        state = self._states[row.region_no, "comment", row.id]
        if not own or self._way_down is None or state is RecordState.REPAIR:
            return state
        sent, held = self._way_down
        if lies_in(first.place, held):
            return RecordState.RECEIVED
        return RecordState.EXPORTED if lies_in(first.place, sent) else RecordState.SAVED

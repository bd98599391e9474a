"""What a receipt brought beside delivery: corrections, questions and answers, tasks, and other people's work."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import msgspec

from kpm_desktop.commands.questions.comment_list import CLOSED, OPEN, Thread, read_threads
from kpm_desktop.commands.records.assigned_targets import own_cadres
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import returned
from kpm_desktop.db.delivery.returned import Came
from kpm_desktop.db.journal.conflicts import sole_region
from kpm_desktop.db.queries import assignments, survey
from kpm_desktop.db.queries import comments as notices
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.catalogue import DICTIONARY
from kpm_desktop.sync.access import Access, read_access

LAST = "last_returned"
#: Records kept of one receipt; a laptop that is filled again gets thousands, and what counts then is how many.
MOST = 500
#: What something that came back is, in the order it is told.
QUESTION, ANSWER, SETTLED, TASK, CORRECTION, WORK = "question", "answer", "settled", "task", "correction", "work"
SORTS = (QUESTION, ANSWER, SETTLED, TASK, CORRECTION, WORK)


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """One record that came back. sort: one of `SORTS`. person, role: whose laptop it came from. fields: what was
    set there. region: its own; "" in an account kept by an earlier program."""

    sort: str
    kind: str
    record: UUID
    person: str
    role: str
    fields: tuple[str, ...] = ()
    region: str = ""


class WhatReturned(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of one bundle; more: how many records of other people's work are counted and not listed."""

    number: int
    sender: str
    at: str
    records: tuple[Returned, ...] = ()
    more: int = 0

    def of(self, sort: str) -> list[Returned]:
        """Those of one sort."""
        return [one for one in self.records if one.sort == sort]

    @property
    def is_empty(self) -> bool:
        """Whether nothing came back but the receipt itself."""
        return not self.records


@dataclass(frozen=True, slots=True)
class ReturnedRecord:
    """A record that came back, whom it is about, and the thread it belongs to. region: its own; empty where an earlier
    program kept none and several hold such a record: then nobody says whom it is about."""

    returned: Returned
    region: str
    subject: Subject
    thread: Thread | None


@dataclass(frozen=True, slots=True)
class ReturnedList:
    """The account of the last bundle that brought something, each record with whom it is about."""

    what: WhatReturned
    records: tuple[ReturnedRecord, ...]


def note_returned(tx: Transaction, what: WhatReturned) -> None:
    """Keeps the account of a bundle from above that brought something; one that brought nothing leaves the last one
    standing."""
    if not what.is_empty:
        settings.write(tx, LAST, what)


def what_returned(
    tx: Transaction, identity: Identity, journal: tuple[int, int], *, number: int, sender: str, at: str
) -> WhatReturned:
    """What changes numbered in the journal above the first of these two numbers, up to the second, are for whoever
    uses this laptop."""
    found, more = returned.came(tx, identity.device, *journal, most=MOST)
    reading = _Reading(tx, identity, read_access(tx, identity), found)
    sorts = [(reading.sort(one), one) for one in found if one.kind in DICTIONARY]
    ordered = sorted(((sort, one) for sort, one in sorts if sort), key=lambda pair: SORTS.index(pair[0]))
    return WhatReturned(
        number=number, sender=sender, at=at, records=tuple(reading.of(*pair) for pair in ordered), more=more
    )


def last_returned(store: Store) -> ReturnedList | None:
    """The last account; None before anything came back."""
    with store.reading() as tx:
        what: WhatReturned | None = settings.read(tx, LAST, WhatReturned)
        if what is None:
            return None
        asked = {one.record: one for one in what.records if one.kind == "comment"}
        threads = _threads(read_threads(tx)) if asked else {}
        codes = survey.region_codes(tx)
        numbers = {code: no for no, code in codes.items()}
        found = []
        for one in what.records:
            region_no = numbers[one.region] if one.region in numbers else sole_region(tx, one.kind, one.record)
            region, subject = codes.get(region_no, ""), subject_of(tx, one.kind, one.record, region_no)
            found.append(ReturnedRecord(one, region, subject, threads.get((region, one.record))))
        return ReturnedList(what, tuple(found))


def _threads(found: Iterable[Thread]) -> dict[tuple[str, UUID], Thread]:
    """The thread of every question and answer, by its region and id."""
    return {(thread.region, said.id): thread for thread in found for said in (thread.question, *thread.answers)}


class _Reading:
    """One look at who wrote what, in one transaction."""

    def __init__(self, tx: Transaction, identity: Identity, access: Access, found: Iterable[Came]) -> None:
        self._access = access
        kinds = {one.kind for one in found}
        rows = notices.comments(tx) if "comment" in kinds else []
        self._comments = {(row.region, row.id): row for row in rows}
        self._cadres = {(row.region, row.id) for row in own_cadres(tx, identity)} if "assignment" in kinds else set()
        held = assignments.assignments(tx) if self._cadres else []
        own = [row for row in held if (row.region, row.cadre) in self._cadres and row.until is None]
        self._tasks = {(row.region, row.id) for row in own}

    def of(self, sort: str, one: Came) -> Returned:
        statement = self._access.statement_of(one.device)
        return Returned(
            sort=sort,
            kind=one.kind,
            record=one.record,
            person=self._access.speaker(one.device, one.user),
            role=statement.role if statement is not None else "",
            fields=one.fields,
            region=one.region,
        )

    def sort(self, one: Came) -> str:
        """What it is; empty for a question that says of itself what its answer says already."""
        if one.kind == "comment":
            return self._of_comment(one)
        if one.kind == "assignment" and one.is_new and (one.region, one.record) in self._tasks:
            return TASK
        return CORRECTION if one.is_own else WORK

    def _of_comment(self, one: Came) -> str:
        row = self._comments.get((one.region, one.record))
        if row is None or row.reply_to is not None:
            return ANSWER if row is not None else WORK
        if one.is_new or row.progress == OPEN:
            return QUESTION
        return SETTLED if row.progress == CLOSED else ""

"""What waits for a person: values that differ, values that break a limit, missing numbers, questions not settled."""

from dataclasses import dataclass

from kpm_desktop.commands.comment_list import Thread, count_waiting, read_threads
from kpm_desktop.commands.missing_numbers import Missing, missing_in
from kpm_desktop.db import conflicts, heads, oversight, settings
from kpm_desktop.db.conflicts import Conflict
from kpm_desktop.db.oversight import Authorship
from kpm_desktop.db.quarantined import Withheld
from kpm_desktop.db.store import Store
from kpm_desktop.db.subjects import Subject, subject_of
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import read_access


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field in conflict and whom it is about."""

    conflict: Conflict
    subject: Subject


@dataclass(frozen=True, slots=True)
class Repair:
    """A withheld value, whom it is about, and who wrote it on which laptop."""

    withheld: Withheld
    subject: Subject
    author: Authorship
    laptop: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that waits. questions: whose turn it is here first, then those that wait for somebody else."""

    disputes: tuple[Dispute, ...]
    repairs: tuple[Repair, ...]
    missing: tuple[Missing, ...]
    questions: tuple[Thread, ...]


def decision_list(store: Store) -> Decisions:
    """All of it, each with the words people know it by."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        disputes = [Dispute(found, subject_of(tx, found.kind, found.id)) for found in conflicts.conflicts(tx)]
        repairs = []
        for found in oversight.still_withheld(tx):
            author = oversight.authorship(tx, found.change)
            statement = access.statement_of(author.device)
            laptop = statement.person if statement else ""
            repairs.append(Repair(found, subject_of(tx, found.kind, found.id), author, laptop))
        questions = sorted(read_threads(tx, closed=False), key=lambda one: not (one.waits_for_us or one.is_answered))
        return Decisions(tuple(disputes), tuple(repairs), tuple(missing_in(tx, identity, access)), tuple(questions))


def count_decisions(store: Store) -> int:
    """How many wait for somebody here; what `decision_list` lists, counted without looking at each."""
    with store.reading() as tx:
        return _count(tx)


def _count(tx: Transaction) -> int:
    identity = settings.read_identity(tx)
    disputed, _ = heads.count_marked(tx)
    holes = missing_in(tx, identity, read_access(tx, identity))
    return disputed + len(oversight.still_withheld(tx)) + len(holes) + count_waiting(tx)

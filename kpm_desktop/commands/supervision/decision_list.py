"""What waits for a person: values that differ, values that break a limit, missing numbers, questions not settled."""

from dataclasses import dataclass

from kpm_desktop.commands.bundles.missing_numbers import Missing, given_up_in, missing_in
from kpm_desktop.commands.questions.comment_list import Thread, read_threads
from kpm_desktop.commands.review.conflict_view import certified
from kpm_desktop.commands.review.repair_list import Repair, repairs_in
from kpm_desktop.commands.supervision.decision_count import DecisionCount, count_in
from kpm_desktop.db import settings
from kpm_desktop.db.journal import conflicts
from kpm_desktop.db.journal.conflicts import Conflict
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.queries.subjects import Subject, subject_of
from kpm_desktop.db.store import Store
from kpm_desktop.sync.access import read_access


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field in conflict and whom it is about."""

    conflict: Conflict
    subject: Subject


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that waits. questions: whose turn it is here first, then those that wait for somebody else.
    given_up: numbers somebody declared lost, which still have not come. regions: those of which somebody's records
    are held. counted: how much of it waits for somebody here."""

    disputes: tuple[Dispute, ...]
    repairs: tuple[Repair, ...]
    missing: tuple[Missing, ...]
    questions: tuple[Thread, ...]
    counted: DecisionCount
    given_up: tuple[Missing, ...] = ()
    regions: tuple[str, ...] = ()


def decision_list(store: Store) -> Decisions:
    """All of it, each with the words people know it by."""
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        access = read_access(tx, identity)
        disputes = [
            Dispute(certified(found, access), subject_of(tx, found.kind, found.id, found.region_no))
            for found in conflicts.conflicts(tx)
        ]
        questions = sorted(read_threads(tx, closed=False), key=lambda one: not (one.waits_for_us or one.is_answered))
        return Decisions(
            disputes=tuple(disputes),
            repairs=tuple(repairs_in(tx, identity, access)),
            missing=tuple(missing_in(tx, identity, access)),
            questions=tuple(questions),
            counted=count_in(tx),
            given_up=tuple(given_up_in(tx, identity, access)),
            regions=tuple(oversight.regions_held(tx)),
        )

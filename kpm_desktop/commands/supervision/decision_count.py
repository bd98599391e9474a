"""How much waits for a decision here: the one number that badge, tile, status line and page say."""

from dataclasses import dataclass

from kpm_desktop.commands.bundles.missing_numbers import missing_in
from kpm_desktop.commands.questions.comment_list import count_waiting
from kpm_desktop.commands.review.repair_list import count_repairs
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync.access import read_access


@dataclass(frozen=True, slots=True)
class DecisionCount:
    """Kind by kind. differ: fields with two values. repair: fields whose value counts nowhere. missing: gaps in the
    numbers of changes. questions: to be answered here, or answered and to be read here."""

    differ: int
    repair: int
    missing: int
    questions: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.differ + self.repair + self.missing + self.questions

    @property
    def of_entries(self) -> "DecisionCount":
        """What waits because of what was entered."""
        return DecisionCount(self.differ, self.repair, 0, 0)


def decision_count(store: Store) -> DecisionCount:
    """As it is now, without looking up whom anything is about."""
    with store.reading() as tx:
        return count_in(tx)


def count_in(tx: Transaction) -> DecisionCount:
    """The same within an open transaction."""
    identity = settings.read_identity(tx)
    return DecisionCount(
        differ=heads.count_disputed(tx),
        repair=count_repairs(tx),
        missing=len(missing_in(tx, identity, read_access(tx, identity))),
        questions=count_waiting(tx),
    )

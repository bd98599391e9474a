"""`kpm check`: is the file sound, the chain whole, does every row equal the journal, every reference lead somewhere."""

from dataclasses import dataclass, field
from uuid import UUID

from kpm_desktop.db.journal import chain, heads, references
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.store import Store
from kpm_desktop.domain.judge import RULE_VERSION


@dataclass(slots=True)
class Checked:
    """What was found. Holds no time and no path: the same changes give the same account.

    counts: records per kind. quarantine: withheld values nobody has replaced yet. dangling: references that lead
    nowhere, per "kind.field"; they are listed, not faults.
    """

    state_hash: str = ""
    journal_hash: str = ""
    rule_version: int = RULE_VERSION
    counts: dict[str, int] = field(default_factory=dict)
    changes: int = 0
    conflicts: int = 0
    waiting: int = 0
    quarantine: int = 0
    dangling: dict[str, int] = field(default_factory=dict)
    integrity: list[str] = field(default_factory=list)
    broken_chain: list[str] = field(default_factory=list)
    differing: list[tuple[str, UUID]] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether file, chain and rows are as they must be."""
        return not (self.integrity or self.broken_chain or self.differing)


def check_profile(store: Store) -> Checked:
    """Checks everything; reads only."""
    with store.reading() as tx:
        checked = Checked(integrity=chain.integrity_faults(tx))
        checked.broken_chain = chain.broken(tx)
        checked.differing = heads.differing_rows(tx)
        checked.state_hash = heads.state_hash(tx)
        checked.journal_hash = heads.journal_hash(tx)
        checked.counts = heads.counts(tx)
        checked.changes = heads.count_changes(tx)
        checked.conflicts, checked.waiting = heads.count_marked(tx)
        checked.quarantine = len(oversight.still_withheld(tx))
        checked.dangling = references.dangling(tx)
    return checked

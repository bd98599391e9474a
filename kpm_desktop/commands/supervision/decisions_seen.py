"""What waits for a decision, with the names of places."""

from dataclasses import dataclass

from kpm_desktop.commands.review.likely_duplicates import LikelyPair, likely_duplicates
from kpm_desktop.commands.supervision.decision_list import Decisions, decision_list
from kpm_desktop.db.store import Store
from kpm_desktop.domain.regions.place_names import Names, names_of


@dataclass(frozen=True, slots=True)
class DecisionsSeen:
    """What waits for a decision, and the names of the regions."""

    found: Decisions
    names: Names


def decisions_seen(store: Store) -> DecisionsSeen:
    """What the page of decisions shows; what is found in records (`finding_list`) lies in the same regions."""
    found = decision_list(store)
    return DecisionsSeen(found, names_of(found.regions))


@dataclass(frozen=True, slots=True)
class DuplicatesSeen:
    """The pairs that may be one, and the names of their regions."""

    pairs: list[LikelyPair]
    names: Names


def duplicates_seen(store: Store) -> DuplicatesSeen:
    """What the page of decisions adds once it is found; looking takes longer than what waits for a decision."""
    pairs = likely_duplicates(store)
    return DuplicatesSeen(pairs, names_of([code for pair in pairs for code in pair.regions]))

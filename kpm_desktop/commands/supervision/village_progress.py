"""How complete a month is: per village the targets visited of all, per laptop the rows of forms 2A and 2B it wrote."""

from dataclasses import dataclass
from datetime import date

from kpm_desktop.commands.households.target_list import target_list
from kpm_desktop.db.queries import oversight
from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class VillageProgress:
    """A village's month: how many of its targets were visited."""

    code: str
    visited: int
    targets: int


def village_progress(store: Store, month: str, village: str, *, today: date) -> VillageProgress:
    """The progress of one village in a month (`2026-11`); villages are asked for one by one, so that nobody waits."""
    due = target_list(store, month, today=today, regions=[village]).due
    return VillageProgress(village, sum(row.visited_on is not None for row in due), len(due))


def laptop_rows(store: Store, month: str) -> dict[tuple[str, str], int]:
    """How many rows of forms 2A and 2B of a month each laptop wrote in, by (device, village)."""
    with store.reading() as tx:
        return oversight.monthly_rows(tx, month)

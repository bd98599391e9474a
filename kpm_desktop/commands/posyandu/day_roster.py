"""Who belongs to a posyandu on a day: children to their fifth birthday, pregnant mothers and those in nifas."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kpm_desktop.commands.records.recent_village import read_recent
from kpm_desktop.db.queries import household_records, village_records
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter, month_of
from kpm_desktop.domain.records.household import Household, Posyandu
from kpm_desktop.domain.roster import Target, roster
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.domain.scorecard.official import official_rules


class DayRoster:
    """One village on a day, in one transaction. targets: everybody of the ages a posyandu sees, gone or not."""

    def __init__(self, tx: Transaction, region: str, day: date) -> None:
        self.region, self.day, self.month = region, day, month_of(day)
        self.village = read_recent(tx, region, day)
        self._posts = household_records.posyandu_groups(tx, self._number(tx))
        self._first_weighed = village_records.first_weighed(tx, region)
        rules = official_rules(Quarter.of(self.month))
        self.targets = [each for each in roster(self.village, Month(self.month), rules, day) if is_of_posyandu(each)]

    def was_weighed(self, child: UUID, before: str) -> bool:
        """Whether a child was weighed in any month before one, however long ago, by whichever of its linked entries."""
        entries = (child, *self.village.groups["person"].members_of(child))
        return any(self._first_weighed.get(one, before) < before for one in entries)

    def _number(self, tx: Transaction) -> int:
        found = household_records.region_no_of(tx, self.region)
        return -1 if found is None else found

    @property
    def posts(self) -> list[Posyandu]:
        """The village's posyandu by name, linked entries of one only once."""
        return sorted(self._posts.records, key=lambda each: each.name)

    def post_of(self, home: Household | None) -> UUID | None:
        """Which posyandu a household belongs to; None where none is named or it is not held."""
        if home is None or home.posyandu_id is None:
            return None
        meant = self._posts.means(home.posyandu_id)
        return meant if any(each.id == meant for each in self._posts.records) else None

    def name_of(self, post: UUID | None) -> str:
        """What a posyandu is called; empty for None and for one that is not held."""
        return next((each.name for each in self._posts.records if each.id == post), "")

    def means(self, post: UUID | None) -> UUID | None:
        """The entry a linked one is read as."""
        return None if post is None else self._posts.means(post)

    def entries_of(self, post: UUID | None) -> tuple[UUID | None, ...]:
        """Every entry that is read as one posyandu."""
        return (None,) if post is None else self._posts.members_of(post)

    def of_post(self, post: UUID | None) -> Iterator[Target]:
        """Its targets; with None those of households that name no posyandu."""
        return (each for each in self.targets if self.post_of(each.household) == post)


def is_of_posyandu(target: Target) -> bool:
    """Whether a posyandu sees somebody of this age: a child once it is born, a mother until nifas ends."""
    if target.pregnancy is None:
        return (target.days or 0) >= 0 and (target.months or 0) <= care_rules().weighing.until_month
    last = max(each.until_day for each in care_rules().postpartum.contacts)
    return target.days is None or target.days <= last

"""Puts made-up saves into a profile as if they had been made on their days."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db import settings
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.db.store import Store
from kpm_desktop.practice.saves import Save

#: Hours of a practice day, UTC: work in the morning (WIB), bundles in the evening.
WORK, DELIVERY = 2, 10
SECOND = timedelta(seconds=1)


class PracticeClock:
    """A laptop's clock on the day it is set to; every look at it is a second later."""

    def __init__(self, day: date) -> None:
        self.set(day, 0)

    def set(self, day: date, hour: int) -> None:
        """Turns it to an hour of a day."""
        self._now = datetime.combine(day, time(hour), UTC)

    def __call__(self) -> datetime:
        self._now += SECOND
        return self._now


def write_saves(store: Store, region: str, saves: Iterable[Save], clock: PracticeClock, hour: int = WORK) -> int:
    """Stores saves in their order in one transaction and gives their number. A later save of a record names what
    this laptop shows of it, as every save does."""
    count, today = 0, None
    unstored: set[UUID] = set()
    with store.writing() as tx:
        batch = RecordBatch(tx, settings.read_identity(tx), clock)
        number = segments.region_no(tx, region)
        for save in saves:
            if save.day != today:
                today = save.day
                clock.set(today, hour)
            base: dict[str, list[str]] = {}
            if not save.is_new:
                if save.id in unstored:
                    batch.flush()
                    unstored.clear()
                shown = heads.state_of(tx, save.kind, number, save.id)
                base = {name: shown[name].base for name in save.values if name in shown}
            unstored.add(save.id)
            batch.add(Entry(region, save.kind, save.id, save.values, base), is_new=save.is_new)
            count += 1
        batch.flush()
    return count

"""Whether the laptop's clock looks wrong, by what this profile holds."""

from datetime import date

from kpm_desktop.db import settings
from kpm_desktop.db.queries import witnesses
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.clock import ClockDoubt, clock_doubt


def check_clock(store: Store, today: date) -> ClockDoubt | None:
    """What speaks against a clock that shows this day; None where nothing does."""
    with store.reading() as tx:
        return check_clock_in(tx, today)


def check_clock_in(tx: Transaction, today: date) -> ClockDoubt | None:
    """The same within an open transaction."""
    return clock_doubt(today, witnesses.witnesses(tx, settings.read_identity(tx).device))

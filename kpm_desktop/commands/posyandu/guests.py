"""Who came to a posyandu's day though another one is theirs: noted on this laptop, so that the list has them again."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction

_PREFIX = "posyandu_guests:"
#: A list that is older is not opened any more.
_KEPT_DAYS = 92


def guests(tx: Transaction, region: str, post: UUID | None, day: date) -> list[UUID]:
    """The children and pregnancies that were added to a day's list, in the order in which they came."""
    found: list[UUID] = settings.read(tx, _name(region, post, day), list[UUID], [])
    return found


def add_guests(store: Store, region: str, post: UUID | None, day: date, *, people: Iterable[UUID]) -> None:
    """Adds children (by person) or mothers (by pregnancy) to a day's list."""
    with store.writing() as tx:
        known = guests(tx, region, post, day)
        settings.write(tx, _name(region, post, day), list(dict.fromkeys((*known, *people))))
        settings.forget_below(tx, _PREFIX, f"{_PREFIX}{day - timedelta(days=_KEPT_DAYS)}")


def _name(region: str, post: UUID | None, day: date) -> str:
    return f"{_PREFIX}{day}:{region}:{post or ''}"

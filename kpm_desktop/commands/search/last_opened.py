"""What somebody opened last. Only ids are kept, inside the encrypted database: it tells whom a cadre was looking at."""

from typing import Literal

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.store import Store

#: As many as are shown where nothing is typed.
MOST = 5

Sort = Literal["person", "home", "laptop", "village"]


class OpenedEntry(msgspec.Struct, frozen=True):
    """Something that was opened: what it is, and its id, key or code."""

    sort: Sort
    key: str


def note_opened(store: Store, entry: OpenedEntry) -> tuple[OpenedEntry, ...]:
    """Puts something first; gives all that is kept of this user, the newest first."""
    with store.writing() as tx:
        before = settings.read(tx, _name(store), list[OpenedEntry], [])
        kept = [entry, *(one for one in before if one != entry)][:MOST]
        settings.write(tx, _name(store), kept)
    return tuple(kept)


def last_opened(store: Store) -> tuple[OpenedEntry, ...]:
    """What this user opened last, the newest first."""
    with store.reading() as tx:
        return tuple(settings.read(tx, _name(store), list[OpenedEntry], []))


def _name(store: Store) -> str:
    return f"last_opened {store.user}"

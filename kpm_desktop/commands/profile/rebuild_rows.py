"""`kpm rebuild`: every row anew from the journal."""

from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import Store


def rebuild_rows(store: Store) -> int:
    """Rebuilds all rows in one transaction; gives the number of records."""
    with store.writing() as tx:
        return heads.rebuild(tx)

"""`kpm rebuild`: every row anew from the journal."""

from kpm_desktop.db.journal import heads
from kpm_desktop.db.queries import kept_lists
from kpm_desktop.db.store import Store


def rebuild_rows(store: Store) -> int:
    """Rebuilds all rows in one transaction; gives the number of records. What lists were made of the old ones is
    forgotten."""
    with store.writing() as tx:
        kept_lists.forget_but(tx, ())
        return heads.rebuild(tx)

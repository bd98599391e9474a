"""`kpm conflict list`: what two people wrote without knowing of each other."""

from kpm_desktop.db import conflicts
from kpm_desktop.db.conflicts import Conflict
from kpm_desktop.db.store import Store


def conflict_list(store: Store) -> list[Conflict]:
    """Every field in conflict with all its values."""
    with store.reading() as tx:
        return conflicts.conflicts(tx)

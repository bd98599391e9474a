"""`kpm conflict list`: what two people wrote without knowing of each other."""

from kpm_desktop.commands.review.conflict_view import ConflictView, view_in
from kpm_desktop.db.journal import conflicts
from kpm_desktop.db.store import Store


def conflict_list(store: Store) -> list[ConflictView]:
    """Every field in conflict with all its values and what helps to choose."""
    with store.reading() as tx:
        return [view_in(tx, found) for found in conflicts.conflicts(tx)]

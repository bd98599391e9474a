"""`kpm backup`: one file with database and keys, opened and counted before it is called done."""

from pathlib import Path

from kpm_desktop.db.store import Store


def back_up(store: Store, out: Path) -> int:
    """Writes a backup whole or not at all and gives the number of changes in it."""
    return store.back_up(out)

"""`kpm restore`: a backup as a new profile, with a new life, so that everybody is told what it holds by now."""

from pathlib import Path

from kpm_desktop.db.delivery.peers import begin_life
from kpm_desktop.db.store import Store, restore_store


def restore_backup(file: Path, folder: Path, password: str) -> Store:
    """Restores into a folder that holds no profile and gives the open profile."""
    return restore_store(file, folder, password, begin_life)

"""`kpm restore`: a backup as a new profile, with a new life, so that everybody is told what it holds by now."""

import secrets
from pathlib import Path

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.store import Store, restore_store


def restore_backup(file: Path, folder: Path, password: str) -> Store:
    """Restores into a folder that holds no profile and gives the open profile."""
    store = restore_store(file, folder, password)
    try:
        with store.writing() as tx:
            identity = settings.read_identity(tx)
            settings.write_identity(tx, msgspec.structs.replace(identity, life=secrets.token_hex(16)))
    except BaseException:
        store.close()
        raise
    return store

"""`kpm recovery`: a new recovery code to print, for one that was lost, seen by others or never written down."""

from pathlib import Path

from kpm_desktop.db import vault
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import take_lock


def renew_recovery_code(folder: Path, password: str) -> str:
    """Gives a new recovery code under a password of the profile. The old code then opens only older backups: the
    key file's predecessor, kept after other changes, is taken away once the new one is proved and durable."""
    keys = vault.read_keys(folder)
    lock = take_lock(folder)
    try:
        unlocked = vault.unlock(keys, password)
        changed, code = vault.with_new_recovery(keys, unlocked.data_key)
        vault.write_keys(folder, changed, lambda made: vault.unlock_with_recovery(made, code))
        with explaining(folder):
            vault.previous_keys(folder).unlink(missing_ok=True)
    finally:
        lock.release()
    return code

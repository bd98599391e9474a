"""`kpm recovery`: a new recovery code to print, for one that was lost, seen by others or never written down."""

from pathlib import Path

from kpm_desktop.db import settings, vault
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store, take_lock

_UNKEPT = "recovery_code_unkept"


def renew_recovery_code(folder: Path, password: str) -> str:
    """Gives a new recovery code under a password of the profile. The old code then opens only older backups: the
    key file's predecessor, kept after other changes, is taken away once the new one is proved and durable."""
    lock = take_lock(folder)
    try:
        return _renewed(folder, password)
    finally:
        lock.release()


def await_keeping(store: Store) -> None:
    """A window is about to show the code of a new profile: nobody has it on paper yet."""
    with store.writing() as tx:
        settings.write(tx, _UNKEPT, True)


def note_kept(store: Store) -> None:
    """Somebody printed the code, wrote it into a file or wrote it down."""
    with store.writing() as tx:
        settings.write(tx, _UNKEPT, False)


def code_to_keep(store: Store, password: str) -> str:
    """A new code where nobody kept the one that was shown, because the program ended before; else nothing."""
    with store.reading() as tx:
        is_unkept = settings.read(tx, _UNKEPT, bool, False)
    return _renewed(store.folder, password) if is_unkept else ""


def _renewed(folder: Path, password: str) -> str:
    keys = vault.read_keys(folder)
    unlocked = vault.unlock(keys, password)
    changed, code = vault.with_new_recovery(keys, unlocked.data_key)
    vault.write_keys(folder, changed, lambda made: vault.unlock_with_recovery(made, code))
    with explaining(folder):
        vault.previous_keys(folder).unlink(missing_ok=True)
    return code

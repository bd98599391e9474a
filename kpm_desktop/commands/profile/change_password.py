"""`kpm password`: a new password under the old one or under the recovery code. The records are not re-encrypted."""

from pathlib import Path

from kpm_desktop.db import vault
from kpm_desktop.db.store import Store, keys_of, take_lock
from kpm_desktop.domain.errors import refused


def change_password(folder: Path, old: str, new: str, *, user: str | None = None, recover: bool = False) -> str:
    """Gives `user` a new password, and the name it was given to. `old` is a password of this profile, or the
    recovery code with `recover`. The old key file is kept beside the new one until the next change."""
    vault.read_keys(folder)  # where there is no profile nothing is made, not even a lock
    lock = take_lock(folder)
    try:
        keys = keys_of(folder)
        unlocked = vault.unlock_with_recovery(keys, old) if recover else vault.unlock(keys, old)
        name = user or unlocked.user or _only_user(keys)
        changed = vault.with_password(keys, name, new, unlocked.data_key)
        vault.write_keys(folder, changed, lambda made: vault.unlock(made, new, name))
    finally:
        lock.release()
    return name


def _only_user(keys: vault.KeyFile) -> str:
    names = [slot.name for slot in keys.slots if slot.kind == "user"]
    if len(names) != 1:
        raise refused("profile.which_user", names=names)
    return names[0]


def new_password(store: Store, old: str, new: str) -> None:
    """Another password for the user who unlocked; the store stays open and locked meanwhile."""
    keys = vault.read_keys(store.folder)
    unlocked = vault.unlock(keys, old, store.user)
    changed = vault.with_password(keys, store.user, new, unlocked.data_key)
    vault.write_keys(store.folder, changed, lambda made: vault.unlock(made, new, store.user))

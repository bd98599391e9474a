"""`kpm user`: whose passwords open this profile, and whose no longer shall."""

from dataclasses import dataclass
from pathlib import Path

from kpm_desktop.db import vault
from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class Keyholders:
    """Who can open a profile. has_unconfirmed: whether a new recovery code was shown that nobody typed back."""

    users: tuple[str, ...]
    has_recovery: bool
    has_unconfirmed: bool


def keyholders(folder: Path) -> Keyholders:
    """What the key file says of itself, which needs no password."""
    slots = vault.read_keys(folder).slots
    codes = [slot.name for slot in slots if slot.kind == "recovery"]
    users = tuple(sorted(slot.name for slot in slots if slot.kind == "user"))
    return Keyholders(users, any(name != vault.UNCONFIRMED for name in codes), vault.UNCONFIRMED in codes)


def remove_user(store: Store, name: str, password: str) -> None:
    """Takes a user's password away, under any password of the profile. Refused for the last user. What was copied
    before, a backup or a key file, that password still opens; only another key (`rekey_profile`) ends that."""
    keys = vault.read_keys(store.folder)
    vault.unlock(keys, password)
    changed = vault.without_user(keys, name)
    vault.write_keys(store.folder, changed, lambda made: None, keep_previous=False)

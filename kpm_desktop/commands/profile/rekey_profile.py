"""`kpm rekey`: everything encrypted anew, for when an old password, recovery code or key file may be known to others.

A new password or code alone wraps the same key again, so what was copied before opens the records of today too. A new
key ends that: an old key file, password or code opens older backups and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from kpm_desktop.commands.profile.renew_recovery_code import note_kept
from kpm_desktop.db import vault
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused, reason, refused


@dataclass(frozen=True, slots=True)
class NewKey:
    """A new key that nothing uses yet. code: its recovery code, to be written down. removed: the other users, whose
    passwords nobody here knows, so that they get theirs anew afterwards."""

    code: str
    removed: tuple[str, ...]
    keys: vault.KeyFile = field(repr=False)
    old_key: bytes = field(repr=False)
    new_key: bytes = field(repr=False)


def prepare_rekey(store: Store, password: str) -> NewKey:
    """A new key under the password of whoever opened the profile; changes nothing."""
    keys = vault.read_keys(store.folder)
    old_key = vault.unlock(keys, password, store.user).data_key
    made, new_key, code = vault.new_keys(store.user, password)
    others = tuple(sorted(slot.name for slot in keys.slots if slot.kind == "user" and slot.name != store.user))
    return NewKey(code, others, made, old_key, new_key)


def rekey_profile(
    store: Store, new: NewKey, typed: str, *, tell: Callable[[int, int], None] = lambda done, total: None
) -> None:
    """Encrypts everything under the new key, whose recovery code was typed back. Killed or failing at any moment, the
    profile opens with its old key file or with the new one; where the new one holds all the same, that is said. tell:
    bytes written, and about how many there will be."""
    if not vault.is_code(typed, new.code):
        raise refused("vault.wrong_recovery")
    store.rekey(new.old_key, new.new_key, new.keys, tell)
    try:
        note_kept(store, new.code)
    except Refused as refusal:  # a code is offered once more at the most
        raise Refused(*refusal.reasons, reason("vault.rekeyed_all_the_same")) from refusal

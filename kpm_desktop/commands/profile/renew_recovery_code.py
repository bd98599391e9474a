"""`kpm recovery`: a new recovery code, for one that was lost, seen by others or never written down.

The new code opens the profile beside the old one until somebody has typed it back; only then the old one is void.
Whatever fails or is given up before leaves the old one valid, and the next attempt takes the new one away.
"""

from kpm_desktop.db import settings, vault
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused

_UNKEPT = "recovery_code_unkept"


def begin_renewal(store: Store, password: str) -> str:
    """A further code under a password of the profile, to be written down; the old one goes on holding."""
    keys = vault.read_keys(store.folder)
    changed, code = vault.with_further_recovery(keys, vault.unlock(keys, password).data_key)
    vault.write_keys(store.folder, changed, lambda made: vault.unlock_with_recovery(made, code))
    return code


def finish_renewal(store: Store, typed: str) -> None:
    """The further code was typed back: it alone holds. The old one then opens only older backups and copies, as
    no predecessor of the key file stays here. Refused where another code was typed."""
    changed = vault.with_confirmed_recovery(vault.read_keys(store.folder), typed)
    vault.write_keys(store.folder, changed, lambda made: vault.unlock_with_recovery(made, typed), keep_previous=False)
    _note_unkept(store, False)


def await_keeping(store: Store) -> None:
    """A window is about to show the code of a new profile: nobody has it on paper yet."""
    _note_unkept(store, True)


def note_kept(store: Store, code: str) -> None:
    """Somebody printed this code, wrote it into a file, wrote it down or came in with it."""
    try:
        finish_renewal(store, code)
    except Refused as refusal:
        if [why.code for why in refusal.reasons] != ["vault.wrong_recovery"]:
            raise
        _note_unkept(store, False)  # it is the one that holds already


def code_to_keep(store: Store, password: str) -> str:
    """A new code where nobody kept the one that was shown, because the program ended before; else nothing."""
    with store.reading() as tx:
        is_unkept = settings.read(tx, _UNKEPT, bool, False)
    return begin_renewal(store, password) if is_unkept else ""


def _note_unkept(store: Store, is_unkept: bool) -> None:
    with store.writing() as tx:
        settings.write(tx, _UNKEPT, is_unkept)

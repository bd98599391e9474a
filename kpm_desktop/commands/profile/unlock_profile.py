"""Opening a profile with a password, mending what an earlier version wrote, and taking in what waited there for this
version of the program or its list of regions."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from kpm_desktop.commands.access.follow_list import follow_list
from kpm_desktop.commands.bundles.take_bundle import Opened, take_bundle
from kpm_desktop.commands.profile.heal_journal import backup_before, heal_journal
from kpm_desktop.db.delivery import newer_bundles
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import Reason, Refused, reason
from kpm_desktop.sync.bundle import READER

Tell = Callable[[Opened], None]
Note = Callable[[Reason], None]


def unlock_profile(
    folder: Path,
    password: str,
    user: str | None = None,
    *,
    tell: Tell = lambda opened: None,
    note: Note = lambda why: None,
) -> Store:
    """The open profile; `tell` hears of every bundle that had waited for a newer program, `note` of what was mended in
    the own work. Raises as `open_store`."""
    store = open_store(folder, password, user)
    # Whatever is wrong with what waited, it must not keep anybody from the records; it goes on waiting.
    with contextlib.suppress(Exception):
        _mend(store, note)
    with contextlib.suppress(Exception):
        follow_list(store)
    with contextlib.suppress(Exception):
        take_readable(store, tell)
    return store


def _mend(store: Store, note: Note) -> None:
    try:
        done = heal_journal(store)
    except Refused as refusal:
        for why in refusal.reasons:
            note(reason("store.not_healed", why=why))
        return
    if done.old:
        note(reason("store.healed", count=done.records, path=backup_before(store.folder)))


def take_readable(store: Store, tell: Tell = lambda opened: None) -> None:
    """Takes in every kept bundle this program can read; what turns out to be damaged or foreign waits no longer."""
    for file in newer_bundles.readable(store.folder, READER):
        opened = take_bundle(store, file)
        tell(opened)
        if all(why.code.startswith("bundle.") for why in opened.reasons) and opened.outcome != "newer":
            newer_bundles.drop(file)

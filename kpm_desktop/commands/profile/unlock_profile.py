"""Opening a profile with a password, and taking in what waited there for this version of the program or its list of
regions."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from kpm_desktop.commands.access.follow_list import follow_list
from kpm_desktop.commands.bundles.take_bundle import Opened, take_bundle
from kpm_desktop.db.delivery import newer_bundles
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.sync.bundle import READER

Tell = Callable[[Opened], None]


def unlock_profile(folder: Path, password: str, user: str | None = None, *, tell: Tell = lambda opened: None) -> Store:
    """The open profile; `tell` hears of every bundle that had waited for a newer program. Raises as `open_store`."""
    store = open_store(folder, password, user)
    # Whatever is wrong with what waited, it must not keep anybody from the records; it goes on waiting.
    with contextlib.suppress(Exception):
        follow_list(store)
    with contextlib.suppress(Exception):
        take_readable(store, tell)
    return store


def take_readable(store: Store, tell: Tell = lambda opened: None) -> None:
    """Takes in every kept bundle this program can read; what turns out to be damaged or foreign waits no longer."""
    for file in newer_bundles.readable(store.folder, READER):
        opened = take_bundle(store, file)
        tell(opened)
        if all(why.code.startswith("bundle.") for why in opened.reasons) and opened.outcome != "newer":
            newer_bundles.drop(file)

"""What a user does with the profile that is open."""

from typing import Any

from kpm_desktop.commands.profile.profile_status import profile_overview
from kpm_desktop.db.store import Store


def status(store: Store) -> dict[str, Any]:
    """What `kpm status` says, without the state hash, which nobody reads in a window."""
    with store.reading() as tx:
        return profile_overview(tx, store.folder)

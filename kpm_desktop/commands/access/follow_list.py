"""Another list of regions changes what covers what, and with it whose work counts: that is worked out once, when a
profile is first opened with it (docs/decisions/0033)."""

import hashlib

from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.regions.region_files import SUCCESSORS, packed

#: The list by which the journal was last judged.
JUDGED_BY = "region_list"


def follow_list(store: Store) -> None:
    """Takes what waited because an earlier list did not vouch for it, and sets aside what this one does not."""
    with store.reading() as tx:
        before = settings.read(tx, JUDGED_BY, str, "")
    if before == _list_of_today():
        return
    with store.writing() as tx:
        release_waiting(tx, settings.read_identity(tx), from_the_start=bool(before))
        note_list(tx)


def note_list(tx: Transaction) -> None:
    """What is in the journal was judged by the list of today."""
    settings.write(tx, JUDGED_BY, _list_of_today())


def _list_of_today() -> str:
    return hashlib.sha256(packed(SUCCESSORS)).hexdigest()

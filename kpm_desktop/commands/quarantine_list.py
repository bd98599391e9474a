"""`kpm quarantine list`: values that break a limit, kept and passed on but not used until somebody repairs them."""

from kpm_desktop.db import quarantined
from kpm_desktop.db.quarantined import Withheld
from kpm_desktop.db.store import Store


def quarantine_list(store: Store) -> list[Withheld]:
    """Everything withheld, in the order it came."""
    with store.reading() as tx:
        return quarantined.withheld(tx)

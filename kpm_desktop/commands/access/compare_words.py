"""What two people found when they compared the eight words after the invitation had been taken."""

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.db.store import Store


def confirm_words(store: Store, supervisor: str) -> None:
    """The words of a supervisor (signing key) are the same."""
    with store.writing() as tx:
        invitations.confirm_joined(tx, supervisor)


def refuse_words(store: Store, supervisor: str) -> None:
    """Some differ: the invitation may come from somebody else, so nothing goes to its writer any more. Records and
    what was sent are left as they are; with the last invitation the programme is forgotten too."""
    with store.writing() as tx:
        peers.set_upstream(tx, supervisor, is_upstream=False)
        if not invitations.drop_joined(tx, supervisor):
            identity = settings.read_identity(tx)
            settings.write_identity(tx, msgspec.structs.replace(identity, programme="", recovery=""))

"""The recovery recipient is the programme's word, not the inviter's: a paper its key signed about itself.

The newest one held counts on every device of the programme. Where there is none, what a device joined with stays, and
it is shown as unsigned (docs/bundle-format.md, "Credentials").
"""

import msgspec

from kpm_desktop.commands.access.issue_credential import keep_credential
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations
from kpm_desktop.db.journal.journal import Clock, instant
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import credentials
from kpm_desktop.sync.access import read_access, told_recovery
from kpm_desktop.sync.credentials import RECOVERY
from kpm_desktop.sync.seal import SigningKey
from kpm_desktop.sync.words import programme_name


def follow_recovery(tx: Transaction, identity: Identity) -> Identity:
    """Goes over to the recovery recipient the programme's key named last, where it ever did."""
    told = told_recovery(tx, identity.programme)
    if told is None or told.age == identity.recovery:
        return identity
    identity = msgspec.structs.replace(identity, recovery=told.age)
    settings.write_identity(tx, identity)
    return identity


def sign_recovery(
    tx: Transaction, identity: Identity, clock: Clock, key: SigningKey, recovery: str | None = None
) -> Identity:
    """Signs the recovery recipient with the programme's key, as its sheet is at hand, where the newest paper held names
    no such one.

    recovery: what the sheet says. Without it this device's own is taken, where no inviter told it.
    """
    told = told_recovery(tx, key.public)
    if recovery is None:
        if told is not None or not _has_it_from_the_sheet(tx, identity, key):
            return identity
        recovery = identity.recovery
    if told is None or told.age != recovery:
        paper = credentials.issue(
            key,
            device=key.public,
            age=recovery,
            role=RECOVERY,
            regions=identity.regions,
            person=programme_name(key.public),
            issued_at=instant(clock()),
        )
        keep_credential(tx, identity, clock, paper)
    return follow_recovery(tx, identity)


def _has_it_from_the_sheet(tx: Transaction, identity: Identity, key: SigningKey) -> bool:
    """Whether this device made the programme's keys or took the programme over: then the key itself vouches for it, and
    it took nobody's invitation."""
    if key.public != identity.programme or invitations.has_joined(tx):
        return False
    held = read_access(tx, identity).proved.held.get(identity.device, ())
    return any(statement.issuer == key.public for statement in held)

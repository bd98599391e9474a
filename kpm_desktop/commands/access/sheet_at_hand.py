"""The sheet of a programme that is about to begin: two keys and nothing that rests on them yet.

They stay in the encrypted database from when they were made until the first invitation is written; so whatever fails in
between, the next attempt hands over the same sheet, and one that was printed already stays true.
"""

from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import Clock
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.sheet import Sheet

_AT_HAND = "sheet_at_hand"


def sheet_at_hand(tx: Transaction, identity: Identity, clock: Clock) -> Sheet:
    """The sheet to be kept before anything rests on it: that of the attempt before, else a new one."""
    sheet: Sheet | None = settings.read(tx, _AT_HAND, Sheet)
    if sheet is None:
        keys = SigningKey.generate(), AgeIdentity.generate()
        sheet = Sheet.of(*keys, person=identity.user, regions=identity.regions, made_on=civil_day(clock()))
        settings.write(tx, _AT_HAND, sheet)
    return sheet


def forget_sheet(tx: Transaction) -> None:
    """A programme rests on it, or on another one: nothing but paper holds it from now on."""
    settings.forget(tx, _AT_HAND)

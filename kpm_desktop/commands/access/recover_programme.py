"""`kpm recover`: a new supervisor's profile takes a programme over, from nothing but the sheet that was locked away.

The programme key signs one credential and is forgotten again. What cadres hold comes in with their next bundles; what
lies on old sticks is opened with the sheet's recovery key (`kpm import --recovery-file`).
"""

from dataclasses import dataclass

import msgspec

from kpm_desktop.commands.access.issue_credential import keep_credential
from kpm_desktop.commands.access.programme_recovery import sign_recovery
from kpm_desktop.commands.access.sheet_at_hand import forget_sheet
from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync import credentials
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class Recovered:
    """The programme's eight words, and the regions this device now supervises."""

    words: tuple[str, ...]
    regions: tuple[str, ...]


def recover_programme(
    store: Store, programme: SigningKey, recovery: AgeIdentity, *, clock: Clock = system_clock
) -> Recovered:
    """Makes this profile a supervisor of the programme, signed for by its key. Neither secret is stored.

    Refused in a cadre's profile, and in one that belongs to another programme.
    """
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        if identity.role != credentials.SUPERVISOR:
            raise refused("profile.supervisor_only")
        if identity.programme not in ("", programme.public):
            raise refused("sheet.already_programme", words=list(words_of(identity.programme)))
        identity = msgspec.structs.replace(identity, programme=programme.public, recovery=recovery.recipient)
        settings.write_identity(tx, identity)
        paper = credentials.issue(
            programme,
            device=identity.device,
            age=identity.age,
            role=credentials.SUPERVISOR,
            regions=identity.regions,
            person=identity.user,
            issued_at=instant(clock()),
        )
        keep_credential(tx, identity, clock, paper)
        sign_recovery(tx, identity, clock, programme, recovery.recipient)
        forget_sheet(tx)
    return Recovered(words_of(programme.public), identity.regions)

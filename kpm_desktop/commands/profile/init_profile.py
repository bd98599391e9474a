"""`kpm init`: a new profile with its keys, its role and its villages."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kpm_desktop.commands.access.follow_list import note_list
from kpm_desktop.commands.profile.heal_journal import note_checked
from kpm_desktop.db import settings
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store, create_store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.records.tidy import bare, tidy_line
from kpm_desktop.domain.records.vocabulary import REGION_CODE, VILLAGE_CODE
from kpm_desktop.domain.regions import region_list
from kpm_desktop.domain.regions.place_names import Renumbered, renumbered
from kpm_desktop.domain.regions.region_code import as_region
from kpm_desktop.exchange.cells import matches
from kpm_desktop.sync.seal import AgeIdentity, SigningKey

ROLES = ("cadre", "supervisor")
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class NewProfile:
    """An open new profile, its recovery code to print, the codes no region list knows, and those that are gone from
    it."""

    store: Store
    recovery_code: str
    unlisted: tuple[str, ...]
    gone: tuple[Renumbered, ...]


def init_profile(
    folder: Path, *, role: str, name: str, villages: Sequence[str], password: str, old_codes: bool = False
) -> NewProfile:
    """Makes a profile. A cadre's codes are villages, a supervisor's may be regions of any level.

    old_codes: codes are taken although the list of today has others for the same regions. Refused on a code that is
    not well-formed or, otherwise, has another in today's list, an empty or too long name, a short password, an
    existing profile.
    """
    name = tidy_line(name)
    if not 1 <= len(name) <= LONGEST_NAME:
        raise refused("profile.name_length", count=len(name), limit=LONGEST_NAME)
    codes = tuple(sorted({as_region(bare(code)) for code in villages}))
    for code in codes:
        if not matches(VILLAGE_CODE if role == "cadre" else REGION_CODE, code):
            raise refused("profile.not_a_village" if role == "cadre" else "profile.not_a_region", value=code)
    gone = renumbered(codes)
    changed = [each for each in gone if each.now and not old_codes]
    if changed:
        raise Refused(*(each.told("profile.region_gone") for each in changed))
    store, recovery_code = create_store(folder, name, password, partial(_fill, identity=_identity(role, name, codes)))
    unlisted = tuple(code for code in codes if not region_list.is_known(code))
    return NewProfile(store, recovery_code, unlisted, gone)


def _fill(tx: Transaction, identity: Identity) -> None:
    settings.write_identity(tx, identity)
    note_list(tx)
    note_checked(tx)


def _identity(role: str, name: str, codes: tuple[str, ...]) -> Identity:
    signing, age = SigningKey.generate(), AgeIdentity.generate()
    return Identity(
        role=role,
        user=name,
        regions=codes,
        device=signing.public,
        signing_secret=signing.secret,
        age_secret=age.text,
        age=age.recipient,
        life=secrets.token_hex(16),
    )

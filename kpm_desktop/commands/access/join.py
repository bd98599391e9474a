"""`kpm join`: takes an invitation, so that bundles can be sealed for the supervisor who wrote it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from kpm_desktop.commands.access.programme_recovery import follow_recovery, sign_recovery
from kpm_desktop.commands.access.sheet_at_hand import forget_sheet
from kpm_desktop.commands.access.succession import follow_succession, name_successor
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.db.files import reading
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.sync.access import read_access, told_recovery
from kpm_desktop.sync.credentials import SUPERVISOR, signed
from kpm_desktop.sync.invitation import MAX_FILE, Invitation, check_recovery, is_expired, read_invitation
from kpm_desktop.sync.seal import SigningKey
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class Joined:
    """The invitation, the programme's eight words to compare, whether somebody has, and whether it has run out.
    is_recovery_signed: whether the programme's key named the recovery recipient this device uses."""

    invitation: Invitation
    words: tuple[str, ...]
    confirmed: bool
    expired: bool
    is_recovery_signed: bool


def join(
    store: Store,
    file: Path,
    *,
    confirm_words: bool = False,
    key: SigningKey | None = None,
    recovery: str | None = None,
    clock: Clock = system_clock,
) -> Joined:
    """Takes an invitation; taken again, it changes nothing but that the words may now be confirmed.

    key: that of this profile's programme, with which it joins the invitation's; recovery: the recipient its sheet
    names, where that part is at hand. Refused when the profile's own codes lie outside the invitation's, when it is of
    another programme and brings no such key, or when the programme's key named another recovery recipient.
    """
    with reading(file) as source:
        invitation = read_invitation(source.read(MAX_FILE + 1))
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        for code in identity.regions:
            if not is_covered(code, invitation.regions):
                raise refused("access.outside_invitation", value=code, limit=invitation.regions)
        if invitation.supervisor.device == identity.device:
            raise refused("access.own_invitation")
        chain = signed(invitation.chain)
        papers.keep(tx, ((paper.statement, paper.signature) for paper in chain.values()))
        check_recovery(invitation, told_recovery(tx, invitation.programme))
        forget_sheet(tx)  # of a programme that was never begun
        if identity.programme not in ("", invitation.programme):
            identity = _come_together(tx, identity, invitation, key, recovery, clock)
        else:
            recovery = identity.recovery if identity.programme else invitation.recovery
            identity = msgspec.structs.replace(identity, programme=invitation.programme, recovery=recovery)
            settings.write_identity(tx, identity)
            identity = follow_recovery(tx, identity)
        peers.keep_peer(
            tx,
            device=invitation.supervisor.device,
            age=invitation.supervisor.age,
            name=invitation.supervisor.name,
            device_name="",
            is_upstream=True,
        )
        confirmed = invitations.keep_joined(tx, invitation, confirmed=confirm_words)
        is_signed = told_recovery(tx, identity.programme) is not None
    expired = is_expired(invitation.expires_at, clock())
    return Joined(invitation, words_of(invitation.programme), confirmed, expired, is_signed)


def _come_together(
    tx: Transaction,
    identity: Identity,
    invitation: Invitation,
    key: SigningKey | None,
    recovery: str | None,
    clock: Clock,
) -> Identity:
    """An invitation of another programme is taken when that one follows this profile's: by papers that are known, or
    because the holder of this programme's key says so now."""
    identity = follow_succession(tx, identity, clock)
    if read_access(tx, identity).is_root(invitation.programme):
        return identity
    if key is None:
        raise refused("access.other_programme")
    if identity.role != SUPERVISOR:
        raise refused("profile.supervisor_only")
    if key.public != identity.programme:
        raise refused("sheet.other_programme", words=list(words_of(key.public)))
    identity = sign_recovery(tx, identity, clock, key, recovery)
    name_successor(tx, identity, clock, key, invitation)
    return follow_succession(tx, identity, clock)

"""`kpm join`: takes an invitation, so that bundles can be sealed for the supervisor who wrote it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from kpm_desktop.db import invitations, papers, peers, settings
from kpm_desktop.db.files import explaining
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.streams import covers
from kpm_desktop.sync.invitation import MAX_FILE, Invitation, is_expired, read_invitation
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class Joined:
    """The invitation, the programme's six words to compare, whether somebody has, and whether it has run out."""

    invitation: Invitation
    words: tuple[str, ...]
    confirmed: bool
    expired: bool


def join(store: Store, file: Path, *, confirm_words: bool = False, clock: Clock = system_clock) -> Joined:
    """Takes an invitation; taken again, it changes nothing but that the words may now be confirmed.

    Refused when the profile's own codes lie outside the invitation's, or it belongs to another programme.
    """
    with explaining(file), file.open("rb") as source:
        invitation = read_invitation(source.read(MAX_FILE + 1))
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        for code in identity.regions:
            if not any(covers(invited, code) for invited in invitation.regions):
                raise refused("access.outside_invitation", value=code, limit=invitation.regions)
        if invitation.supervisor.device == identity.device:
            raise refused("access.own_invitation")
        if identity.programme not in ("", invitation.programme):
            raise refused("access.other_programme")
        identity = msgspec.structs.replace(identity, programme=invitation.programme, recovery=invitation.recovery)
        settings.write_identity(tx, identity)
        papers.keep(tx, ((paper.statement, paper.signature) for paper in invitation.chain))
        peers.keep_peer(
            tx,
            device=invitation.supervisor.device,
            age=invitation.supervisor.age,
            name=invitation.supervisor.name,
            device_name="",
            is_upstream=True,
        )
        confirmed = invitations.keep_joined(tx, invitation, confirmed=confirm_words)
    return Joined(invitation, words_of(invitation.programme), confirmed, is_expired(invitation.expires_at, clock()))

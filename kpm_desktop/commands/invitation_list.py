"""The invitations written here: for whom, which may still be used, and who came of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kpm_desktop.commands.invite import VALID_DAYS
from kpm_desktop.db import invitations, peers, settings
from kpm_desktop.db.invitations import Candidate
from kpm_desktop.db.store import Store
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class Written:
    """An invitation. state: open, used or expired. used_by: the name of the laptop's person it let in."""

    id: str
    person: str
    regions: tuple[str, ...]
    role: str
    written_on: date
    expires_on: date
    state: str
    used_by: str


@dataclass(frozen=True, slots=True)
class InvitationList:
    """The invitations, the newest first, the devices that wait for their six words, and the programme's own six
    words; without a programme the first invitation makes it and its sheet."""

    written: tuple[Written, ...]
    waiting: tuple[Candidate, ...]
    words: tuple[str, ...]

    @property
    def needs_sheet(self) -> bool:
        """Whether the programme's sheet is still to be made."""
        return not self.words


def invitation_list(store: Store, *, today: date) -> InvitationList:
    """Everything the page of invitations shows."""
    with store.reading() as tx:
        names = {peer.device: peer.device_name or peer.name for peer in peers.peers(tx)}
        written = []
        for issued in invitations.all_issued(tx):
            expires = datetime.fromisoformat(issued.expires_at).astimezone().date()
            state = "used" if issued.used_by else "open" if expires > today else "expired"
            written.append(
                Written(
                    id=issued.id,
                    person=issued.person,
                    regions=issued.regions,
                    role=issued.role,
                    written_on=expires - timedelta(days=VALID_DAYS),
                    expires_on=expires,
                    state=state,
                    used_by=names.get(issued.used_by, issued.used_by[:8]),
                )
            )
        programme = settings.read_identity(tx).programme
        words = words_of(programme) if programme else ()
        return InvitationList(tuple(written), tuple(invitations.candidates(tx)), words)

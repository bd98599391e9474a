"""`kpm device decline`: a stranger's laptop is asked about no more, and an invitation nobody used lets nobody in."""

from dataclasses import dataclass

from kpm_desktop.commands.access.find_device import find_device
from kpm_desktop.db.delivery import invitations
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Whom this turned away."""

    device: str
    name: str


def turn_away_device(store: Store, asked: str) -> TurnedAway:
    """A laptop that waits for its words waits no longer and is not asked about again. What it sent stays kept, and
    a fresh invitation lets it in. Refused for one that does not wait."""
    with store.writing() as tx:
        candidates = {candidate.device: candidate for candidate in invitations.candidates(tx)}
        found = candidates[find_device(asked, candidates)]
        invitations.drop_candidate(tx, found.device)
        invitations.note_turned_away(tx, found.device)
    return TurnedAway(found.device, found.device_name)


def take_back_invitation(store: Store, invitation: str, *, clock: Clock = system_clock) -> str:
    """An invitation (its id) that was not used ends now: who opens it later waits for the words. Gives the name it
    was for; refused where it let somebody in."""
    with store.writing() as tx:
        found = invitations.issued(tx, invitation)
        if found is None or found.used_by:
            raise refused("access.invitation_used", value=found.person if found is not None else invitation)
        invitations.end(tx, invitation, instant(clock()))
        return found.person

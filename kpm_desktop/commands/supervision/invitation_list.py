"""The invitations written here: for whom, which may still be used, and who came of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kpm_desktop.commands.access.invite import VALID_DAYS
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers, standing
from kpm_desktop.db.delivery.invitations import Candidate, Issued
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.place_names import Names, names_of
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR
from kpm_desktop.sync.words import words_of


@dataclass(frozen=True, slots=True)
class Written:
    """An invitation. state: open, used, expired, or doubted (from before a restore, so perhaps used since). used_by:
    the name of the laptop's person it let in."""

    id: str
    person: str
    regions: tuple[str, ...]
    role: str
    written_on: date
    expires_on: date
    state: str
    used_by: str


@dataclass(frozen=True, slots=True)
class Other:
    """A device of these regions that never delivered here: somebody else let it in. is_revoked: its later work does
    not count."""

    key: str
    name: str
    role: str
    regions: tuple[str, ...]
    is_revoked: bool


@dataclass(frozen=True, slots=True)
class InvitationList:
    """The invitations, the newest first, the devices that wait for their eight words, those let in elsewhere, and the
    programme's own eight words; without a programme the first invitation makes it and its sheet."""

    written: tuple[Written, ...]
    waiting: tuple[Candidate, ...]
    others: tuple[Other, ...]
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
            expires = civil_day(datetime.fromisoformat(issued.expires_at))
            state = _state(issued, is_open=expires > today)
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
        identity = settings.read_identity(tx)
        words = words_of(identity.programme) if identity.programme else ()
        return InvitationList(tuple(written), tuple(invitations.candidates(tx)), tuple(_others(tx, identity)), words)


def _state(issued: Issued, *, is_open: bool) -> str:
    if issued.used_by:
        return "used"
    if not is_open:
        return "expired"
    return "doubted" if issued.is_doubted else "open"


def count_waiting(store: Store) -> int:
    """How many devices wait for their eight words."""
    with store.reading() as tx:
        return len(invitations.candidates(tx))


def _others(tx: Transaction, identity: Identity) -> Iterator[Other]:
    """Those whose papers are known and whose regions meet this device's, but who are no peers of it."""
    access, revoked = read_access(tx, identity), standing.revoked(tx)
    met = {identity.device, *(peer.device for peer in peers.peers(tx))}
    for device, (nearest, *_) in sorted(access.proved.held.items()):
        regions = access.regions_of(device)
        if device not in met and any(is_covered(code, identity.regions) for code in regions):
            role = SUPERVISOR if any(access.supervises(device, code) for code in regions) else CADRE
            yield Other(device, nearest.person, role, regions, device in revoked)


@dataclass(frozen=True, slots=True)
class InvitationsSeen:
    """The invitations, the names of their regions, and the programme's eight words once there is one."""

    listed: InvitationList
    names: Names
    words: tuple[str, ...]


def invitations_seen(store: Store, today: date) -> InvitationsSeen:
    """What the page of invitations shows."""
    listed = invitation_list(store, today=today)
    codes = [code for written in listed.written for code in written.regions]
    codes += [code for candidate in listed.waiting for code in candidate.regions]
    codes += [code for other in listed.others for code in other.regions]
    return InvitationsSeen(listed, names_of(codes), listed.words)

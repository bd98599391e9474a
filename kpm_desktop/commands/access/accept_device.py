"""`kpm device accept`: lets a waiting device in after its words were compared with its owner."""

from dataclasses import dataclass

from kpm_desktop.commands.access.find_device import find_device
from kpm_desktop.commands.access.issue_credential import issue_credential
from kpm_desktop.commands.access.release_waiting import release_waiting
from kpm_desktop.commands.access.revokers import revokers
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations, peers, revoked, standing
from kpm_desktop.db.delivery.invitations import Candidate
from kpm_desktop.db.journal.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.credentials import CADRE


@dataclass(frozen=True, slots=True)
class Accepted:
    """Whom this let in, as what and for which regions, and how many waiting changes came in with it."""

    device: str
    name: str
    role: str
    regions: tuple[str, ...]
    changes: int


def accept_device(store: Store, asked: str, *, role: str = CADRE, clock: Clock = system_clock) -> Accepted:
    """Issues a credential for a waiting device for the regions it was set up for. Name and role are what people say:
    the invitation it answers lends it nothing, as its code did not prove that it was meant. A device whose work is held
    and whose paper came beside it alone, as from the old sticks of a laptop that is gone, waits in the same way."""
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        if not identity.programme:
            raise refused("access.no_programme")
        access = read_access(tx, identity)
        candidates = {one.device: one for one in (*without_record(tx, access), *invitations.candidates(tx))}
        candidate = candidates[find_device(asked, candidates)]
        if by := revokers(tx, access, candidate.device, candidate.regions):
            raise refused("access.revoked_waits", name=candidate.device_name, by=by)
        name = candidate.device_name
        regions = to_give(candidate, identity.regions)
        if not regions:
            raise refused("profile.outside", value=", ".join(candidate.regions), limit=identity.regions)
        if beyond := access.beyond(identity.device, regions):
            raise refused("access.beyond_papers", value=beyond)
        issue_credential(
            tx,
            identity,
            clock,
            device=candidate.device,
            age=candidate.age,
            role=role,
            regions=regions,
            person=name,
        )
        peers.keep_peer(
            tx,
            device=candidate.device,
            age=candidate.age,
            name=name,
            device_name=candidate.device_name,
            is_upstream=False,
        )
        invitations.drop_candidate(tx, candidate.device)
        taken = release_waiting(tx, identity)
    return Accepted(candidate.device, name, role, regions, sum(taken.new.values()))


def without_record(tx: Transaction, access: Access) -> list[Candidate]:
    """The devices of which work is held that counts for nobody, as their papers are proved and nowhere recorded."""
    stopped = standing.revoked(tx)
    found = []
    for device in revoked.set_aside_since(tx, 0):
        statement = access.statement_of(device)
        if statement is None or device in stopped or device == access.own:
            continue
        if not access.vouches(access.own, device, statement.regions):
            found.append(
                Candidate(
                    device=device,
                    age=statement.age,
                    device_name=statement.person,
                    regions=statement.regions,
                    invitation="",
                    code="",
                    asked_at="",
                )
            )
    return found


def to_give(candidate: Candidate, own: tuple[str, ...]) -> tuple[str, ...]:
    """The regions a device was set up for, as far as they are this supervisor's to give."""
    return tuple(code for code in candidate.regions if is_covered(code, own))

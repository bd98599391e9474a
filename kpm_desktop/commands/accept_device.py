"""`kpm device accept`: lets a waiting device in after its six words were compared with its owner."""

from dataclasses import dataclass

from kpm_desktop.commands.find_device import find_device
from kpm_desktop.commands.import_bundle import release_waiting
from kpm_desktop.commands.issue_credential import issue_credential
from kpm_desktop.db import invitations, peers, settings, waiting
from kpm_desktop.db.invitations import Candidate, Issued
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused


@dataclass(frozen=True, slots=True)
class Accepted:
    """Whom this let in, and how many waiting changes came in with it."""

    device: str
    name: str
    changes: int


def accept_device(store: Store, asked: str, *, clock: Clock = system_clock) -> Accepted:
    """Issues a credential for a waiting device, with the role and regions of its invitation where it is known."""
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        if not identity.programme:
            raise refused("access.no_programme")
        candidates = {candidate.device: candidate for candidate in invitations.candidates(tx)}
        candidate = candidates[find_device(asked, candidates)]
        known = invitations.issued(tx, candidate.invitation)
        name = known.person if known and known.person != "KPM" else candidate.device_name
        issue_credential(
            tx,
            identity,
            clock,
            device=candidate.device,
            age=candidate.age,
            role=known.role if known else "cadre",
            regions=_regions(tx, candidate, known, identity.regions),
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
    return Accepted(candidate.device, name, sum(taken.new.values()))


def _regions(tx: Transaction, candidate: Candidate, known: Issued | None, own: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the invitation; of an unknown one, those the device's waiting work is about."""
    if known is not None:
        return known.regions
    worked = {kept.region for kept in waiting.waiting(tx) if kept.device == candidate.device}
    return tuple(sorted(worked)) or own

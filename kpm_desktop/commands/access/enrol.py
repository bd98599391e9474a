"""Letting a device in by its invitation's one-time code; what the code does not prove waits for the words."""

from kpm_desktop.commands.access.issue_credential import issue_credential
from kpm_desktop.commands.access.revokers import REVOKED, revokers
from kpm_desktop.db.delivery import invitations, peers
from kpm_desktop.db.delivery.invitations import Candidate, Issued
from kpm_desktop.db.journal.journal import Clock, instant
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.sync import invitation as papers
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.header import Enrolment
from kpm_desktop.sync.invitation import EnrolmentBody


def enrol(tx: Transaction, identity: Identity, line: Enrolment, sender: str, clock: Clock) -> tuple[str, Reason | None]:
    """Judges an enrolment; gives the name of whoever was let in just now, and why somebody waits. Who is vouched
    for by others only is let in by this device as well, and never waits; who was revoked does."""
    body = papers.read_enrolment(line)
    access = read_access(tx, identity)
    if by := revokers(tx, access, sender, body.regions):
        _ask(tx, body, REVOKED, clock)
        return "", reason(REVOKED, device_name=body.device_name, by=by)
    if access.vouches(identity.device, sender, body.regions):
        return "", None
    known = invitations.issued(tx, str(body.invitation))
    verdict = papers.judge(line, sender, _kept(known), clock())
    if verdict.outcome == "enrol" and known is not None:
        name = known.person if known.person != "KPM" else body.device_name
        issue_credential(
            tx, identity, clock, device=sender, age=body.age, role=known.role, regions=body.regions, person=name
        )
        invitations.note_used(tx, known.id, sender)
        peers.keep_peer(tx, device=sender, age=body.age, name=name, device_name=body.device_name, is_upstream=False)
        return name, None
    is_stranger = access.statement_of(sender) is None and sender not in invitations.turned_away(tx)
    if verdict.outcome == "wait" and verdict.why is not None and is_stranger:
        _ask(tx, body, verdict.why.code, clock)
        return "", verdict.why
    return "", None


def _kept(known: Issued | None) -> papers.Issued | None:
    if known is None:
        return None
    return papers.Issued(known.code, known.expires_at, known.regions, known.used_by, known.is_doubted)


def _ask(tx: Transaction, body: EnrolmentBody, why: str, clock: Clock) -> None:
    """Remembers a device that waits, and why; one that somebody turned away is asked about no more."""
    if body.device in invitations.turned_away(tx):
        return
    candidate = Candidate(
        device=body.device,
        age=body.age,
        device_name=body.device_name,
        regions=body.regions,
        invitation=str(body.invitation),
        code=why,
        asked_at=instant(clock()),
    )
    invitations.keep_candidate(tx, candidate)

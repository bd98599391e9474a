"""A programme joins another: its key names the one that follows, and devices go over when nothing is lost by it.

Both sides have to agree. The old key signs a paper of role `programme` that names the new one; a supervisor under the
new key vouches for the old one as a supervisor of its own regions, so that whatever rests on it stays proved
(docs/bundle-format.md, "A programme joins another").
"""

import msgspec

from kpm_desktop.commands.access.issue_credential import keep_credential, programme_as_author, record_credential
from kpm_desktop.commands.access.programme_recovery import follow_recovery
from kpm_desktop.db import settings
from kpm_desktop.db.journal.journal import Clock, instant
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.sync import credentials, outgoing
from kpm_desktop.sync.access import read_access
from kpm_desktop.sync.credentials import GIVES_NO_RIGHT, PROGRAMME, SUPERVISOR, Proved, Statement
from kpm_desktop.sync.invitation import Invitation
from kpm_desktop.sync.seal import SigningKey
from kpm_desktop.sync.words import programme_name


def name_successor(tx: Transaction, identity: Identity, clock: Clock, key: SigningKey, invitation: Invitation) -> None:
    """Signs, with the key of this device's programme, that an invitation's programme follows it in this device's
    regions. The recovery key goes over with it. What the key signed before is recorded in a stream of its own: it will
    be one supervisor among others, whose papers count where it recorded them itself."""
    paper = credentials.issue(
        key,
        device=invitation.programme,
        age=invitation.recovery,
        role=PROGRAMME,
        regions=identity.regions,
        person=programme_name(invitation.programme),
        issued_at=instant(clock()),
    )
    keep_credential(tx, identity, clock, paper)
    own = programme_as_author(identity, key)
    for statement, given in read_access(tx, identity).papers.items():
        if statement.issuer == key.public and statement.role not in GIVES_NO_RIGHT:
            record_credential(tx, own, clock, given)
    outgoing.seal_own(tx, own)


def follow_succession(tx: Transaction, identity: Identity, clock: Clock) -> Identity:
    """Goes over to the programme key that follows this device's own, once papers from there make the old key a
    supervisor of all this device's regions; a supervisor let in there vouches for the old key itself. Goes over to the
    recovery recipient as well that the programme's key named last."""
    while identity.programme:
        followed = _next(tx, identity, clock)
        if followed is None:
            break
        identity = msgspec.structs.replace(identity, programme=followed.device, recovery=followed.age)
        settings.write_identity(tx, identity)
    return follow_recovery(tx, identity)


def _next(tx: Transaction, identity: Identity, clock: Clock) -> Statement | None:
    papers = read_access(tx, identity).papers
    for named in credentials.successors(identity.programme, papers, identity.regions):
        if named.issuer == identity.programme:
            under = credentials.prove(named.device, papers)
            if not _supervises(under, identity.programme, identity) and _supervises(under, identity.device, identity):
                under = credentials.prove(named.device, [*papers, _vouch(tx, identity, clock)])
            if _supervises(under, identity.programme, identity):
                return named
    return None


def _supervises(under: Proved, key: str, identity: Identity) -> bool:
    held = under.held.get(key, ())
    return any(one.role == SUPERVISOR and all(map(one.covers, identity.regions)) for one in held)


def _vouch(tx: Transaction, identity: Identity, clock: Clock) -> Statement:
    """The paper that keeps what rests on the old programme key proved."""
    paper = credentials.issue(
        SigningKey.from_hex(identity.signing_secret),
        device=identity.programme,
        age=identity.recovery,
        role=SUPERVISOR,
        regions=identity.regions,
        person=programme_name(identity.programme),
        issued_at=instant(clock()),
    )
    keep_credential(tx, identity, clock, paper)
    return credentials.read_statement(paper.statement)

"""`kpm invite`: a file that lets a cadre, or a supervisor of a smaller area, send bundles here."""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop.commands.access.issue_credential import keep_credential
from kpm_desktop.commands.access.programme_recovery import sign_recovery
from kpm_desktop.commands.access.sheet_at_hand import forget_sheet, sheet_at_hand
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations
from kpm_desktop.db.files import check_unused, new_file
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.tidy import bare, tidy_line
from kpm_desktop.domain.records.vocabulary import REGION_CODE
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.region_code import as_region
from kpm_desktop.exchange.cells import matches
from kpm_desktop.sync import credentials
from kpm_desktop.sync.access import Access, read_access
from kpm_desktop.sync.credentials import MAX_STEPS
from kpm_desktop.sync.header import CredentialPaper
from kpm_desktop.sync.invitation import Invitation, Supervisor, write_invitation
from kpm_desktop.sync.seal import SigningKey
from kpm_desktop.sync.sheet import Sheet
from kpm_desktop.sync.words import words_of

VALID_DAYS = 60


@dataclass(frozen=True, slots=True)
class Invited:
    """The invitation that was written, the programme's eight words, and the sheet when this made a programme."""

    invitation: Invitation
    words: tuple[str, ...]
    sheet: Sheet | None


def invite(
    store: Store,
    out: Path,
    *,
    villages: Sequence[str] = (),
    role: str = "cadre",
    person: str = "",
    over: bool = False,
    keep_sheet: Callable[[Sheet], None] = lambda sheet: None,
    clock: Clock = system_clock,
) -> Invited:
    """Writes an invitation file to `out`, `over` one of that name. The first one of a supervisor who joined nobody
    makes the programme; `keep_sheet` prints or writes the sheet of its two keys before anything rests on them. Where
    that or anything after it fails, there is no programme yet, and the next attempt hands over the same sheet."""
    if not over:
        check_unused(out)
    with store.writing() as tx:
        identity = settings.read_identity(tx)
        regions = _regions(identity, villages, role)
        sheet = None if identity.programme else sheet_at_hand(tx, identity, clock)
    if sheet is not None:
        keep_sheet(sheet)
    with _taken_away_on_failure() as written, store.writing() as tx:
        if sheet is not None:
            identity = _found_programme(tx, identity, sheet, clock)
        forget_sheet(tx)
        invitation = _invitation(tx, identity, regions, role, person, clock)
        invitations.keep(tx, invitation)
        is_new = not os.path.lexists(out)
        new_file(
            out, write_invitation(invitation, SigningKey.from_hex(identity.signing_secret)), over=over, private=True
        )
        written += [out] if is_new else []
    return Invited(invitation, words_of(identity.programme), sheet)


@contextlib.contextmanager
def _taken_away_on_failure() -> Iterator[list[Path]]:
    """No invitation lies about that this profile does not remember: the file is there before the transaction ends."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for file in written:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
        raise


def _regions(identity: Identity, villages: Sequence[str], role: str) -> tuple[str, ...]:
    if identity.role != "supervisor":
        raise refused("profile.supervisor_only")
    codes = tuple(sorted({as_region(bare(code)) for code in villages})) or identity.regions
    for code in codes:
        if not matches(REGION_CODE, code):
            raise refused("profile.not_a_region", value=code)
        if not is_covered(code, identity.regions):
            raise refused("profile.outside", value=code, limit=identity.regions)
    return codes


def _found_programme(tx: Transaction, identity: Identity, sheet: Sheet, clock: Clock) -> Identity:
    """The sheet's programme begins, and its key vouches for this supervisor."""
    programme = SigningKey.from_hex(sheet.programme_secret)
    identity = msgspec.structs.replace(identity, programme=sheet.programme, recovery=sheet.recovery)
    settings.write_identity(tx, identity)
    paper = credentials.issue(
        programme,
        device=identity.device,
        age=identity.age,
        role="supervisor",
        regions=identity.regions,
        person=identity.user,
        issued_at=instant(clock()),
    )
    keep_credential(tx, identity, clock, paper)
    return sign_recovery(tx, identity, clock, programme, sheet.recovery)


def _invitation(
    tx: Transaction, identity: Identity, regions: tuple[str, ...], role: str, person: str, clock: Clock
) -> Invitation:
    access = read_access(tx, identity)
    papers = {paper: None for region in regions for paper in access.chain(identity.device, region)}
    if access.statement_of(identity.device) is None:
        raise refused("access.not_proved_yet")
    if beyond := access.beyond(identity.device, regions):
        raise refused("access.beyond_papers", value=beyond)
    papers |= dict.fromkeys(_joining(access, identity, room=MAX_STEPS - len(papers)))
    if access.recovery is not None:
        papers[access.recovery] = None
    return Invitation(
        id=uuid4(),
        programme=identity.programme,
        chain=tuple(papers),
        supervisor=Supervisor(identity.user, identity.device, identity.age),
        recovery=identity.recovery,
        person=tidy_line(person) or "KPM",
        regions=regions,
        role=role,
        code=secrets.token_hex(16),
        expires_at=instant(clock() + timedelta(days=VALID_DAYS)),
    )


def _joining(access: Access, identity: Identity, *, room: int) -> list[CredentialPaper]:
    """The papers by which another programme came to this one, for laptops that have not heard of it, as far as there
    is room for them: whoever named this programme, and who vouches for that key here."""
    found: list[CredentialPaper] = []
    for statement, paper in access.papers.items():
        if statement.role == credentials.PROGRAMME and statement.device == identity.programme:
            vouched = access.chain(statement.issuer, statement.regions[0])
            if vouched and len(found) + 1 + len(vouched) <= room:
                found += [paper, *vouched]
    return found

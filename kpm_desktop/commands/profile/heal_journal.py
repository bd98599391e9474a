"""Lines of an earlier version that no receiver takes are written again, once, when a profile is first opened with this
one (docs/decisions/0047)."""

from functools import partial
from pathlib import Path

import msgspec

from kpm_desktop.commands.access.judge_standing import judge_standing
from kpm_desktop.db import settings
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.delivery import standing
from kpm_desktop.db.journal.healing import Healed, first_unreadable, heal
from kpm_desktop.db.queries import kept_lists
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.sync import credentials
from kpm_desktop.sync.credentials import Statement
from kpm_desktop.sync.seal import SigningKey

#: The check by which own lines were looked through last. Raised whenever a receiver refuses more than before.
CHECK = 1
_CHECKED = "lines_checked"


def heal_journal(store: Store) -> Healed:
    """Looks through the own lines where an earlier version wrote some, and after a backup writes those nobody takes
    again, and what follows them. Refused when there is no room for it; the next opening tries again."""
    with store.reading() as tx:
        if settings.read(tx, _CHECKED, int, 0) == CHECK:
            return Healed()
        is_needed = bool(first_unreadable(tx, settings.read_identity(tx).device))
    if is_needed:
        store.back_up(backup_before(store.folder), over=True)
    with store.writing() as tx:
        done = _heal(tx, settings.read_identity(tx)) if is_needed else Healed()
        note_checked(tx)
    return done


def note_checked(tx: Transaction) -> None:
    """Every own line held was written or looked through by the check of today."""
    settings.write(tx, _CHECKED, CHECK)


def backup_before(folder: Path) -> Path:
    """Where everything lies as it was before."""
    return folder / f"before-healing-{CHECK}.kpmbackup"


def _heal(tx: Transaction, identity: Identity) -> Healed:
    done = heal(tx, identity.device, partial(_signed_anew, tx, identity))
    standing.forget_judged(tx)
    judge_standing(tx, identity)
    kept_lists.forget_but(tx, ())
    return done


def _signed_anew(tx: Transaction, identity: Identity, text: str) -> tuple[str, str] | None:
    """A paper of this device with the person's name as it is written today; the old one is shown to nobody."""
    try:
        statement = msgspec.json.decode(text, type=Statement)
    except ValueError:
        return None
    if statement.issuer != identity.device:
        return None
    papers.forget(tx, [text])
    paper = credentials.issue(
        SigningKey.from_hex(identity.signing_secret),
        device=statement.device,
        age=statement.age,
        role=statement.role,
        regions=statement.regions,
        person=tidy_line(statement.person),
        issued_at=statement.issued_at,
    )
    return paper.statement, paper.signature

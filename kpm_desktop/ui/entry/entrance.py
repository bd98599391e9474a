"""The steps into a profile: make, unlock, recover, join."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.households.known_targets import KnownTargets
from kpm_desktop.commands.profile.change_password import change_password
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.profile.renew_recovery_code import await_keeping, code_to_keep, note_kept
from kpm_desktop.commands.profile.unlock_profile import unlock_profile
from kpm_desktop.db import settings
from kpm_desktop.db.files import explaining, is_private, new_file, reading
from kpm_desktop.db.journal.journal import system_clock
from kpm_desktop.db.store import Store, take_lock
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.errors import Reason
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.reports.recovery_sheet import RecoverySheet, as_text
from kpm_desktop.sync.invitation import MAX_FILE, is_expired, read_invitation
from kpm_desktop.sync.sheet import programme_key, recovery_beside
from kpm_desktop.sync.words import words_of
from kpm_desktop.ui.frame.session import Session


def ready(folder: Path) -> None:
    """Nothing but that all is loaded now. Refused when another window or command has the profile open."""
    take_lock(folder).release()


def open_profile(folder: Path, password: str, user: str | None) -> Session:
    """Unlocks a profile."""
    mended: list[Reason] = []
    return _session(unlock_profile(folder, password, user or None, note=mended.append), mended)


def unkept_code(session: Session, password: str) -> str:
    """A new recovery code where the first one was never kept; else nothing."""
    return code_to_keep(session.store, password)


def recover_profile(folder: Path, code: str, password: str, user: str | None) -> Session:
    """Unlocks a profile with its recovery code and a new password."""
    name = change_password(folder, code, password, user=user or None, recover=True)
    mended: list[Reason] = []
    session = _session(unlock_profile(folder, password, name, note=mended.append), mended)
    note_kept(session.store, code)
    return session


def make_profile(folder: Path, role: str, name: str, villages: Sequence[str], password: str) -> tuple[Session, str]:
    """A new profile, open, and its recovery code."""
    with explaining(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    made = init_profile(folder, role=role, name=name, villages=villages, password=password)
    await_keeping(made.store)
    return _session(made.store), made.recovery_code


def close_profile(session: Session) -> None:
    """Keeps what the next start shows at once, closes the store and lets others in."""
    try:
        session.targets.keep(session.store)
    finally:
        session.store.close()


def write_code(file: Path, sheet: RecoverySheet, *, over: bool) -> tuple[Path, bool]:
    """Writes a recovery code into a file for its owner alone, whole or not at all; gives the file, and whether the
    place it lies in keeps others out. over: a file of that name is replaced."""
    new_file(file, as_text(sheet).encode(), over=over, private=True)
    return file, is_private(file)


def code_was_kept(session: Session, code: str) -> None:
    """Somebody has the code on paper or in a file."""
    note_kept(session.store, code)


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation file says, before it is taken: who invites, the eight words to compare, and the day it ran out
    where it did."""

    file: Path
    supervisor: str
    words: tuple[str, ...]
    ran_out: date | None = None


def look_at_invitation(file: Path) -> Offer:
    """Reads an invitation and changes nothing."""
    with reading(file) as source:
        invitation = read_invitation(source.read(MAX_FILE + 1))
    ends = invitation.expires_at
    ran_out = civil_day(datetime.fromisoformat(ends)) if is_expired(ends, system_clock()) else None
    return Offer(file, invitation.supervisor.name, words_of(invitation.programme), ran_out)


def take_invitation(store: Store, file: Path, *, confirmed: bool, rows: Mapping[str, str] | None = None) -> None:
    """Takes an invitation; `confirmed` when somebody has compared the words. rows: of this programme's sheet, where
    it joins the invitation's."""
    key, recovery = (programme_key(rows), recovery_beside(rows)) if rows else (None, None)
    join(store, file, confirm_words=confirmed, key=key, recovery=recovery)


def _session(store: Store, mended: Sequence[Reason] = ()) -> Session:
    try:
        with store.reading() as tx:
            identity = settings.read_identity(tx)
        where = places(identity.regions)
    except BaseException:
        store.close()
        raise
    who = (store.user, identity.role, identity.user)
    return Session(store, store.folder, *who, where, identity.life, KnownTargets(), tuple(mended))

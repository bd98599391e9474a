"""The steps into a profile: make, unlock, recover, join."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.profile.change_password import change_password
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.profile.unlock_profile import unlock_profile
from kpm_desktop.db import settings
from kpm_desktop.db.files import explaining, replace_file
from kpm_desktop.db.store import Store, take_lock
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.sync.invitation import MAX_FILE, read_invitation
from kpm_desktop.sync.sheet import programme_key
from kpm_desktop.sync.words import words_of
from kpm_desktop.ui.frame.session import Session


def ready(folder: Path) -> None:
    """Nothing but that all is loaded now. Refused when another window or command has the profile open."""
    take_lock(folder).release()


def open_profile(folder: Path, password: str, user: str | None) -> Session:
    """Unlocks a profile."""
    return _session(unlock_profile(folder, password, user or None))


def recover_profile(folder: Path, code: str, password: str, user: str | None) -> Session:
    """Unlocks a profile with its recovery code and a new password."""
    name = change_password(folder, code, password, user=user or None, recover=True)
    return _session(unlock_profile(folder, password, name))


def make_profile(folder: Path, role: str, name: str, villages: Sequence[str], password: str) -> tuple[Session, str]:
    """A new profile, open, and its recovery code."""
    with explaining(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    made = init_profile(folder, role=role, name=name, villages=villages, password=password)
    return _session(made.store), made.recovery_code


def close_profile(session: Session) -> None:
    """Closes the store and lets others in."""
    session.store.close()


def keep_text(file: Path, text: str) -> Path:
    """Writes a text file whole or not at all."""
    replace_file(file, text.encode())
    return file


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation file says, before it is taken: who invites, and the six words to compare."""

    file: Path
    supervisor: str
    words: tuple[str, ...]


def look_at_invitation(file: Path) -> Offer:
    """Reads an invitation and changes nothing."""
    with explaining(file), file.open("rb") as source:
        invitation = read_invitation(source.read(MAX_FILE + 1))
    return Offer(file, invitation.supervisor.name, words_of(invitation.programme))


def take_invitation(store: Store, file: Path, *, confirmed: bool, rows: Mapping[str, str] | None = None) -> None:
    """Takes an invitation; `confirmed` when somebody has compared the words. rows: of this programme's sheet, where
    it joins the invitation's."""
    join(store, file, confirm_words=confirmed, key=programme_key(rows) if rows else None)


def _session(store: Store) -> Session:
    try:
        with store.reading() as tx:
            identity = settings.read_identity(tx)
        where = places(identity.regions)
    except BaseException:
        store.close()
        raise
    return Session(store, store.folder, store.user, identity.role, identity.user, where, identity.life)

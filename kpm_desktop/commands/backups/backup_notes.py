"""What the profile remembers of its backups: which sticks they also go to, the last one at each place, what failed.

Kept in the encrypted database, so that a page need not open a backup to say what is in it.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from kpm_desktop.db import settings, vault
from kpm_desktop.db.kept_reasons import KeptReason
from kpm_desktop.db.queries import contents
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction

_SETTING = "backups"
#: The places that are no stick: beside the profile, and wherever somebody saved a file by hand.
BESIDE, BY_HAND = "beside", "by_hand"


class BackupPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A stick or folder backups also go to because somebody chose it. volume: the one it lies on; label: what that is
    called, where it is not the profile's own; is_outside: it is not."""

    id: str
    folder: str
    volume: str
    label: str
    is_outside: bool

    @property
    def name(self) -> str:
        """What people know it by."""
        return self.label or Path(self.folder).name or self.folder


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A backup that was made, opened and counted. file: its path; at: an instant; mark: what was in it (`mark_of`);
    is_outside: it lies on another volume than the profile."""

    file: str
    at: str
    changes: int
    size: int
    mark: str
    is_outside: bool = False


class BackupNotes(msgspec.Struct, frozen=True, kw_only=True):
    """began: the instant of the first backup made by itself. last: by the place's id; why: what failed there last."""

    began: str = ""
    places: tuple[BackupPlace, ...] = ()
    last: dict[str, Backup] = {}
    why: dict[str, tuple[KeptReason, ...]] = {}

    @property
    def beside(self) -> Backup | None:
        """The last one beside the profile."""
        return self.last.get(BESIDE)

    @property
    def outside(self) -> Backup | None:
        """The newest one outside of this laptop."""
        return max((each for each in self.last.values() if each.is_outside), key=lambda each: each.at, default=None)

    def with_backup(self, place: str, made: Backup) -> "BackupNotes":
        """One more was made; nothing is wrong there any more."""
        why = {key: each for key, each in self.why.items() if key != place}
        return msgspec.structs.replace(self, began=self.began or made.at, last={**self.last, place: made}, why=why)

    def with_trouble(self, place: str, why: tuple[KeptReason, ...]) -> "BackupNotes":
        """One could not be made; those before are still there."""
        return msgspec.structs.replace(self, why={**self.why, place: why})

    def with_places(self, places: tuple[BackupPlace, ...]) -> "BackupNotes":
        """Other sticks; what is known of those that are gone goes too, but for when the last one outside was made."""
        known = {BESIDE, BY_HAND, *(place.id for place in places)}
        left = [each for key, each in self.last.items() if key not in known and each.is_outside]
        last = {key: each for key, each in self.last.items() if key in known}
        if left:
            newest = max([*left, *([last[BY_HAND]] if BY_HAND in last else [])], key=lambda each: each.at)
            last[BY_HAND] = newest
        why = {key: each for key, each in self.why.items() if key in known}
        return msgspec.structs.replace(self, places=places, last=last, why=why)


def read_notes(tx: Transaction) -> BackupNotes:
    """What is remembered."""
    found: BackupNotes = settings.read(tx, _SETTING, BackupNotes, BackupNotes())
    return found


def write_notes(tx: Transaction, notes: BackupNotes) -> None:
    """Remembers it."""
    settings.write(tx, _SETTING, notes)


def change_notes(store: Store, change: Callable[[BackupNotes], BackupNotes]) -> None:
    """Remembers something more."""
    with store.writing() as tx:
        write_notes(tx, change(read_notes(tx)))


def mark_of(tx: Transaction, profile: Path) -> str:
    """Differs whenever a backup made now would hold other records, drafts or keys than one made before."""
    keys = hashlib.sha256(vault.key_bytes(profile)).hexdigest()[:16]
    return f"{contents.mark(tx)}/{keys}"

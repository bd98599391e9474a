"""A backup in the place of a profile: laid out beside it and looked into first, then the two change places.

The profile that was there is put aside whole and never taken away. Whatever fails before the last step leaves it where
it was; what a process killed in the middle of that step left half done, the next start finishes
(`ui/entry/profile_folder.py`).
"""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.db import settings, vault
from kpm_desktop.db.delivery import delivery
from kpm_desktop.db.engine import DATABASE
from kpm_desktop.db.files import explaining, is_ordinary, place, replace_file
from kpm_desktop.db.journal import heads
from kpm_desktop.db.queries import contents
from kpm_desktop.db.store import LOCK_FILE, MAKING, reading_with, take_lock
from kpm_desktop.domain.calendar import local
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.domain.regions.place_names import places
from kpm_desktop.domain.regions.region_index import Region

#: How the windows look is the laptop's, not the backup's.
PREFERENCES = "windows.ini"
#: Lies in what is laid out, so that nobody's own folder is taken for it, and says whether it shall take the profile's
#: place.
MARK = "restoring"
TAKEN = b"taken"
#: What a folder may hold in which no profile was made yet.
_NO_PROFILE = (PREFERENCES, LOCK_FILE, MAKING, "tries")


@dataclass(frozen=True, slots=True)
class Lost:
    """What is here and not in the backup: records with newer changes, the newest instant of these, and drafts."""

    records: int
    newest: str | None
    drafts: int


@dataclass(frozen=True, slots=True)
class Restorable:
    """A backup that was laid out and can take the profile's place. user: whose password it was, or nobody where
    the recovery code opened it; counts: records by
    kind; newest: the instant of its newest change; has_present: whether a profile is here; lost: None where the
    backup's key does not open that one, so that nobody can say."""

    user: str
    name: str
    role: str
    places: tuple[Region, ...]
    counts: dict[str, int]
    newest: str | None
    has_present: bool
    lost: Lost | None


def look_into(file: Path, profile: Path, password: str) -> Restorable:
    """Lays a backup out beside the profile and says what it holds. Refused for all the reasons a restore is; nothing
    is left then, and the profile was not touched."""
    drop_restorable(profile)
    with explaining(profile):
        profile.parent.mkdir(parents=True, exist_ok=True)
    staged = _staged(profile)
    with explaining(staged):
        staged.mkdir(mode=0o700)
        (staged / MARK).touch()
    try:
        return _laid_out(file, profile, staged, password)
    except BaseException:
        with contextlib.suppress(Refused):  # then the next one takes it away
            drop_restorable(profile)
        raise


def take_restored(profile: Path, now: datetime) -> Path | None:
    """Puts what was laid out in the profile's place; gives the folder the former profile lies in now, where there was
    one. Refused while another window or command has that one open."""
    staged, aside = _staged(profile), None
    if not _is_profile(staged):
        raise refused("backup.not_laid_out")
    with explaining(profile):
        if profile.exists():
            take_lock(profile).release()
            _bring_along(profile, staged)
        replace_file(staged / MARK, TAKEN)
        if profile.exists():
            aside = _put_aside(profile, now)
        try:
            place(staged, profile)
        except OSError:
            if aside is not None:
                with contextlib.suppress(OSError):
                    aside.rename(profile)
            raise
    with contextlib.suppress(OSError):  # the next start takes it away
        (profile / MARK).unlink(missing_ok=True)
    return aside


def drop_restorable(profile: Path) -> None:
    """Takes away what was laid out and not taken; nothing is there that is not in the backup too."""
    staged = _staged(profile)
    if (staged / MARK).exists():
        with explaining(staged):
            shutil.rmtree(staged)


def _staged(profile: Path) -> Path:
    return profile.with_name(f"{profile.name}.restoring")


def _laid_out(file: Path, profile: Path, staged: Path, password: str) -> Restorable:
    with restore_backup(file, staged, password) as store, store.reading() as tx:
        identity, user = settings.read_identity(tx), store.user
        counts, newest, names = heads.counts(tx), contents.newest_change(tx), contents.names(tx)
    lost = _lost(profile, staged, password, identity.device, names)
    where = tuple(places(identity.regions))
    return Restorable(user, identity.user, identity.role, where, counts, newest, _is_profile(profile), lost)


def _is_profile(folder: Path) -> bool:
    return (folder / vault.KEY_FILE).exists() or (folder / DATABASE).exists()


def _lost(profile: Path, staged: Path, password: str, device: str, names: set[bytes]) -> Lost | None:
    """The key of a backup opens the profile it was made of, unless that has another one since; then the password may,
    where it stayed the same."""
    if not _is_profile(profile):
        return None
    for key in _keys_that_may_fit(staged, profile, password):
        with reading_with(profile, key) as tx:
            if tx is not None and settings.read_identity(tx).device == device:
                records, newest = contents.only_here(tx, names)
                return Lost(records, newest, delivery.count_drafts(tx))
    return None


def _keys_that_may_fit(staged: Path, profile: Path, password: str) -> Iterator[bytes]:
    yield vault.unlock_with_either(vault.read_keys(staged), password).data_key
    with contextlib.suppress(Refused):
        yield vault.unlock_with_either(vault.read_keys(profile), password).data_key


def _bring_along(profile: Path, staged: Path) -> None:
    if is_ordinary(profile / PREFERENCES):
        shutil.copyfile(profile / PREFERENCES, staged / PREFERENCES)


def _put_aside(profile: Path, now: datetime) -> Path | None:
    """Another name for the former profile; a folder in which none was made yet is simply gone."""
    if not _is_profile(profile):
        for name in _NO_PROFILE:
            (profile / name).unlink(missing_ok=True)
        if not any(profile.iterdir()):
            profile.rmdir()
            return None
    wanted = f"{profile.name}-sebelum-{local(now):%Y-%m-%d-%H%M%S}"
    names = (profile.with_name(wanted + more) for more in ("", *(f"-{number}" for number in range(2, 100))))
    aside = next(name for name in names if not name.exists())
    profile.rename(aside)
    return aside

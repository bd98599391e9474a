"""The steps of a restore in the window, each in the store's thread."""

from pathlib import Path

from kpm_desktop.commands.backups.backup_files import BackupFile, describe
from kpm_desktop.commands.backups.find_backups import find_backups
from kpm_desktop.commands.backups.restore_here import Restorable, drop_restorable, look_into, take_restored
from kpm_desktop.db.journal.journal import system_clock
from kpm_desktop.ui.entry.entrance import open_profile
from kpm_desktop.ui.frame.session import Session


def found_backups(folder: Path) -> list[BackupFile]:
    """Those beside the profile and on sticks."""
    return find_backups(folder)


def described(file: Path) -> BackupFile:
    """What a file says of itself; refused where it is no backup."""
    return describe(file)


def looked_into(file: Path, folder: Path, password: str) -> Restorable:
    """Lays it out and says what is in it."""
    return look_into(file, folder, password)


def taken(folder: Path, password: str, user: str) -> tuple[Session | None, Path | None]:
    """Puts it in the profile's place and opens it, unless the recovery code brought somebody here who has yet to choose
    a password; gives the folder the former profile lies in now too."""
    aside = take_restored(folder, system_clock())
    return open_profile(folder, password, user) if user else None, aside


def dropped(folder: Path) -> None:
    """Takes away what was laid out and is not wanted."""
    drop_restorable(folder)

"""The backups that can be restored here: beside the profile, inside its folder, and on whatever stick is plugged in."""

from pathlib import Path

from kpm_desktop.commands.backups.backup_files import FOLDER, BackupFile, backups_in, folder_beside
from kpm_desktop.commands.backups.backup_places import plugged_in


def find_backups(profile: Path) -> list[BackupFile]:
    """The newest first; nothing is opened, so that it needs no password."""
    sticks = plugged_in(profile.parent)
    return backups_in([folder_beside(profile), profile, *sticks, *(stick / FOLDER for stick in sticks)])

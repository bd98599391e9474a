"""What backups made by themselves are called, and which lie in a folder.

A name says when it was made and in which life of the profile: what another laptop, or this one before a restore, put
into the same folder is left alone.
"""

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kpm_desktop.commands.backups.rotation import kept
from kpm_desktop.db.backup import COPY, slots_of
from kpm_desktop.db.engine import BESIDE
from kpm_desktop.db.files import PART, explaining
from kpm_desktop.domain.errors import Refused

ENDING = ".kpmbackup"
#: On a stick, in a folder of its own; people see it.
FOLDER = "kpm-cadangan"

_NAME = re.compile(r"\Akpm-([0-9a-f]{8})-([0-9]{8}T[0-9]{6}Z)\.kpmbackup\Z")
_AT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as it lies there. at: when it was made, by its name or else by the file's own time; life: the first
    letters of the life that made it by itself, or nothing; users: whose passwords open it."""

    file: Path
    at: datetime
    size: int
    life: str = ""
    users: tuple[str, ...] = ()


def folder_beside(profile: Path) -> Path:
    """Where a profile's own backups lie: beside it, so that what happens to the one folder does not happen to both."""
    return profile.with_name(f"{profile.name}-cadangan")


def file_name(life: str, at: datetime) -> str:
    """The name of a backup that is made now."""
    return f"kpm-{life[:8]}-{at.astimezone(UTC):{_AT}}{ENDING}"


def own_files(folder: Path, life: str) -> list[BackupFile]:
    """What this life put there by itself, the newest first; nothing where there is no such folder."""
    found = [each for each in _listed(folder) if each.life == life[:8]]
    return sorted(found, key=lambda each: each.at, reverse=True)


def backups_in(folders: Iterable[Path]) -> list[BackupFile]:
    """Whatever in these folders says of itself that it is a backup, the newest first; what cannot be read is left
    out."""
    found: dict[Path, BackupFile] = {}
    for folder in folders:
        for each in _listed(folder):
            with contextlib.suppress(Refused):
                found[each.file] = describe(each.file)
    return sorted(found.values(), key=lambda each: each.at, reverse=True)


def describe(file: Path) -> BackupFile:
    """A file somebody chose; refused where it is no backup, or cannot be read."""
    users = slots_of(file)
    with explaining(file):
        found = _described(file)
    return BackupFile(file, found.at, found.size, found.life, users)


def let_go(folder: Path, life: str, now: datetime, *, but: Path) -> list[Path]:
    """Takes away the own backups that are no longer to be kept, and what a killed process left half-written; gives the
    files that are gone. but: the newest one, whatever its name says."""
    own = own_files(folder, life)
    keep = kept([each.at for each in own], now)
    old = [each.file for each in own if each.at not in keep and each.file != but]
    with explaining(folder):
        for file in [*old, *_half_written(folder, life)]:
            file.unlink(missing_ok=True)
    return old


def _listed(folder: Path) -> list[BackupFile]:
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    found = []
    for file in files:
        with contextlib.suppress(OSError):
            if file.name.endswith(ENDING) and file.is_file():
                found.append(_described(file))
    return found


def _described(file: Path) -> BackupFile:
    stat = file.stat()
    named = _NAME.match(file.name)
    with contextlib.suppress(ValueError):
        if named:
            return BackupFile(file, datetime.strptime(named[2], _AT).replace(tzinfo=UTC), stat.st_size, named[1])
    return BackupFile(file, datetime.fromtimestamp(stat.st_mtime, UTC), stat.st_size)


def _half_written(folder: Path, life: str) -> list[Path]:
    """Nobody else writes backups of this life: its profile is open here."""
    endings = (PART, COPY, *(COPY + what for what in BESIDE))
    return [file for file in folder.iterdir() for ending in endings if _life_of(file, ending) == life[:8]]


def _life_of(file: Path, ending: str) -> str:
    named = _NAME.match(file.name.removesuffix(ending)) if file.name.endswith(ending) else None
    return named[1] if named else ""

"""The sticks and folders backups also go to: only those somebody chose, each with the volume it lies on."""

import contextlib
from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop.commands.backups.backup_files import FOLDER
from kpm_desktop.commands.backups.backup_notes import BackupPlace, read_notes, write_notes
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync import volume


def add_place(store: Store, folder: Path) -> BackupPlace:
    """Remembers a stick or folder; chosen again, it is brought up to date. Refused where there is no such folder."""
    folder = folder.absolute()
    if not folder.is_dir():
        raise refused("backup.folder_missing", folder=folder)
    with explaining(folder):
        found, own, name = volume.identity(folder), volume.identity(store.folder), volume.label(folder)
    added = BackupPlace(
        id=uuid4().hex, folder=str(folder), volume=found, label=name if found != own else "", is_outside=found != own
    )
    with store.writing() as tx:
        notes = read_notes(tx)
        same = next((each for each in notes.places if each.volume == found and each.folder == added.folder), None)
        if same is not None:
            added = msgspec.structs.replace(added, id=same.id)
        others = tuple(each for each in notes.places if each is not same)
        write_notes(tx, notes.with_places((*others, added)))
    return added


def remove_place(store: Store, place_id: str) -> None:
    """No more backups go there; those that lie there stay."""
    with store.writing() as tx:
        notes = read_notes(tx)
        write_notes(tx, notes.with_places(tuple(each for each in notes.places if each.id != place_id)))


def is_there(place: BackupPlace) -> bool:
    """Whether the volume that was meant is plugged in, where it was."""
    with contextlib.suppress(OSError):
        folder = Path(place.folder)
        return folder.is_dir() and volume.identity(folder) == place.volume
    return False


def check_there(place: BackupPlace) -> None:
    """Refused where another volume, or none, is in its place."""
    if not is_there(place):
        raise refused("backup.not_plugged_in", name=place.name)


def files_at(place: BackupPlace) -> Path:
    """The folder its backups lie in."""
    folder = Path(place.folder)
    return folder if folder.name == FOLDER else folder / FOLDER


def plugged_in(profile: Path) -> list[Path]:
    """The roots of the sticks that are plugged in now; not the volume the profile lies on."""
    found = []
    own = None
    with contextlib.suppress(OSError):
        own = volume.identity(profile)
    for root in volume.removable():
        with contextlib.suppress(OSError):
            if root.is_dir() and volume.identity(root) != own:
                found.append(root)
    return found

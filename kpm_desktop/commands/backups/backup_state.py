"""How the backups stand: what lies at each place, and for how long nothing came outside of this laptop."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kpm_desktop.commands.backups.backup_files import folder_beside, own_files
from kpm_desktop.commands.backups.backup_notes import BESIDE, BY_HAND, Backup, BackupNotes, mark_of, read_notes
from kpm_desktop.commands.backups.backup_places import files_at, is_there, plugged_in
from kpm_desktop.db import settings
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.errors import Reason

#: After so many days without a backup outside of this laptop somebody is reminded.
REMIND_DAYS = 14


@dataclass(frozen=True, slots=True)
class PlaceState:
    """One place. last: what was made, opened and counted there last; count, oldest: of the files that lie there now;
    why: what failed there last; is_chosen: a stick or folder somebody chose."""

    id: str
    name: str
    folder: Path
    last: Backup | None
    why: tuple[Reason, ...]
    is_present: bool
    count: int = 0
    oldest: datetime | None = None
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class BackupState:
    """places: beside the profile, the chosen ones, and the file somebody saved by hand last, where there is one.
    sticks: roots that are plugged in now and not chosen. days: since the last backup outside, where that is too long
    (`days_without`)."""

    places: tuple[PlaceState, ...]
    sticks: tuple[Path, ...]
    days: int | None


def backup_state(store: Store, *, today: date) -> BackupState:
    """Reads it, and looks at the places."""
    with store.reading() as tx:
        notes, life = read_notes(tx), settings.read_identity(tx).life
        days = days_without(tx, store.folder, today)
    chosen = {Path(place.folder) for place in notes.places}
    sticks = tuple(root for root in plugged_in(store.folder) if not any(place.is_relative_to(root) for place in chosen))
    return BackupState(tuple(_places(notes, store.folder, life)), sticks, days)


def days_without(tx: Transaction, profile: Path, today: date) -> int | None:
    """How many days ago the last backup outside of this laptop was made, or the first one at all where there is none
    outside; None while that is not long ago, or nothing changed since."""
    notes = read_notes(tx)
    last = notes.outside
    since = last.at if last is not None else notes.began
    if not since or (last is not None and last.mark == mark_of(tx, profile)):
        return None
    days = (today - civil_day(datetime.fromisoformat(since))).days
    return days if days >= REMIND_DAYS else None


def _places(notes: BackupNotes, profile: Path, life: str) -> list[PlaceState]:
    beside = _state(notes, BESIDE, "", folder_beside(profile), life, is_present=True)
    found = [beside]
    for place in notes.places:
        folder, present = files_at(place), is_there(place)
        found.append(_state(notes, place.id, place.name, folder, life, is_present=present, is_chosen=True))
    saved = notes.last.get(BY_HAND)
    if saved is not None:
        file = Path(saved.file)
        found.append(PlaceState(BY_HAND, file.name, file.parent, saved, (), file.exists(), 1))
    return found


def _state(
    notes: BackupNotes, key: str, name: str, folder: Path, life: str, *, is_present: bool, is_chosen: bool = False
) -> PlaceState:
    files = own_files(folder, life) if is_present else []
    why = tuple(each.reason() for each in notes.why.get(key, ()))
    oldest = files[-1].at if files else None
    return PlaceState(key, name, folder, notes.last.get(key), why, is_present, len(files), oldest, is_chosen)

"""Backups made by themselves: one beside the profile on each day something changed, the same file on the chosen sticks.

Beside the profile it is made from the open database, and opened and counted. A stick gets that very file, read back
and compared; so nothing that may be slow or be pulled out ever holds up the records. An older backup is let go only
once a newer one lies there whole.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from kpm_desktop.commands.backups import backup_files
from kpm_desktop.commands.backups.backup_notes import (
    BESIDE,
    Backup,
    BackupPlace,
    change_notes,
    mark_of,
    read_notes,
)
from kpm_desktop.commands.backups.backup_places import check_there, files_at
from kpm_desktop.db import settings
from kpm_desktop.db.backup import Stop, check_room, copy_backup
from kpm_desktop.db.files import explaining
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.kept_reasons import KeptReason
from kpm_desktop.db.store import Store
from kpm_desktop.domain.calendar import civil_day
from kpm_desktop.domain.errors import Refused

#: What a backup made by itself leaves free on the laptop's disk for the records.
ROOM_FOR_RECORDS = 256 << 20


@dataclass(frozen=True, slots=True)
class Copying:
    """A file that shall also lie on a stick, and what is known of it. life: of the profile."""

    place: BackupPlace
    source: Path
    backup: Backup
    life: str


def is_due(store: Store, now: datetime) -> bool:
    """Whether something changed since the last backup beside the profile, which is not of today or is gone."""
    with store.reading() as tx:
        last = read_notes(tx).beside
        if last is None or not Path(last.file).exists():
            return True
        return civil_day(datetime.fromisoformat(last.at)) != civil_day(now) and last.mark != mark_of(tx, store.folder)


def back_up_beside(store: Store, *, clock: Clock = system_clock, stop: Stop = lambda: False) -> Backup:
    """Makes a backup beside the profile and lets older ones go. What fails is remembered and refused; Stopped is
    raised where `stop` said so, and then nothing has changed."""
    now, folder = clock(), backup_files.folder_beside(store.folder)
    try:
        made = _make(store, folder, now, stop)
    except Refused as refusal:
        why = _kept(refusal)
        with contextlib.suppress(Refused):  # what is told is why there is no backup
            change_notes(store, lambda notes: notes.with_trouble(BESIDE, why))
        raise
    change_notes(store, lambda notes: notes.with_backup(BESIDE, made))
    backup_files.let_go(folder, _life(store), now, but=Path(made.file))
    return made


def to_copy(store: Store) -> list[Copying]:
    """For each chosen stick the newest backup beside the profile, where that is not what went there last."""
    with store.reading() as tx:
        notes, life = read_notes(tx), settings.read_identity(tx).life
    newest = notes.beside
    if newest is None:
        return []
    return [
        Copying(place, Path(newest.file), newest, life)
        for place in notes.places
        if place.id not in notes.last or notes.last[place.id].at != newest.at
    ]


def copy_to(copying: Copying, now: datetime, stop: Stop = lambda: False) -> Backup:
    """Puts it there and lets older ones go; touches no store. Refused where the stick is not there, full or pulled out:
    what lay there before still does."""
    place, folder = copying.place, files_at(copying.place)
    check_there(place)
    with explaining(folder):
        folder.mkdir(exist_ok=True)
    target = folder / copying.source.name
    if not _is_same(target, copying.source):
        copy_backup(copying.source, target, stop)
    check_there(place)
    backup_files.let_go(folder, copying.life, now, but=target)
    return msgspec.structs.replace(copying.backup, file=str(target), is_outside=place.is_outside)


def note_copied(store: Store, place: BackupPlace, made: Backup) -> None:
    """Remembers what lies on a stick now; nothing of one that is chosen no longer."""
    change_notes(store, lambda notes: notes.with_backup(place.id, made) if place in notes.places else notes)


def note_trouble(store: Store, place: BackupPlace, refusal: Refused) -> None:
    """Remembers why nothing came onto a stick."""
    why = _kept(refusal)
    change_notes(store, lambda notes: notes.with_trouble(place.id, why) if place in notes.places else notes)


def _make(store: Store, folder: Path, now: datetime, stop: Stop) -> Backup:
    with explaining(folder):
        folder.mkdir(exist_ok=True, mode=0o700)
    out = folder / backup_files.file_name(_life(store), now)
    check_room(out, ROOM_FOR_RECORDS)
    with store.reading() as tx:
        mark = mark_of(tx, store.folder)
    changes = store.back_up(out, stop, over=True)
    with explaining(out):
        return Backup(file=str(out), at=instant(now), changes=changes, size=out.stat().st_size, mark=mark)


def _is_same(target: Path, source: Path) -> bool:
    """Whether it lies there already, by name and size: a name is given once, and nothing half-written has it."""
    with explaining(target):
        return target.exists() and target.stat().st_size == source.stat().st_size


def _life(store: Store) -> str:
    with store.reading() as tx:
        return settings.read_identity(tx).life


def _kept(refusal: Refused) -> tuple[KeptReason, ...]:
    return tuple(KeptReason.of(each) for each in refusal.reasons)

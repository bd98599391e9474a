"""`kpm backup`: one file with database and keys, opened and counted before it is called done."""

import contextlib
from pathlib import Path

from kpm_desktop.commands.backups.backup_notes import BY_HAND, Backup, change_notes, mark_of
from kpm_desktop.db.files import explaining
from kpm_desktop.db.journal.journal import Clock, instant, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync import volume


def back_up(store: Store, out: Path, *, over: bool = False, clock: Clock = system_clock) -> Backup:
    """Writes a backup whole or not at all where somebody says, and remembers when that was. over: an older backup of
    that name is replaced."""
    with store.reading() as tx:
        mark = mark_of(tx, store.folder)
    at, changes = instant(clock()), store.back_up(out, over=over)
    with explaining(out):
        outside = volume.identity(out) != volume.identity(store.folder)
        size = out.stat().st_size
    made = Backup(file=str(out.absolute()), at=at, changes=changes, size=size, mark=mark, is_outside=outside)
    with contextlib.suppress(Refused):  # a laptop's own disk that is full takes nothing away from the backup
        change_notes(store, lambda notes: notes.with_backup(BY_HAND, made))
    return made

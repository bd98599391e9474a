"""Bundles of a later format, kept whole beside the records until a program that knows it opens the profile.

They lie as they came, encrypted for this device, in the folder `waiting`; a name says which format number a reader must
know, and the rest of it follows from the bytes. A backup leaves them out: who sent them was never told that they
arrived, and sends their content again.
"""

import contextlib
import hashlib
from pathlib import Path

from kpm_desktop.db.files import explaining, replace_file, sync_folder
from kpm_desktop.db.store import Store

FOLDER = "waiting"


def keep(store: Store, data: bytes, needs: int) -> None:
    """Keeps a bundle, durably; one kept before stays as it is."""
    folder = store.folder / FOLDER
    with explaining(folder):
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            sync_folder(store.folder)
    file = folder / f"{needs}-{hashlib.sha256(data).hexdigest()[:32]}.kpmsync"
    if not file.exists():
        replace_file(file, data)


def readable(store: Store, reader: int) -> list[Path]:
    """What a program that knows formats up to `reader` can take, in the order of names."""
    return sorted(file for file in (store.folder / FOLDER).glob("*-*.kpmsync") if _needs(file) <= reader)


def drop(file: Path) -> None:
    """One that was taken waits no longer."""
    with explaining(file):
        file.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        file.parent.rmdir()


def _needs(file: Path) -> int:
    number = file.name.partition("-")[0]
    return int(number) if number.isdecimal() else 0

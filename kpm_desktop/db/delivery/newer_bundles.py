"""Bundles of a later format, kept whole beside the records until a program that knows it opens the profile.

They lie as they came, encrypted for this device, in the folder `waiting`, and take their place in the waiting room of
whoever signed them (`rooms.py`). A name says which format number a reader must know, the sender's key, a number that
rises with each thing that is kept to wait, and the rest of it follows from the bytes. A backup leaves them out: who
sent them was never told that they arrived, and sends their content again.
"""

import contextlib
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from kpm_desktop.db.files import explaining, is_ordinary, replace_file, sync_folder

FOLDER = "waiting"
_NAME = re.compile(
    r"(?P<needs>\d{1,16})-(?:(?P<sender>[0-9a-f]{64})-(?P<no>\d{1,16})-)?(?P<digest>[0-9a-f]{32})\.kpmsync"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One that waits. needs: the format number. sender: "" where an earlier version of this program kept it."""

    file: Path
    needs: int
    sender: str
    no: int
    digest: str
    size: int


def keep(folder: Path, data: bytes, *, needs: int, sender: str, no: int) -> Path:
    """Keeps a bundle in the profile at `folder`, durably; gives its file."""
    within = folder / FOLDER
    with explaining(within):
        if not within.is_dir():
            within.mkdir(mode=0o700)
            sync_folder(folder)
    file = within / f"{needs}-{sender}-{no}-{digest_of(data)}.kpmsync"
    replace_file(file, data)
    return file


def digest_of(data: bytes) -> str:
    """By what a name tells two files apart."""
    return hashlib.sha256(data).hexdigest()[:32]


def kept(folder: Path) -> list[Kept]:
    """All that wait in a profile, the oldest first."""
    found = []
    for file in (folder / FOLDER).glob("*.kpmsync"):
        said = _NAME.fullmatch(file.name)
        if said is not None and is_ordinary(file):
            with contextlib.suppress(OSError):
                size = file.stat().st_size
                found.append(
                    Kept(file, int(said["needs"]), said["sender"] or "", int(said["no"] or 0), said["digest"], size)
                )
    return sorted(found, key=lambda one: (one.no, one.file.name))


def readable(folder: Path, reader: int) -> list[Path]:
    """What a program that knows formats up to `reader` can take, in the order they came."""
    return [one.file for one in kept(folder) if one.needs <= reader]


def drop(file: Path) -> None:
    """One that was taken waits no longer."""
    with explaining(file):
        file.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        file.parent.rmdir()

"""The folder route: a stick, or a folder some other program carries away.

Success means that the file is there under its name and reads back as it was written; nothing less is reported as
sent. A file that is already there is never overwritten.
"""

import errno
import glob
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kpm_desktop.db import files
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync import naming
from kpm_desktop.sync.route import RouteKind

_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}
_SENTENCES = {
    errno.ENOSPC: "folder_full",
    errno.EDQUOT: "folder_full",
    errno.EROFS: "folder_read_only",
    errno.EACCES: "folder_denied",
    errno.EPERM: "folder_denied",
    errno.ENOTDIR: "folder_no_folder",
}


class Disk:
    """The calls of a delivery that can fail halfway; a test puts a failing disk in its place."""

    def make_folder(self, folder: Path) -> None:
        """Makes the folder itself, not its parents; it may be there already."""
        folder.mkdir(exist_ok=True)

    def write(self, file: BinaryIO, piece: bytes | memoryview) -> int:
        """Writes some bytes and says how many."""
        return file.write(piece)

    def sync(self, file: BinaryIO) -> None:
        """Makes what was written durable."""
        os.fsync(file.fileno())

    def rename(self, part: Path, target: Path) -> None:
        """Gives the finished file its name."""
        part.rename(target)

    def sync_folder(self, folder: Path) -> None:
        """Makes a rename durable, where the file system has such a thing."""
        try:
            files.sync_folder(folder)
        except OSError as failure:
            if failure.errno not in _CANNOT_SYNC:
                raise

    def digest(self, path: Path) -> tuple[int, bytes]:
        """The size and SHA-256 of what is there."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").digest()
            return file.tell(), digest


DISK = Disk()
FOLDER = RouteKind("folder")


def deliver(folder: Path, name: str, data: bytes, disk: Disk = DISK) -> Path:
    """Puts a file into a folder, made if only the folder itself is missing, and gives the path it has there.

    A file of the same name and content counts as delivered; another one of that name is left alone and the new
    one is called `NAME-2` and so on. Refuses (`bundle.folder_…`) whatever keeps the file from being there whole;
    then no `.part` is left where it could be removed.
    """
    naming.alone(name)
    expected = len(data), hashlib.sha256(data).digest()
    with _explaining(folder):
        _prepare(folder, disk)
        _tidy(folder, name)
        target = _free_path(folder, name, expected, disk)
        if target.exists():
            disk.sync_folder(folder)
        else:
            _place(target, data, expected, disk)
    return target


class FolderRoute:
    """The folder as a `Route`; the folder itself may still be missing, the one above it may not."""

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        self._folder = folder
        self._disk = disk

    @property
    def kind(self) -> RouteKind:
        """A folder somebody chose; what carries it away is another program's matter."""
        return FOLDER

    @property
    def address(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def probe(self) -> None:
        """Refused while the stick is out, or where a file is in the way."""
        with _explaining(self._folder):
            _check(self._folder)

    def put(self, name: str, data: bytes, box: str = "") -> str:
        """`deliver`, into the folder or a box in it."""
        if box:
            with _explaining(self._folder):
                _prepare(self._folder, self._disk)
        return str(deliver(self._inside(box), name, data, self._disk))

    def listing(self, box: str = "") -> list[str]:
        """The bundles that lie there; a stick that is out is refused and not taken for an empty one."""
        folder = self._inside(box)
        with _explaining(folder):
            _check(self._folder)
            if not folder.exists():
                return []
            return sorted(
                path.name for path in folder.iterdir() if naming.is_bundle(path.name) and files.is_ordinary(path)
            )

    def fetch(self, name: str, most: int, box: str = "") -> bytes:
        """The file's bytes."""
        path = self._inside(box) / naming.alone(name)
        with _explaining(path.parent):
            _check(self._folder)
            if not files.is_ordinary(path):
                raise refused("route.not_there", name=name, address=path.parent)
            with path.open("rb") as file:
                data = file.read(most + 1)
        if len(data) > most:
            raise refused("route.too_large", name=name, address=path.parent, most=most)
        return data

    def remove(self, name: str, box: str = "") -> None:
        """Takes a file away."""
        path = self._inside(box) / naming.alone(name)
        with _explaining(path.parent):
            _check(self._folder)
            path.unlink(missing_ok=True)

    def _inside(self, box: str) -> Path:
        return self._folder / naming.alone(box) if box else self._folder


def _check(folder: Path) -> None:
    if not folder.parent.exists():
        raise refused("bundle.folder_missing", folder=folder.parent)
    if folder.exists() and not folder.is_dir():
        raise refused("bundle.folder_no_folder", folder=folder)


def _prepare(folder: Path, disk: Disk) -> None:
    _check(folder)
    disk.make_folder(folder)


def _tidy(folder: Path, name: str) -> None:
    """Takes away what a delivery of the same device left half-written when it was cut short."""
    device, _, _ = name.rpartition("-")
    for part in folder.glob(f"{glob.escape(device)}-*.part") if device else ():
        _remove(part)


def _free_path(folder: Path, name: str, expected: tuple[int, bytes], disk: Disk) -> Path:
    """The first path of this name that is free or holds exactly what is to be delivered."""
    for path in (folder / namesake for namesake in naming.namesakes(name)):
        if not path.exists() or (files.is_ordinary(path) and _digest(path, disk) == expected):
            return path
    raise refused("bundle.folder_crowded", folder=folder, name=name)


def _digest(path: Path, disk: Disk) -> tuple[int, bytes] | None:
    """What is there; None where nobody may read it, or it cannot be."""
    try:
        return disk.digest(path)
    except OSError:
        return None


def _place(target: Path, data: bytes, expected: tuple[int, bytes], disk: Disk) -> None:
    part = files.begin_beside(target)
    try:
        with part.open("wb", buffering=0) as file:
            _write_all(file, data, disk)
            disk.sync(file)
        disk.rename(part, target)
    except BaseException:
        _remove(part)
        raise
    try:
        disk.sync_folder(target.parent)
        if disk.digest(target) != expected:
            raise refused("bundle.folder_unsure", folder=target.parent)
    except BaseException:
        _remove(target)
        raise


def _write_all(file: BinaryIO, data: bytes, disk: Disk) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[disk.write(file, rest) :]


def _remove(path: Path) -> None:
    """Takes away what is not whole; a stick that is gone cannot be tidied."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


@contextmanager
def _explaining(folder: Path) -> Iterator[None]:
    """Makes a sentence of whatever the system says about a folder."""
    try:
        yield
    except OSError as failure:
        raise _explained(failure, folder) from failure


def _explained(failure: OSError, folder: Path) -> Refused:
    return refused(f"bundle.{_SENTENCES.get(failure.errno or 0, 'folder_gone')}", folder=folder)

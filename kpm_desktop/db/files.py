"""Files that are whole or not there: written aside, synced, renamed, the folder synced."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from kpm_desktop.domain.errors import Refused, refused

#: What the operating system says, and the sentence for it.
_SENTENCES = {
    errno.ENOSPC: "files.disk_full",
    errno.EDQUOT: "files.disk_full",
    errno.EACCES: "files.not_allowed",
    errno.EPERM: "files.not_allowed",
    errno.EROFS: "files.read_only",
    errno.ENOENT: "files.not_there",
    errno.ENOTDIR: "files.not_there",
    errno.EISDIR: "files.is_folder",
}


def explained(failure: OSError, path: Path) -> Refused:
    """The sentence for what the operating system refused."""
    code = _SENTENCES.get(failure.errno or 0, "files.failed")
    return refused(code, path=path, why=failure.strerror or type(failure).__name__)


@contextlib.contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turns an OSError into a `Refused` that names the path."""
    try:
        yield
    except OSError as failure:
        raise explained(failure, path) from failure


def replace_file(target: Path, data: bytes, *, keep_previous: bool = False) -> None:
    """Writes `target` whole or not at all; its predecessor is kept as `NAME.previous` where asked."""
    part = target.with_name(target.name + ".part")
    with explaining(target):
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if keep_previous and target.exists():
                previous = target.with_name(target.name + ".previous")
                previous.unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # exFAT and some shares know no hard links
                    os.link(target, previous)
            part.replace(target)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename durable, where the system has such a thing for folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

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
    errno.EEXIST: "files.not_folder",
    errno.EFBIG: "files.too_big",
    errno.EIO: "files.disk_failed",
}
#: What a file system says that cannot sync a folder; its renames are as durable as it makes them.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}


def explained(failure: OSError, path: Path) -> Refused:
    """The sentence for what the operating system refused."""
    code = _SENTENCES.get(failure.errno or 0, "files.failed")
    return refused(code, path=path, why=errno.errorcode.get(failure.errno or 0, type(failure).__name__))


@contextlib.contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turns an OSError into a `Refused` that names the path."""
    try:
        yield
    except OSError as failure:
        raise explained(failure, path) from failure


def replace_file(target: Path, data: bytes, *, keep_previous: bool = False, private: bool = False) -> None:
    """Writes `target` whole or not at all; its predecessor is kept as `NAME.previous` where asked. private: nobody but
    its owner may read it, from its first byte on (`is_private` says whether the place can do that)."""
    check_file_name(target)
    part = target.with_name(target.name + ".part")
    previous = target.with_name(target.name + ".previous") if keep_previous else None
    with explaining(target):
        try:
            if private:
                _begin_private(part)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if previous is not None and target.exists():
                previous.unlink(missing_ok=True)
                _keep(target, previous)
            place(part, target, previous)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def make_private(file: Path) -> None:
    """Lets nobody but its owner read a file that is there already, as far as the place can do that."""
    with explaining(file):
        _close_to_others(file)


def is_private(file: Path) -> bool:
    """Whether nobody but its owner may read a file: sticks know no owners."""
    if os.name == "nt":
        return _acl_names(file) <= 1
    return file.stat().st_mode & 0o077 == 0


def _begin_private(file: Path) -> None:
    """An empty file for its owner alone; whatever a killed process left under its name is gone."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if os.name == "nt":
        _close_to_others(file)


def _close_to_others(file: Path) -> None:
    if os.name == "nt":
        # Windows' own tool: takes away what the folder hands down and leaves the right of whoever is working.
        who = os.environ.get("USERNAME", "")
        _icacls(file, "/inheritance:r", "/grant:r", f"{who}:F")
    else:
        file.chmod(0o600)


def _acl_names(file: Path) -> int:
    """How many names Windows lets at a file; many where it cannot be asked, as on a stick that knows no owners."""
    return sum(":(" in line for line in _icacls(file).splitlines()) or 99


def _icacls(file: Path, *words: str) -> str:
    import subprocess

    tool = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "icacls.exe")
    done = subprocess.run(  # noqa: S603 - the system's own tool
        [tool, file, *words],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.stdout if done.returncode == 0 else ""


def _keep(target: Path, previous: Path) -> None:
    """A second name for what is about to be replaced, where the file system has such a thing (exFAT has not)."""
    try:
        os.link(target, previous)
    except OSError as failure:
        if failure.errno in (errno.ENOSPC, errno.EIO):
            raise


def place(part: Path, target: Path, previous: Path | None = None) -> None:
    """Gives a finished file its name, durably. Where that fails, what was there before is there again: nothing, or
    the file kept as `previous`; without one the finished file stays."""
    is_new = not target.exists()
    part.replace(target)
    try:
        sync_folder(target.parent)
    except OSError:
        with contextlib.suppress(OSError):
            if is_new:
                target.unlink(missing_ok=True)
            elif previous is not None:
                previous.replace(target)
        raise


def check_file_name(target: Path) -> None:
    """Refuses a path that can only be a folder, such as `.` and `/`."""
    if target.name in ("", ".."):
        raise refused("files.is_folder", path=target)


def sync_folder(folder: Path) -> None:
    """Makes a rename durable, where the system and the file system have such a thing for folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as failure:
        if failure.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(handle)

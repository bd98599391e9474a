"""Files that are whole or not there: written aside, synced, renamed, the folder synced."""

import contextlib
import errno
import os
import secrets
import select
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kpm_desktop.domain.errors import Refused, refused

#: What a file is called beside its name until it is whole.
PART = ".part"
#: How long a pipe that somebody named is waited for.
PATIENCE_S = 60.0
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
#: What a file system says that has no second names for a file (exFAT).
_CANNOT_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


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


@contextlib.contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file, open to be read; nothing else is, as nobody may write into a pipe, and a device has no end."""
    with explaining(path), path.open("rb") if path.is_dir() else open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise refused("files.special", path=path)
        yield file


@contextlib.contextmanager
def reading_named(path: Path) -> Iterator[BinaryIO]:
    """What somebody named, open to be read: a pipe or a device as well. A pipe into which nobody has written anything
    for a minute is refused."""
    with explaining(path), path.open("rb") if path.is_dir() else open(path, "rb", opener=_at_once) as file:
        number = file.fileno()
        if os.name != "nt":
            is_pipe = stat.S_ISFIFO(os.fstat(number).st_mode)
            if is_pipe and not select.select([number], [], [], PATIENCE_S)[0]:
                raise refused("files.silent", path=path)
            os.set_blocking(number, True)
        yield file


def is_ordinary(path: Path, most: int | None = None) -> bool:
    """Whether a file lies there, of at most so many bytes: no folder, no pipe or device, which may have no end, and no
    link, which may lead anywhere."""
    try:
        about = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(about.st_mode) and (most is None or about.st_size <= most)


def read_little(path: Path, most: int = 64 * 1024) -> bytes:
    """What somebody named, a pipe as well; refused where it has no end, or more than anything of its kind."""
    with reading_named(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise refused("files.larger", path=path, limit=most)
    return data


def _at_once(path: str, flags: int) -> int:
    """A pipe is opened without waiting for whoever writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def new_file(target: Path, data: bytes, *, over: bool = False, private: bool = False) -> None:
    """Writes a file somebody named, as `replace_file`; refused where one is there, unless they said `over` it."""
    if over:
        replace_file(target, data, private=private)
    else:
        check_unused(target)
        _write(target, data, partial(place_new, target=target), private=private)


def replace_file(target: Path, data: bytes, *, keep_previous: bool = False, private: bool = False) -> None:
    """Writes `target` whole or not at all; its predecessor is kept as `NAME.previous` where asked. private: nobody but
    its owner may read it, from its first byte on (`is_private` says whether the place can do that)."""
    check_file_name(target)
    previous = target.with_name(target.name + ".previous") if keep_previous else None

    def put(part: Path) -> None:
        if previous is not None and target.exists():
            previous.unlink(missing_ok=True)
            _keep(target, previous)
        place(part, target, previous)

    _write(target, data, put, private=private)


def _write(target: Path, data: bytes, put: Callable[[Path], None], *, private: bool) -> None:
    """Writes it aside, synced, and lets `put` give it its name."""
    with explaining(target):
        part = begin_beside(target, private=private)
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            put(part)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def make_private(file: Path) -> None:
    """Lets nobody but its owner read a file that is there already, as far as the place can do that."""
    with explaining(file):
        _close_to_others(file)


def narrow_folder(folder: Path) -> None:
    """Lets nobody but its owner into a folder that is there already, where that can be done. One that many share by
    design (`/tmp`) or that is somebody else's stays as it is; `is_private` tells."""
    with contextlib.suppress(OSError):
        if os.name != "nt":
            about = folder.stat()
            if about.st_uid == os.geteuid() and not about.st_mode & stat.S_ISVTX and about.st_mode & 0o077:
                folder.chmod(0o700)
        elif not is_private(folder):
            _close_to_others(folder)


def is_private(place: Path) -> bool:
    """Whether nobody but its owner may read a file or go into a folder: sticks know no owners."""
    if os.name == "nt":
        return _acl_names(place) <= 1
    return place.stat().st_mode & 0o077 == 0


def begin_beside(target: Path, ending: str = PART, *, private: bool = False) -> Path:
    """A new, empty file beside `target`, made by this process alone: what a killed one left under its name is taken
    away, and a link somebody prepared there goes without what it leads to. private: for its owner alone.

    Raises OSError where none can be made. Where a name is taken by what is no file, a random one is used.
    """
    for name in (target.name, f"{target.name}.{secrets.token_hex(4)}"):
        part = target.with_name(name + ending)
        with contextlib.suppress(OSError):
            part.unlink()
        with contextlib.suppress(FileExistsError):
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600 if private else 0o666))
            if private and os.name == "nt":
                _close_to_others(part)
            return part
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def _close_to_others(file: Path) -> None:
    if os.name == "nt":
        # Windows' own tool: takes away what the folder hands down and leaves the right of whoever is working.
        who = os.environ.get("USERNAME", "")
        _icacls(file, "/inheritance:r", "/grant:r", f"{who}:{'(OI)(CI)F' if file.is_dir() else 'F'}")
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


def place_new(part: Path, target: Path) -> None:
    """Gives a finished file its name where nothing has it; refused where something came there meanwhile. Where that
    fails, nothing is there."""
    take_name(part, target)
    try:
        sync_folder(target.parent)
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        raise


def take_name(part: Path, target: Path) -> None:
    """A rename that replaces nothing; refused where something is."""
    try:
        if os.name == "nt":
            part.rename(target)
        else:
            _link_over(part, target)
    except FileExistsError:
        raise refused("files.exists", path=target) from None


def _link_over(part: Path, target: Path) -> None:
    try:
        os.link(part, target, follow_symlinks=False)
    except OSError as failure:
        if failure.errno not in _CANNOT_LINK:
            raise
        # A stick without second names: an empty file of this process holds the name until the finished one takes it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        part.replace(target)
    else:
        with contextlib.suppress(OSError):  # the next writing takes it away
            part.unlink()


def check_is_text(path: Path) -> None:
    """Refuses a name of bytes that are no text where it is kept, or handed to SQLite."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise refused("files.not_text", path=path) from None


def check_unused(target: Path) -> None:
    """Refuses a path where something is, a link that leads nowhere included."""
    check_file_name(target)
    with explaining(target):
        is_used = os.path.lexists(target)
    if is_used:
        raise refused("files.exists", path=target)


def check_file_name(target: Path) -> None:
    """Refuses a path that can only be a folder, such as `.` and `/`, and what is there and no file, such as
    `/dev/null`: a file would take its place."""
    with explaining(target):
        is_folder = target.name in ("", "..") or target.is_dir()
        is_special = not is_folder and target.exists() and not target.is_file()
    if is_folder:
        raise refused("files.is_folder", path=target)
    if is_special:
        raise refused("files.special", path=target)


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

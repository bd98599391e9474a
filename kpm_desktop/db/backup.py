r"""A backup is one file: the key file and the whole encrypted database, opened and counted before it is done.

Layout: "KPMBACKUP1\n", u32 big-endian length of the key file, the key file, the database file as SQLCipher wrote
it. It is as secret as the profile itself: the password or the recovery code opens it, nothing else.
"""

import contextlib
import hashlib
import os
import shutil
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from kpm_desktop.db import vault
from kpm_desktop.db.engine import BESIDE, DATABASE, open_engine
from kpm_desktop.db.files import (
    PART,
    begin_beside,
    check_file_name,
    check_is_text,
    check_unused,
    explaining,
    place,
    place_new,
    reading,
)
from kpm_desktop.domain.errors import Refused, refused

MAGIC = b"KPMBACKUP1\n"
#: What the database's copy is called, which goes into the half-written backup (`PART`).
COPY = ".db" + PART
#: Stays free of a disk beside what is written.
SPARE_ROOM = 1 << 16

_CHUNK = 1 << 20
_OFTEN = 20_000  # of SQLite's steps between two looks whether to stop

Stop = Callable[[], bool]


class Stopped(Exception):
    """A backup was given up before it was done; nothing is left of it."""


def _never() -> bool:
    return False


def backup_database(folder: Path, engine: Engine, target: Path, stop: Stop = _never, *, over: bool = True) -> int:
    """Writes `target` whole or not at all and gives the number of changes counted in the finished copy.

    The copy is made by SQLite itself (VACUUM INTO keeps the key), so that it is one moment of the database; it is
    opened with nothing but that key and counted before it is called a backup. `stop` is asked again and again; where it
    says so, Stopped is raised. over: a backup of that name may be replaced.
    """
    check_is_text(target)
    check_file_name(target)
    with explaining(target):
        _check_replaceable(target)
    if not over:
        check_unused(target)
    with explaining(target), _made_beside(target, COPY) as copy, _made_beside(target) as part:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            check_room(target, 2 * size_of(raw))
            with _stopping(raw, stop):
                _vacuum_into(raw, copy)
                count = _count_copy(raw, copy)
        keys = vault.key_bytes(folder)
        with part.open("wb") as out, copy.open("rb") as database:
            out.write(MAGIC + struct.pack(">I", len(keys)) + keys)
            _pour(database, out, stop)
            out.flush()
            os.fsync(out.fileno())
        _compare(part, copy)
        if over:
            place(part, target)
        else:
            place_new(part, target)
    return count


def copy_backup(source: Path, target: Path, stop: Stop = _never) -> None:
    """Writes a finished backup once more, elsewhere, whole or not at all: what lies there is read back and compared."""
    check_file_name(target)
    with explaining(target):
        _check_replaceable(target)
    with explaining(target), _made_beside(target) as part:
        with explaining(source):
            size = source.stat().st_size
        check_room(target, size)
        with reading(source) as file, explaining(target), part.open("wb") as out:
            _read_keys(file)
            file.seek(0)
            _pour(file, out, stop)
            out.flush()
            os.fsync(out.fileno())
            _forget_cached(out.fileno())
        with explaining(target):
            if _digest(part) != _digest(source):
                raise refused("files.failed", path=target, why="SHA-256")
            place(part, target)


def check_room(target: Path, needed: int) -> None:
    """Refuses to begin what would not fit beside `target`; in bytes."""
    with explaining(target):
        free = shutil.disk_usage(target.parent).free
    if free < needed + SPARE_ROOM:
        raise refused("backup.no_room", path=target, needed=_megabytes(needed + SPARE_ROOM), free=free >> 20)


def slots_of(file: Path) -> tuple[str, ...]:
    """The users whose passwords open a backup, which can be read without any. Refused where it is none."""
    with reading(file) as opened:
        keys = _read_keys(opened)
    return tuple(slot.name for slot in keys.slots if slot.kind == "user")


def _megabytes(size: int) -> int:
    return -(-size >> 20)


def size_of(raw: Any) -> int:
    """The bytes a copy of the database can have at the most."""
    pages, free, size = (
        int(raw.execute(f"PRAGMA {what}").fetchone()[0]) for what in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


@contextlib.contextmanager
def _stopping(raw: Any, stop: Stop) -> Iterator[None]:
    """Lets SQLite ask now and then whether to go on."""
    raw.set_progress_handler(stop, _OFTEN)
    try:
        yield
    except sqlcipher.OperationalError as failure:
        if "interrupted" in str(failure):
            raise Stopped from None
        raise
    finally:
        raw.set_progress_handler(None, 0)


def _pour(source: BinaryIO, out: BinaryIO, stop: Stop) -> None:
    while chunk := source.read(_CHUNK):
        if stop():
            raise Stopped
        out.write(chunk)


def _forget_cached(handle: int) -> None:
    """What is read back then comes from the stick, where the system can be asked to forget: some hold less than they
    say."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _digest(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()


def _check_replaceable(target: Path) -> None:
    """Only a backup may be replaced by a backup: never the records themselves, nor anything else of somebody's."""
    if target.exists():
        with target.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise refused("backup.would_replace", path=target)


def _vacuum_into(raw: Any, copy: Path) -> None:
    raw.execute("VACUUM INTO ?", (str(copy),))


def _count_copy(raw: Any, copy: Path) -> int:
    """Opens the copy beside the database (an attached file takes the same key), checks and counts it."""
    raw.execute("ATTACH DATABASE ? AS copied", (str(copy),))
    try:
        if raw.execute("PRAGMA copied.integrity_check").fetchone()[0] != "ok":
            raise refused("store.damaged", path=copy)
        count: int = raw.execute("SELECT count(*) FROM copied.change").fetchone()[0]
        return count
    finally:
        raw.execute("DETACH DATABASE copied")


def _compare(part: Path, copy: Path) -> None:
    """The database inside the file, read back, is the copy that was made."""
    with part.open("rb") as file:
        _read_keys(file)
        inside = hashlib.file_digest(file, "sha256").digest()
    if _digest(copy) != inside:
        raise refused("files.failed", path=part, why="SHA-256")


def unpack_backup(source: Path, folder: Path, password: str) -> tuple[vault.KeyFile, vault.Unlocked]:
    """Lays a backup's database into a new, empty folder, proves that it opens, and gives the keys to write last.
    password: one of its users', or its recovery code."""
    with reading(source) as file:
        keys = _read_keys(file)
        unlocked = vault.unlock_with_either(keys, password)
        database = folder / DATABASE
        check_room(database, source.stat().st_size)
        with explaining(folder), database.open("wb") as out:
            _unpack(source, file, out)
            out.flush()
            os.fsync(out.fileno())
        if not _is_sound(database, unlocked.data_key):
            raise refused("backup.not_a_backup", path=source)
    return keys, unlocked


def _unpack(source: Path, file: BinaryIO, out: BinaryIO) -> None:
    """What cannot be read is the backup's trouble, what cannot be written the folder's."""

    def read() -> bytes:
        with explaining(source):
            return file.read(_CHUNK)

    while chunk := read():
        out.write(chunk)


def _is_sound(database: Path, data_key: bytes) -> bool:
    """Whether a database opens, is whole and has a journal. Trouble with the disk is raised, not answered."""
    engine = open_engine(database, data_key)
    try:
        with engine.connect() as connection:
            sound: bool = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            connection.exec_driver_sql("SELECT count(*) FROM change").scalar_one()
            return sound
    except Refused:
        return False
    except DBAPIError as failure:
        if isinstance(failure.orig, sqlcipher.OperationalError) and "no such table" not in str(failure.orig):
            raise
        return False
    finally:
        engine.dispose()


def _read_keys(file: BinaryIO) -> vault.KeyFile:
    head = file.read(len(MAGIC) + 4)
    if head[: len(MAGIC)] != MAGIC or len(head) != len(MAGIC) + 4:
        raise refused("backup.not_a_backup", path=file.name)
    (length,) = struct.unpack(">I", head[len(MAGIC) :])
    keys = file.read(length) if length <= vault.LARGEST_FILE else b""
    if len(keys) != length:
        raise refused("backup.not_a_backup", path=file.name)
    return vault.parse_keys(keys)


@contextlib.contextmanager
def _made_beside(target: Path, ending: str = PART) -> Iterator[Path]:
    """A new file beside `target` for its owner alone, gone afterwards unless it got its name; so is what SQLite keeps
    beside a database, of which nothing may lie there before."""
    made = begin_beside(target, ending, private=True)
    beside = [made.with_name(made.name + what) for what in BESIDE]
    try:
        for file in beside:
            file.unlink(missing_ok=True)
        yield made
    finally:
        for file in (made, *beside):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

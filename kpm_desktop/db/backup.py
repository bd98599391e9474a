r"""A backup is one file: the key file and the whole encrypted database, opened and counted before it is done.

Layout: "KPMBACKUP1\n", u32 big-endian length of the key file, the key file, the database file as SQLCipher wrote
it. It is as secret as the profile itself: the password or the recovery code opens it, nothing else.
"""

import contextlib
import hashlib
import os
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from kpm_desktop.db import vault
from kpm_desktop.db.engine import BESIDE, DATABASE, open_engine
from kpm_desktop.db.files import check_file_name, explaining, place
from kpm_desktop.domain.errors import Refused, refused

MAGIC = b"KPMBACKUP1\n"
LARGEST_KEY_FILE = 1 << 20


def backup_database(folder: Path, engine: Engine, target: Path) -> int:
    """Writes `target` whole or not at all and gives the number of changes counted in the finished copy.

    The copy is made by SQLite itself (VACUUM INTO keeps the key), so that it is one moment of the database; it is
    opened with nothing but that key and counted before it is called a backup.
    """
    check_file_name(target)
    copy = target.with_name(target.name + ".db.part")
    part = target.with_name(target.name + ".part")
    beside = [copy.with_name(copy.name + what) for what in BESIDE]
    with _removed_after(copy, part, *beside), explaining(target):
        _check_replaceable(target)
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            _vacuum_into(raw, copy)
            count = _count_copy(raw, copy)
        keys = (folder / vault.KEY_FILE).read_bytes()
        with part.open("wb") as out, copy.open("rb") as database:
            out.write(MAGIC + struct.pack(">I", len(keys)) + keys)
            shutil.copyfileobj(database, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        _compare(part, copy)
        place(part, target)
    return count


def _check_replaceable(target: Path) -> None:
    """Only a backup may be replaced by a backup: never the records themselves, nor anything else of somebody's."""
    if target.exists():
        with target.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise refused("backup.would_replace", path=target)


def _vacuum_into(raw: Any, copy: Path) -> None:
    copy.write_bytes(b"")  # here the system itself says what is wrong with the place; SQLite takes an empty file
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
    with copy.open("rb") as file:
        if hashlib.file_digest(file, "sha256").digest() != inside:
            raise refused("files.failed", path=part, why="SHA-256")


def unpack_backup(source: Path, folder: Path, password: str) -> tuple[vault.KeyFile, vault.Unlocked]:
    """Lays a backup's database into a new, empty folder, proves that it opens, and gives the keys to write last."""
    with explaining(source), source.open("rb") as file:
        keys = _read_keys(file)
        unlocked = vault.unlock(keys, password)
        database = folder / DATABASE
        with explaining(folder), database.open("wb") as out:
            shutil.copyfileobj(file, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        if not _is_sound(database, unlocked.data_key):
            raise refused("backup.not_a_backup", path=source)
    return keys, unlocked


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
    keys = file.read(length) if length <= LARGEST_KEY_FILE else b""
    if len(keys) != length:
        raise refused("backup.not_a_backup", path=file.name)
    return vault.parse_keys(keys)


@contextlib.contextmanager
def _removed_after(*files: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for file in files:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

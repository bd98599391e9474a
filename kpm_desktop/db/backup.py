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

from sqlalchemy import Engine

from kpm_desktop.db import vault
from kpm_desktop.db.engine import DATABASE, open_engine
from kpm_desktop.db.files import explaining, sync_folder
from kpm_desktop.domain.errors import refused

MAGIC = b"KPMBACKUP1\n"
LARGEST_KEY_FILE = 1 << 20


def backup_database(folder: Path, engine: Engine, target: Path) -> int:
    """Writes `target` whole or not at all and gives the number of changes counted in the finished copy.

    The copy is made by SQLite itself (VACUUM INTO keeps the key), so that it is one moment of the database; it is
    opened with nothing but that key and counted before it is called a backup.
    """
    copy = target.with_name(target.name + ".db.part")
    part = target.with_name(target.name + ".part")
    with _removed_after(copy, part), explaining(target):
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
        part.replace(target)
        sync_folder(target.parent)
    return count


def _vacuum_into(raw: Any, copy: Path) -> None:
    copy.unlink(missing_ok=True)
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


def unpack_backup(source: Path, folder: Path, password: str) -> vault.Unlocked:
    """Lays a backup's files into a new, empty folder and proves that they open. The key file comes last."""
    with explaining(source), source.open("rb") as file:
        keys = _read_keys(file)
        unlocked = vault.unlock(keys, password)
        database = folder / DATABASE
        with explaining(folder), database.open("wb") as out:
            shutil.copyfileobj(file, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        _open_and_count(database, unlocked.data_key)
        vault.write_keys(folder, keys, lambda made: vault.unlock(made, password))
    return unlocked


def _open_and_count(database: Path, data_key: bytes) -> int:
    engine = open_engine(database, data_key)
    try:
        with engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                raise refused("store.damaged", path=database)
            count: int = connection.exec_driver_sql("SELECT count(*) FROM change").scalar_one()
            return count
    finally:
        engine.dispose()


def _read_keys(file: BinaryIO) -> vault.KeyFile:
    head = file.read(len(MAGIC) + 4)
    if head[: len(MAGIC)] != MAGIC or len(head) != len(MAGIC) + 4:
        raise refused("backup.not_a_backup", path=file.name)
    (length,) = struct.unpack(">I", head[len(MAGIC) :])
    if length > LARGEST_KEY_FILE:
        raise refused("backup.not_a_backup", path=file.name)
    return vault.parse_keys(file.read(length))


@contextlib.contextmanager
def _removed_after(*files: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for file in files:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

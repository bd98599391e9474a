"""A profile's folder while it is open: locked for one instance, unlocked, migrated; the only way to a transaction."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import portalocker
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from kpm_desktop.db import migrations, vault
from kpm_desktop.db.backup import backup_database, unpack_backup
from kpm_desktop.db.engine import DATABASE, WRITES, open_engine
from kpm_desktop.db.files import explaining
from kpm_desktop.domain.errors import Refused, refused

LOCK_FILE = "lock"


class Store:
    """An open profile. Use as a context manager; `close()` lets the next instance in."""

    def __init__(self, folder: Path, engine: Engine, lock: portalocker.Lock, user: str) -> None:
        self.folder = folder
        self.user = user
        self._engine = engine
        self._lock = lock

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is stored whole or not at all."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, _spoken(self.folder):
            with connection.begin():
                yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of everything stored."""
        with self._engine.connect() as connection, _spoken(self.folder), connection.begin():
            yield connection

    def back_up(self, out: Path) -> int:
        """Writes a backup file whole or not at all; gives the number of changes counted in it."""
        with _spoken(out):
            return backup_database(self.folder, self._engine, out)

    def close(self) -> None:
        """Ends all connections and gives up the lock."""
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_store(folder: Path, user: str, password: str, fill: Callable[[Connection], None]) -> tuple[Store, str]:
    """A new profile, filled by `fill`, and its recovery code. The key file is written last: without it there is
    no profile, and an interrupted creation is begun again.

    Refused when the folder already is one, its parent is missing or nothing may be written there.
    """
    keys, data_key, recovery_code = vault.new_keys(user, password)
    with explaining(folder):
        folder.mkdir(exist_ok=True, mode=0o700)
    lock = take_lock(folder)
    try:
        if (folder / vault.KEY_FILE).exists():
            raise refused("store.exists", path=folder)
        with explaining(folder):
            clear_database(folder)
        store = Store(folder, _open_migrated(folder, data_key), lock, user)
        try:
            with store.writing() as tx:
                fill(tx)
            vault.write_keys(folder, keys, lambda made: vault.unlock(made, password))
        except BaseException:
            store.close()
            raise
    except BaseException:
        lock.release()
        raise
    return store, recovery_code


def open_store(folder: Path, password: str, user: str | None = None) -> Store:
    """Opens a profile; refused when there is none, the password is wrong, it is in use, damaged or too new."""
    keys = vault.read_keys(folder)
    lock = take_lock(folder)
    try:
        unlocked = vault.unlock(keys, password, user)
        return Store(folder, _open_migrated(folder, unlocked.data_key), lock, unlocked.user)
    except BaseException:
        lock.release()
        raise


def restore_store(file: Path, folder: Path, password: str) -> Store:
    """A backup as a new profile; refused where one is already, the file is no backup or the password is wrong."""
    with explaining(folder):
        folder.mkdir(exist_ok=True, mode=0o700)
    lock = take_lock(folder)
    try:
        if (folder / vault.KEY_FILE).exists():
            raise refused("store.exists", path=folder)
        with explaining(folder):
            clear_database(folder)
        unlocked = unpack_backup(file, folder, password)
        return Store(folder, _open_migrated(folder, unlocked.data_key), lock, unlocked.user)
    except BaseException:
        lock.release()
        raise


def take_lock(folder: Path) -> portalocker.Lock:
    """The one lock of a profile, given up by the system when the process dies."""
    lock = portalocker.Lock(folder / LOCK_FILE, mode="a", timeout=0, fail_when_locked=True)
    with explaining(folder):
        try:
            lock.acquire()
        except portalocker.exceptions.LockException:
            raise refused("store.in_use", path=folder) from None
    return lock


def clear_database(folder: Path) -> None:
    """Removes what an interrupted creation left; only where there is no key file, so no profile."""
    for suffix in ("", "-wal", "-shm"):
        (folder / (DATABASE + suffix)).unlink(missing_ok=True)


def _open_migrated(folder: Path, data_key: bytes) -> Engine:
    engine = open_engine(folder / DATABASE, data_key)
    try:
        with _spoken(folder):
            version = migrations.version_of(engine)
            if version not in (None, migrations.HEAD):
                migrations.check_known(version)
                backup_database(folder, engine, folder / f"before-{migrations.HEAD}.kpmbackup")
            if version != migrations.HEAD:
                migrations.upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextlib.contextmanager
def _spoken(folder: Path) -> Iterator[None]:
    """Turns what the database says about the disk into a sentence; our own faults stay faults."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as failure:
        raise _sentence(failure, folder) or failure from failure


def _sentence(failure: Exception, folder: Path) -> Refused | None:
    said = str(getattr(failure, "orig", None) or failure).lower()
    if "full" in said:
        return refused("files.disk_full", path=folder)
    if "readonly" in said or "read-only" in said:
        return refused("files.read_only", path=folder)
    if "disk i/o" in said or "unable to open" in said:
        return refused("files.failed", path=folder, why=said.splitlines()[0])
    if "malformed" in said or "not a database" in said:
        return refused("store.damaged", path=folder)
    if "locked" in said:
        return refused("store.in_use", path=folder)
    return None

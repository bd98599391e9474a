"""A profile's folder while it is open: locked for one instance, unlocked, migrated; the only way to a transaction."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import portalocker
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from kpm_desktop import __version__
from kpm_desktop.db import migrations, vault
from kpm_desktop.db.backup import Stop, backup_database, unpack_backup
from kpm_desktop.db.engine import BESIDE, DATABASE, WRITES, open_engine
from kpm_desktop.db.files import check_is_text, explaining, is_ordinary, narrow_folder, sync_folder
from kpm_desktop.db.journal import rejudge as understanding
from kpm_desktop.db.rekey import NEW_DATABASE, NEW_KEYS, Tell, is_switched, rekey_files, settle_rekey
from kpm_desktop.domain.errors import Refused, reason, refused

LOCK_FILE = "lock"
LEAST_ROOM = 1 << 20
#: Lies in the folder while a profile is made or restored there.
MAKING = "unfinished"
#: What is opened in a profile's folder, by this program or by SQLite.
_OPENED = (
    LOCK_FILE,
    MAKING,
    vault.KEY_FILE,
    NEW_KEYS,
    *(database + what for database in (DATABASE, NEW_DATABASE) for what in ("", *BESIDE)),
)

Fill = Callable[[Connection], None]


class Store:
    """An open profile. Use as a context manager; `close()` lets the next instance in."""

    def __init__(self, folder: Path, engine: Engine, lock: portalocker.Lock, user: str) -> None:
        self.folder = folder
        self.user = user
        self._engine = engine
        self._lock = lock
        self._is_open = True

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is stored whole or not at all."""
        self._check_open()
        with (
            _spoken(self.folder),
            self._engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of everything stored."""
        self._check_open()
        with _spoken(self.folder), self._engine.connect() as connection, connection.begin():
            yield connection

    def back_up(self, out: Path, stop: Stop = lambda: False, *, over: bool = False) -> int:
        """Writes a backup file whole or not at all; gives the number of changes counted in it. `stop` is asked again
        and again; where it says so, nothing is left and Stopped is raised. over: a backup of that name is replaced."""
        self._check_open()
        with _spoken(out):
            return backup_database(self.folder, self._engine, out, stop, over=over)

    def close(self) -> None:
        """Ends all connections and gives up the lock; who asks for a transaction afterwards is refused."""
        self._is_open = False
        self._engine.dispose()
        self._lock.release()

    def rekey(self, old_key: bytes, new_key: bytes, keys: vault.KeyFile, tell: Tell = lambda done, total: None) -> None:
        """Encrypts everything anew and goes on under the new key file `keys`; the lock is held throughout. What fails
        leaves the old one, and says so where the new one holds all the same."""
        self._check_open()
        self._engine.dispose()
        holds = old_key
        try:
            with _spoken(self.folder):
                rekey_files(self.folder, old_key, new_key, keys, tell)
            holds = new_key
        except Refused as refusal:
            if not is_switched(self.folder):
                raise
            holds = new_key
            raise Refused(*refusal.reasons, reason("vault.rekeyed_all_the_same")) from refusal
        finally:
            self._engine = open_engine(self.folder / DATABASE, holds)

    def go_on_as(self, opened: "Store") -> None:
        """A closed store is open again: it takes over what was opened anew for the same profile, which nobody else may
        close then."""
        self._engine, self._lock, self.user, self._is_open = opened._engine, opened._lock, opened.user, True

    def _check_open(self) -> None:
        """An engine that was disposed of would quietly connect again, past the lock."""
        if not self._is_open:
            raise refused("store.closed")

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_store(folder: Path, user: str, password: str, fill: Fill) -> tuple[Store, str]:
    """A new profile, filled by `fill`, and its recovery code. The key file is written last: without it there is
    no profile, and an interrupted creation is begun again.

    Refused when the folder already is one, its parent is missing or nothing may be written there.
    """
    keys, data_key, recovery_code = vault.new_keys(user, password)
    with _making(folder) as lock:
        engine = _open_migrated(folder, data_key, is_new=True)
        store = Store(folder, engine, lock, user)
        _finish(store, keys, password, fill)
    return store, recovery_code


def open_store(folder: Path, password: str, user: str | None = None) -> Store:
    """Opens a profile; refused when there is none, the password is wrong, it is in use, damaged or too new."""
    _check_whole(folder)
    vault.read_keys(folder)  # where there is no profile nothing is made, not even a lock
    lock = take_lock(folder)
    narrow_folder(folder)
    try:
        unlocked = vault.unlock(keys_of(folder), password, user)
        engine = _open_migrated(folder, unlocked.data_key)
    except BaseException:
        lock.release()
        raise
    _forget_making(folder)
    return Store(folder, engine, lock, unlocked.user)


def restore_store(file: Path, folder: Path, password: str, fill: Fill) -> Store:
    """A backup as a new profile, changed by `fill`; refused where one is already, the file is no backup or the
    password is wrong. The key file is written last, as for a new profile."""
    with _making(folder) as lock:
        with _spoken(folder):
            keys, unlocked = unpack_backup(file, folder, password)
        engine = _open_migrated(folder, unlocked.data_key, is_new=True)
        store = Store(folder, engine, lock, unlocked.user)
        _finish(store, keys, password, fill)
    return store


def keys_of(folder: Path) -> vault.KeyFile:
    """The key file of a locked profile, after the end of whatever was begun with it and cut off."""
    settle_rekey(folder)
    return vault.read_keys(folder)


@contextlib.contextmanager
def reading_with(folder: Path, data_key: bytes) -> Iterator[Connection | None]:
    """A look into the database of a closed profile with a key somebody has; None where there is none or the key does
    not open it. Refused while another window or command has the profile open."""
    lock = take_lock(folder)
    try:
        with _connected(folder, data_key) as connection:
            yield connection
    finally:
        lock.release()


@contextlib.contextmanager
def _connected(folder: Path, data_key: bytes) -> Iterator[Connection | None]:
    if not (folder / DATABASE).exists():
        yield None
        return
    engine = open_engine(folder / DATABASE, data_key)
    try:
        with contextlib.ExitStack() as stack:
            try:
                connection = stack.enter_context(engine.connect())
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            except (Refused, DBAPIError):
                yield None
                return
            yield connection
    finally:
        engine.dispose()


def _finish(store: Store, keys: vault.KeyFile, password: str, fill: Fill) -> None:
    try:
        with store.writing() as tx:
            fill(tx)
        vault.write_keys(store.folder, keys, lambda made: vault.unlock_with_either(made, password))
    except BaseException:
        store.close()
        raise


@contextlib.contextmanager
def _making(folder: Path) -> Iterator[portalocker.Lock]:
    """Locks a folder while a profile is made in it. What fails is taken away again; what a killed process left is
    known by its mark, so that records whose key file got lost are never taken for it."""
    check_is_text(folder)
    with explaining(folder):
        is_new = not folder.exists()
        folder.mkdir(exist_ok=True, mode=0o700)
        narrow_folder(folder)
    lock = take_lock(folder)
    try:
        if (folder / vault.KEY_FILE).exists():
            raise refused("store.exists", path=folder)
        if (folder / DATABASE).exists() and not (folder / MAKING).exists():
            raise refused("store.no_keys", path=folder, name=vault.KEY_FILE)
        with explaining(folder):
            (folder / MAKING).touch()
            sync_folder(folder)
            _clear(folder)
        try:
            yield lock
        except BaseException:
            with contextlib.suppress(OSError):  # then the mark stays, and the next attempt clears
                _clear(folder)
                _forget_making(folder)
            raise
        _forget_making(folder)
    except BaseException:
        lock.release()
        if is_new:
            with contextlib.suppress(OSError):
                (folder / LOCK_FILE).unlink(missing_ok=True)
                folder.rmdir()
        raise


def _clear(folder: Path) -> None:
    """Takes away a profile that was not finished, and every file beside its database: SQLite would play a journal that
    was left there back into the next database of that name."""
    for name in (vault.KEY_FILE, DATABASE, *(DATABASE + what for what in BESIDE)):
        (folder / name).unlink(missing_ok=True)


def _forget_making(folder: Path) -> None:
    with contextlib.suppress(OSError):
        (folder / MAKING).unlink(missing_ok=True)


def _check_whole(folder: Path) -> None:
    """Refuses a profile that lost one of its two files, before anything is made anew in its place."""
    _check_ordinary(folder)
    with explaining(folder):
        has_keys, has_records = [(folder / name).exists() for name in (vault.KEY_FILE, DATABASE)]
    if has_records and not has_keys and not (folder / MAKING).exists():
        raise refused("store.no_keys", path=folder, name=vault.KEY_FILE)
    if has_keys and not has_records:
        raise refused("store.no_records", path=folder, name=DATABASE)


def _check_ordinary(folder: Path) -> None:
    """Refuses whatever stands in the place of a file: a pipe would be waited for without end, a device has none, and a
    link leads out of the folder."""
    for file in (folder / name for name in _OPENED):
        with explaining(file):
            is_there = os.path.lexists(file)
        if is_there and not is_ordinary(file):
            raise refused("store.not_ordinary", path=file)


def take_lock(folder: Path) -> portalocker.Lock:
    """The one lock of a profile, given up by the system when the process dies."""
    check_is_text(folder)
    _check_ordinary(folder)
    lock = portalocker.Lock(folder / LOCK_FILE, mode="a", timeout=0, fail_when_locked=True)
    with explaining(folder):
        try:
            lock.acquire()
        except portalocker.exceptions.LockException:
            raise refused("store.in_use", path=folder) from None
    return lock


def _open_migrated(folder: Path, data_key: bytes, *, is_new: bool = False) -> Engine:
    """The engine of a profile at this program's version; an empty database only where the profile is new."""
    engine = open_engine(folder / DATABASE, data_key)
    try:
        with _spoken(folder):
            version = migrations.version_of(engine)
            if version is None and not is_new:
                raise refused("store.damaged", path=folder)
            if version not in (None, migrations.HEAD):
                migrations.check_known(version)
                if not is_new:
                    backup_database(folder, engine, folder / f"before-{migrations.HEAD}.kpmbackup")
            if version != migrations.HEAD:
                migrations.upgrade(engine)
            _bring_to_mind(folder, engine, is_new=is_new)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_to_mind(folder: Path, engine: Engine, *, is_new: bool) -> None:
    """Judges again what an older program did not know or judged by other limits, after a backup where that changes
    anything (`understanding`)."""
    with engine.connect() as connection, connection.begin():
        if understanding.is_current(connection):
            return
        concerned = understanding.concerned(connection)
    if concerned and not is_new:
        backup_database(folder, engine, folder / f"before-{__version__}.kpmbackup")
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        understanding.judge_again(connection, concerned)


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
    if "disk i/o" in said and _is_full(folder):
        return refused("files.disk_full", path=folder)
    if "disk i/o" in said:
        return refused("files.disk_failed", path=folder, why="SQLITE_IOERR")
    if "unable to open" in said:
        return refused("files.failed", path=folder, why="SQLITE_CANTOPEN")
    if "malformed" in said or "not a database" in said:
        return refused("store.damaged", path=folder)
    if "locked" in said:
        return refused("store.in_use", path=folder)
    return None


def _is_full(path: Path) -> bool:
    """Whether there is no room even for the files beside the database, of which SQLite only says that they failed."""
    with contextlib.suppress(OSError):
        return shutil.disk_usage(path if path.is_dir() else path.parent).free < LEAST_ROOM
    return False

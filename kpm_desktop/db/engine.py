"""One SQLAlchemy engine over SQLCipher: the pragmas that make a confirmed save survive a power cut."""

import operator
import sqlite3
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from kpm_desktop.domain.errors import refused

#: WAL mode could lose commits or corrupt before this version (sqlite.org, "The WAL-reset bug").
OLDEST_SQLITE = (3, 51, 3)
DATABASE = "records.db"
#: What SQLite adds to the name of a database for the files it keeps beside it: a journal until WAL is switched on.
BESIDE = ("-wal", "-shm", "-journal")
WRITES = "kpm_writes"
#: Pages held decrypted: many for whoever loads thousands of records at once, few for a window that is open all day.
_WRITER_CACHE_KB, _READER_CACHE_KB = 65536, 8192

# Binding None, bool and bytes otherwise searches for an adapter each time; these are found at once and do nothing.
sqlcipher.register_adapter(type(None), {None: None}.get)
sqlcipher.register_adapter(bool, operator.pos)
sqlcipher.register_adapter(bytes, bytes)


def check_sqlite(version: tuple[int, ...] = sqlcipher.sqlite_version_info) -> None:
    """Refuses to start on an SQLite with the WAL-reset fault."""
    if version < OLDEST_SQLITE:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE))
        raise refused("store.old_sqlite", found=found, limit=oldest)


def open_engine(path: Path, data_key: bytes) -> Engine:
    """An engine over an encrypted database file, created when absent; `dispose()` it at the end.

    Refused when the key does not open it or the file is damaged.
    """
    check_sqlite()

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False, timeout=30)
        try:
            prepare(connection, data_key)
        except sqlcipher.OperationalError:  # the disk or a lock, not the content
            connection.close()
            raise
        except sqlcipher.DatabaseError:
            connection.close()
            raise refused("store.damaged", path=path) from None
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=0,
        pool_reset_on_return="rollback",  # SQLAlchemy sends none after a COMMIT that failed
    )
    event.listen(engine, "begin", _begin)
    return engine


def prepare(connection: sqlite3.Connection, data_key: bytes) -> None:
    """Unlocks a fresh connection and sets it up; raises the driver's DatabaseError on a wrong key."""
    for pragma in (
        "cipher_log_level = NONE",
        f"key = \"x'{data_key.hex()}'\"",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once, so that it never fails half way; a reader takes none and holds few
    pages."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_WRITER_CACHE_KB if writes else _READER_CACHE_KB}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

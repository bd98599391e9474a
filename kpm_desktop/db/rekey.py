"""Another data key for a profile: its database written once more under that key, then both files change places.

The order makes every moment safe. The new database lies beside the old one, then the new key file beside the old one;
the database takes its place, then the key file. So where both new files lie there, nothing has changed and they may go;
where only the new key file does, the database has changed already and the key file follows (`settle_rekey`).
"""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from kpm_desktop.db import vault
from kpm_desktop.db.backup import check_room, size_of
from kpm_desktop.db.engine import BESIDE, DATABASE, prepare
from kpm_desktop.db.files import PART, explaining, replace_file, sync_folder
from kpm_desktop.domain.errors import refused

NEW_DATABASE = f"{DATABASE}.rekeyed"
NEW_KEYS = f"{vault.KEY_FILE}.rekeyed"
#: What a database that is one file has none of.
_UNFOLDED = ("-wal", "-journal")
_OFTEN = 20_000  # of SQLite's steps between two looks how far it is

#: Bytes written, and about how many there will be.
Tell = Callable[[int, int], None]


def rekey_files(folder: Path, old_key: bytes, new_key: bytes, keys: vault.KeyFile, tell: Tell) -> None:
    """Does it in a locked folder whose database nobody has open. What fails before the two change places leaves the old
    ones; `is_switched` says whether it failed only afterwards."""
    settle_rekey(folder)
    if vault.read_keys(folder) == keys:
        return  # an attempt before failed after all was done
    new = folder / NEW_DATABASE
    try:
        with explaining(folder):
            _write_again(folder, old_key, new, new_key, tell)
            replace_file(folder / NEW_KEYS, msgspec.json.encode(keys), private=True)
            new.replace(folder / DATABASE)
            sync_folder(folder)
    except BaseException:
        if not is_switched(folder):
            with contextlib.suppress(OSError):  # then the next opening takes them away
                _drop(folder)
        raise
    with contextlib.suppress(OSError):  # then the next opening does it
        _finish(folder)


def settle_rekey(folder: Path) -> None:
    """Ends, in a locked folder, what a killed process began: forward where the database has changed, else back."""
    if is_switched(folder):
        with explaining(folder):
            _finish(folder)
    else:
        with contextlib.suppress(OSError):  # it is in nobody's way
            _drop(folder)


def is_switched(folder: Path) -> bool:
    """Whether the database has its new key and the key file has yet to follow."""
    return (folder / NEW_KEYS).exists() and not (folder / NEW_DATABASE).exists()


def _finish(folder: Path) -> None:
    (folder / NEW_KEYS).replace(folder / vault.KEY_FILE)
    vault.previous_keys(folder).unlink(missing_ok=True)
    sync_folder(folder)


def _drop(folder: Path) -> None:
    """The key file goes first, and durably: alone it would say that the database has changed."""
    if (folder / NEW_KEYS).exists():
        (folder / NEW_KEYS).unlink()
        sync_folder(folder)
    for name in (NEW_KEYS + PART, NEW_DATABASE, *(NEW_DATABASE + what for what in BESIDE)):
        (folder / name).unlink(missing_ok=True)


def _write_again(folder: Path, old_key: bytes, new: Path, new_key: bytes, tell: Tell) -> None:
    """The whole database under another key, read back, compared and on the disk."""
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = sqlcipher.connect(str(folder / DATABASE), isolation_level=None, timeout=30)
    try:
        prepare(connection, old_key)
        _fold_into_one(connection, folder)
        check_room(new, 2 * size_of(connection))
        connection.execute(f"ATTACH DATABASE ? AS rekeyed KEY \"x'{new_key.hex()}'\"", (str(new),))
        _copy(connection, new, tell)
        _compare(connection, new)
        connection.execute("DETACH DATABASE rekeyed")
    finally:
        connection.close()
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(folder)


def _fold_into_one(connection: Any, folder: Path) -> None:
    """No journal stays beside the database: SQLite would play it back into whatever file has its name."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if mode != "delete" or any((folder / (DATABASE + what)).exists() for what in _UNFOLDED):
        raise refused("store.in_use", path=folder)


def _copy(connection: Any, new: Path, tell: Tell) -> None:
    total = size_of(connection)

    def look() -> int:
        tell(min(new.stat().st_size, total), total)
        return 0

    connection.set_progress_handler(look, _OFTEN)
    try:
        connection.execute("SELECT sqlcipher_export('rekeyed')").fetchone()
    finally:
        connection.set_progress_handler(None, 0)
    tell(total, total)


def _compare(connection: Any, new: Path) -> None:
    """The copy is whole, and has every table with as many rows."""
    if connection.execute("PRAGMA rekeyed.integrity_check").fetchone()[0] != "ok":
        raise refused("store.damaged", path=new)
    if _made_of(connection, "main") != _made_of(connection, "rekeyed"):
        raise refused("store.damaged", path=new)


def _made_of(connection: Any, schema: str) -> tuple[list[Any], list[int]]:
    """What a database declares, and the rows of each of its tables."""
    parts = connection.execute(f"SELECT type, name, sql FROM {schema}.sqlite_schema ORDER BY type, name").fetchall()
    tables = [name for kind, name, _ in parts if kind == "table"]
    counts = [connection.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0] for name in tables]
    return parts, counts

"""What the device knows about itself: a few named values, inside the encrypted database."""

from typing import Any

import msgspec
from sqlalchemy import Connection

_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who this device is. The two secrets never leave the database but in a backup.

    regions: the codes the device was set up for, sorted. life: random, new at every restore. programme: the
    programme's public key and recovery the recovery recipient, once known.
    """

    role: str
    user: str
    regions: tuple[str, ...]
    device: str
    signing_secret: str
    age_secret: str
    age: str
    life: str
    programme: str = ""
    recovery: str = ""


def read_identity(tx: Connection) -> Identity:
    """The device's identity, written once by `init`."""
    identity: Identity = read(tx, "identity", Identity)
    return identity


def write_identity(tx: Connection, identity: Identity) -> None:
    """Keeps the identity."""
    write(tx, "identity", identity)


def read(tx: Connection, name: str, kind: type[Any], default: Any = None) -> Any:
    """A setting of type `kind`, or `default` where it was never written."""
    found = tx.exec_driver_sql(_READ, (name,)).scalar()
    return default if found is None else msgspec.json.decode(found, type=kind)


def write(tx: Connection, name: str, value: object) -> None:
    """Keeps a setting."""
    tx.exec_driver_sql(_WRITE, (name, msgspec.json.encode(value).decode()))


def forget(tx: Connection, name: str) -> None:
    """Takes a setting away, and what it said out of the file as well."""
    tx.exec_driver_sql("PRAGMA secure_delete = ON")
    tx.exec_driver_sql("DELETE FROM setting WHERE name = ?", (name,))


def forget_below(tx: Connection, prefix: str, name: str) -> None:
    """Takes away the settings that begin alike and whose name sorts before another one."""
    tx.exec_driver_sql("DELETE FROM setting WHERE name >= ? AND name < ?", (prefix, name))


def next_number(tx: Connection) -> int:
    """The running number of the next bundle of this device's life; numbers are never used twice."""
    number = last_number(tx) + 1
    skip_numbers(tx, number)
    return number


def last_number(tx: Connection) -> int:
    """The newest bundle number taken so far."""
    number: int = read(tx, "last_bundle_number", int, 0)
    return number


def skip_numbers(tx: Connection, number: int) -> None:
    """Lets the next bundle's number be one above this."""
    write(tx, "last_bundle_number", number)

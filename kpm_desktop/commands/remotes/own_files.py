"""Which files in a place this device put there, so that it takes away its own ones alone.

A name proves nothing: two copies of a disk, or one that was put back, give the same number to different bundles.
"""

import re

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.transaction import Transaction

#: More files of a device than lie in one box; of those that vanished the oldest are forgotten.
MOST = 300


class OwnFile(msgspec.Struct, frozen=True):
    """number: of the bundle. unsure: the SHA-256 (hexadecimal) of what was to be put there while it is not known to
    have arrived, as when the line was cut before the answer; empty once it has."""

    number: int
    unsure: str = ""


OwnFiles = dict[str, OwnFile]


def read_own_files(tx: Transaction, remote: str, box: str) -> OwnFiles:
    """What this device put in a box of a remote, by name, the oldest first."""
    found: OwnFiles = settings.read(tx, _setting(remote, box), OwnFiles, {})
    return found


def keep_own_file(tx: Transaction, remote: str, box: str, name: str, file: OwnFile) -> None:
    """Remembers one."""
    known = read_own_files(tx, remote, box)
    known.pop(name, None)
    _keep(tx, remote, box, dict([*known.items(), (name, file)][-MOST:]))


def forget_own_file(tx: Transaction, remote: str, box: str, name: str) -> None:
    """One lies there no longer, or was never ours."""
    known = read_own_files(tx, remote, box)
    if known.pop(name, None) is not None:
        _keep(tx, remote, box, known)


def name_in(address: str) -> str:
    """The name a file got, of the address a route gave for it."""
    return re.split(r"[/\\]", address)[-1]


def _keep(tx: Transaction, remote: str, box: str, files: OwnFiles) -> None:
    settings.write(tx, _setting(remote, box), files)


def _setting(remote: str, box: str) -> str:
    return f"own:{remote}:{box}"

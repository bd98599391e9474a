"""The last bundle file of each laptop that could not be taken in, until what it held came another way."""

import msgspec
from sqlalchemy import Connection

from kpm_desktop.db import settings
from kpm_desktop.db.kept_reasons import KeptReason

_NAME = "refused_files"


class RefusedFile(msgspec.Struct, frozen=True, kw_only=True):
    """number: as its name says. at: when it was refused (UTC)."""

    number: int
    at: str
    why: KeptReason


def refused_files(tx: Connection) -> dict[str, RefusedFile]:
    """By the laptop's key."""
    found: dict[str, RefusedFile] = settings.read(tx, _NAME, dict[str, RefusedFile], {})
    return found


def note(tx: Connection, device: str, file: RefusedFile) -> None:
    """Keeps one of a laptop that delivers here; one that was refused before is forgotten."""
    settings.write(tx, _NAME, refused_files(tx) | {device: file})


def forget(tx: Connection, device: str, number: int) -> None:
    """A bundle of this number was taken in: it holds what earlier ones held that had not arrived."""
    found = refused_files(tx)
    if device in found and found[device].number <= number:
        settings.write(tx, _NAME, {one: file for one, file in found.items() if one != device})

"""What the windows do with the programme's sheet: read its file, recover a programme, order, open old bundles, join."""

from collections.abc import Mapping
from pathlib import Path

from kpm_desktop.commands.access.recover_programme import Recovered, recover_programme
from kpm_desktop.commands.access.revoke_device import Ordered, release_device, revoke_device
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.sync.sheet import programme_key, recovery_beside, recovery_key, row_is_right, row_names, rows_in
from kpm_desktop.sync.words import words_of

Rows = Mapping[str, str]


def names_of_rows(parts: str) -> list[str]:
    """`A1` to `B4`, of these parts."""
    return row_names(parts)


def is_right(name: str, typed: str) -> bool:
    """Whether a row is whole and its check letters fit."""
    return row_is_right(name, typed)


def words_of_sheet(rows: Rows) -> tuple[str, ...]:
    """The eight words of the programme whose key the rows of part A hold."""
    return words_of(programme_key(rows).public)


def rows_of_file(file: Path) -> dict[str, str]:
    """The rows of a sheet's text file. Refused where it holds none."""
    with explaining(file):
        data = file.read_bytes()
    rows = rows_in(data.decode("utf-8-sig", errors="replace"))
    if not rows:
        raise refused("sheet.unreadable", path=file)
    return rows


def key_of_recovery(rows: Rows) -> AgeIdentity:
    """The recovery key, with which old bundles are opened."""
    return recovery_key(rows)


def recover_with(store: Store, rows: Rows) -> Recovered:
    """Takes the programme over."""
    return recover_programme(store, programme_key(rows), recovery_key(rows))


def revoke_with(store: Store, rows: Rows, device: str) -> Ordered:
    """The programme key revokes a device."""
    return revoke_device(store, device, key=programme_key(rows), recovery=recovery_beside(rows))


def release_with(store: Store, rows: Rows, device: str, changes: tuple[str, ...], *, lift: bool) -> Ordered:
    """The programme key lets further changes of a device count, or lifts what was ordered about it."""
    recovery = recovery_beside(rows)
    return release_device(store, device, changes, lift=lift, key=programme_key(rows), recovery=recovery)

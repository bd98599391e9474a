"""Where bundles go: sticks and folders somebody chose, each remembered with the volume it lies on."""

from pathlib import Path
from uuid import uuid4

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync import volume

_SETTING = "targets"


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A place for bundles. is_stick: it lies on another volume than the profile. label: what the volume is called."""

    id: str
    folder: str
    volume: str
    label: str
    is_stick: bool

    @property
    def path(self) -> Path:
        """The folder."""
        return Path(self.folder)

    @property
    def name(self) -> str:
        """What people know it by: a stick's label, a folder's name."""
        return (self.label if self.is_stick else "") or self.path.name or self.folder

    def is_present(self) -> bool:
        """Whether the volume that was meant is there, and the folder or what it would be made in."""
        try:
            return self.path.parent.exists() and volume.identity(self.path) == self.volume
        except OSError:
            return False

    def check(self) -> None:
        """Refused when another volume, or none, is where this one was."""
        if not self.is_present():
            raise refused("bundle.other_volume", name=self.name)


def read_targets(tx: Transaction) -> list[Target]:
    """The targets in the order they were added."""
    found: list[Target] = settings.read(tx, _SETTING, list[Target], [])
    return found


def add_target(store: Store, folder: Path) -> Target:
    """Remembers a folder; chosen again, it is brought up to date. Refused where there is no such folder."""
    folder = folder.absolute()
    if not folder.is_dir():
        raise refused("bundle.folder_missing", folder=folder)
    with explaining(folder):
        found, own = volume.identity(folder), volume.identity(store.folder)
        name = volume.label(folder)
    with store.writing() as tx:
        known = read_targets(tx)
        same = next((target for target in known if target.folder == str(folder)), None)
        added = Target(
            id=same.id if same else uuid4().hex, folder=str(folder), volume=found, label=name, is_stick=found != own
        )
        settings.write(tx, _SETTING, [added if target is same else target for target in known] + [added] * (not same))
    return added


def remove_target(store: Store, target_id: str) -> None:
    """Forgets a target; what was sent there stays in the history."""
    with store.writing() as tx:
        settings.write(tx, _SETTING, [target for target in read_targets(tx) if target.id != target_id])

"""Sending to a target: what the supervisors lack, onto the very volume that was meant."""

import contextlib
from pathlib import Path

from kpm_desktop.commands.export_bundle import export_bundle
from kpm_desktop.commands.send import Delivered
from kpm_desktop.commands.targets import Target, read_targets
from kpm_desktop.db.journal import Clock, system_clock
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync.folder import deliver


def send_to_target(store: Store, target_id: str, *, clock: Clock = system_clock) -> list[Delivered]:
    """Exports to a target. Refused when its volume is not there, before or after writing: then nothing counts as
    sent."""
    with store.reading() as tx:
        target = next((each for each in read_targets(tx) if each.id == target_id), None)
    if target is None:
        raise refused("bundle.no_target")
    target.check()
    return export_bundle(store, target.path, clock=clock, place=_Place(target))


class _Place:
    """Puts a file onto a target and looks at its volume again: a stick may be pulled out at any moment, and a folder
    of its name made in its place."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def __call__(self, folder: Path, name: str, data: bytes) -> Path:
        file = deliver(folder, name, data)
        try:
            self._target.check()
        except Refused:
            with contextlib.suppress(OSError):
                file.unlink()
            raise
        return file

"""A folder on one particular volume: another stick in the same place is not taken for the one that was meant."""

import contextlib
from pathlib import Path

from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync import volume
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.route import RouteKind

STICK = RouteKind("stick", is_carried=True)


class OnVolume(FolderRoute):
    """A folder that is there only while its volume is. name: what people call the stick. is_stick: the volume is taken
    along.

    The volume is looked at before and after everything: a stick may be pulled out at any moment, and a folder of its
    name made in its place.
    """

    def __init__(self, folder: Path, volume_id: str, name: str, *, is_stick: bool) -> None:
        super().__init__(folder)
        self._on, self._volume, self._name, self._is_stick = folder, volume_id, name, is_stick

    @property
    def kind(self) -> RouteKind:
        """A stick, or a folder of this laptop."""
        return STICK if self._is_stick else super().kind

    def probe(self) -> None:
        """Refused when another volume, or none, is where this one was."""
        try:
            is_there = self._on.parent.exists() and volume.identity(self._on) == self._volume
        except OSError:
            is_there = False
        if not is_there:
            raise refused("bundle.other_volume", name=self._name)

    def put(self, name: str, data: bytes, box: str = "") -> str:
        """Puts a file there; one that went onto something else counts for nothing and is taken away."""
        self.probe()
        file = super().put(name, data, box)
        try:
            self.probe()
        except Refused:
            with contextlib.suppress(OSError):
                Path(file).unlink()
            raise
        return file

    def listing(self, box: str = "") -> list[str]:
        """The bundles on the volume that was meant."""
        self.probe()
        return super().listing(box)

    def fetch(self, name: str, most: int, box: str = "") -> bytes:
        """A file of the volume that was meant."""
        self.probe()
        return super().fetch(name, most, box)

    def remove(self, name: str, box: str = "") -> None:
        """Takes a file away from the volume that was meant."""
        self.probe()
        super().remove(name, box)

"""A cadre's open profile, and sticks that are folders on volumes of their own."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kpm_desktop.db.store import Store
from kpm_desktop.sync import volume
from tests.support.profiles import HOUSE, cadre, load, write_rows

NOON = datetime(2026, 11, 19, 5, tzinfo=UTC)


class Sticks:
    """Which folders are volumes of their own; those that are plugged in."""

    def __init__(self, place: Path, patch: pytest.MonkeyPatch) -> None:
        self._place, self._names = place, dict[Path, str]()
        real = volume.identity
        patch.setattr(volume, "identity", lambda folder: self._of(folder) or real(folder))
        patch.setattr(volume, "label", lambda folder: Path(folder).name)
        patch.setattr(volume, "removable", lambda: [root for root in self._names if root.is_dir()])

    def plug_in(self, name: str, serial: str = "1") -> Path:
        root = self._place / name
        root.mkdir(exist_ok=True)
        self._names[root] = f"{name}-{serial}"
        return root

    def _of(self, folder: Path) -> str:
        found = (name for root, name in self._names.items() if folder.absolute().is_relative_to(root) and root.is_dir())
        return next(found, "")


@pytest.fixture
def sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sticks:
    return Sticks(tmp_path, monkeypatch)


class Laptop:
    """A profile with a clock; `work` changes something."""

    def __init__(self, place: Path) -> None:
        self.place, self.now, self.count = place, NOON, 0
        self.store: Store = cadre(place, "profil")

    def work(self) -> None:
        self.count += 1
        load(self.store, write_rows(self.place / f"in{self.count}", household=[HOUSE | {"ref": f"h{self.count}"}]))

    def clock(self) -> datetime:
        return self.now

    def sleep(self, days: float = 1) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path)
    made.work()
    yield made
    made.store.close()


Names = Callable[[Path], list[str]]

"""The most memory the program takes for 100,000 changes, loading, exporting and importing, each a process of its own as
it would be on two laptops."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.commands.tables.load_folder import load_folder
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.sync.folder import FolderRoute
from tests.benchmarks.journal import PASSWORD, Result, profiles, write_folder

LIMIT_MB = 250.0


def write(folder: Path, other: Path) -> None:
    """Makes the files; not measured."""
    write_folder(other, 4000, 23)


def load(folder: Path, other: Path) -> None:
    """A cadre's profile takes all rows."""
    _opened(folder, lambda store: load_folder(store, other))


def export(folder: Path, other: Path) -> None:
    """It exports them."""
    _opened(folder, lambda store: export_bundle(store, FolderRoute(other)))


def take(folder: Path, other: Path) -> None:
    """A supervisor's profile imports the bundles."""
    bundles = sorted(other.iterdir(), key=lambda path: int(path.stem.rsplit("-", 1)[1]))
    _opened(folder, lambda store: [import_bundle(store, bundle) for bundle in bundles])


def _opened(folder: Path, work: Callable[[Store], object]) -> None:
    with open_store(folder, PASSWORD) as store:
        work(store)


def run() -> list[Result]:
    """(name, megabytes, limit in megabytes)."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with profiles() as (folder, cadre, boss):
            cadre.close()
            boss.close()
            _measured("write", folder, place / "in")
            return [
                ("memory, load of 100,000 rows, MB", _measured("load", folder / "c", place / "in"), LIMIT_MB),
                ("memory, export of 100,000 changes, MB", _measured("export", folder / "c", place / "stick"), LIMIT_MB),
                ("memory, import of 100,000 changes, MB", _measured("take", folder / "s", place / "stick"), LIMIT_MB),
            ]


def _measured(step: str, folder: Path, other: Path) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.memory", step, str(folder), str(other)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def peak_mb() -> float:
    """The most memory this process ever held (Linux; `getrusage` would count what its parent held as well)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


if __name__ == "__main__":
    {"write": write, "load": load, "export": export, "take": take}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    print(peak_mb())

"""A wheel built from what is committed speaks Indonesian: its translations are packed while it is built."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from scripts.translations import ROOT, pack


def copied(target: Path) -> Path:
    """What a fresh clone has of it: no .qm file."""
    unwanted = shutil.ignore_patterns("*.qm", "__pycache__")
    for name in ("resources", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=unwanted)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, target / name)
    (target / "kpm_desktop").mkdir()
    shutil.copy(ROOT / "kpm_desktop" / "__init__.py", target / "kpm_desktop")
    return target


def test_a_wheel_carries_the_packed_translations(tmp_path: Path) -> None:
    source = copied(tmp_path / "source")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel")]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (file,) = (tmp_path / "wheel").iterdir()
    with zipfile.ZipFile(file) as wheel:
        inside = set(wheel.namelist())
        for translated in sorted((ROOT / "resources" / "translations").glob("*.ts")):
            name = f"kpm_desktop/resources/translations/{translated.stem}.qm"
            assert name in inside
            fresh = tmp_path / f"{translated.stem}.qm"
            pack(translated, fresh)
            assert wheel.read(name) == fresh.read_bytes()
